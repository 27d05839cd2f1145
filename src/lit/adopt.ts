import type { CSSResult, LitElement } from 'lit';

/** Gives an element, once, the styles of a part that is loaded on demand. */
export function adopt({ renderRoot }: LitElement, ...styles: (CSSResult | undefined)[]): void {
  const { adoptedStyleSheets } = renderRoot as ShadowRoot;
  for (const one of styles) {
    const sheet = one?.styleSheet;
    if (sheet && !adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  }
}
