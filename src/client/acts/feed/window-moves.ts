import type { Page } from '../../../protocol/queries.js';
import { reachesEnd, sorted, unknown, type SeqOf, type Window } from '../../feed/window.js';

export function overlaps(window: Window, page: Page): boolean {
  const held = new Set(window.ids);
  return page.ids.some((id) => held.has(id));
}

/** Messages that have no place yet: so many are remembered one by one. */
const remembered = 500;

interface Live {
  readonly ids: readonly string[];
  /** Has just been sent: what only changed beyond the window is nothing that waits there. */
  isNew(id: string): boolean;
  isOthers(id: string): boolean;
  isSentHere(id: string): boolean;
  /** There is a gap before them. */
  readonly held: boolean;
}

/** Messages that come live find their place: in the window, or after its end. */
export function withLive(window: Window, live: Live, seqOf: SeqOf): Window {
  const first = seqOf(window.ids[0] ?? '') ?? -Infinity;
  const last = seqOf(window.ids.at(-1) ?? '') ?? -Infinity;
  const inside: string[] = [];
  const late: string[] = [];
  for (const id of live.ids) {
    const seq = seqOf(id);
    if (seq === undefined || window.ids.includes(id)) continue;
    if (seq > last ? !live.held && reachesEnd(window) : seq > first || window.older.cursor === null)
      inside.push(id);
    else if (seq > last && live.isNew(id)) late.push(id);
  }
  if (inside.length === 0 && late.length === 0) return window;
  // What comes last, as nearly all does, needs no look at what was there.
  const follow = Number.isFinite(last) && inside.every((id) => (seqOf(id) ?? 0) > last);
  const all = (more: readonly string[]) =>
    follow ? [...window.ids, ...sorted(more, seqOf)] : sorted([...window.ids, ...more], seqOf);
  return {
    ...window,
    ids: inside.length === 0 ? window.ids : all(inside),
    ...withLate(window, late, live, seqOf),
    tail: [...window.tail, ...late.filter(live.isSentHere)],
  };
}

function withLate(
  { late, missed }: Window,
  more: readonly string[],
  { isOthers }: Live,
  seqOf: SeqOf,
): Pick<Window, 'late' | 'missed'> {
  const all = [...new Set([...late, ...more])];
  const gone = all.slice(0, -remembered);
  if (gone.length === 0) return { late: more.length === 0 ? late : new Set(all) };
  const seqs = (ids: readonly string[]) => ids.map((id) => seqOf(id) ?? 0);
  return {
    late: new Set(all.slice(-remembered)),
    missed: {
      seq: Math.max(missed?.seq ?? 0, ...seqs(gone)),
      others: [...(missed?.others ?? []), ...seqs(gone.filter(isOthers))],
    },
  };
}

/** How many of others lie beyond the last row. */
export function countLate(window: Window, isOthers: (id: string) => boolean, seqOf: SeqOf): number {
  if (reachesEnd(window)) return 0;
  const last = seqOf(window.ids.at(-1) ?? '') ?? -Infinity;
  const { late, missed } = window;
  const after = [...late].filter((id) => (seqOf(id) ?? 0) > last && isOthers(id));
  return after.length + (missed?.others.filter((seq) => seq > last).length ?? 0);
}

/** Where a reader is: undefined at the end, else the row they were last at, as far as it is known. */
export function placeIn(window: Window, around: string | undefined): string | undefined {
  const { ids } = window;
  if (reachesEnd(window) && (around === undefined || around === ids.at(-1))) return undefined;
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
