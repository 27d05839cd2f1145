import { css } from 'lit';

/** A line in the page while the box is away. */
export const bar = css`
  .bar {
    --_chat-icon-size: 16px;
    background: var(--_accept);
    color: #fff;
  }
  .bar bdi {
    font-weight: 600;
  }
  .since {
    margin-inline-start: 6px;
    font-variant-numeric: tabular-nums;
  }
  .pill {
    flex: none;
    min-block-size: 32px;
    padding: 4px 14px;
    border-radius: var(--_chat-radius-pill);
    background: rgb(0 0 0 / 0.22);
    color: #fff;
    font-weight: 600;
    transition: background-color var(--_chat-motion);
  }
  .pill:hover {
    background: rgb(0 0 0 / 0.34);
  }
  .pill.end {
    background: var(--_end);
  }
  .pill.end:hover {
    filter: brightness(1.1);
  }
  @media (pointer: coarse) {
    .pill {
      min-block-size: 40px;
    }
  }
`;
