import { css } from 'lit';

/** A line of the page that stands for a call. */
export const callStrip = css`
  .strip {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
    min-block-size: 44px;
    padding: 5px var(--_chat-space-3);
    padding-inline-start: var(--_chat-space-4);
    font-size: var(--_chat-font-size-s);
  }
  .strip .truncate {
    flex: 1;
    min-inline-size: 0;
  }
`;
