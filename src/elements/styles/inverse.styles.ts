import { css } from 'lit';

/** What is said over messages for a while: light on dark, and in dark colours the other way round. */
export const inverse = css`
  padding: var(--_chat-space-2) var(--_chat-space-4);
  border-radius: var(--_chat-radius-l);
  background: var(--_chat-color-text);
  color: var(--_chat-color-surface);
  box-shadow: var(--_chat-shadow);
  font-size: var(--_chat-font-size-xs);
  animation: appear var(--_chat-motion);
`;
