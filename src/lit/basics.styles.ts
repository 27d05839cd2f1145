import { css } from 'lit';

/** What every element has of what a hand or a key touches. */
export const basics = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    margin: 0;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  button:disabled,
  .icon-button[aria-disabled] {
    cursor: default;
    opacity: 0.5;
  }
  :focus-visible {
    outline: 2px solid var(--_chat-color-accent);
    outline-offset: 2px;
  }
  /* Not smaller than the letters beside it: text may be twice as large. */
  .icon {
    inline-size: max(var(--_chat-icon-size, 20px), 0.9em);
    block-size: max(var(--_chat-icon-size, 20px), 0.9em);
    stroke: currentColor;
    fill: none;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    flex: none;
    display: block;
  }
  /* A square button with an icon and an accessible name. */
  .icon-button {
    inline-size: 36px;
    block-size: 36px;
    min-inline-size: 1.2em;
    min-block-size: 1.2em;
    flex: none;
    display: grid;
    place-items: center;
    border-radius: var(--_chat-radius-m);
    color: var(--_chat-color-muted);
    transition:
      background-color var(--_chat-motion),
      color var(--_chat-motion);
  }
  .icon-button:hover,
  .icon-button[aria-expanded='true'] {
    background: var(--_chat-color-bubble);
    color: var(--_chat-color-text);
  }
  .icon-button:active {
    background: var(--_chat-color-pressed);
  }
  .aimed:dir(rtl) {
    scale: -1 1;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .truncate {
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* Scripts of any direction keep to the row's own alignment. */
  bdi {
    unicode-bidi: isolate;
  }
  /* Its own direction: neither that of the text it follows, nor a page's in another language. */
  time {
    unicode-bidi: plaintext;
  }
  @media (pointer: coarse) {
    .icon-button {
      inline-size: 44px;
      block-size: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      /* Not 1 ms: everything, visibility too, would then be in transition for a frame and refuse focus. */
      transition-duration: 0s !important;
    }
  }
  @media (forced-colors: active) {
    .icon-button {
      border: 1px solid;
    }
  }
`;
