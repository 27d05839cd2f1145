import type { LitElement } from 'lit';
import { AboveKeyboard } from './above-keyboard.js';
import { SessionFocus, type Phase } from './session-focus.js';

/** What a messenger follows once it shows itself: it is loaded after that. */
export function follow(element: LitElement, phase: () => Phase | undefined): void {
  new AboveKeyboard(element);
  new SessionFocus(element, phase);
}
