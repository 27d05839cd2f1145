import { css } from 'lit';

/** Grey shapes in the place of what is loading; they appear after 200 ms, so that a quick answer shows none. */
export const skeleton = css`
  .skeleton {
    background: var(--_chat-color-bubble);
    border-radius: var(--_chat-radius-s);
    animation:
      skeleton-appear 1ms 200ms backwards,
      skeleton-breathe 1.6s 200ms ease-in-out infinite;
  }
  @keyframes skeleton-appear {
    from {
      visibility: hidden;
    }
  }
  @keyframes skeleton-breathe {
    50% {
      opacity: 0.45;
    }
  }
`;
