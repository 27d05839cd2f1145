import { css } from 'lit';

/**
 * Every public token and its default. Set `--chat-*` on any ancestor; elements read `--_chat-*`. Elements that stand
 * on their own include this; those that only ever live inside another inherit it.
 */
export const tokens = css`
  :host {
    --_chat-font: var(--chat-font, inherit);
    --_chat-font-mono: var(
      --chat-font-mono,
      ui-monospace,
      SFMono-Regular,
      Menlo,
      Consolas,
      monospace
    );
    --_chat-font-size: var(--chat-font-size, 0.9375rem);
    --_chat-font-size-s: var(--chat-font-size-s, 0.875rem);
    --_chat-font-size-xs: var(--chat-font-size-xs, 0.8125rem);
    --_chat-font-size-2xs: var(--chat-font-size-2xs, 0.75rem);
    --_chat-font-size-3xs: var(--chat-font-size-3xs, 0.6875rem);
    --_chat-font-size-l: var(--chat-font-size-l, 1.25rem);
    --_chat-line-height: var(--chat-line-height, 1.4);

    --_chat-space-1: var(--chat-space-1, 4px);
    --_chat-space-2: var(--chat-space-2, 8px);
    --_chat-space-3: var(--chat-space-3, 12px);
    --_chat-space-4: var(--chat-space-4, 16px);
    --_chat-space-6: var(--chat-space-6, 24px);
    --_chat-bar-size: var(--chat-bar-size, 64px);

    --_chat-radius-s: var(--chat-radius-s, 6px);
    --_chat-radius-m: var(--chat-radius-m, 10px);
    --_chat-radius-l: var(--chat-radius-l, 14px);
    --_chat-radius-bubble: var(--chat-radius-bubble, 18px);
    --_chat-radius-pill: var(--chat-radius-pill, 99px);

    --_chat-color-accent: var(
      --chat-color-accent,
      light-dark(oklch(0.55 0.2 268), oklch(0.68 0.16 268))
    );
    --_chat-color-on-accent: var(--chat-color-on-accent, light-dark(#fff, oklch(0.16 0.03 268)));
    --_chat-color-accent-soft: var(
      --chat-color-accent-soft,
      light-dark(oklch(0.96 0.02 268), oklch(0.3 0.06 268))
    );
    --_chat-color-accent-text: var(
      --chat-color-accent-text,
      light-dark(oklch(0.5 0.2 268), oklch(0.76 0.13 268))
    );
    --_chat-color-surface: var(--chat-color-surface, light-dark(#fff, oklch(0.19 0.012 268)));
    --_chat-color-sunken: var(
      --chat-color-sunken,
      light-dark(oklch(0.975 0.004 268), oklch(0.155 0.012 268))
    );
    --_chat-color-raised: var(--chat-color-raised, light-dark(#fff, oklch(0.24 0.014 268)));
    --_chat-color-bubble: var(
      --chat-color-bubble,
      light-dark(oklch(0.955 0.006 268), oklch(0.265 0.014 268))
    );
    --_chat-color-hover: var(
      --chat-color-hover,
      light-dark(oklch(0.965 0.005 268), oklch(0.225 0.013 268))
    );
    --_chat-color-pressed: var(
      --chat-color-pressed,
      light-dark(oklch(0.93 0.008 268), oklch(0.29 0.016 268))
    );
    --_chat-color-line: var(
      --chat-color-line,
      light-dark(oklch(0.92 0.006 268), oklch(0.29 0.014 268))
    );
    --_chat-color-text: var(
      --chat-color-text,
      light-dark(oklch(0.24 0.02 268), oklch(0.95 0.005 268))
    );
    --_chat-color-muted: var(
      --chat-color-muted,
      light-dark(oklch(0.5 0.02 268), oklch(0.72 0.015 268))
    );
    --_chat-color-online: var(
      --chat-color-online,
      light-dark(oklch(0.62 0.17 150), oklch(0.74 0.17 150))
    );
    --_chat-color-danger: var(
      --chat-color-danger,
      light-dark(oklch(0.52 0.2 25), oklch(0.74 0.15 25))
    );
    --_chat-color-danger-soft: var(
      --chat-color-danger-soft,
      light-dark(oklch(0.96 0.02 25), oklch(0.29 0.06 25))
    );
    --_chat-shadow-s: var(--chat-shadow-s, 0 1px 2px rgb(0 0 0 / 0.06));
    --_chat-shadow: var(--chat-shadow, 0 1px 2px rgb(0 0 0 / 0.06), 0 8px 24px rgb(0 0 0 / 0.1));
    --_chat-motion: var(--chat-motion, 150ms cubic-bezier(0.2, 0, 0, 1));

    font-family: var(--_chat-font);
    font-size: var(--_chat-font-size);
    line-height: var(--_chat-line-height);
    color: var(--_chat-color-text);
  }
`;
