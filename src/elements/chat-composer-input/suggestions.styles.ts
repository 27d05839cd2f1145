import { css } from 'lit';

export const suggestionStyles = css`
  .suggestions {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 6px;
    overflow-y: auto;
    scrollbar-width: thin;
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
  /* Beside a long name it stays whole, as long as it has no more to say than that. */
  .hint {
    flex: none;
    max-inline-size: 50%;
    color: var(--_chat-color-muted);
    font-size: var(--_chat-font-size-2xs);
    margin-inline-start: auto;
  }
  @media (pointer: coarse) {
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
