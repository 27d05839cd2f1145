import { css } from 'lit';

/** For the rows, which have no styles of their own. */
export const swipeStyles = css`
  /* Drawn by a finger, to reply: what that means stands where the row was. */
  chat-message.swiped::before {
    content: '↩' / '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: -44px;
    inline-size: 32px;
    block-size: 32px;
    margin-block: auto;
    border-radius: 50%;
    background: var(--_chat-color-bubble);
    color: var(--_chat-color-muted);
    text-align: center;
    line-height: 32px;
  }
  chat-message.swiped:dir(rtl)::before {
    content: '↪' / '';
  }
  chat-message.swiped.far::before {
    background: var(--_chat-color-accent);
    color: var(--_chat-color-on-accent);
  }
  @media (pointer: coarse) {
    /* What is small to see is not small to press. */
    :is(.thread, .trouble .link, .bubble .link),
    button:is(.chip, .play) {
      position: relative;
    }
    :is(.thread, .trouble .link, .bubble .link, .dismiss)::after {
      content: '';
      position: absolute;
      inset: -10px;
    }
    button:is(.chip, .play)::after {
      content: '';
      position: absolute;
      inset: -7px -5px;
    }
    .wave input[type='range'] {
      inset-block: -9px;
      block-size: 44px;
    }
    /* Sideways is a swipe. */
    chat-message {
      touch-action: pan-y pinch-zoom;
    }
  }
`;
