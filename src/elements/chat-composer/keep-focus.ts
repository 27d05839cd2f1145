import type { LitElement } from 'lit';

/** B120: text field and notice take each other's place: whoever is in the one is in the other then. */
export function keepFocus(composer: LitElement): void {
  const isIn = () => (composer.renderRoot as ShadowRoot).activeElement !== null;
  let held = false;
  composer.addController({
    hostUpdate: () => (held = isIn()),
    hostUpdated() {
      if (held && !isIn()) void follow(composer);
    },
  });
}

async function follow(composer: LitElement): Promise<void> {
  const notice = composer.renderRoot.querySelector('chat-composer-notice');
  if (notice) await customElements.whenDefined(notice.localName);
  // B78: nobody has asked for the keyboard of a touch screen.
  else if (matchMedia('(pointer: coarse)').matches) return;
  await notice?.updateComplete;
  (notice ?? composer).focus();
}
