import { css } from 'lit';
import { emblem } from '../styles/emblem.styles.js';
import { bar, pane } from '../styles/pane.styles.js';

export const styles = css`
  ${pane}
  ${bar}
  ${emblem}
  :host {
    min-block-size: 0;
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
  .top .bar {
    min-block-size: calc(var(--_chat-bar-size) - 1px);
  }
  .top {
    border-block-end: 1px solid var(--_chat-color-line);
  }
  .bell[aria-pressed='true'] {
    color: var(--_chat-color-accent-text);
  }
  /* The ring of the title keeps clear of what is below. */
  .lines {
    display: grid;
    row-gap: 1px;
    flex: 1;
    min-inline-size: 0;
  }
  h2 {
    margin: 0;
    font-size: var(--_chat-font-size);
    font-weight: 650;
    border-radius: var(--_chat-radius-s);
  }
  h2:focus-visible {
    outline-offset: 0;
  }
  .sub {
    display: block;
    font-size: var(--_chat-font-size-xs);
    color: var(--_chat-color-muted);
  }
  /* On one line with the composer of the conversation, which has more room. */
  :host(:not([narrow])) chat-composer {
    --_chat-composer-end: calc(var(--_chat-space-4) + 6px);
  }
  .gone {
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
  .gone .emblem {
    margin-block-end: var(--_chat-space-2);
  }
`;
