import { css, unsafeCSS } from 'lit';

/** Where a call that does not ring takes all of the screen. */
export const whole = '(max-width: 560px)';

/** The call one makes or is in. */
export const stage = css`
  .stage {
    inline-size: min(340px, calc(100vw - 24px));
    min-block-size: min(440px, calc(100dvh - 88px));
    /* Not of the background as a whole: where colours are forced, a box without a colour has nothing behind its words. */
    background-image: radial-gradient(
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
  }
  /* Those of the page, unless it has a look for them. */
  .acts ::slotted(button) {
    min-inline-size: 72px;
    min-block-size: 56px;
    padding-inline: var(--_chat-space-4);
    border: 0;
    border-radius: var(--_chat-radius-pill);
    background: rgb(255 255 255 / 0.14);
    color: #fff;
    font: inherit;
    font-size: var(--_chat-font-size-s);
    font-weight: 600;
  }
  .acts ::slotted(button:hover) {
    background: rgb(255 255 255 / 0.22);
  }

  /* With pictures it is as large as the page lets it. */
  .pictured.stage {
    inset: 0;
    margin: auto;
    max-block-size: none;
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

  @media ${unsafeCSS(whole)} {
    .stage,
    .pictured.stage {
      inset: 0;
      inline-size: 100vw;
      block-size: 100dvh;
      max-block-size: none;
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
      max-block-size: calc(100dvh - 2 * var(--_chat-space-3));
    }
  }
`;
