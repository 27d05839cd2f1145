import { css } from 'lit';

/** It rings here. */
export const card = css`
  .card {
    inset-block-start: var(--_chat-space-4);
    inline-size: min(360px, calc(100vw - 24px));
    gap: var(--_chat-space-4);
    padding: var(--_chat-space-4);
  }
  .ringing {
    --chat-avatar-size: 56px;
    display: flex;
    align-items: center;
    gap: var(--_chat-space-4);
  }
  .lines {
    flex: 1;
    min-inline-size: 0;
  }
  .card .name {
    font-size: 1.0625rem;
  }
  .card .status {
    --_chat-icon-size: 16px;
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_chat-space-2);
  }
  /* Side by side and alike, as long as both have room for their word. */
  .answer {
    flex: 1 1 40%;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_chat-space-2);
    min-inline-size: min-content;
    min-block-size: 44px;
    padding: 6px 12px;
    border-radius: var(--_chat-radius-pill);
    color: #fff;
    font-weight: 600;
  }
  @media (max-width: 560px) {
    .card {
      inset-block-start: var(--_chat-space-3);
      inset-inline: var(--_chat-space-3);
      inline-size: auto;
    }
  }
`;
