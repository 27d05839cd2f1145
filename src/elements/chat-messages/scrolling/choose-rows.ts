import type { MessageItem } from '../../../client/types.js';
import type { Goal } from './goal.js';
import { around, atEnd, enoughAtEnd, withRoom, type RowWindow } from './row-window.js';
import type { Place } from './scroller.js';

interface Choice {
  readonly items: readonly MessageItem[];
  /** The rows there are, where they are still to be found. */
  readonly kept: RowWindow | undefined;
  readonly goal: Goal | undefined;
  readonly place: Place | undefined;
  /** Its height while nothing is on the screen yet, else 0. */
  readonly view: number;
}

/** The first rows are those that can be seen; the others follow when these are on the screen. */
const leastHeight = 40;
/** As long as no more than this are to be drawn before the end, the rows there are lead to it. */
const longest = 120;
const mostPinned = 200;

/** Which rows to draw. `held`: those that were there lead from where the reader is to where they go. */
export function chooseRows({ items, kept, goal, place, view }: Choice): {
  readonly rows: RowWindow;
  readonly held: boolean;
} {
  const count = items.length;
  const end = () => (view > 0 ? enoughAtEnd(items, view) : atEnd(count));
  // A view before and after a row, until there is something to see.
  const first = view > 0 ? 2 * Math.ceil(view / leastHeight) + 2 : undefined;
  if (goal?.kind === 'end') {
    const held = kept?.end === count && count - kept.start <= longest;
    return { rows: held ? kept : end(), held };
  }
  const wanted = goal?.kind === 'row' ? [goal.id] : idsOf(goal?.place ?? place);
  const index = wanted.map((id) => items.findIndex((item) => item.id === id)).find((at) => at >= 0);
  if (goal && index !== undefined) {
    if (kept && index >= kept.start && index < kept.end) {
      return { rows: withRoom(kept, index, count), held: true };
    }
    return { rows: around(index, count, first), held: false };
  }
  if (kept) {
    const pinned = place?.pinned ?? true;
    const start = pinned ? Math.max(kept.start, count - mostPinned) : kept.start;
    return { rows: pinned ? { start, end: count } : kept, held: true };
  }
  return { rows: index === undefined ? end() : around(index, count, first), held: false };
}

function idsOf(place: Place | undefined): readonly string[] {
  return place?.rows.map(({ id }) => id) ?? [];
}
