import { css } from 'lit';

/** Headings between rows, rows that cannot be chosen, and what stands at the end of a row. */
export const peopleStyles = css`
  .section {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    padding: var(--_chat-space-2) var(--_chat-space-2) var(--_chat-space-1);
    font-size: var(--_chat-font-size-xs);
    font-weight: 600;
    color: var(--_chat-color-muted);
  }
  .main[aria-disabled] {
    cursor: default;
  }
  .main[aria-disabled] .avatar {
    opacity: 0.5;
  }
  .main[aria-disabled] .name {
    font-weight: 400;
    color: var(--_chat-color-muted);
  }
  .scope {
    padding: 2px 8px;
    border-radius: var(--_chat-radius-pill);
    background: var(--_chat-color-bubble);
    color: var(--_chat-color-muted);
    font-size: var(--_chat-font-size-3xs);
    font-weight: 600;
  }
  .scope.high {
    background: var(--_chat-color-accent-soft);
    color: var(--_chat-color-accent-text);
  }
  .row.selected .scope.high {
    background: var(--_chat-color-surface);
  }
  .own {
    margin-inline-end: var(--_chat-space-2);
  }
  .box {
    --_chat-icon-size: 14px;
    display: grid;
    place-items: center;
    inline-size: max(20px, 1.2em);
    block-size: max(20px, 1.2em);
    border: 1.5px solid var(--_chat-color-muted);
    border-radius: var(--_chat-radius-s);
  }
  /* Not without a colour: forced colours would give it one. */
  .box .icon {
    visibility: hidden;
  }
  [aria-checked='true'] .box .icon {
    visibility: visible;
  }
  [aria-checked='true'] .box {
    border-color: var(--_chat-color-accent);
    background: var(--_chat-color-accent);
    color: var(--_chat-color-on-accent);
  }
  @media (forced-colors: active) {
    .scope {
      border: 1px solid;
    }
  }
`;
