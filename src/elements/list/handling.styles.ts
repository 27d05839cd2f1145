import { css } from 'lit';
import { emblem } from '../styles/emblem.styles.js';

/** Nothing moves when these come. */
export const handlingStyles = css`
  ${emblem}
  .state {
    display: grid;
    justify-items: center;
    gap: var(--_chat-space-2);
    padding: var(--_chat-space-6) var(--_chat-space-6);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .state p {
    margin: 0;
  }
  .state .text {
    font-weight: 600;
  }
  .state .detail {
    font-size: var(--_chat-font-size-s);
    color: var(--_chat-color-muted);
  }
  .state .button {
    margin-block-start: var(--_chat-space-2);
  }
  .emblem {
    --_chat-icon-size: 24px;
    --_emblem-size: 56px;
    background: var(--_chat-color-bubble);
    color: var(--_chat-color-muted);
  }

  /* What was found before stands aside for what is looked for, where that takes long. */
  .stale {
    opacity: 0.5;
    transition: opacity var(--_chat-motion) 300ms;
  }

  .search {
    cursor: text;
  }
  .search:focus-within {
    outline: 2px solid var(--_chat-color-accent);
    outline-offset: -2px;
  }
  input[type='search'] {
    text-overflow: ellipsis;
  }
  .chip {
    transition:
      background-color var(--_chat-motion),
      color var(--_chat-motion);
  }
  .chip:hover:not([aria-pressed='true']) {
    background: var(--_chat-color-hover);
    color: var(--_chat-color-text);
  }
  .row {
    transition: background-color var(--_chat-motion);
  }
  .row:hover:not(.selected) {
    --chat-avatar-ring: var(--_chat-color-hover);
    background: var(--_chat-color-hover);
  }
  .row:active:not(:has(.own:active, .more:active)) {
    background: var(--_chat-color-pressed);
  }
  .main:focus-visible {
    outline-offset: -2px;
  }

  /* It lies over the row's end, so that nothing moves when it appears (B82). */
  .more {
    position: absolute;
    inset-inline-end: var(--_chat-space-2);
    inset-block-start: calc(50% - 16px);
    inline-size: 32px;
    block-size: 32px;
    opacity: 0;
    background: var(--_chat-color-raised);
    box-shadow: var(--_chat-shadow-s);
  }
  /* Not with the focus that a press leaves behind: the row on show would never tell its time again. */
  .row:hover .more,
  :focus-visible ~ .more,
  .more:is(:focus-visible, [aria-expanded='true']) {
    opacity: 1;
  }
  /* WebKit does not look again at what has something in it that shows the focus. */
  .row:hover:has(.more) .yields,
  .main:focus-visible:has(~ .more) .yields,
  .row:has(.more:is(:focus-visible, [aria-expanded='true'])) .yields {
    opacity: 0;
  }
  @media (pointer: coarse) {
    /* What is small to see is not small to press. */
    .chip,
    .clear {
      position: relative;
    }
    :is(.chip, .clear)::after {
      content: '';
      position: absolute;
      inset: -6px;
    }
  }
  /* A finger opens the menu by resting on the row. */
  @media (hover: none) {
    .more {
      opacity: 0 !important;
      pointer-events: none;
    }
    .row .yields {
      opacity: 1 !important;
    }
  }
  .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--_chat-space-2);
    margin: 0;
    padding: var(--_chat-space-3) var(--_chat-space-4);
    font-size: var(--_chat-font-size-s);
    color: var(--_chat-color-muted);
  }
`;
