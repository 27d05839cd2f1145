import { css } from 'lit';

export const newChatStyles = css`
  .picker {
    position: absolute;
    inset: 0;
    z-index: 3;
    display: flex;
    flex-direction: column;
    background: var(--_chat-color-surface);
    animation: picker-in var(--_chat-motion);
  }
  @keyframes picker-in {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  .picker .bar {
    flex-wrap: wrap;
    padding-block: var(--_chat-space-2);
    padding-inline-start: var(--_chat-space-2);
    column-gap: var(--_chat-space-2);
  }
  .picker h2 {
    /* A long name takes lines of its own beside the way back; where text is large, the way on goes below. */
    flex-basis: 5em;
  }
  .picker .bar .button {
    margin-inline-start: auto;
  }
  .picker .body {
    flex: 1;
    min-block-size: 0;
  }
`;
