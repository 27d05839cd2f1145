import { css } from 'lit';

/** Pictures, sound, files and recordings in a bubble. */
export const attachmentStyles = css`
  .media {
    margin: -3px -7px 6px;
  }
  /* No narrower, lower or higher than what is reserved for them, see fit(). */
  .media :is(img, video) {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    min-block-size: 48px;
    max-block-size: 320px;
    margin-inline: auto;
    border-radius: var(--_chat-radius-l);
    background: var(--_tint);
    object-fit: cover;
  }
  /* The words under a picture are as wide as it is: a longer line would leave a bare corner beside it. */
  .media-bubble {
    min-inline-size: min(220px, 100%);
  }
  .media-bubble .text {
    contain: inline-size;
  }
  .media .unsized {
    aspect-ratio: 4 / 3;
    object-fit: contain;
  }
  .picture {
    position: relative;
    display: block;
    inline-size: 100%;
    border-radius: var(--_chat-radius-l);
    background: var(--_tint);
    cursor: zoom-in;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 160px));
    gap: 3px;
  }
  .grid .picture {
    aspect-ratio: 1;
    overflow: hidden;
    border-radius: var(--_chat-radius-s);
  }
  .grid img {
    inline-size: 100%;
    block-size: 100%;
    max-block-size: none;
    border-radius: 0;
  }
  .grid.of-3 .picture:first-child {
    grid-row: span 2;
    aspect-ratio: auto;
  }
  .rest {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    font-size: var(--_chat-font-size-l);
    font-weight: 650;
    color: #fff;
    background: rgb(0 0 0 / 0.5);
  }
  .chip.rest {
    position: static;
    display: inline-flex;
    font: inherit;
    font-size: var(--_chat-font-size-2xs);
    color: var(--_chat-color-muted);
    background: var(--_chat-color-raised);
  }
  audio {
    display: block;
    inline-size: 280px;
    max-inline-size: 100%;
    block-size: 40px;
    margin-block: 4px;
  }
  .file {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    column-gap: 10px;
    align-items: center;
    min-inline-size: min(220px, 100%);
    padding: 4px;
    margin-inline-start: -4px;
    border-radius: var(--_chat-radius-m);
    color: inherit;
    text-decoration: none;
  }
  .file:hover {
    background: var(--_tint);
  }
  .file-icon {
    grid-row: span 2;
    inline-size: 40px;
    block-size: 40px;
    display: grid;
    place-items: center;
    border-radius: var(--_chat-radius-m);
    background: var(--_tint);
  }
  .file-name {
    justify-self: start;
    max-inline-size: 100%;
    font-weight: 600;
    font-size: var(--_chat-font-size-s);
  }
  .file-size {
    grid-column: 2;
    grid-row: 2;
    font-size: var(--_chat-font-size-2xs);
    opacity: 0.8;
  }
  .file-get {
    grid-column: 3;
    grid-row: 1 / span 2;
    opacity: 0.8;
  }
  .voice {
    display: flex;
    align-items: center;
    gap: 10px;
    padding-block: 2px;
  }
  .play {
    inline-size: 36px;
    block-size: 36px;
    flex: none;
    display: grid;
    place-items: center;
    border-radius: 50%;
    background: var(--_chat-color-accent);
    color: var(--_chat-color-on-accent);
  }
  .speed {
    flex: none;
    min-inline-size: 36px;
    min-block-size: 24px;
    border-radius: 12px;
    background: var(--_tint);
    color: inherit;
    font-size: var(--_chat-font-size-2xs);
    font-weight: 600;
  }
  .play .icon {
    fill: currentColor;
    --_chat-icon-size: 18px;
  }
  chat-message:state(mine) .play {
    background: var(--_chat-color-on-accent);
    color: var(--_chat-color-accent);
  }
  .wave {
    position: relative;
    inline-size: 180px;
    flex: 0 1 auto;
    min-inline-size: 60px;
  }
  .wave svg {
    display: block;
    inline-size: 100%;
    block-size: 26px;
    stroke: currentColor;
    stroke-width: 3;
    stroke-linecap: round;
    opacity: 0.95;
  }
  :dir(rtl) .wave svg {
    scale: -1 1;
  }
  .wave path {
    opacity: 0.4;
  }
  .wave .heard {
    opacity: 1;
    stroke: var(--_chat-color-accent);
  }
  chat-message:state(mine) .wave .heard {
    stroke: currentColor;
  }
  /* The slider that keys and hands move is there, drawn by the wave. */
  .wave input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .wave:has(input:focus-visible) {
    outline: 2px solid currentColor;
    outline-offset: 2px;
    border-radius: 2px;
  }
  .duration {
    flex: none;
    white-space: nowrap;
    font-size: var(--_chat-font-size-3xs);
    font-variant-numeric: tabular-nums;
    opacity: 0.85;
  }
`;
