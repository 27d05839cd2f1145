import { css } from 'lit';

// Laid over each other by the grid: what is positioned is painted on its own, and there is one of these in every row.
export const faceStyles = css`
  .avatar {
    --_size: var(--chat-avatar-size, 48px);
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: var(--_size);
    block-size: var(--_size);
    border-radius: 50%;
    background: linear-gradient(
      140deg,
      oklch(0.68 0.13 var(--_hue)),
      oklch(0.52 0.15 calc(var(--_hue) + 30))
    );
    color: #fff;
    font-weight: 600;
    font-size: calc(var(--_size) * 0.36);
    line-height: 1;
    vertical-align: middle;
    user-select: none;
  }
  .avatar.square {
    border-radius: calc(var(--_size) * 0.32);
  }
  .avatar > * {
    grid-area: 1 / 1;
  }
  .avatar img {
    inline-size: 100%;
    block-size: 100%;
    border-radius: inherit;
    object-fit: cover;
  }
  .avatar img[hidden],
  .avatar img:not([hidden]) + .initials {
    display: none;
  }
  .status {
    --_dot: clamp(10px, calc(var(--_size) / 4), 20px);
    place-self: end;
    margin: -1px;
    inline-size: var(--_dot);
    block-size: var(--_dot);
    border-radius: 50%;
    background: var(--_chat-color-online, light-dark(oklch(0.62 0.17 150), oklch(0.74 0.17 150)));
    border: clamp(2px, calc(var(--_size) * 0.05), 3px) solid
      var(--chat-avatar-ring, var(--_chat-color-surface, Canvas));
  }
  @media (forced-colors: active) {
    .avatar {
      border: 1px solid CanvasText;
      color: CanvasText;
    }
    .status {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
