import { deepActiveElement } from '../../lit/focus.js';

/** B77: what is typed while nothing takes keys goes to the composer. */
export function catchKey(
  event: KeyboardEvent,
  composer: HTMLElement & { insertText(text: string): void },
): void {
  const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
  if (ctrlKey || metaKey || altKey || defaultPrevented) return;
  // Keys have names, and the space bar scrolls.
  if ([...key].length !== 1 || key === ' ') return;
  // Typed before this was loaded: it has gone nowhere.
  if (event.eventPhase === Event.NONE) {
    if (event.target === document.body) composer.insertText(key);
  } else if (takesNoKeys(deepActiveElement())) {
    // The key itself follows the focus.
    composer.focus();
  }
}

/** The page, or messages that were pressed. */
function takesNoKeys(element: Element | undefined): boolean {
  return !element || element.matches('body, chat-message, [part="scroller"]');
}
