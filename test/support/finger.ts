import { below } from './find.js';

const given = new Map<CSSMediaRule, string>();

/** In every shadow root there is. */
function hold(condition: string, media: string): void {
  for (const { shadowRoot } of below(document)) {
    const sheets = [...(shadowRoot?.adoptedStyleSheets ?? []), ...(shadowRoot?.styleSheets ?? [])];
    for (const rule of sheets.flatMap((sheet) => [...sheet.cssRules])) {
      if (!(rule instanceof CSSMediaRule) || rule.media.mediaText !== condition) continue;
      rule.media.mediaText = media;
      given.set(rule, condition);
    }
  }
}

/** What the style sheets keep for fingers holds from now on. */
export const withFinger = (): void => hold('(pointer: coarse)', 'all');
/** What the style sheets keep for who cannot point without pressing, as a browser without a screen cannot, does not. */
export const withMouse = (): void => hold('(hover: none)', 'not all');
/** What the style sheets keep for who asks for more contrast holds from now on. */
export const withMoreContrast = (): void => hold('(prefers-contrast: more)', 'all');
/** What the style sheets keep for the few colours of the reader's own holds from now on. */
export const withForcedColors = (): void => hold('(forced-colors: active)', 'all');

export function withoutFinger(): void {
  for (const [rule, condition] of given) rule.media.mediaText = condition;
  given.clear();
}

/** What a finger at this point of the page would press. */
function at(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const inside = found?.shadowRoot?.elementFromPoint(x, y);
    if (!inside || inside === found) return found;
    found = inside;
  }
}

/** How wide and high the part of the page is that a press on this reaches, measured through its middle. */
export function reach(element: Element): { readonly width: number; readonly height: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const far = (dx: number, dy: number) => {
    let steps = 0;
    while (steps < 400 && element.contains(at(x + dx * steps, y + dy * steps))) steps += 1;
    return steps - 0.5;
  };
  return { width: far(1, 0) + far(-1, 0), height: far(0, 1) + far(0, -1) };
}
