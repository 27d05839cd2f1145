import { css } from 'lit';

/** For the list's shadow root: rows have none of their own. */
export const messageStyles = css`
  chat-message {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    /* A stacking context each, and nothing positioned in it: what has not changed is not painted again. */
    position: relative;
    z-index: 0;
    padding-block-start: 2px;
    justify-items: start;
  }
  chat-message:state(group):not(:state(note)) {
    grid-template-columns: 32px minmax(0, 1fr);
    column-gap: 10px;
  }
  chat-message:state(first) {
    padding-block-start: var(--_chat-space-3);
  }
  chat-message > * {
    grid-column: -2;
  }
  chat-message:state(mine) {
    justify-items: end;
  }
  chat-message .face {
    --chat-avatar-size: 32px;
    grid-column: 1;
    grid-row: 1 / span 2;
    align-self: end;
    display: grid;
    cursor: pointer;
  }
  .by {
    margin: 0 var(--_chat-space-3) 3px;
    font-size: var(--_chat-font-size-xs);
    font-weight: 600;
    line-height: 1.3;
    cursor: pointer;
    max-inline-size: 78%;
    overflow-wrap: anywhere;
    color: light-dark(oklch(0.48 0.13 var(--_hue)), oklch(0.77 0.11 var(--_hue)));
  }

  /* The bubble */
  .bubble {
    --_link: var(--_chat-color-accent-text);
    --_tint: color-mix(in oklch, currentColor 8%, transparent);
    inline-size: fit-content;
    max-inline-size: min(78%, 640px);
    padding: var(--_chat-space-2) var(--_chat-space-3);
    border-radius: var(--_chat-radius-bubble);
    border-end-start-radius: 6px;
    background: var(--_chat-color-bubble);
    color: var(--_chat-color-text);
    overflow-wrap: anywhere;
  }
  chat-message:not(:state(first)) .bubble {
    border-start-start-radius: 6px;
  }
  chat-message:state(mine) .bubble {
    --_link: currentColor;
    /* Away from the colour of the text, so that it stays readable on the tint. */
    --_tint: light-dark(rgb(0 0 0 / 0.14), rgb(255 255 255 / 0.2));
    background: var(--_chat-color-accent);
    color: var(--_chat-color-on-accent);
    border-end-start-radius: var(--_chat-radius-bubble);
    border-start-start-radius: var(--_chat-radius-bubble);
    border-end-end-radius: 6px;
  }
  chat-message:state(mine):not(:state(first)) .bubble {
    border-start-end-radius: 6px;
  }

  /* The time rides on the last line. */
  .meta {
    float: inline-end;
    margin-block: 6px -6px;
    display: inline-flex;
    gap: 3px;
    align-items: center;
    margin-inline-start: 10px;
    font-size: var(--_chat-font-size-3xs);
    font-variant-numeric: tabular-nums;
    font-style: normal;
    font-weight: 400;
    white-space: nowrap;
    color: var(--_chat-color-muted);
    --_chat-icon-size: 14px;
  }
  chat-message:state(mine) .bubble:not(.deleted, .large) .meta {
    color: inherit;
  }
  .meta .mark .icon {
    stroke-width: 2;
  }
  .bubble::after {
    content: '';
    display: block;
    clear: both;
  }

  @container messages (max-width: 560px) {
    .bubble,
    .by {
      max-inline-size: 88%;
    }
  }
  @media (forced-colors: active) {
    .bubble {
      border: 1px solid;
    }
  }
`;
