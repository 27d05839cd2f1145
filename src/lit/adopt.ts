import type { CSSResult, LitElement } from 'lit';

/** Gives an element, once, the styles of a part that is loaded on demand. */
export function adopt({ renderRoot }: LitElement, ...styles: readonly CSSResult[]): void {
  const { adoptedStyleSheets } = renderRoot as ShadowRoot;
  for (const { styleSheet: sheet } of styles) {
    if (sheet && !adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  }
}
