/** Escape has been used up: it means nothing further out, nor does it close a dialog that all of this is in. */
export function takeEscape(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Escape that nothing further in has a use for: not while a word is being composed, and not from within a popup or a
 * dialog of the element that listens, which it closes.
 */
export function isFreeEscape(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return false;
  const path = event.composedPath();
  const inside = event.currentTarget ? path.slice(0, path.indexOf(event.currentTarget)) : path;
  return !inside.some((node) => node instanceof Element && node.matches(':modal, :popover-open'));
}
