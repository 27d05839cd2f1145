import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  :host(:not([active])) {
    display: none;
  }
  .panel {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
    padding: 6px;
  }
  .icon-button,
  .send {
    flex: none;
    inline-size: var(--_button, 38px);
    block-size: var(--_button, 38px);
    border-radius: 50%;
  }
  .send {
    display: grid;
    place-items: center;
    background: var(--_chat-color-accent);
    color: var(--_chat-color-on-accent);
  }
  .send:hover {
    background: color-mix(in oklch, var(--_chat-color-accent), var(--_chat-color-text) 12%);
  }
  .stop .icon,
  .play .icon {
    fill: currentColor;
    --_chat-icon-size: 16px;
  }
  .live {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--_chat-color-danger);
  }
  .time {
    flex: none;
    min-inline-size: 5ch;
    font-size: var(--_chat-font-size-s);
    font-variant-numeric: tabular-nums;
  }
  svg.wave {
    flex: 1 1 0;
    min-inline-size: 0;
    block-size: 28px;
    stroke: var(--_chat-color-accent);
    stroke-width: 3;
    stroke-linecap: round;
  }
  /* However wide it is stretched. */
  .wave path {
    vector-effect: non-scaling-stroke;
  }
  .wave .rest {
    opacity: 0.35;
  }
  :host(:dir(rtl)) svg.wave {
    scale: -1 1;
  }
  .slide {
    flex: 1 1 auto;
    min-inline-size: 0;
    font-size: var(--_chat-font-size-xs);
    color: var(--_chat-color-muted);
    text-align: center;
  }
  .refused {
    flex: 1 1 auto;
    margin: 0;
    padding-inline-start: var(--_chat-space-3);
    font-size: var(--_chat-font-size-s);
    overflow-wrap: anywhere;
  }
  @media (prefers-reduced-motion: no-preference) {
    .live {
      animation: live 1.2s ease-in-out infinite alternate;
    }
    @keyframes live {
      to {
        opacity: 0.3;
      }
    }
  }
  @media (forced-colors: active) {
    .live {
      background: Highlight;
    }
    .send {
      border: 1px solid;
    }
  }
`;
