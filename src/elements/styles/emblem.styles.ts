import { css } from 'lit';

/** The picture over a few words that stand where there is nothing else. */
export const emblem = css`
  .emblem {
    --_chat-icon-size: 28px;
    display: grid;
    place-items: center;
    inline-size: var(--_emblem-size, 64px);
    block-size: var(--_emblem-size, 64px);
    border-radius: 50%;
    background: var(--_chat-color-accent-soft);
    color: var(--_chat-color-accent-text);
  }
`;
