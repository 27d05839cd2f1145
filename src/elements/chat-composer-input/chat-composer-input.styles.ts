import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    flex: 1;
    min-inline-size: 0;
  }
  textarea {
    --_rest: 17px;
    display: block;
    inline-size: 100%;
    min-block-size: calc(1lh + var(--_rest));
    max-block-size: min(calc(8lh + var(--_rest)), var(--_most, 40vh));
    margin: 0;
    padding: 8px 6px 9px;
    border: 0;
    border-radius: 0;
    outline: 0;
    resize: none;
    background: none;
    color: inherit;
    font: inherit;
    overflow-y: auto;
    overflow-wrap: anywhere;
    scrollbar-width: thin;
    field-sizing: content;
  }
  /* The ring is drawn around the whole box. */
  textarea:focus-visible {
    outline: 0;
  }
  textarea::placeholder {
    color: var(--_chat-color-muted);
    opacity: 1;
    white-space: nowrap;
    overflow: hidden;
  }
  /* A long name fades: in a field that has the focus no browser ends it in dots. */
  textarea:placeholder-shown {
    mask-image: linear-gradient(to right, #000 calc(100% - 24px), transparent);
  }
  textarea:placeholder-shown:dir(rtl) {
    mask-image: linear-gradient(to left, #000 calc(100% - 24px), transparent);
  }
  .suggestions {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 6px;
    max-block-size: min(380px, calc(100dvh - 16px));
    overflow-y: auto;
    list-style: none;
    border: 1px solid var(--_chat-color-line);
    border-radius: var(--_chat-radius-bubble);
    background: var(--_chat-color-raised);
    color: var(--_chat-color-text);
    box-shadow: var(--_chat-shadow);
    font-size: var(--_chat-font-size-s);
  }
  li {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-3);
    min-block-size: 40px;
    padding: 4px 10px;
    border-radius: var(--_chat-radius-l);
    cursor: pointer;
    --chat-avatar-size: 28px;
  }
  li:hover {
    background: var(--_chat-color-hover);
  }
  li.active {
    background: var(--_chat-color-accent-soft);
  }
  .emoji {
    flex: none;
    inline-size: 28px;
    font-size: 22px;
    line-height: 1;
    text-align: center;
  }
  .everyone {
    color: var(--_chat-color-accent-text);
    font-weight: 600;
  }
  .title {
    font-weight: 600;
  }
  .hint {
    color: var(--_chat-color-muted);
    font-size: var(--_chat-font-size-2xs);
    margin-inline-start: auto;
  }
  @media (pointer: coarse) {
    textarea {
      --_rest: 22px;
      /* Below 16 px a phone zooms into the page. */
      font-size: max(16px, 1em);
      padding-block: 11px;
    }
    li {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    li.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
