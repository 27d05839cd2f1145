import { css } from 'lit';

/** A box in the top layer that lies over the page for a moment. */
export const popup = css`
  :host {
    display: contents;
  }
  .popup {
    position: fixed;
    inset: auto;
    /* Wherever it is put, it is as wide: else each place would ask for another. */
    inline-size: max-content;
    max-inline-size: calc(100vw - 16px);
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_chat-color-line);
    border-radius: var(--_chat-radius-l);
    background: var(--_chat-color-raised);
    color: var(--_chat-color-text);
    box-shadow: var(--_chat-shadow);
  }
  .popup:popover-open {
    animation: appear var(--_chat-motion);
  }
  @keyframes appear {
    from {
      opacity: 0;
      scale: 0.97;
    }
  }
`;
