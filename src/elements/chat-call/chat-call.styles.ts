import { css } from 'lit';

export const styles = css`
  :host {
    --_accept: var(--chat-call-accept, oklch(0.52 0.14 152));
    --_end: var(--chat-call-end, oklch(0.55 0.2 25));
    --_surface: var(--chat-call-surface, oklch(0.23 0.03 268));
    display: block;
    min-inline-size: 0;
  }
  p,
  h2 {
    margin: 0;
  }

  /* In the top layer, where the page's own direction of things ends. */
  .box {
    inset: auto;
    inset-block-start: 76px;
    inset-inline-end: var(--_chat-space-4);
    margin: 0;
    padding: 0;
    border: 0;
    max-inline-size: none;
    /* Large text in a low window is scrolled to, the answers below it as well. */
    max-block-size: calc(100dvh - 88px);
    color-scheme: dark;
    color: var(--_chat-color-text);
    background: var(--_surface);
    border-radius: 22px;
    box-shadow:
      0 0 0 1px rgb(255 255 255 / 0.08),
      0 18px 48px rgb(0 0 0 / 0.36);
    overflow: auto;
  }
  .box:is([open], :popover-open) {
    display: flex;
    flex-direction: column;
    animation: appear 220ms cubic-bezier(0.2, 0.9, 0.3, 1);
  }
  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 -10px;
      scale: 0.97;
    }
  }
  .name {
    min-inline-size: 0;
    font-weight: 650;
    line-height: 1.25;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
  }
  /* It has the focus for the whole of the box. */
  .name:focus-visible {
    outline: none;
  }
  .box:has(.name:focus-visible) {
    outline: 2px solid var(--_chat-color-accent);
    outline-offset: -2px;
  }
  .status {
    color: var(--_chat-color-muted);
    font-size: var(--_chat-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  .face {
    position: relative;
    display: block;
    flex: none;
  }

  /* What accepts and what ends, whatever its shape. */
  .answer,
  .disc {
    transition: filter var(--_chat-motion);
  }
  .accept.answer,
  .accept .disc {
    background: var(--_accept);
  }
  .end.answer,
  .end .disc {
    background: var(--_end);
  }
  .answer:hover,
  .round:hover .disc {
    filter: brightness(1.12);
  }
  .answer:active,
  .round:active .disc {
    filter: brightness(0.92);
  }
  .round:focus-visible {
    outline: none;
  }
  .round:focus-visible .disc,
  .answer:focus-visible,
  .pill:focus-visible,
  .top .icon-button:focus-visible {
    outline: 2px solid #fff;
    outline-offset: 2px;
  }

  /* It rings: rings go out from the face. */
  .ringing .face::before,
  .ringing .face::after,
  .outgoing .face::before,
  .outgoing .face::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: 50%;
    border: 2px solid color-mix(in oklch, var(--_chat-color-accent), #fff 25%);
    animation: ring 2.4s ease-out infinite;
    pointer-events: none;
  }
  .ringing .face::after,
  .outgoing .face::after {
    animation-delay: 1.2s;
  }
  @keyframes ring {
    from {
      opacity: 0.7;
    }
    to {
      opacity: 0;
      scale: 1.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .face::before,
    .face::after {
      animation: none !important;
      opacity: 0.5;
      inset: -5px !important;
    }
    .face::after {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .box,
    .disc,
    .answer,
    .bar,
    .pill {
      border: 1px solid;
    }
  }
`;
