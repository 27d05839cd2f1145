import { css } from 'lit';

export const styles = css`
  :host {
    --_size: var(--chat-avatar-size, 48px);
    position: relative;
    display: inline-block;
    flex: none;
    inline-size: var(--_size);
    block-size: var(--_size);
    vertical-align: middle;
    user-select: none;
  }
  .face {
    inline-size: 100%;
    block-size: 100%;
    border-radius: 50%;
    display: grid;
    place-items: center;
    overflow: hidden;
    color: #fff;
    font-weight: 600;
    font-size: calc(var(--_size) * 0.36);
    line-height: 1;
  }
  :host([shape='square']) .face {
    border-radius: calc(var(--_size) * 0.32);
  }
  img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .status {
    --_dot: max(10px, calc(var(--_size) * 0.26));
    position: absolute;
    inset-block-end: -1px;
    inset-inline-end: -1px;
    inline-size: var(--_dot);
    block-size: var(--_dot);
    border-radius: 50%;
    background: var(--_chat-color-online, light-dark(oklch(0.62 0.17 150), oklch(0.74 0.17 150)));
    border: max(2px, calc(var(--_size) * 0.05)) solid
      var(--chat-avatar-ring, var(--_chat-color-surface, Canvas));
  }
  @media (forced-colors: active) {
    .face {
      border: 1px solid CanvasText;
      color: CanvasText;
    }
    .status {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
