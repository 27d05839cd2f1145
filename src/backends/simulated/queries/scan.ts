import type { ConversationRow, MessageRow } from '../storage/rows.js';
import type { Work } from '../work.js';

/** Walking through messages without ever loading a conversation. */

export interface Source {
  /** The next ones after `seq`, ascending. */
  after(seq: number, count: number): Promise<readonly MessageRow[]>;
  /** The next ones before `seq`, descending. */
  before(seq: number, count: number): Promise<readonly MessageRow[]>;
}

/** Looked at in one request; a page may then be shorter than asked, and its cursor goes on from there. */
const budget = 20_000;
const chunk = 200;

/** Nearly every message is there for the reader; what they look for may be one in a thousand. */
export interface Sieve {
  readonly there: (row: MessageRow) => boolean;
  readonly keep: ((row: MessageRow) => boolean) | undefined;
}

export interface Stretch {
  /** In the order in which they were met. */
  readonly rows: readonly MessageRow[];
  /** Where to go on; null where there is nothing more. */
  readonly next: number | null;
}

export async function take(
  step: Source['after'],
  from: number,
  wanted: number,
  { there, keep }: Sieve,
): Promise<Stretch> {
  const rows: MessageRow[] = [];
  let count = wanted + 1;
  let seq = from;
  for (let seen = 0; seen < budget; seen += count) {
    const found = await step(seq, count);
    for (const row of found) {
      if (there(row) && (!keep || keep(row))) {
        if (rows.length === wanted) return { rows, next: rows.at(-1)?.seq ?? from };
        rows.push(row);
      }
      seq = row.seq;
    }
    if (found.length < count) return { rows, next: null };
    // Nearly all fit, or few do.
    if (keep) count = Math.max(chunk, wanted + 1);
  }
  return { rows, next: seq };
}

/** @param floor what lies at or below it does not exist for the reader */
export function conversationSource(work: Work, row: ConversationRow, floor: number): Source {
  const prefix = [row.id];
  return {
    after: (seq, limit) =>
      work.range('messages', 'order', { prefix, after: [Math.max(seq, floor)], limit }),
    // Numbers are dense within a conversation, and reading forwards is many times faster in IndexedDB.
    async before(seq, limit) {
      const to = Math.min(seq, row.seq + 1);
      const from = Math.max(floor, to - limit - 1);
      if (from >= to) return [];
      const rows = await work.range('messages', 'order', { prefix, after: [from], before: [to] });
      return rows.reverse();
    },
  };
}

export function threadSource(work: Work, parentId: string, floor: number): Source {
  const prefix = [parentId];
  return {
    after: (seq, limit) =>
      work.range('messages', 'thread', { prefix, after: [Math.max(seq, floor)], limit }),
    before: (seq, limit) =>
      work.range('messages', 'thread', {
        prefix,
        after: [floor],
        limit,
        reverse: true,
        ...(Number.isFinite(seq) && { before: [seq] }),
      }),
  };
}

export function arraySource(rows: readonly MessageRow[]): Source {
  const sorted = [...rows].sort((a, b) => a.seq - b.seq);
  return {
    after: (seq, count) => Promise.resolve(sorted.filter((row) => row.seq > seq).slice(0, count)),
    before: (seq, count) =>
      Promise.resolve(
        sorted
          .filter((row) => row.seq < seq)
          .reverse()
          .slice(0, count),
      ),
  };
}

/** The `seq` of the first message sent at this time or later; times grow with numbers. */
export async function seqAt(work: Work, row: ConversationRow, time: number): Promise<number> {
  let low = 1;
  let high = row.seq + 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const [found] = await work.range('messages', 'order', {
      prefix: [row.id],
      after: [middle - 1],
      limit: 1,
    });
    if (!found || found.sentAt >= time) high = middle;
    else low = found.seq + 1;
  }
  return low;
}
