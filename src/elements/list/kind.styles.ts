import { css } from 'lit';

/** The sign, on a face, of a group that is not open to all. */
export const kindStyles = css`
  /* As large as the face it stands on, however large the text is. */
  .kind {
    --_chat-icon-size: 12px;
    font-size: 12px;
    place-self: end;
    margin: -3px;
    display: grid;
    place-items: center;
    inline-size: 20px;
    block-size: 20px;
    border: 2px solid var(--chat-avatar-ring);
    border-radius: 50%;
    background: var(--_chat-color-bubble);
    color: var(--_chat-color-muted);
  }
`;
