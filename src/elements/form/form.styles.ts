import { css } from 'lit';

/** Fields under their labels, and what is wrong with them. */
export const form = css`
  form,
  .fields {
    display: grid;
    gap: var(--_chat-space-3);
  }
  label,
  legend {
    display: grid;
    gap: var(--_chat-space-1);
    font-size: var(--_chat-font-size-xs);
    font-weight: 600;
    color: var(--_chat-color-muted);
  }
  legend {
    padding: 0 0 var(--_chat-space-1);
  }
  label .field {
    font-size: var(--_chat-font-size);
    font-weight: 400;
    color: var(--_chat-color-text);
  }
  textarea.field {
    min-block-size: 72px;
    resize: vertical;
  }
  fieldset {
    display: grid;
    gap: var(--_chat-space-1);
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
    min-block-size: 32px;
    font-size: var(--_chat-font-size);
    font-weight: 400;
    color: var(--_chat-color-text);
  }
  @media (pointer: coarse) {
    .choice {
      min-block-size: 44px;
    }
  }
  p {
    margin: 0;
    color: var(--_chat-color-muted);
  }
  .error {
    color: var(--_chat-color-danger);
    font-size: var(--_chat-font-size-s);
    font-weight: 400;
  }
  .field[aria-invalid='true'] {
    border-color: var(--_chat-color-danger);
  }
`;
