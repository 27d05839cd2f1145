import type { ChatError } from '../../protocol/errors.js';
import type { Cursor, MessagePosition, Page } from '../../protocol/queries.js';
import type { Edge } from '../types.js';
import { without } from '../stores/without.js';

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
  /** Came live, and have no place in the window while it does not reach the end: the newest of them. */
  readonly late: ReadonlySet<string>;
  /** More came before those than are remembered: the seq of the last one, and those of others. */
  readonly missed?: { readonly seq: number; readonly others: readonly number[] };
  /** Those of them that were sent here: they stand at the end all the same. */
  readonly tail: readonly string[];
  readonly unreadFrom?: string;
  readonly unreadCount: number;
}

export type Ask = (position: MessagePosition, limit?: number) => Promise<Page>;
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

/** The window that shows a page alone. */
export function fromPage(window: Window, page: Page, seqOf: SeqOf): Window {
  return withPage({ ...window, ids: [] }, page, 'both', seqOf);
}

/** A page that overlaps the window, or continues it on one side, makes it longer where it reaches further. */
export function withPage(window: Window, page: Page, side: Side | 'both', seqOf: SeqOf): Window {
  const seqs = (ids: readonly string[]) => sorted(ids, seqOf).map((id) => seqOf(id) ?? 0);
  const held = seqs(window.ids);
  const came = seqs(page.ids);
  const edgeOf = (end: Side, cursor: Cursor | null, isFurther: boolean): WindowEdge => {
    const isAsked = side === end || side === 'both';
    const isReached = held.length === 0 || (came.length === 0 ? side === end : isFurther);
    return isAsked && isReached ? { cursor, state: 'idle' } : window[end];
  };
  return settled(
    {
      ...without(window, 'error'),
      ids: sorted([...window.ids, ...page.ids], seqOf),
      older: edgeOf('older', page.before, came[0]! <= held[0]!),
      newer: edgeOf('newer', page.after, came.at(-1)! >= held.at(-1)!),
      ready: true,
      loading: false,
    },
    seqOf,
  );
}

/** A window that reaches the end takes in whatever came while it did not. */
export function settled(window: Window, seqOf: SeqOf): Window {
  if (!reachesEnd(window) || window.late.size === 0) return window;
  const last = seqOf(window.ids.at(-1) ?? '') ?? -Infinity;
  if (window.missed && window.missed.seq > last) return { ...window, newer: unknown };
  const after = [...window.late].filter((id) => (seqOf(id) ?? -Infinity) > last);
  const ids = sorted([...window.ids, ...after], seqOf);
  return { ...without(window, 'missed'), ids, late: new Set(), tail: [] };
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
