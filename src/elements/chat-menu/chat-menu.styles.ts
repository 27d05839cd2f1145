import { css } from 'lit';
import { popup } from '../styles/popup.styles.js';

export const styles = css`
  ${popup}
  .menu {
    padding: 6px;
    min-inline-size: 180px;
    max-inline-size: min(320px, calc(100vw - 16px));
    max-block-size: calc(100dvh - 16px);
    overflow: auto;
    scrollbar-width: thin;
    font-size: var(--_chat-font-size-s);
  }
  .note {
    margin: 0;
    padding: 4px 10px 6px;
    font-size: var(--_chat-font-size-2xs);
    color: var(--_chat-color-muted);
  }
  .item {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-3);
    inline-size: 100%;
    min-block-size: 36px;
    padding: 6px 10px;
    border-radius: var(--_chat-radius-m);
    text-align: start;
  }
  .item .icon {
    --_chat-icon-size: 18px;
    color: var(--_chat-color-muted);
  }
  .item .label {
    flex: 1;
  }
  .item:hover,
  .item:focus-visible {
    background: var(--_chat-color-hover);
  }
  .item:active {
    background: var(--_chat-color-pressed);
  }
  .item:focus-visible {
    outline-offset: -2px;
  }
  .item.danger,
  .item.danger .icon {
    color: var(--_chat-color-danger);
  }
  @media (pointer: coarse) {
    .item {
      min-block-size: 44px;
    }
  }
`;
