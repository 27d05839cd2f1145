import { css } from 'lit';
import { bar } from '../styles/pane.styles.js';

export const styles = css`
  ${bar}
  :host {
    --chat-avatar-ring: var(--_chat-color-surface);
    --chat-avatar-size: 40px;
    display: block;
    min-inline-size: 0;
    background: var(--_chat-color-surface);
  }
  /* Not a border of the element: a page that resets those of everything would take it away. */
  :host::after {
    content: '';
    display: block;
    block-size: 1px;
    background: var(--_chat-color-line);
  }
  @media (forced-colors: active) {
    :host::after {
      background: CanvasText;
    }
  }
  .bar {
    min-block-size: calc(var(--_chat-bar-size) - 1px);
  }
  :host([narrow]) .bar {
    padding-inline-end: var(--_chat-space-1);
  }
  .who {
    position: relative;
    flex: 1;
    min-inline-size: 0;
    display: flex;
    align-items: center;
    gap: var(--_chat-space-3);
    padding: var(--_chat-space-1);
    margin-inline-start: calc(-1 * var(--_chat-space-1));
    border-radius: var(--_chat-radius-l);
    transition: background-color var(--_chat-motion);
  }
  .opens:hover {
    background: var(--_chat-color-hover);
    --chat-avatar-ring: var(--_chat-color-hover);
  }
  .lines {
    display: block;
    min-inline-size: 0;
  }
  h2 {
    display: flex;
    margin: 0;
    font-size: var(--_chat-font-size);
    font-weight: 650;
  }
  .name {
    min-inline-size: 0;
    text-align: start;
  }
  .name bdi {
    display: block;
  }
  /* The name's button takes the whole of the face and its lines. */
  .name::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_chat-radius-l);
  }
  .name:focus-visible {
    outline: none;
  }
  .name:focus-visible::after {
    outline: 2px solid var(--_chat-color-accent);
    outline-offset: -2px;
  }
  .sub {
    display: block;
    font-size: var(--_chat-font-size-xs);
    color: var(--_chat-color-muted);
  }
  .sub.typing {
    color: var(--_chat-color-accent-text);
  }
  .panel > * {
    --chat-color-surface: var(--_chat-color-raised);
    block-size: min(460px, 68vh);
    margin-inline: calc(-1 * var(--_chat-space-4));
  }
  .skeleton.face {
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
  }
  .skeleton.line {
    display: block;
    inline-size: 140px;
    block-size: 12px;
    margin-block: 5px;
  }
  .skeleton.line.short {
    inline-size: 90px;
    block-size: 10px;
  }
`;
