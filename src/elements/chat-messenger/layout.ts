/** One pane, list and conversation, or these and the details. */
export type Layout = 'narrow' | 'medium' | 'wide';

/** By the width of the messenger's own box, in pixels: it may be a small part of a large page. */
export function layoutFor(width: number): Layout {
  if (width >= 1160) return 'wide';
  return width >= 720 ? 'medium' : 'narrow';
}
