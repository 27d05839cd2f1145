import { css } from 'lit';

export const styles = css`
  /* In the top layer: it takes no room where the element stands. */
  .prompt {
    inset: auto;
    /* Below the header of what it lies on, with its way back. */
    inset-block-start: 76px;
    inset-inline-end: var(--_chat-space-4);
    inline-size: min(360px, calc(100vw - 24px));
    max-block-size: calc(100dvh - 88px);
    margin: 0;
    padding: var(--_chat-space-4);
    border: 0;
    border-radius: var(--_chat-radius-l);
    overflow: auto;
    color: var(--_chat-color-text);
    background: var(--_chat-color-raised);
    box-shadow:
      0 0 0 1px var(--_chat-color-line),
      var(--_chat-shadow);
    animation: appear 200ms cubic-bezier(0.2, 0.9, 0.3, 1);
  }
  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 -8px;
    }
  }
  .reason {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: var(--_chat-space-3);
  }
  .emblem {
    grid-row: span 2;
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    background: var(--_chat-color-accent-soft);
    color: var(--_chat-color-accent-text);
  }
  h2,
  p {
    margin: 0;
  }
  h2 {
    font-size: var(--_chat-font-size);
    font-weight: 650;
  }
  p {
    color: var(--_chat-color-muted);
    font-size: var(--_chat-font-size-s);
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--_chat-space-2);
    margin-block-start: var(--_chat-space-3);
  }
  @media (max-width: 560px) {
    .prompt {
      inset-inline: var(--_chat-space-3);
      inline-size: auto;
    }
    /* One line: nothing of a list of chats is hidden by it. Its heading is reason enough for who sees it. */
    .asks:popover-open {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: end;
      gap: var(--_chat-space-1) var(--_chat-space-2);
      padding: var(--_chat-space-2);
      padding-inline-start: var(--_chat-space-4);
    }
    .asks .reason {
      flex: 1 1 8em;
      line-height: 1.25;
    }
    .asks .button {
      padding-inline: var(--_chat-space-3);
    }
    .asks .emblem {
      display: none;
    }
    .asks p {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .asks .answers {
      margin: 0;
    }
  }
  @media (forced-colors: active) {
    .prompt {
      border: 1px solid;
    }
  }
`;
