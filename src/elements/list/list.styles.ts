import { css } from 'lit';
import { faceStyles } from '../chat-avatar/face.styles.js';
import { bar, pane } from '../styles/pane.styles.js';
import { skeletonRows } from './skeleton.styles.js';

const frame = css`
  :host {
    --chat-avatar-ring: var(--_chat-color-surface);
    overflow: clip;
  }
  .pane {
    block-size: 100%;
    max-block-size: inherit;
  }
  .scroller {
    position: relative;
    block-size: 100%;
    max-block-size: inherit;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    /* The window keeps its own place. */
    overflow-anchor: none;
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_chat-color-surface);
    padding-block-end: var(--_chat-space-1);
  }
  slot[name='start']::slotted(*) {
    margin-inline-end: var(--_chat-space-2);
  }
  h2 {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    font-size: var(--_chat-font-size-l);
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .search {
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
    margin-block: 0 var(--_chat-space-2);
    margin-inline: var(--_chat-space-4);
    padding-inline: var(--_chat-space-3) var(--_chat-space-1);
    min-block-size: 40px;
    border-radius: var(--_chat-radius-l);
    background: var(--_chat-color-bubble);
    color: var(--_chat-color-muted);
  }
  input[type='search'] {
    flex: 1;
    min-inline-size: 0;
    align-self: stretch;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    color: var(--_chat-color-text);
    font: inherit;
    appearance: none;
  }
  input::placeholder {
    color: var(--_chat-color-muted);
    opacity: 1;
  }
  input::-webkit-search-cancel-button {
    display: none;
  }
  .clear {
    --_chat-icon-size: 16px;
    inline-size: 32px;
    block-size: 32px;
  }
  input:placeholder-shown ~ .clear {
    visibility: hidden;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding: var(--_chat-space-1) var(--_chat-space-4) var(--_chat-space-2);
  }
  .chip {
    min-block-size: 28px;
    padding: 3px 12px;
    border: 1px solid var(--_chat-color-line);
    border-radius: var(--_chat-radius-pill);
    font-size: var(--_chat-font-size-xs);
    color: var(--_chat-color-muted);
  }
  .chip[aria-pressed='true'] {
    border-color: transparent;
    background: var(--_chat-color-accent-soft);
    color: var(--_chat-color-accent-text);
    font-weight: 600;
  }

  .sizer {
    position: relative;
    margin-inline: var(--_chat-space-2);
  }
  .row {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    display: flex;
    align-items: center;
    border-radius: var(--_chat-radius-l);
  }
  .row.selected {
    --chat-avatar-ring: var(--_chat-color-accent-soft);
    background: var(--_chat-color-accent-soft);
  }
  .main {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    column-gap: var(--_chat-space-3);
    align-items: center;
    min-block-size: 44px;
    padding: 10px var(--_chat-space-2);
    /* Not inherited: that would style it anew with every row that moves. */
    border-radius: var(--_chat-radius-l);
    text-align: start;
  }
  .face {
    display: grid;
  }
  .face > * {
    grid-area: 1 / 1;
  }
  .lines {
    display: block;
    min-inline-size: 0;
  }
  .lines:last-child {
    grid-column: 2 / -1;
  }
  .title {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-1);
  }
  .title .icon {
    --_chat-icon-size: 14px;
    color: var(--_chat-color-muted);
  }
  .name {
    font-weight: 600;
  }
  .sub {
    display: block;
    font-size: var(--_chat-font-size-s);
    color: var(--_chat-color-muted);
  }
  /* Words of the other direction are cut at their own end, and stand where the row begins. */
  .sub > bdi {
    display: block;
    inline-size: fit-content;
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  @media (pointer: coarse) {
    .chip {
      min-block-size: 36px;
    }
    .search {
      min-block-size: 44px;
    }
    input[type='search'] {
      font-size: max(16px, 1em);
    }
  }
  @media (forced-colors: active) {
    .search {
      border: 1px solid;
    }
    .row.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .chip[aria-pressed='true'] {
      border: 2px solid Highlight;
    }
  }
`;

export const styles = [pane, bar, faceStyles, skeletonRows, frame];
