import { css } from 'lit';

/** Rows to come. */
export const skeletonRows = css`
  .skeleton-row {
    display: grid;
    grid-template: auto auto / 48px 1fr;
    gap: 10px 12px;
    align-content: center;
    block-size: 68px;
    padding-inline: var(--_chat-space-4);
  }
  .skeleton.face {
    grid-row: 1 / 3;
    inline-size: 48px;
    block-size: 48px;
    border-radius: 50%;
  }
  .line {
    align-self: end;
    block-size: 12px;
    inline-size: 45%;
  }
  .line.short {
    align-self: start;
    block-size: 10px;
    inline-size: 70%;
  }
  .line.b {
    inline-size: 60%;
  }
  .line.c {
    inline-size: 35%;
  }
  .line.d {
    inline-size: 50%;
  }
  .line.short.b {
    inline-size: 85%;
  }
  .line.short.d {
    inline-size: 60%;
  }
`;
