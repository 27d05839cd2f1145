/** How long after the end of a composition its confirming Enter may still come, in ms. */
const confirmation = 20;

/**
 * Whether this key sends.
 * @param enter what Enter alone does
 * @param composedAt when the last composition of an input method ended, in the time of events
 */
export function sends(
  event: KeyboardEvent,
  enter: 'send' | 'newline',
  composedAt: number,
): boolean {
  // A key held down sends once.
  if (event.key !== 'Enter' || event.repeat || event.altKey) return false;
  if (isComposing(event, composedAt)) return false;
  return event.ctrlKey || event.metaKey || (enter === 'send' && !event.shiftKey);
}

/** The key belongs to an input method. */
export function isComposing(event: KeyboardEvent, composedAt: number): boolean {
  // 229 is what keys of an input method report; Safari reports the confirming Enter after the composition has ended.
  if (event.isComposing || event.keyCode === 229) return true;
  return event.key === 'Enter' && event.timeStamp - composedAt < confirmation;
}

/** What Enter does where the page does not say: on a screen's keyboard it begins a line (B48). */
export function enterFor(wanted: string | undefined): 'send' | 'newline' {
  if (wanted === 'send' || wanted === 'newline') return wanted;
  return matchMedia('(pointer: coarse)').matches ? 'newline' : 'send';
}
