import { css, unsafeCSS } from 'lit';
import { emojiFonts } from './emoji-source.js';

export const styles = css`
  :host {
    --_cell: 40px;
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
  }
  .top {
    display: flex;
    gap: var(--_chat-space-1);
    padding: var(--_chat-space-2) var(--_chat-space-2) 0;
  }
  .search {
    flex: 1;
    position: relative;
    min-inline-size: 0;
  }
  .search .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 12px;
    margin-block: auto;
    --_chat-icon-size: 18px;
    color: var(--_chat-color-muted);
    pointer-events: none;
  }
  .search .field {
    padding-inline-start: calc(20px + max(18px, 0.9em));
  }
  .field::-webkit-search-cancel-button {
    display: none;
  }
  .tone {
    font-size: 20px;
    inline-size: 40px;
    block-size: 40px;
    line-height: 1;
  }
  .tones,
  .tabs {
    display: flex;
    padding: var(--_chat-space-1) var(--_chat-space-2);
  }
  .tones {
    justify-content: end;
  }
  .tabs {
    overflow-x: auto;
    scrollbar-width: none;
  }
  .tones button {
    inline-size: var(--_cell);
    block-size: var(--_cell);
    font-size: 20px;
    line-height: 1;
    border-radius: var(--_chat-radius-m);
  }
  .tones button[aria-checked='true'] {
    background: var(--_chat-color-accent-soft);
  }
  .tab {
    flex: 1;
    min-inline-size: 24px;
    block-size: 36px;
    display: grid;
    place-items: center;
    color: var(--_chat-color-muted);
    border-radius: var(--_chat-radius-m);
    --_chat-icon-size: 18px;
    transition: background-color var(--_chat-motion);
  }
  .tab:hover,
  .tones button:hover {
    background: var(--_chat-color-hover);
  }
  .tab[aria-selected='true'] {
    color: var(--_chat-color-accent-text);
    background: var(--_chat-color-accent-soft);
  }
  .body {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 0 var(--_chat-space-2) var(--_chat-space-2);
    scrollbar-width: thin;
  }
  h3 {
    margin: 0;
    padding: var(--_chat-space-2) var(--_chat-space-1) var(--_chat-space-1);
    font-size: var(--_chat-font-size-2xs);
    font-weight: 600;
    color: var(--_chat-color-muted);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(var(--_cell), 1fr));
  }
  .emoji {
    block-size: var(--_cell);
    font-size: 24px;
    line-height: 1;
    border-radius: var(--_chat-radius-m);
    font-family: ${unsafeCSS(emojiFonts)};
  }
  .emoji:hover,
  .emoji:focus-visible {
    background: var(--_chat-color-hover);
  }
  .emoji:active {
    background: var(--_chat-color-pressed);
  }
  .emoji:focus-visible,
  .tab:focus-visible,
  .tones button:focus-visible {
    outline-offset: -2px;
  }
  .note {
    display: grid;
    justify-items: center;
    gap: var(--_chat-space-3);
    padding: var(--_chat-space-6) var(--_chat-space-4);
    text-align: center;
    font-size: var(--_chat-font-size-s);
    color: var(--_chat-color-muted);
  }
  .skeleton {
    block-size: 28px;
    margin: 6px;
    border-radius: 50%;
  }
  @media (pointer: coarse) {
    :host {
      --_cell: 44px;
    }
    .tab,
    .tone {
      min-inline-size: 44px;
      block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .tab[aria-selected='true'],
    .tones button[aria-checked='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
