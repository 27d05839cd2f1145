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
    max-block-size: none;
    color-scheme: dark;
    color: var(--_chat-color-text);
    background: var(--_surface);
    border-radius: 22px;
    box-shadow:
      0 0 0 1px rgb(255 255 255 / 0.08),
      0 18px 48px rgb(0 0 0 / 0.36);
    overflow: hidden;
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

  /* It rings here. */
  .card {
    inset-block-start: var(--_chat-space-4);
    inline-size: min(360px, calc(100vw - 24px));
    gap: var(--_chat-space-4);
    padding: var(--_chat-space-4);
  }
  .ringing {
    --chat-avatar-size: 56px;
    display: flex;
    align-items: center;
    gap: var(--_chat-space-4);
  }
  .lines {
    flex: 1;
    min-inline-size: 0;
  }
  .card .name {
    font-size: 1.0625rem;
  }
  .card .status {
    --_chat-icon-size: 16px;
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .answers {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--_chat-space-2);
  }
  .answer {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_chat-space-2);
    min-inline-size: 0;
    min-block-size: 44px;
    padding: 6px 12px;
    border-radius: var(--_chat-radius-pill);
    color: #fff;
    font-weight: 600;
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

  /* The call one is in. */
  .stage {
    inline-size: min(340px, calc(100vw - 24px));
    min-block-size: min(440px, calc(100dvh - 24px));
    background: radial-gradient(
      130% 90% at 50% 0%,
      color-mix(in oklch, var(--_chat-color-accent) 34%, var(--_surface)),
      var(--_surface) 78%
    );
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-block-start: var(--_chat-space-3);
    padding-inline: var(--_chat-space-6) var(--_chat-space-3);
  }
  .top .icon-button {
    color: inherit;
  }
  .top .icon-button:hover {
    background: rgb(255 255 255 / 0.12);
  }
  .type {
    --_chat-icon-size: 16px;
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
    font-size: var(--_chat-font-size-xs);
    font-weight: 600;
    color: var(--_chat-color-muted);
  }
  .who {
    --chat-avatar-size: 112px;
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: var(--_chat-space-1);
    padding: var(--_chat-space-4) var(--_chat-space-6);
    text-align: center;
  }
  .who .face {
    margin-block-end: var(--_chat-space-4);
  }
  .stage .name {
    font-size: 1.375rem;
    letter-spacing: -0.01em;
  }
  .stage .status {
    font-size: var(--_chat-font-size);
  }
  .outcome {
    color: var(--_chat-color-text);
  }
  .reason {
    font-size: var(--_chat-font-size-s);
    color: var(--_chat-color-danger);
    overflow-wrap: anywhere;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: center;
    gap: var(--_chat-space-3) var(--_chat-space-6);
    min-block-size: 84px;
    padding: 0 var(--_chat-space-4) var(--_chat-space-6);
  }
  .round {
    --_chat-icon-size: 24px;
    display: grid;
    justify-items: center;
    gap: 6px;
    min-inline-size: 72px;
    border-radius: var(--_chat-radius-m);
    font-size: var(--_chat-font-size-xs);
  }
  .disc {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    border-radius: 50%;
    background: rgb(255 255 255 / 0.14);
    color: #fff;
    transition: filter var(--_chat-motion);
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

  /* With pictures it is as large as the page lets it. */
  .pictured.stage {
    inset: 0;
    margin: auto;
    inline-size: min(1040px, calc(100vw - 48px));
    block-size: min(720px, calc(100dvh - 48px));
  }
  .media {
    flex: 1;
    min-block-size: 0;
    margin: var(--_chat-space-3) var(--_chat-space-4);
    border-radius: var(--_chat-radius-l);
    overflow: hidden;
    background: #000;
  }
  .media ::slotted(*) {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .pictured .who {
    flex: none;
    flex-direction: row;
    flex-wrap: wrap;
    gap: 0 var(--_chat-space-3);
    padding-block: 0 var(--_chat-space-3);
  }
  .pictured .who .face {
    display: none;
  }
  .pictured .name {
    font-size: var(--_chat-font-size);
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

  /* A line in the page while the box is away. */
  .bar {
    --_chat-icon-size: 16px;
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
    min-block-size: 44px;
    padding: 5px var(--_chat-space-3);
    padding-inline-start: var(--_chat-space-4);
    background: var(--_accept);
    color: #fff;
    font-size: var(--_chat-font-size-s);
  }
  .line {
    flex: 1;
    min-inline-size: 0;
  }
  .line bdi {
    font-weight: 600;
  }
  .since {
    margin-inline-start: 6px;
    font-variant-numeric: tabular-nums;
  }
  .pill {
    flex: none;
    min-block-size: 32px;
    padding: 4px 14px;
    border-radius: var(--_chat-radius-pill);
    background: rgb(0 0 0 / 0.22);
    color: #fff;
    font-weight: 600;
    transition: background-color var(--_chat-motion);
  }
  .pill:hover {
    background: rgb(0 0 0 / 0.34);
  }
  .pill.end {
    background: var(--_end);
  }
  .pill.end:hover {
    filter: brightness(1.1);
  }

  @media (max-width: 560px) {
    .card {
      inset-block-start: var(--_chat-space-3);
      inset-inline: var(--_chat-space-3);
      inline-size: auto;
    }
    .stage,
    .pictured.stage {
      inset: 0;
      inline-size: 100vw;
      block-size: 100dvh;
      border-radius: 0;
      box-shadow: none;
    }
    .stage .acts {
      padding-block-end: max(40px, env(safe-area-inset-bottom));
    }
  }
  @media (max-height: 460px) {
    .stage:not(.pictured) .who {
      --chat-avatar-size: 56px;
      padding-block: 0;
    }
    .stage .who .face {
      margin-block-end: var(--_chat-space-2);
    }
    .stage {
      inset-block-start: var(--_chat-space-3);
      overflow: auto;
    }
  }
  @media (pointer: coarse) {
    .pill {
      min-block-size: 40px;
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
    .bar,
    .disc,
    .answer,
    .pill {
      border: 1px solid;
    }
  }
`;
