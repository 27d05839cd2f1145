import type { LitElement } from 'lit';

/** B120: where an update takes away what had the focus in an element, `lead` says where it goes. */
export function keepFocus(element: LitElement, lead: () => unknown): void {
  const isIn = () => (element.renderRoot as ShadowRoot).activeElement !== null;
  let held = false;
  element.addController({
    hostUpdate: () => (held = isIn()),
    hostUpdated() {
      if (held && !isIn()) lead();
    },
  });
}
