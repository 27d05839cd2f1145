import { css } from 'lit';
import { emblem } from '../styles/emblem.styles.js';
import { pane } from '../styles/pane.styles.js';

export const styles = css`
  ${pane}
  ${emblem}
  :host {
    inline-size: 100%;
    min-block-size: min(480px, 100vh);
    overflow: clip;
  }
  /* Not the host: a page that says how the tag is displayed must not lose the layout. */
  .frame {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    block-size: 100%;
    max-block-size: inherit;
  }
  .panes {
    grid-row: 3;
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
  }
  .panes.medium {
    grid-template-columns: clamp(280px, 34%, 340px) minmax(0, 1fr);
  }
  .panes.wide {
    grid-template-columns: 340px minmax(0, 1fr);
  }
  .panes.wide.detailed {
    grid-template-columns: 340px minmax(0, 1fr) 300px;
  }
  .panes.wide.threaded {
    grid-template-columns: 340px minmax(0, 1fr) 380px;
  }
  .pane {
    min-inline-size: 0;
    min-block-size: 0;
    position: relative;
    background: var(--_chat-color-surface);
  }
  .list:not(.alone) {
    border-inline-end: 1px solid var(--_chat-color-line);
  }
  .talk {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
  }
  .details,
  .thread,
  .panel {
    border-inline-start: 1px solid var(--_chat-color-line);
  }
  .narrow > .pane {
    grid-area: 1 / 1;
    border: 0;
  }
  /* Covered, not gone: it keeps its place. */
  .narrow > .pane[inert] {
    visibility: hidden;
  }
  .narrow > .pane.in:not([inert]) {
    animation: pane-in var(--_chat-motion);
  }
  .medium > :is(.details, .thread, .panel) {
    position: absolute;
    z-index: 4;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 320px;
    box-shadow: var(--_chat-shadow);
    animation: pane-in var(--_chat-motion);
  }
  .medium > :is(.thread, .panel) {
    inline-size: 400px;
  }
  @keyframes pane-in {
    from {
      opacity: 0;
      translate: var(--_from, 16px) 0;
    }
  }
  :host(:dir(rtl)) {
    --_from: -16px;
  }
  .calm {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--_chat-space-2);
    padding: var(--_chat-space-6);
    text-align: center;
    background: var(--_chat-color-sunken);
    --_emblem-size: 72px;
  }
  .calm p {
    margin: 0;
    color: var(--_chat-color-muted);
    font-size: var(--_chat-font-size-s);
    overflow-wrap: anywhere;
  }
  .calm h2 {
    margin: var(--_chat-space-2) 0 0;
    font-size: 1.125rem;
    font-weight: 650;
    border-radius: var(--_chat-radius-s);
  }
  .calm .button,
  slot[name='sign-in']::slotted(*) {
    margin-block-start: var(--_chat-space-3);
  }
  .whole {
    block-size: 100%;
  }
`;
