import { css } from 'lit';

export const styles = css`
  :host {
    --_button: 38px;
    --_end: var(--_chat-composer-end, var(--_chat-space-4));
    display: flow-root;
    container-type: inline-size;
  }
  /* Not a padding of the element: a page that resets those of everything would take it away. */
  .box,
  .place,
  chat-composer-notice {
    margin: var(--_chat-space-2) var(--_chat-space-4) var(--_end);
  }
  .box {
    border-radius: 22px;
    background: var(--_chat-color-raised);
    border: 1px solid var(--_chat-color-line);
    box-shadow: var(--_chat-shadow);
  }
  .box:has(chat-composer-input:focus-within) {
    outline: 2px solid var(--_chat-color-accent);
    outline-offset: 1px;
  }
  .row {
    display: flex;
    align-items: flex-end;
    gap: var(--_chat-space-1);
    padding: 6px;
  }
  .icon-button {
    inline-size: var(--_button);
    block-size: var(--_button);
    /* Level with the last line, however large its text is. */
    margin-block-end: max(0px, (1lh + 17px - var(--_button)) / 2);
    border-radius: 50%;
  }
  .icon-button.send {
    background: var(--_chat-color-accent);
    color: var(--_chat-color-on-accent);
  }
  .send:disabled {
    background: var(--_chat-color-bubble);
    color: var(--_chat-color-muted);
    opacity: 1;
  }
  .place {
    block-size: 52px;
    border-radius: 22px;
  }
  @container (max-width: 512px) {
    .box,
    .place {
      margin-inline: var(--_chat-space-2);
      margin-block-end: calc(var(--_end) - 6px);
    }
  }
  @media (pointer: coarse) {
    :host {
      --_button: 44px;
    }
  }
`;
