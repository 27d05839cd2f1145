import type { LitElement } from 'lit';

/** Text field and notice take each other's place: whoever was in the one is in the other then. */
export async function leadFocus(composer: LitElement): Promise<void> {
  const notice = composer.renderRoot.querySelector('chat-composer-notice');
  if (notice) await customElements.whenDefined(notice.localName);
  // B78: nobody has asked for the keyboard of a touch screen.
  else if (matchMedia('(pointer: coarse)').matches) return;
  await notice?.updateComplete;
  (notice ?? composer).focus();
}
