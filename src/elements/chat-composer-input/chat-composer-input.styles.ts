import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    flex: 1;
    min-inline-size: 0;
  }
  textarea {
    --_rest: 17px;
    display: block;
    inline-size: 100%;
    min-block-size: calc(1lh + var(--_rest));
    max-block-size: min(calc(8lh + var(--_rest)), var(--_most, 40vh));
    margin: 0;
    padding: 8px 6px 9px;
    border: 0;
    border-radius: 0;
    outline: 0;
    resize: none;
    background: none;
    color: inherit;
    font: inherit;
    overflow-y: auto;
    overflow-wrap: anywhere;
    scrollbar-width: thin;
    field-sizing: content;
  }
  /* The ring is drawn around the whole box. */
  textarea:focus-visible {
    outline: 0;
  }
  textarea::placeholder {
    color: var(--_chat-color-muted);
    opacity: 1;
  }
  /*
   * A long name fades: in a field that has the focus no browser ends it in dots. It goes on in a line that is not shown,
   * so that one of the other direction loses its end and not its beginning. Firefox breaks it as the field says, not as
   * the placeholder does.
   */
  textarea:placeholder-shown {
    max-block-size: calc(1lh + var(--_rest));
    overflow: hidden;
    word-break: break-all;
    mask-clip: content-box;
    mask-image: linear-gradient(to right, #000 calc(100% - 24px), transparent);
  }
  :host(:dir(rtl)) textarea:placeholder-shown {
    mask-image: linear-gradient(to left, #000 calc(100% - 24px), transparent);
  }
  @media (pointer: coarse) {
    textarea {
      --_rest: 22px;
      /* Below 16 px a phone zooms into the page. */
      font-size: max(16px, 1em);
      padding-block: 11px;
    }
  }
`;
