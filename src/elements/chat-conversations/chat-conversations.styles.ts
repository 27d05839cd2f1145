import { css } from 'lit';

export const styles = css`
  .title time {
    margin-inline-start: auto;
    padding-inline-start: var(--_chat-space-1);
  }
  .title time,
  .marks {
    flex: none;
    font-size: var(--_chat-font-size-2xs);
    color: var(--_chat-color-muted);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .sub {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
  }
  .marks {
    --_chat-icon-size: 16px;
    display: flex;
    align-items: center;
    gap: var(--_chat-space-1);
  }
  .unread .name {
    font-weight: 700;
  }
  .unread .sub {
    color: var(--_chat-color-text);
  }
  .preview {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    gap: 0.3em;
    min-block-size: 1lh;
  }
  .preview > :not(.truncate) {
    flex: none;
    max-inline-size: 60%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .preview > .truncate {
    min-inline-size: 0;
  }
  .failed {
    color: var(--_chat-color-danger);
  }
  .read {
    color: var(--_chat-color-accent-text);
  }
  .badge {
    display: grid;
    place-items: center;
    /* 20 px, and as much more as the text is larger. */
    min-inline-size: 1.67em;
    block-size: 1.67em;
    padding-inline: 0.5em;
    border-radius: var(--_chat-radius-pill);
    background: var(--_chat-color-accent);
    color: var(--_chat-color-on-accent);
    font-weight: 650;
    line-height: 1;
  }
  .badge.quiet {
    background: var(--_chat-color-pressed);
    color: var(--_chat-color-text);
  }
  .row .more {
    inset-block-start: 4px;
    block-size: 28px;
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
  }
`;
