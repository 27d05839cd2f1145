import { css } from 'lit';

/** People one below the other: a face, a name, and what there is to say of them. */
export const faces = css`
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li {
    display: flex;
    align-items: center;
    gap: 10px;
    padding-block: 6px;
    font-size: var(--_chat-font-size-s);
  }
  chat-avatar {
    --chat-avatar-size: 32px;
  }
  li bdi {
    min-inline-size: 0;
  }
`;
