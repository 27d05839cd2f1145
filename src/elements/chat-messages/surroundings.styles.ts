import { css } from 'lit';
import { emblem } from '../styles/emblem.styles.js';
import { inverse } from '../styles/inverse.styles.js';

/** Nothing moves when these come. */
export const surroundingStyles = css`
  ${emblem}
  /* Messages fade out below it; the scrollbar does not. */
  .typing {
    position: absolute;
    z-index: 2;
    inset-block-end: 0;
    inset-inline: 0 12px;
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
    block-size: 28px;
    padding-inline: var(--_chat-space-6);
    background: linear-gradient(to top, var(--_chat-color-surface) 60%, transparent);
    pointer-events: none;
    font-size: var(--_chat-font-size-xs);
    color: var(--_chat-color-muted);
  }
  .day.sticky {
    position: absolute;
    z-index: 3;
    inset-block-start: var(--_chat-space-2);
    inset-inline: 0;
    margin: 0 auto;
    box-shadow: var(--_chat-shadow-s);
    animation: appear var(--_chat-motion);
  }
  div.sticky,
  .day.sticky:not(.shown) {
    pointer-events: none;
  }
  .day.sticky:not(.shown, :focus-visible) {
    opacity: 0;
  }
  /* Where there are others to go to. */
  button.sticky,
  .scroller:has(~ button.sticky) .day {
    cursor: pointer;
  }
  button.sticky:hover,
  .scroller:has(~ button.sticky) .day:hover {
    background: var(--_chat-color-hover);
    color: var(--_chat-color-text);
  }

  .more:hover:not([aria-disabled]) {
    background: var(--_chat-color-bubble);
    color: var(--_chat-color-text);
  }
  .spinner {
    display: none;
    inline-size: 14px;
    block-size: 14px;
    border: 2px solid var(--_chat-color-line);
    border-block-start-color: var(--_chat-color-accent);
    border-radius: 50%;
    animation: spin 800ms linear infinite;
  }
  .more[aria-disabled] .spinner {
    display: block;
  }
  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }

  /* A thread begins at the top: what it is about, then what was said. */
  .rows:has(> .parent),
  .parent .day {
    margin-block-start: 0;
  }
  .parent .thread {
    display: none;
  }
  .replies {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-3);
    margin-block: var(--_chat-space-4) var(--_chat-space-1);
    font-size: var(--_chat-font-size-2xs);
    font-weight: 600;
    color: var(--_chat-color-muted);
  }
  .replies::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_chat-color-line);
  }

  .latest {
    position: absolute;
    z-index: 3;
    inset-block-end: 32px;
    inset-inline-end: var(--_chat-space-6);
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_chat-space-2);
    min-inline-size: 40px;
    min-block-size: 40px;
    padding-inline: 9px;
    border: 1px solid var(--_chat-color-line);
    border-radius: var(--_chat-radius-pill);
    background: var(--_chat-color-raised);
    box-shadow: var(--_chat-shadow);
    font-size: var(--_chat-font-size-xs);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    animation: appear var(--_chat-motion);
  }
  .latest.back {
    inset-inline: var(--_chat-space-6) auto;
    /* Beside the way down. */
    max-inline-size: calc(100% - 140px);
    text-align: start;
  }
  .latest:hover {
    background: var(--_chat-color-hover);
  }
  .latest span {
    padding-inline-end: 5px;
  }
  /* What is said stands above the way down. */
  .latest ~ chat-toast {
    inset-block-end: 80px;
  }
  .since {
    position: absolute;
    z-index: 3;
    inset-block-start: var(--_chat-space-2);
    inset-inline: var(--_chat-space-3);
    display: flex;
    inline-size: fit-content;
    max-inline-size: calc(100% - 2 * var(--_chat-space-3));
    margin: 0 auto;
    border-radius: var(--_chat-radius-pill);
    background: var(--_chat-color-accent);
    color: var(--_chat-color-on-accent);
    box-shadow: var(--_chat-shadow);
    font-size: var(--_chat-font-size-xs);
    font-weight: 600;
    animation: appear var(--_chat-motion);
    --_chat-icon-size: 16px;
  }
  .since button {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
    min-block-size: 32px;
    padding-inline: var(--_chat-space-3);
    border-radius: inherit;
  }
  .since .dismiss {
    padding-inline: var(--_chat-space-2);
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .since button:hover {
    background: color-mix(in oklab, currentColor 15%, transparent);
  }
  /* Keys lead to no row, and to none of its tools, that is below one of these. */
  .scroller:has(~ .latest) {
    scroll-padding-block-end: 80px;
  }
  .scroller:has(~ .since) {
    scroll-padding-block-start: 48px;
  }
  /* They share the top edge. */
  .banner ~ .since,
  .since ~ .day.sticky {
    inset-block-start: 48px;
  }
  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 4px;
    }
  }

  .banner {
    position: absolute;
    inset-block-start: var(--_chat-space-2);
    z-index: 4;
    inset-inline: var(--_chat-space-3);
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_chat-space-2);
    inline-size: fit-content;
    margin: 0 auto;
    ${inverse}
    --_chat-icon-size: 16px;
  }

  .dots {
    display: inline-flex;
    gap: 3px;
  }
  .dots i {
    inline-size: 5px;
    block-size: 5px;
    border-radius: 50%;
    background: currentColor;
    animation: hop 1.2s ease-in-out infinite;
  }
  .dots i:nth-child(2) {
    animation-delay: 150ms;
  }
  .dots i:nth-child(3) {
    animation-delay: 300ms;
  }
  @keyframes hop {
    0%,
    60%,
    100% {
      opacity: 0.4;
    }
    30% {
      opacity: 1;
      translate: 0 -2px;
    }
  }

  .middle {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: var(--_chat-space-1);
    block-size: 100%;
    min-block-size: 120px;
    margin: auto;
    padding: var(--_chat-space-6);
    text-align: center;
    color: var(--_chat-color-muted);
    overflow-wrap: anywhere;
  }
  .middle p {
    margin: 0;
  }
  .middle .title {
    font-weight: 650;
    color: var(--_chat-color-text);
  }
  .middle .hint {
    font-size: var(--_chat-font-size-s);
  }
  .middle .button {
    margin-block-start: var(--_chat-space-3);
  }
  .middle .emblem {
    margin-block-end: var(--_chat-space-2);
  }

  @container messages (max-width: 560px) {
    .latest {
      inset-inline-end: var(--_chat-space-3);
    }
    .typing {
      padding-inline: var(--_chat-space-4);
    }
  }
  @media (forced-colors: active) {
    .since,
    .banner {
      border: 1px solid;
    }
    .typing {
      background: linear-gradient(to top, Canvas 60%, transparent);
    }
  }
  @media (pointer: coarse) {
    /* A long press opens the menu, which copies. */
    .bubble {
      user-select: none;
      -webkit-touch-callout: none;
    }
    .latest {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
    .since button {
      min-block-size: 44px;
    }
    .since ~ .day.sticky {
      inset-block-start: 60px;
    }
    .scroller:has(~ .since) {
      scroll-padding-block-start: 60px;
    }
    .scroller:has(~ button.sticky) .day {
      position: relative;
    }
    .scroller:has(~ button.sticky) .day::after,
    button.sticky::after {
      content: '';
      position: absolute;
      inset: -10px 0;
    }
  }

  /* Found by a jump */
  chat-message.found .bubble,
  chat-message.found .note {
    animation: found 2s ease-out;
  }
  @keyframes found {
    0%,
    40% {
      box-shadow: 0 0 0 4px color-mix(in oklch, var(--_chat-color-accent) 45%, transparent);
    }
  }
`;
