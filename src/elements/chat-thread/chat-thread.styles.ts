import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    block-size: 100%;
    max-block-size: 100vh;
    max-block-size: 100dvh;
    min-block-size: 0;
    min-inline-size: 0;
    background: var(--_chat-color-surface);
  }
  :host(:not(:state(open))) {
    display: none;
  }
  .frame {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    block-size: 100%;
    max-block-size: inherit;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-1);
    min-block-size: calc(var(--_chat-bar-size) - 1px);
    padding-inline: var(--_chat-space-4) var(--_chat-space-3);
  }
  .top {
    border-block-end: 1px solid var(--_chat-color-line);
  }
  .bell[aria-pressed='true'] {
    color: var(--_chat-color-accent-text);
  }
  :host([narrow]) .bar {
    padding-inline: var(--_chat-space-1) var(--_chat-space-3);
  }
  .lines {
    flex: 1;
    min-inline-size: 0;
  }
  h2 {
    margin: 0;
    font-size: var(--_chat-font-size);
    font-weight: 650;
    outline-offset: 0;
    border-radius: var(--_chat-radius-s);
  }
  .sub {
    display: block;
    font-size: var(--_chat-font-size-xs);
    color: var(--_chat-color-muted);
  }
  /* On one line with the composer of the conversation, which has more room. */
  :host(:not([narrow])) chat-composer {
    padding-block-end: calc(var(--_chat-space-4) + 6px);
  }
  .gone {
    --_chat-icon-size: 28px;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--_chat-space-1);
    padding: var(--_chat-space-6);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .gone p {
    margin: 0;
    font-size: var(--_chat-font-size-s);
    color: var(--_chat-color-muted);
  }
  .gone .title {
    font-size: var(--_chat-font-size);
    font-weight: 650;
    color: var(--_chat-color-text);
  }
  .gone .button {
    margin-block-start: var(--_chat-space-3);
  }
  .emblem {
    display: grid;
    place-items: center;
    inline-size: 64px;
    block-size: 64px;
    margin-block-end: var(--_chat-space-2);
    border-radius: 50%;
    background: var(--_chat-color-accent-soft);
    color: var(--_chat-color-accent-text);
  }
`;
