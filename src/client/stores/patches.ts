import { computed } from 'nanostores';
import type { TableName, Tables } from '../../protocol/records.js';
import type { Command } from '../command.js';
import type { RecordTables } from './table.js';
import type { Store } from './list-types.js';

/** Records as commands would leave them. */
export type Patched = { readonly [T in TableName]?: ReadonlyMap<string, Tables[T]> };

/** What the outbox changes, and what it changes otherwise than when it was asked last: `table/id`, `pending/message`. */
export interface Overlay {
  readonly patched: Patched;
  readonly changed: Iterable<string>;
}

/** The records as they are shown: the server's, with the outbox laid over them. */
export interface Shown {
  readonly patched: Patched;
  get<T extends TableName>(table: T, id: string): Tables[T] | undefined;
  /** The conversation as far as delivery and reading go. */
  ticks(conversation: string): Tables['conversations'] | undefined;
  /** Something that is no record was looked at. */
  note(key: string): void;
  /** Notes what is looked at on the way. */
  reading<T>(reads: Set<string>, run: () => T): T;
  /** Grows with every change. */
  readonly version: number;
  /** What has changed after a version: `table/id`, `ticks/conversation`, `pending/message`. */
  since(version: number): Iterable<string> | 'all';
}

/** More than happens between two looks of a list on show. */
const historyKept = 30;

/** Recomputed with every batch, at the cost of the commands in the outbox, not of the records in the tables. */
export function createShown(
  tables: RecordTables,
  $commands: Store<readonly Command[]>,
  overlay: (commands: readonly Command[]) => Overlay | undefined,
): Store<Shown> {
  let version = 0;
  /** The last few changes, newest last. */
  let history: (ReadonlySet<string> | 'all')[] = [];
  let noted: Set<string> | undefined;

  function since(from: number): Iterable<string> | 'all' {
    const missed = history.slice(Math.max(0, history.length - (version - from)));
    if (from < version - history.length || missed.includes('all')) return 'all';
    return missed.length === 1 ? missed[0]! : missed.flatMap((keys) => [...keys]);
  }

  function reading<T>(reads: Set<string>, run: () => T): T {
    const outer = noted;
    noted = reads;
    try {
      return run();
    } finally {
      noted = outer;
    }
  }
  const { users, groups, members, conversations, messages, calls } = tables.atoms;
  const $records = [users, groups, members, conversations, messages, calls] as const;
  return computed([$commands, ...$records], (commands) => {
    const { patched = {}, changed = [] } = overlay(commands) ?? {};
    const touched = tables.takeTouched();
    if (touched !== 'all') for (const key of changed) touched.add(key);
    history = [...history.slice(-historyKept), touched];
    version++;
    const look: Shown['get'] = (table, id) => patched[table]?.get(id) ?? tables.get(table, id);
    const get: Shown['get'] = (table, id) => {
      noted?.add(`${table}/${id}`);
      return look(table, id);
    };
    return {
      patched,
      get,
      reading,
      version,
      since,
      ticks(id: string) {
        noted?.add(`ticks/${id}`);
        return look('conversations', id);
      },
      note: (key: string) => void noted?.add(key),
    };
  });
}
