import type { ListHeights } from './heights.js';

const timing = { duration: 200, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/**
 * By how much the view follows what is read in it, after rows have moved: one that left for the top must not push it away.
 * @param offset of the view, from the first row
 */
export function shiftOfView(
  rows: readonly { readonly key: string; readonly index: number }[],
  places: ReadonlyMap<string, number>,
  heights: ListHeights,
  offset: number,
): number {
  if (offset <= 0) return 0;
  const now = new Map(rows.map(({ key, index }) => [key, heights.start(index)]));
  const { usual } = heights;
  for (const [key, before] of places) {
    const start = now.get(key);
    if (before + usual <= offset || start === undefined) continue;
    // The one that moved itself is no measure.
    if (Math.abs(start - before) > 3 * usual) continue;
    return start - before;
  }
  return 0;
}

/** From where it was to wherever it stands by then: its height, or one above, may be told meanwhile. */
export function glide(row: HTMLElement, before: number): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  row.animate([{ transform: `translateY(${before}px)`, offset: 0 }], timing);
}
