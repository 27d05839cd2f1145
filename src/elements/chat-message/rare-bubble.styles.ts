import { css } from 'lit';

/** Rows that are more than a few words, and what stands beside their time. */
export const rareStyles = css`
  .note {
    justify-self: center;
    max-inline-size: 100%;
    padding: 2px var(--_chat-space-3);
    border-radius: var(--_chat-radius-m);
    font-size: var(--_chat-font-size-xs);
    text-align: center;
    color: var(--_chat-color-muted);
    overflow-wrap: anywhere;
  }
  .bubble.deleted,
  chat-message:state(mine) .bubble.deleted {
    background: none;
    border: 1px solid var(--_chat-color-line);
    color: var(--_chat-color-muted);
  }
  .bubble.deleted p {
    --_chat-icon-size: 14px;
  }
  .bubble.deleted .icon {
    display: inline-block;
    vertical-align: -2px;
    margin-inline-end: 2px;
  }
  .unsupported {
    font-style: italic;
  }
  .bubble.large,
  chat-message:state(mine) .bubble.large {
    background: none;
    padding-inline: var(--_chat-space-1);
    padding-block: 0;
    color: var(--_chat-color-text);
  }
  .large .text {
    font-size: 2.25rem;
    line-height: 1.25;
  }
  .large.of-1 .text {
    font-size: 3rem;
  }
  .large .meta {
    color: var(--_chat-color-muted);
    line-height: 1.4;
    margin-block: 2.1rem 0;
  }
  .large.of-1 .meta {
    margin-block-start: 2.9rem;
  }
  /* The accent of other rings is the bubble's own colour here. Its tools stand on a ground of their own. */
  chat-message:state(mine) .bubble:not(.deleted, .large) :focus-visible:not(.icon-button) {
    outline-color: var(--_chat-color-on-accent);
  }
  .foldable {
    max-block-size: 20lh;
    overflow: hidden;
  }
  .foldable.overflowing {
    mask-image: linear-gradient(#000 calc(100% - 3lh), transparent);
  }
  .meta .edited::after {
    content: ' ·';
  }
  .voice + .meta,
  .media + .meta,
  .file + .meta,
  audio + .meta {
    margin-block: 2px -2px;
  }
`;
