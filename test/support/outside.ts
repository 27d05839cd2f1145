import { below } from './find.js';

/** What can be seen or pressed and sticks out of the page's sides: none, where a narrow phone suffices. */
export function outside(root: ParentNode): string[] {
  const width = document.documentElement.clientWidth;
  const found = root instanceof Element && root.shadowRoot ? [...below(root.shadowRoot)] : [];
  return [...found, ...below(root)]
    .filter((element) => element.matches('button, input, textarea, h2, p, label, [part]'))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > left && (left < -0.5 || right > width + 0.5);
    })
    .map((element) => `${element.localName} “${element.textContent.trim().slice(0, 30)}”`);
}
