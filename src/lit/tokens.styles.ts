import { css, unsafeCSS } from 'lit';

/** Every public token, `--chat-*`, and its default; a pair is for light and dark. */
const defaults: Readonly<Record<string, string | readonly [light: string, dark: string]>> = {
  font: 'inherit',
  'font-mono': 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  'font-size': '0.9375rem',
  'font-size-s': '0.875rem',
  'font-size-xs': '0.8125rem',
  'font-size-2xs': '0.75rem',
  'font-size-3xs': '0.6875rem',
  'font-size-l': '1.25rem',
  'line-height': '1.4',

  'space-1': '4px',
  'space-2': '8px',
  'space-3': '12px',
  'space-4': '16px',
  'space-6': '24px',
  'bar-size': '64px',

  'radius-s': '6px',
  'radius-m': '10px',
  'radius-l': '14px',
  'radius-bubble': '18px',
  'radius-pill': '99px',

  'color-accent': ['oklch(0.55 0.2 268)', 'oklch(0.68 0.16 268)'],
  'color-on-accent': ['#fff', 'oklch(0.16 0.03 268)'],
  'color-accent-soft': [
    'oklch(from var(--_chat-color-accent) 0.96 calc(c * 0.1) h)',
    'oklch(from var(--_chat-color-accent) 0.3 calc(c * 0.4) h)',
  ],
  'color-accent-text': [
    'oklch(from var(--_chat-color-accent) 0.5 c h)',
    'oklch(from var(--_chat-color-accent) 0.76 calc(c * 0.8) h)',
  ],
  'color-surface': ['#fff', 'oklch(0.19 0.012 268)'],
  'color-sunken': ['oklch(0.975 0.004 268)', 'oklch(0.155 0.012 268)'],
  'color-raised': ['#fff', 'oklch(0.24 0.014 268)'],
  'color-bubble': ['oklch(0.955 0.006 268)', 'oklch(0.265 0.014 268)'],
  'color-hover': ['oklch(0.965 0.005 268)', 'oklch(0.225 0.013 268)'],
  'color-pressed': ['oklch(0.93 0.008 268)', 'oklch(0.29 0.016 268)'],
  'color-line': ['oklch(0.92 0.006 268)', 'oklch(0.29 0.014 268)'],
  'color-text': ['oklch(0.24 0.02 268)', 'oklch(0.95 0.005 268)'],
  'color-muted': ['oklch(0.5 0.02 268)', 'oklch(0.72 0.015 268)'],
  'color-online': ['oklch(0.62 0.17 150)', 'oklch(0.74 0.17 150)'],
  'color-danger': ['oklch(0.52 0.2 25)', 'oklch(0.74 0.15 25)'],
  'color-danger-soft': ['oklch(0.96 0.02 25)', 'oklch(0.29 0.06 25)'],

  'shadow-s': '0 1px 2px rgb(0 0 0 / 0.06)',
  shadow: '0 1px 2px rgb(0 0 0 / 0.06), 0 8px 24px rgb(0 0 0 / 0.1)',
  motion: '150ms cubic-bezier(0.2, 0, 0, 1)',
};

const lines = Object.entries(defaults).map(([name, value]) => {
  const all = typeof value === 'string' ? value : `light-dark(${value.join()})`;
  return `--_chat-${name}:var(--chat-${name},${all});`;
});

/**
 * Set `--chat-*` on any ancestor; elements read `--_chat-*`. Elements that stand on their own include this; those that
 * only ever live inside another inherit it.
 */
export const tokens = css`
  :host {
    ${unsafeCSS(lines.join(''))}
    font-family: var(--_chat-font);
    font-size: var(--_chat-font-size);
    line-height: var(--_chat-line-height);
    color: var(--_chat-color-text);
    scrollbar-color: var(--_chat-color-pressed) transparent;
  }
`;
