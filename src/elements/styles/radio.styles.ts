import { css } from 'lit';

/** One of several, drawn here: WebKit on Linux fills all of them with white, which looks chosen in the dark. */
export const radio = css`
  input[type='radio'] {
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
`;
