import { css } from 'lit';

/** A line in the page while the box is away. */
export const bar = css`
  .bar {
    --_chat-icon-size: 16px;
    container-type: inline-size;
    background: var(--_accept);
    color: #fff;
  }
  .words {
    flex: 1;
    display: flex;
    gap: 6px;
    min-inline-size: 0;
  }
  /* The name gives way. */
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
  .pill > .icon {
    display: none;
  }
  @media (pointer: coarse) {
    .pill {
      min-block-size: 44px;
    }
  }
  /* Where there is little room: what it is in two lines, and what can be done in signs. */
  @container (inline-size < 30em) {
    .words {
      display: grid;
      line-height: 1.25;
    }
    .pill {
      inline-size: 44px;
      min-block-size: 44px;
      padding: 0;
      --_chat-icon-size: 18px;
    }
    .pill > .icon {
      display: block;
      margin: auto;
    }
    .pill > span {
      display: none;
    }
  }
`;
