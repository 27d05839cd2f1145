import { css } from 'lit';

export const styles = css`
  :host {
    --chat-avatar-ring: var(--_chat-color-surface);
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    overflow-wrap: anywhere;
  }
  :host(.grouped) {
    overflow: clip;
  }
  chat-group-members {
    block-size: 100%;
  }
  chat-group-members::part(heading) {
    font-size: var(--_chat-font-size-xs);
    font-weight: 600;
    letter-spacing: 0;
    color: var(--_chat-color-muted);
  }
  chat-group-members::part(bar) {
    min-block-size: 48px;
  }
  .out {
    position: absolute;
    z-index: 3;
    inset-block-start: 14px;
    inset-inline-start: var(--_chat-space-1);
  }
  .out.close {
    inset-inline: auto var(--_chat-space-3);
  }
  .top {
    --chat-avatar-size: 88px;
    display: grid;
    justify-items: center;
    gap: 6px;
    padding: var(--_chat-space-6) var(--_chat-space-4) var(--_chat-space-4);
    text-align: center;
  }
  .skeleton.face {
    inline-size: 88px;
    block-size: 88px;
    border-radius: 50%;
  }
  .skeleton.line {
    inline-size: 140px;
    block-size: 16px;
    margin-block-start: 10px;
  }
  .skeleton.short {
    inline-size: 90px;
    block-size: 12px;
    margin: 0;
  }
  h2 {
    margin: 6px 0 0;
    font-size: 1.125rem;
    font-weight: 650;
    line-height: 1.3;
  }
  .top p {
    margin: 0;
    font-size: var(--_chat-font-size-xs);
    color: var(--_chat-color-muted);
  }
  .acts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(3.6rem, 1fr));
    gap: var(--_chat-space-2);
    padding: 0 var(--_chat-space-4) var(--_chat-space-4);
  }
  .acts:not(:has(.act)) {
    display: none;
  }
  .act {
    display: grid;
    justify-items: center;
    gap: var(--_chat-space-1);
    padding: 10px 4px;
    border-radius: var(--_chat-radius-m);
    background: var(--_chat-color-bubble);
    color: var(--_chat-color-accent-text);
    font-size: var(--_chat-font-size-2xs);
    font-weight: 600;
    text-align: center;
    transition: background-color var(--_chat-motion);
  }
  .act:hover {
    background: var(--_chat-color-pressed);
  }
  dl {
    display: grid;
    gap: var(--_chat-space-3);
    margin: 0;
    padding: var(--_chat-space-3) var(--_chat-space-4);
    border-block-start: 1px solid var(--_chat-color-line);
  }
  dt {
    font-size: var(--_chat-font-size-xs);
    font-weight: 600;
    color: var(--_chat-color-muted);
  }
  dd {
    margin: 0;
    font-size: var(--_chat-font-size-s);
    white-space: pre-line;
  }
  dd a {
    color: var(--_chat-color-accent-text);
  }
  .gone {
    margin: 0;
    padding: calc(2 * var(--_chat-space-6)) var(--_chat-space-6);
    text-align: center;
    color: var(--_chat-color-muted);
  }
  .edge {
    border-block-start: 1px solid var(--_chat-color-line);
  }
  @media (forced-colors: active) {
    .act {
      border: 1px solid;
    }
  }
`;
