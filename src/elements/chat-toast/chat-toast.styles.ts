import { css } from 'lit';
import { inverse } from '../styles/inverse.styles.js';

export const styles = css`
  :host {
    position: absolute;
    z-index: 4;
    inset-inline: var(--_chat-space-3);
    inset-block: var(--_chat-space-2) 36px;
    display: flex;
    justify-content: center;
    align-items: end;
    pointer-events: none;
  }
  .toast {
    pointer-events: auto;
    /* What does not fit on one line has its buttons on the next, and scrolls where that is not enough. */
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    column-gap: var(--_chat-space-2);
    min-inline-size: 0;
    max-block-size: 100%;
    overflow-y: auto;
    ${inverse}
  }
  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 6px;
    }
  }
  .acting {
    padding-block: var(--_chat-space-1);
    padding-inline-end: var(--_chat-space-1);
  }
  .acting .text {
    padding-block: var(--_chat-space-1);
  }
  .text {
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .act {
    flex: none;
    min-block-size: 32px;
    padding-inline: var(--_chat-space-2);
    border-radius: var(--_chat-radius-m);
    font-weight: 650;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .icon-button {
    --_chat-icon-size: 16px;
    inline-size: 32px;
    block-size: 32px;
    color: inherit;
  }
  :is(.act, .icon-button):hover {
    background: color-mix(in oklch, var(--_chat-color-surface), transparent 80%);
    color: inherit;
  }
  :focus-visible {
    outline-color: currentColor;
    outline-offset: -2px;
  }
  @media (pointer: coarse) {
    .act,
    .icon-button {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .toast {
      border: 1px solid;
    }
  }
`;
