import { tokens } from './tokens.styles.js';

/** Public tokens that have other defaults then, for light and for dark. */
const sharper = {
  'color-accent': ['oklch(0.44 0.2 268)', 'oklch(0.78 0.13 268)'],
  'color-on-accent': ['#fff', '#000'],
  'color-accent-text': [
    'oklch(from var(--_chat-color-accent) 0.38 c h)',
    'oklch(from var(--_chat-color-accent) 0.87 calc(c * 0.8) h)',
  ],
  'color-hover': ['oklch(0.92 0.005 268)', 'oklch(0.3 0.013 268)'],
  'color-line': ['oklch(0.5 0.02 268)', 'oklch(0.68 0.015 268)'],
  'color-text': ['#000', '#fff'],
  'color-muted': ['oklch(0.34 0.02 268)', 'oklch(0.88 0.01 268)'],
  'color-danger': ['oklch(0.4 0.17 25)', 'oklch(0.85 0.1 25)'],
};
const lines = Object.entries(sharper).map(
  ([name, pair]) => `--_chat-${name}:var(--chat-${name},light-dark(${pair.join()}));`,
);
const edged = ".bubble, .button, div.search, .chip[aria-pressed='true'], .row.selected";
const rule = `@media (prefers-contrast: more) {
  :host { ${lines.join('')} }
  :focus-visible { outline-width: 3px !important; }
  :host :is(${edged}) { box-shadow: inset 0 0 0 1px var(--_chat-color-line); }
  :host .field { border-color: var(--_chat-color-line); }
}`;

let done = false;

/** For who asks for more contrast, in all elements: they share the sheet. Lists bring it along, after their first rows. */
export function sharpen(): void {
  const sheet = tokens.styleSheet;
  if (!done) sheet?.insertRule(rule, sheet.cssRules.length);
  done = true;
}
