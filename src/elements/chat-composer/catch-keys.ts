import { deepActiveElement } from '../../lit/focus.js';

/** B77: what is typed while nothing takes keys goes to the composer. The returned function ends it. */
export function catchKeys(composer: HTMLElement & { readonly catchesKeys: boolean }): () => void {
  const onKeydown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
    if (!composer.catchesKeys || ctrlKey || metaKey || altKey || defaultPrevented) return;
    // Keys have names, and the space bar scrolls.
    if ([...key].length !== 1 || key === ' ') return;
    // The key itself follows the focus.
    if (takesNoKeys(deepActiveElement())) composer.focus();
  };
  addEventListener('keydown', onKeydown);
  return () => removeEventListener('keydown', onKeydown);
}

/** The page, or messages that were pressed. */
function takesNoKeys(element: Element | undefined): boolean {
  return !element || element.matches('body, chat-message, [part="scroller"]');
}
