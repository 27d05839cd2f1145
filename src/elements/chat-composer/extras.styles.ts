import { css } from 'lit';

export const extraStyles = css`
  [part='voice'] {
    touch-action: none;
  }
  .row[hidden] {
    display: none;
  }
  .send {
    transition:
      background-color var(--_chat-motion),
      scale var(--_chat-motion);
  }
  .send:hover:enabled {
    background: color-mix(in oklch, var(--_chat-color-accent), var(--_chat-color-text) 12%);
  }
  .send:active:enabled {
    scale: 0.94;
  }
  .context {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_chat-space-2);
    padding: var(--_chat-space-2) var(--_chat-space-4) 0;
    padding-inline-end: 6px;
  }
  .context .quote {
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_chat-color-accent);
    font-size: var(--_chat-font-size-xs);
  }
  .context b {
    display: block;
    font-weight: 600;
    color: var(--_chat-color-accent-text);
  }
  .context .excerpt {
    color: var(--_chat-color-muted);
  }
  .notes {
    margin: 0;
    padding: var(--_chat-space-2) var(--_chat-space-4) 0;
    font-size: var(--_chat-font-size-xs);
    color: var(--_chat-color-danger);
    overflow-wrap: anywhere;
  }
  .notes p {
    margin: 0;
  }
  .notes .again {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-3);
  }
  .notes .again span {
    flex: 1;
  }
  .notes .button {
    color: var(--_chat-color-text);
    font-size: inherit;
  }
  .broadcast {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
    inline-size: fit-content;
    min-block-size: 32px;
    padding: 0 var(--_chat-space-4) 6px;
    font-size: var(--_chat-font-size-xs);
    color: var(--_chat-color-muted);
    cursor: pointer;
  }
  @media (pointer: coarse) {
    .broadcast {
      min-block-size: 44px;
    }
  }
  .count {
    display: flex;
    align-items: center;
    justify-content: end;
    flex-wrap: wrap;
    gap: var(--_chat-space-2);
    padding: 0 var(--_chat-space-4) var(--_chat-space-2);
    font-size: var(--_chat-font-size-2xs);
    color: var(--_chat-color-muted);
    font-variant-numeric: tabular-nums;
  }
  .count.over {
    color: var(--_chat-color-danger);
  }
  .count .button {
    min-block-size: 28px;
    padding: 2px 12px;
    font-size: var(--_chat-font-size-2xs);
    color: var(--_chat-color-text);
  }
  .overlay {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: var(--_chat-space-3);
    border: 0;
    background: none;
    color: var(--_chat-color-accent-text);
    pointer-events: none;
  }
  .overlay:popover-open {
    display: grid;
  }
  .overlay div {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--_chat-space-2);
    border: 2px dashed var(--_chat-color-accent);
    border-radius: 22px;
    background: color-mix(in oklch, var(--_chat-color-accent-soft) 92%, transparent);
    font-size: var(--_chat-font-size-s);
    font-weight: 600;
    text-align: center;
    overflow: hidden;
  }
  @media (forced-colors: active) {
    .box:has(chat-composer-input:focus-within) {
      outline-color: Highlight;
    }
    .send {
      border: 1px solid;
    }
  }
`;
