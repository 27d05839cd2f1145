import { css } from 'lit';

/** A list without rows: loading, empty, failed. */
export const states = css`
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

  .state {
    display: grid;
    justify-items: center;
    gap: var(--_chat-space-2);
    padding: var(--_chat-space-6) var(--_chat-space-6);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .state p {
    margin: 0;
  }
  .state .text {
    font-weight: 600;
  }
  .state .detail {
    font-size: var(--_chat-font-size-s);
    color: var(--_chat-color-muted);
  }
  .state .button {
    margin-block-start: var(--_chat-space-2);
  }
  .emblem {
    --_chat-icon-size: 24px;
    --_emblem-size: 56px;
    background: var(--_chat-color-bubble);
    color: var(--_chat-color-muted);
  }
`;
