import type { LitElement } from 'lit';
import { deepActiveElement } from '../../lit/focus.js';

/** What takes the focus where there is no text to write. */
export function standInOf(composer: LitElement): Pick<HTMLElement, 'focus'> | undefined {
  const find = (tag: string) => composer.renderRoot.querySelector<LitElement>(tag);
  const notice = find('chat-composer-notice');
  if (notice) return { focus: (options) => void focusSoon(notice, options) };
  return find('chat-voice-recorder[active]') ?? undefined;
}

/** As soon as it is drawn, unless somebody has gone on by then. */
async function focusSoon(notice: LitElement, options?: FocusOptions): Promise<void> {
  const before = deepActiveElement();
  await customElements.whenDefined(notice.localName);
  await notice.updateComplete;
  const now = deepActiveElement();
  if (now === before || now === document.body) notice.focus(options);
}

/** Text field and notice take each other's place: whoever was in the one is in the other then. */
export function leadFocus(composer: LitElement): void {
  // B78: nobody has asked for the keyboard of a touch screen.
  if (standInOf(composer) || !matchMedia('(pointer: coarse)').matches) composer.focus();
}
