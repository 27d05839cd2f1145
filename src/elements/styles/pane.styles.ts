import { css } from 'lit';

/** A part of a page as high as the box it is in; in one without a height of its own, as high as the window at most. */
export const pane = css`
  :host {
    position: relative;
    display: block;
    block-size: 100%;
    max-block-size: 100vh;
    max-block-size: 100dvh;
    min-inline-size: 0;
    background: var(--_chat-color-surface);
  }
`;

/** The line on top of a pane: its name, and the ways on and out. */
export const bar = css`
  .bar {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-1);
    min-block-size: var(--_chat-bar-size);
    padding-inline: var(--_chat-space-4) var(--_chat-space-3);
  }
  :host([narrow]) .bar {
    padding-inline-start: var(--_chat-space-1);
  }
`;
