import { css } from 'lit';

export const styles = css`
  .hint {
    padding: var(--_chat-space-2) var(--_chat-space-3);
    border-radius: var(--_chat-radius-m);
    background: var(--_chat-color-sunken);
    font-size: var(--_chat-font-size-s);
  }
  .face {
    --chat-avatar-size: 80px;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_chat-space-4);
  }
  .ways {
    flex: 1 1 9em;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_chat-space-2);
  }
  .out {
    --_chat-icon-size: 18px;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_chat-space-2);
    margin-block-start: var(--_chat-space-2);
  }
`;
