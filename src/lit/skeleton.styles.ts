import { css } from 'lit';

/** Grey shapes in the place of what is loading. */
export const skeleton = css`
  .skeleton {
    background: var(--_chat-color-bubble);
    border-radius: var(--_chat-radius-s);
    animation: skeleton-breathe 1.6s ease-in-out infinite;
  }
  @keyframes skeleton-breathe {
    50% {
      opacity: 0.45;
    }
  }
`;
