import { atom, batch, type WritableAtom } from 'nanostores';
import type { OperationName } from '../../protocol/operations.js';
import type { Changes, TableName, Tables } from '../../protocol/records.js';
import { equal } from './memo.js';

export type Atoms = { readonly [T in TableName]: WritableAtom<ReadonlyMap<string, Tables[T]>> };
export type Cause = OperationName | 'presence' | 'management' | 'preview';

/** A bundle of records, as a reply or an event brings it. */
export interface Arrival {
  readonly changes: Changes;
  /** An event, or the reply to a command: news, not something that was asked for. */
  readonly live: boolean;
  readonly cause?: Cause;
  readonly actor?: string;
  /** This device has done it. */
  readonly own?: boolean;
  /** Runs in the same batch as the records become visible. */
  readonly settle?: () => void;
}

export interface Change<R> {
  readonly before: R | undefined;
  readonly after: R;
  readonly arrival: Arrival;
}
/** What one batch has changed, or brought live without changing it. */
export type Applied = { readonly [T in TableName]?: readonly Change<Tables[T]>[] };

/** Whether a thread is subscribed is not said with every change of its first message. */
function carried<R extends object>(before: R | undefined, after: R): R {
  const isKnown = before && 'threadSubscribed' in before && !('threadSubscribed' in after);
  return isKnown ? { ...after, threadSubscribed: before.threadSubscribed } : after;
}

const names: readonly TableName[] = [
  'users',
  'groups',
  'members',
  'conversations',
  'messages',
  'receipts',
  'calls',
];

export interface RecordTables {
  readonly atoms: Atoms;
  get<T extends TableName>(table: T, id: string): Tables[T] | undefined;
  /** Resolves when the records are visible: all that arrives in one tick is taken in one step. */
  take(arrival: Arrival): Promise<void>;
  /** Forgets records that nobody shows. */
  release(table: TableName, ids: Iterable<string>): void;
  clear(): void;
  /** What has changed since it was asked last: `table/id`, and `ticks/conversation` where delivery or reading went on. */
  takeTouched(): Set<string> | 'all';
  /** Called inside the batch. */
  onApplied(listener: (applied: Applied) => void): () => void;
}

type Ticks = Pick<Tables['conversations'], 'deliveredSeq' | 'othersReadSeq'>;
const sameTicks = (a: Ticks | undefined, b: Ticks) =>
  a?.deliveredSeq === b.deliveredSeq && a?.othersReadSeq === b.othersReadSeq;

type Copies = { [T in TableName]?: Map<string, Tables[T]> };
type Log = { [T in TableName]?: Change<Tables[T]>[] };

export function createTables(): RecordTables {
  const atoms: Atoms = {
    users: atom(new Map()),
    groups: atom(new Map()),
    members: atom(new Map()),
    conversations: atom(new Map()),
    messages: atom(new Map()),
    receipts: atom(new Map()),
    calls: atom(new Map()),
  };
  const listeners = new Set<(applied: Applied) => void>();
  let touched: Set<string> | 'all' = new Set();
  let queue: Arrival[] = [];
  let next: Promise<void> | undefined;

  function flush(): void {
    const arrivals = queue;
    queue = [];
    next = undefined;
    batch(() => {
      const copies: Copies = {};
      const log: Log = {};
      for (const arrival of arrivals) for (const name of names) merge(name, arrival, copies, log);
      for (const name of names) publish(name, copies);
      for (const listener of [...listeners]) listener(log);
      for (const arrival of arrivals) arrival.settle?.();
    });
  }

  /** One copy of a table a batch, however many records it takes. */
  function merge<T extends TableName>(name: T, arrival: Arrival, copies: Copies, log: Log): void {
    const records: readonly Tables[T][] | undefined = arrival.changes[name];
    if (!records) return;
    let copy: Map<string, Tables[T]> | undefined = copies[name];
    for (const record of records) {
      const before = (copy ?? atoms[name].get()).get(record.id);
      const after = carried(before, record);
      const changes: Change<Tables[T]>[] = (log[name] ??= [] as unknown as NonNullable<Log[T]>);
      if (
        before &&
        (before.rev > after.rev || (before.rev === after.rev && equal(before, after)))
      ) {
        // A question may have brought it before its event does, and then it still is news to a feed.
        if (arrival.live) changes.push({ before, after: before, arrival });
        continue;
      }
      copy ??= copies[name] = new Map(atoms[name].get()) as Copies[T] & Map<string, Tables[T]>;
      copy.set(after.id, after);
      touch(name, after.id);
      if (name === 'conversations' && !sameTicks(before as Ticks | undefined, after as Ticks))
        touch('ticks', after.id);
      changes.push({ before, after, arrival });
    }
  }

  function touch(table: TableName | 'ticks', id: string): void {
    if (touched !== 'all') touched.add(`${table}/${id}`);
  }

  function publish<T extends TableName>(name: T, copies: Copies): void {
    const copy: Map<string, Tables[T]> | undefined = copies[name];
    if (copy) atoms[name].set(copy);
  }

  return {
    atoms,
    get: (table, id) => atoms[table].get().get(id),
    take(arrival) {
      queue.push(arrival);
      return (next ??= Promise.resolve().then(flush));
    },
    release(table, ids) {
      const copy = new Map<string, unknown>(atoms[table].get() as ReadonlyMap<string, unknown>);
      for (const id of ids) {
        copy.delete(id);
        touch(table, id);
      }
      (atoms[table] as WritableAtom<ReadonlyMap<string, unknown>>).set(copy);
    },
    clear() {
      queue = [];
      touched = 'all';
      batch(() => {
        for (const name of names)
          (atoms[name] as WritableAtom<ReadonlyMap<string, unknown>>).set(new Map());
      });
    },
    takeTouched() {
      const now = touched;
      touched = new Set();
      return now;
    },
    onApplied(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
