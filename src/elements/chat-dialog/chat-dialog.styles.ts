import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(420px, calc(100vw - 24px));
    max-block-size: min(760px, calc(100dvh - 24px));
    padding: 0;
    border: 1px solid var(--_chat-color-line);
    border-radius: var(--_chat-radius-bubble);
    background: var(--_chat-color-raised);
    color: var(--_chat-color-text);
    box-shadow: var(--_chat-shadow);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: appear var(--_chat-motion);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
    padding-block: var(--_chat-space-4) var(--_chat-space-2);
    padding-inline: var(--_chat-space-6) var(--_chat-space-3);
  }
  h2 {
    flex: 1;
    margin: 0;
    font-size: 1.125rem;
    font-weight: 650;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .body {
    padding: 0 var(--_chat-space-6) var(--_chat-space-4);
    overflow: auto;
    scrollbar-width: thin;
    overflow-wrap: anywhere;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--_chat-space-2);
    padding: var(--_chat-space-2) var(--_chat-space-6) var(--_chat-space-6);
  }
`;
