import { css } from 'lit';
import { basics } from './basics.styles.js';

/** Buttons with words, and fields: what the first rows have none of. */
export const buttons = css`
  .button {
    min-block-size: 36px;
    padding: 6px 16px;
    border-radius: var(--_chat-radius-m);
    font-size: var(--_chat-font-size-s);
    font-weight: 600;
    background: var(--_chat-color-bubble);
    transition: background-color var(--_chat-motion);
  }
  .button:hover {
    background: var(--_chat-color-pressed);
  }
  :is(.button, .chip, .act):active:not(:disabled) {
    scale: 0.97;
  }
  .button.primary {
    background: var(--_chat-color-accent);
    color: var(--_chat-color-on-accent);
  }
  .button.primary:hover {
    background: color-mix(in oklch, var(--_chat-color-accent), var(--_chat-color-text) 12%);
  }
  .button.danger {
    background: var(--_chat-color-danger-soft);
    color: var(--_chat-color-danger);
  }
  .field {
    inline-size: 100%;
    min-block-size: 40px;
    padding: 8px 12px;
    border: 1px solid transparent;
    border-radius: var(--_chat-radius-m);
    background: var(--_chat-color-bubble);
    color: inherit;
    font: inherit;
    /* Its ring leaves the label free. */
    outline-offset: 0;
  }
  .field::placeholder {
    color: var(--_chat-color-muted);
    opacity: 1;
  }
  @media (pointer: coarse) {
    .button,
    .field {
      min-block-size: 44px;
    }
    .field {
      font-size: max(16px, 1em);
    }
  }
  @media (forced-colors: active) {
    .button,
    .field {
      border: 1px solid;
    }
  }
`;

/** What an element looks like where a hand or a key touches it. */
export const controls = [basics, buttons];
