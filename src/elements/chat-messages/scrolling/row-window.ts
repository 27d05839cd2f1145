import type { MessageItem } from '../../../client/types.js';

/** Which items have rows: from `start` up to, not including, `end`. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

const least = 60;
/** A change of many at once (a long absence) does not make a long list. */
const most = 200;

/** The window at the end of a list. */
export function atEnd(count: number, size = least): RowWindow {
  return { start: Math.max(0, count - size), end: count };
}

/** The rows at the end of a list that fill a view for sure, as low as they may be. */
export function enoughAtEnd(items: readonly MessageItem[], view: number): RowWindow {
  let start = items.length;
  for (let height = 0; start > 0 && height < view; start--) {
    height += leastHeight(items[start - 1], items[start - 2]);
  }
  return { start, end: items.length };
}

/** Pixels; not measured, so that nothing is laid out for it. */
function leastHeight(item: MessageItem | undefined, before: MessageItem | undefined): number {
  if (!item) return 0;
  const { message, mine } = item;
  const begins = before?.message.sender !== message.sender;
  const named = begins && !mine && message.receiverType === 'group' ? 18 : 0;
  const lines = Math.ceil((message.text?.length ?? 0) / 130);
  const picture = message.attachments ? 40 : 0;
  return 34 + (begins ? 10 : 0) + named + 16 * Math.max(0, lines - 1) + picture;
}

/** The window around an item. */
export function around(index: number, count: number, size = least): RowWindow {
  const start = Math.max(0, Math.min(index - Math.floor(size / 2), count - size));
  return { start, end: Math.min(count, start + size) };
}

/** The same rows, and enough around one of them that it can be put in the middle. */
export function withRoom(rows: RowWindow, index: number, count: number): RowWindow {
  return {
    start: Math.max(0, Math.min(rows.start, index - (least >> 1))),
    end: Math.min(count, Math.max(rows.end, index + (least >> 1))),
  };
}

/** The same rows, after items came or went. */
export function follow(
  items: readonly MessageItem[],
  before: readonly MessageItem[],
  { start, end }: RowWindow,
): RowWindow | undefined {
  const first = items.findIndex(({ id }) => id === before[start]?.id);
  const last = items.findLastIndex(({ id }) => id === before[end - 1]?.id);
  if (first < 0 && last < 0) return undefined;
  const from = first < 0 ? Math.max(0, last + 1 - least) : first;
  const to = last < 0 ? from + least : last + 1;
  // Rows that arrive at the end are drawn when the end was: the reader may be looking at where they come.
  return { start: from, end: Math.min(items.length, end === before.length ? from + most : to) };
}

/** How far rows reach beyond the view, in pixels. */
export interface Reach {
  readonly above: number;
  readonly below: number;
  readonly view: number;
  /** Of a usual row. */
  readonly height: number;
}

/** What a fling needs on either side, in views, and what is drawn when there is less. */
const [needed, drawn] = [1.5, 1.9];

/**
 * Rows for a view and a half on both sides. They come some at a time, so that not every frame of a fling has a rendering,
 * and few enough to be made between two frames. Those farther away go with them; at the beginning, where nothing is
 * above, as many stay below as elsewhere there are in all. The same object when nothing changes.
 */
export function slide(
  rows: RowWindow,
  count: number,
  { above, below, view, height }: Reach,
  /** How many rows begin so far before the view, and end so far after it. */
  far: (pixels: number) => { readonly before: number; readonly after: number },
): RowWindow {
  const missing = (there: number) =>
    Math.min(40, Math.max(3, Math.ceil((drawn * view - there) / Math.max(16, height))));
  const [lacksAbove, lacksBelow] = [above < needed * view, below < needed * view];
  const mostBelow = Math.max(drawn * view, (needed + drawn) * view - above);
  const adds = (lacksAbove && rows.start > 0) || (lacksBelow && rows.end < count);
  const slack = adds ? 0 : view;
  let { start, end } = rows;
  if (lacksAbove) start = Math.max(0, start - missing(above));
  else if (above > drawn * view + slack)
    start = Math.min(start + far(drawn * view).before, end - 1);
  if (lacksBelow) end = Math.min(count, end + missing(below));
  else if (below > mostBelow + slack) end = Math.max(end - far(mostBelow).after, start + 1);
  return start === rows.start && end === rows.end ? rows : { start, end };
}
