import type { LitElement } from 'lit';
import { AboveKeyboard } from './above-keyboard.js';
import type { Layout } from './layout.js';
import { PaneFocus } from './pane-focus.js';
import { SessionFocus, type Phase } from './session-focus.js';

/** What a messenger follows once it shows itself: it is loaded after that. */
export function follow(
  element: LitElement,
  phase: () => Phase | undefined,
  layout: () => Layout,
): void {
  new AboveKeyboard(element);
  new PaneFocus(element, layout);
  new SessionFocus(element, phase);
}
