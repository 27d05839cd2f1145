import { css } from 'lit';

/** A line in the page while the box is away. */
export const bar = css`
  .bar {
    --_chat-icon-size: 16px;
    background: var(--_accept);
    color: #fff;
  }
  .words {
    flex: 1;
    display: flex;
    gap: 6px;
    min-inline-size: 0;
  }
  /* Where there is little room, the name gives way. */
  .words > bdi.truncate {
    flex: 0 1000 auto;
    min-inline-size: 3em;
    font-weight: 600;
  }
  .words > .since.truncate {
    flex: 0 1 auto;
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
      min-block-size: 44px;
    }
  }
`;
