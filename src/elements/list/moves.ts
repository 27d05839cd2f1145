import type { ListHeights } from './heights.js';

const timing = { duration: 200, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/**
 * By how much the view follows what is read in it, after rows have moved: those that left for the top must not push it away.
 * @param places where rows were that are in the DOM, in their order then
 * @param offset of the view, from the first row
 */
export function shiftOfView(
  places: ReadonlyMap<string, number>,
  heights: ListHeights,
  offset: number,
): number {
  if (offset <= 0) return 0;
  const indexes = new Map<string, number>();
  heights.keys.forEach((key, index) => places.has(key) && indexes.set(key, index));
  const known = [...places].flatMap(([key, before]) => {
    const index = indexes.get(key);
    return index === undefined ? [] : [{ before, index }];
  });
  const anchor = longestRun(known).find(
    ({ before, index }) => before + heights.start(index + 1) - heights.start(index) > offset,
  );
  return anchor ? heights.start(anchor.index) - anchor.before : 0;
}

/** The most rows that stand in the order they had: the others are those that moved, and no measure. */
function longestRun<R extends { readonly index: number }>(rows: readonly R[]): readonly R[] {
  const runs: R[][] = [];
  let longest: R[] = [];
  for (const row of rows) {
    let before: R[] = [];
    for (const run of runs)
      if (run.length > before.length && run.at(-1)!.index < row.index) before = run;
    const run = [...before, row];
    runs.push(run);
    if (run.length > longest.length) longest = run;
  }
  return longest;
}

/** From where it was to wherever it stands by then: its height, or one above, may be told meanwhile. */
export function glide(row: HTMLElement, before: number): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  row.animate([{ transform: `translateY(${before}px)`, offset: 0 }], timing);
}
