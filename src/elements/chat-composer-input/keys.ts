/** What a key means to the text, apart from being written. */
export type KeyMeaning = 'send' | 'escape' | 'recall' | 'bold' | 'italic' | undefined;

/** The composer as far as keys depend on it. */
export interface KeyState {
  readonly empty: boolean;
  /** What Enter alone does. */
  readonly enter: 'send' | 'newline';
  /** When the last composition of an input method ended, in the time of events. */
  readonly composedAt: number;
}

/** How long after the end of a composition its confirming Enter may still come, in ms. */
const confirmation = 20;

export function meaningOf(event: KeyboardEvent, state: KeyState): KeyMeaning {
  const { key, altKey, shiftKey } = event;
  const command = event.ctrlKey || event.metaKey;
  if (isComposing(event, state.composedAt)) return undefined;
  switch (key) {
    case 'Enter':
      // A key held down sends once.
      if (event.repeat || altKey) return undefined;
      if (command) return 'send';
      return state.enter === 'send' && !shiftKey ? 'send' : undefined;
    case 'Escape':
      return 'escape';
    case 'ArrowUp':
      return state.empty && !command && !altKey && !shiftKey ? 'recall' : undefined;
    case 'b':
    case 'B':
      return command && !altKey && !shiftKey ? 'bold' : undefined;
    case 'i':
    case 'I':
      return command && !altKey && !shiftKey ? 'italic' : undefined;
    default:
      return undefined;
  }
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
