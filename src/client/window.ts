import type { ChatError } from '../protocol/errors.js';
import type { Cursor, Page } from '../protocol/queries.js';
import type { Edge } from './types.js';
import { without } from './without.js';

/** One end of a window. `cursor` null: nothing lies beyond; undefined: unknown since rows there were let go. */
export interface WindowEdge {
  readonly cursor: Cursor | null | undefined;
  readonly state: 'idle' | 'loading' | 'failed';
}
export type Side = 'older' | 'newer';

/** An unbroken run of a conversation: ids in the order of their seq, and how to go on at both ends. */
export interface Window {
  readonly ids: readonly string[];
  readonly older: WindowEdge;
  readonly newer: WindowEdge;
  readonly ready: boolean;
  readonly loading: boolean;
  readonly error?: ChatError;
  /** Came live, and have no place in the window while it does not reach the end. */
  readonly late: ReadonlySet<string>;
  /** Those of them that were sent here: they stand at the end all the same. */
  readonly tail: readonly string[];
  readonly unreadFrom?: string;
  readonly unreadCount: number;
}

export type SeqOf = (id: string) => number | undefined;

export const unknown: WindowEdge = { cursor: undefined, state: 'idle' };

export const ended: WindowEdge = { cursor: null, state: 'idle' };

export function idle({ cursor }: WindowEdge): WindowEdge {
  return { cursor, state: 'idle' };
}

export const closed: Window = {
  ids: [],
  older: unknown,
  newer: unknown,
  ready: false,
  loading: false,
  late: new Set(),
  tail: [],
  unreadCount: 0,
};

export function edge({ cursor, state }: WindowEdge): Edge {
  if (cursor === null) return 'end';
  return state === 'idle' ? 'more' : state;
}

export function reachesEnd(window: Window): boolean {
  return window.ready && window.newer.cursor === null;
}

export function overlaps(window: Window, page: Page): boolean {
  const held = new Set(window.ids);
  return page.ids.some((id) => held.has(id));
}

/** The window that shows a page alone. */
export function fromPage(window: Window, page: Page, seqOf: SeqOf): Window {
  return settled(
    {
      ...without(window, 'error'),
      ids: sorted(page.ids, seqOf),
      older: { cursor: page.before, state: 'idle' },
      newer: { cursor: page.after, state: 'idle' },
      ready: true,
      loading: false,
    },
    seqOf,
  );
}

/** A page that overlaps the window, or continues it on one side, makes it longer where it reaches further. */
export function withPage(window: Window, page: Page, side: Side | 'both', seqOf: SeqOf): Window {
  const seqs = (ids: readonly string[]) => sorted(ids, seqOf).map((id) => seqOf(id) ?? 0);
  const held = seqs(window.ids);
  const came = seqs(page.ids);
  const isOlder = came.length === 0 ? side === 'older' : (came[0] ?? 0) <= (held[0] ?? Infinity);
  const isNewer =
    came.length === 0 ? side === 'newer' : (came.at(-1) ?? 0) >= (held.at(-1) ?? -Infinity);
  return settled(
    {
      ...without(window, 'error'),
      ids: sorted([...window.ids, ...page.ids], seqOf),
      older: side !== 'newer' && isOlder ? { cursor: page.before, state: 'idle' } : window.older,
      newer: side !== 'older' && isNewer ? { cursor: page.after, state: 'idle' } : window.newer,
      ready: true,
      loading: false,
    },
    seqOf,
  );
}

/** Messages that come live find their place: in the window, or after its end. */
export function withLive(
  window: Window,
  ids: readonly string[],
  sentHere: readonly string[],
  held: boolean,
  seqOf: SeqOf,
): Window {
  const first = seqOf(window.ids[0] ?? '') ?? -Infinity;
  const last = seqOf(window.ids.at(-1) ?? '') ?? -Infinity;
  const inside: string[] = [];
  const late: string[] = [];
  for (const id of ids) {
    const seq = seqOf(id);
    if (seq === undefined || window.ids.includes(id)) continue;
    if (seq > last ? !held && reachesEnd(window) : seq > first || window.older.cursor === null)
      inside.push(id);
    else if (seq > last) late.push(id);
  }
  if (inside.length === 0 && late.length === 0) return window;
  // What comes last, as nearly all does, needs no look at what was there.
  const follow = Number.isFinite(last) && inside.every((id) => (seqOf(id) ?? 0) > last);
  const all = (more: readonly string[]) =>
    follow ? [...window.ids, ...sorted(more, seqOf)] : sorted([...window.ids, ...more], seqOf);
  return {
    ...window,
    ids: inside.length === 0 ? window.ids : all(inside),
    late: late.length === 0 ? window.late : new Set([...window.late, ...late]),
    tail: [...window.tail, ...late.filter((id) => sentHere.includes(id))],
  };
}

/** Where a reader is: undefined at the end, else around the row they were last at, as far as it is known. */
export function placeIn(window: Window, around: string | undefined): string | undefined {
  if (reachesEnd(window)) return undefined;
  const { ids } = window;
  return around !== undefined && ids.includes(around) ? around : ids[Math.floor(ids.length / 2)];
}

/** The rows around one; what is dropped can be paged in again. */
export function trimmed(
  window: Window,
  id: string,
  keep: number,
): { window: Window; dropped: readonly string[] } {
  const { ids } = window;
  const at = ids.indexOf(id);
  const from = Math.max(0, at - keep);
  const to = Math.min(ids.length, at + keep + 1);
  if (at < 0 || (from === 0 && to === ids.length)) return { window, dropped: [] };
  return {
    window: {
      ...window,
      ids: ids.slice(from, to),
      older: from > 0 ? unknown : window.older,
      newer: to < ids.length ? unknown : window.newer,
    },
    dropped: [...ids.slice(0, from), ...ids.slice(to)],
  };
}

/** A window that reaches the end takes in whatever came while it did not. */
export function settled(window: Window, seqOf: SeqOf): Window {
  if (!reachesEnd(window) || window.late.size === 0) return window;
  const last = seqOf(window.ids.at(-1) ?? '') ?? -Infinity;
  const after = [...window.late].filter((id) => (seqOf(id) ?? -Infinity) > last);
  return { ...window, ids: sorted([...window.ids, ...after], seqOf), late: new Set(), tail: [] };
}

/** Ids of records that do not exist any more fall out (R6). */
export function sorted(ids: Iterable<string>, seqOf: SeqOf): string[] {
  const seqs = new Map<string, number>();
  for (const id of ids) {
    const seq = seqOf(id);
    if (seq !== undefined) seqs.set(id, seq);
  }
  return [...seqs].sort((a, b) => a[1] - b[1]).map(([id]) => id);
}
