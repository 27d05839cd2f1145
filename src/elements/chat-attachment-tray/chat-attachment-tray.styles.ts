import { css } from 'lit';

export const styles = css`
  :host {
    /* With room for two lines and a size, however large the text is. */
    --_size: max(80px, 4rem);
    display: block;
  }
  ul {
    display: flex;
    gap: var(--_chat-space-2);
    margin: 0;
    padding: var(--_chat-space-2) var(--_chat-space-2) var(--_chat-space-1);
    list-style: none;
    overflow-x: auto;
    scrollbar-width: thin;
    --_end: to left;
    padding-inline-end: 24px;
    mask-image: linear-gradient(var(--_end), transparent, #000 24px);
  }
  :host(:dir(rtl)) ul {
    --_end: to right;
  }
  li {
    position: relative;
    flex: none;
    block-size: var(--_size);
    border-radius: var(--_chat-radius-l);
    background: var(--_chat-color-bubble);
    overflow: hidden;
  }
  .picture {
    inline-size: var(--_size);
  }
  img,
  video {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .document {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: center;
    align-items: center;
    column-gap: var(--_chat-space-3);
    inline-size: min(220px, 60cqi);
    padding-inline: var(--_chat-space-3) 36px;
  }
  .document > .icon {
    grid-row: span 2;
    color: var(--_chat-color-muted);
  }
  .name {
    font-size: var(--_chat-font-size-s);
    font-weight: 600;
    line-height: 1.3;
    /* Chromium leaves out the dots at the end of a name that is aligned to the other side. */
    justify-self: start;
    text-align: start;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .size {
    font-size: var(--_chat-font-size-2xs);
    color: var(--_chat-color-muted);
    font-variant-numeric: tabular-nums;
  }
  .remove,
  .describe {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    color: #fff;
    background: rgb(0 0 0 / 0.6);
    --_chat-icon-size: 14px;
  }
  .describe {
    inset-block: auto 4px;
    inset-inline: 4px auto;
    border-radius: var(--_chat-radius-s);
    inline-size: auto;
    padding-inline: 6px;
    font-size: var(--_chat-font-size-3xs);
    font-weight: 650;
  }
  .describe.done {
    background: var(--_chat-color-accent);
    color: var(--_chat-color-on-accent);
  }
  .remove:hover,
  .describe:hover {
    background: rgb(0 0 0 / 0.8);
  }
  .describe.done:hover {
    background: var(--_chat-color-accent);
  }
  .alt {
    display: grid;
    gap: var(--_chat-space-1);
    padding: var(--_chat-space-1) var(--_chat-space-2);
    font-size: var(--_chat-font-size-2xs);
    color: var(--_chat-color-muted);
  }
  .alt .field {
    font-size: var(--_chat-font-size-s);
    color: var(--_chat-color-text);
  }
  @media (pointer: coarse) {
    :host {
      --_size: max(96px, 4rem);
    }
    .remove {
      inline-size: 44px;
      block-size: 44px;
      inset-block-start: 0;
      inset-inline-end: 0;
      background: radial-gradient(rgb(0 0 0 / 0.6) 13px, transparent 14px);
    }
    .describe {
      min-block-size: 32px;
      min-inline-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .remove,
    .describe,
    li {
      border: 1px solid;
    }
  }
`;
