import { css } from 'lit';

export const asideStyles = css`
  /* What it answers to */
  .quote {
    display: block;
    inline-size: 100%;
    margin-block-end: 6px;
    padding: 2px 10px;
    border-inline-start: 3px solid currentColor;
    border-start-end-radius: var(--_chat-radius-s);
    border-end-end-radius: var(--_chat-radius-s);
    font-size: var(--_chat-font-size-xs);
    text-align: start;
    color: var(--_chat-color-accent-text);
  }
  button.quote:hover {
    background: var(--_tint);
  }
  chat-message:state(mine) .quote {
    color: inherit;
  }
  .quote.gone {
    font-style: italic;
    color: inherit;
  }
  .quote-thread {
    --_chat-icon-size: 14px;
    display: flex;
    align-items: center;
    gap: 4px;
  }
  /* Beside the line, also what is of the other direction. */
  .quote-name,
  .quote-text {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .quote-name {
    display: block;
    font-weight: 600;
  }
  .quote-text {
    color: var(--_chat-color-text);
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  chat-message:state(mine) .quote-text {
    color: inherit;
  }

  /* Below the bubble */
  .reactions {
    position: relative;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-block: -4px 4px;
    padding-inline: var(--_chat-space-2);
    max-inline-size: 78%;
  }
  chat-message:state(mine) .reactions {
    justify-content: end;
  }
  .chip {
    --_chat-icon-size: 14px;
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 24px;
    padding: 2px var(--_chat-space-2);
    border: 1px solid var(--_chat-color-line);
    border-radius: var(--_chat-radius-pill);
    background: var(--_chat-color-raised);
    box-shadow: var(--_chat-shadow-s);
    font-size: var(--_chat-font-size-2xs);
    font-variant-numeric: tabular-nums;
    line-height: 1;
    color: var(--_chat-color-text);
  }
  button.chip:disabled {
    opacity: 1;
  }
  button.chip:not(:disabled):hover {
    background: var(--_chat-color-pressed);
  }
  /* By keys, who it was is to be seen as well. What is hovered has a title. */
  button.chip:focus-visible::before {
    content: attr(aria-label);
    content: attr(aria-label) / '';
    position: absolute;
    z-index: 2;
    inset-block-end: calc(100% + 6px);
    inset-inline-start: 0;
    inline-size: max-content;
    max-inline-size: min(280px, 60vw);
    padding: 4px var(--_chat-space-2);
    border: 1px solid var(--_chat-color-line);
    border-radius: var(--_chat-radius-s);
    background: var(--_chat-color-raised);
    box-shadow: var(--_chat-shadow);
    color: var(--_chat-color-text);
    text-align: start;
    pointer-events: none;
  }
  chat-message:state(mine) button.chip:focus-visible::before {
    inset-inline: auto 0;
  }
  .chip.mine {
    border-color: var(--_chat-color-accent);
    background: var(--_chat-color-accent-soft);
  }
  .chip.add {
    color: var(--_chat-color-muted);
    opacity: 0;
  }
  chat-message:is(:hover, :focus-within) .chip.add {
    opacity: 1;
  }
  .thread {
    --_chat-icon-size: 16px;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 6px;
    min-block-size: 24px;
    margin-block-start: 4px;
    margin-inline: var(--_chat-space-3);
    font-size: var(--_chat-font-size-xs);
    font-weight: 600;
    color: var(--_chat-color-accent-text);
  }
  .thread .avatar {
    --chat-avatar-size: 20px;
  }
  .thread .avatar + .avatar {
    margin-inline-start: -10px;
    box-shadow: 0 0 0 2px var(--_chat-color-surface);
  }
  .thread:hover span {
    text-decoration: underline;
  }
  .thread b {
    padding-inline: 6px;
    border-radius: 8px;
    background: var(--_chat-color-accent);
    color: var(--_chat-color-on-accent);
    font-size: var(--_chat-font-size-2xs);
    font-weight: inherit;
  }
  .thread time {
    font-size: var(--_chat-font-size-2xs);
    font-weight: 400;
    color: var(--_chat-color-muted);
  }
  @container messages (max-width: 560px) {
    .reactions {
      max-inline-size: 88%;
    }
  }
  @media (hover: none) {
    .chip.add {
      opacity: 1;
    }
  }
  @media (pointer: coarse) {
    .reactions {
      row-gap: 8px;
    }
    .chip {
      min-block-size: 32px;
      padding-inline: 10px;
    }
  }
  @media (forced-colors: active) {
    .chip {
      border: 1px solid;
    }
    .chip.mine {
      outline: 2px solid Highlight;
    }
  }
`;
