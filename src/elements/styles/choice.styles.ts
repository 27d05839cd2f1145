import { css } from 'lit';

/** One of several, and a tick, drawn here: WebKit on Linux fills all of them with white, which looks chosen in the dark. */
export const choice = css`
  input:is([type='radio'], [type='checkbox']) {
    appearance: none;
    flex: none;
    box-sizing: border-box;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    border: 1px solid var(--_chat-color-muted);
    border-radius: 50%;
  }
  input[type='radio']:checked {
    border: 5px solid var(--_chat-color-accent);
  }
  input[type='checkbox'] {
    display: grid;
    place-items: center;
    border-radius: 4px;
  }
  input[type='checkbox']:checked {
    border-color: var(--_chat-color-accent);
    background: var(--_chat-color-accent);
  }
  /* A border, for forced colours show it; a tick is the same from right to left. */
  input[type='checkbox']:checked::before {
    content: '';
    box-sizing: border-box;
    inline-size: 6px;
    block-size: 10px;
    border: solid var(--_chat-color-on-accent);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -1px;
  }
`;
