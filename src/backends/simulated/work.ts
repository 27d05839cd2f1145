import type { Rows, Table } from './storage/rows.js';
import { keyOf, type IndexName } from './storage/schema.js';
import type { Key, Range, Reader, Writer } from './storage/storage.js';

type Unstamped<T extends Table> = Omit<Rows[T], 'rev'>;
export interface Change<T extends Table = Table> {
  readonly table: T;
  readonly row: Rows[T];
}

/** A transaction as handlers see it: reads are remembered, writes are stamped and listed. */
export interface Work extends Reader {
  /** Of everything this transaction writes. */
  readonly rev: number;
  /** Members above which a group counts as large, as the app has set it. */
  readonly largeFrom: number;
  /** Online members above which nobody is told of typing. */
  readonly quietFrom: number;
  put<T extends Table>(table: T, row: Unstamped<T>): Rows[T];
  /** Like `put`; where there is one of the same key, the transaction fails, now or at its end. */
  add<T extends Table>(table: T, row: Unstamped<T>): Rows[T];
  /** Like `put`, but nobody is told: for what comes in bulk. */
  putQuietly<T extends Table>(table: T, row: Unstamped<T>): Rows[T];
  /** Of many messages that came at once: nobody is told, see `Writer`. */
  addMessages(rows: readonly Unstamped<'messages'>[]): void;
  delete(table: Table, ...key: Key): void;
  /** The last state of each row written that is told, in the order of writing. */
  changes(): readonly Change[];
  /** Of one table, told or not. */
  changed<T extends Table>(table: T): readonly Rows[T][];
}

export function createWork(
  storage: Reader | Writer,
  rev: number,
  { largeFrom, quietFrom }: Pick<Work, 'largeFrom' | 'quietFrom'>,
): Work {
  const known = new Map<string, Promise<Rows[Table] | undefined>>();
  const ranges = new Map<Table, Map<string, Promise<Rows[Table][]>>>();
  const written = new Map<string, Change>();
  const quiet: Change[] = [];
  const name = (table: Table, key: Key) => `${table} ${key.join(' ')}`;

  function writerOf(table: Table): Writer {
    if (!('put' in storage)) throw new Error('A query must not write.');
    ranges.delete(table);
    return storage;
  }

  function note<T extends Table>(table: T, row: Rows[T]): Rows[T] {
    const id = name(table, keyOf(table, row));
    known.set(id, Promise.resolve(row));
    written.delete(id);
    written.set(id, { table, row });
    return row;
  }

  /** What is unset is not stored: of a message that is half of its fields. */
  function stamped<T extends Table>(unstamped: Unstamped<T>): Rows[T] {
    const row: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(unstamped))
      if (value !== undefined) row[field] = value;
    row['rev'] = rev;
    return row as unknown as Rows[T];
  }

  const work: Work = {
    rev,
    largeFrom,
    quietFrom,
    held: (table, ...key) => storage.held(table, ...key),
    get<T extends Table>(table: T, ...key: Key) {
      const id = name(table, key);
      let row = known.get(id);
      if (!row) known.set(id, (row = storage.get(table, ...key)));
      return row as Promise<Rows[T] | undefined>;
    },
    heldRange: (table, index, range) => storage.heldRange(table, index, range),
    range<T extends Table>(table: T, index: IndexName<T>, range?: Range) {
      const id = `${index} ${JSON.stringify(range)}`;
      let asked = ranges.get(table);
      if (!asked) ranges.set(table, (asked = new Map<string, Promise<Rows[Table][]>>()));
      let rows = asked.get(id);
      if (!rows) asked.set(id, (rows = storage.range(table, index, range)));
      return rows as Promise<Rows[T][]>;
    },
    count: (table, index, range) => storage.count(table, index, range),
    put(table, unstamped) {
      const row = stamped(unstamped);
      writerOf(table).put(table, row);
      return note(table, row);
    },
    add(table, unstamped) {
      const row = stamped(unstamped);
      writerOf(table).add(table, row);
      return note(table, row);
    },
    putQuietly<T extends Table>(table: T, unstamped: Unstamped<T>) {
      const row = stamped(unstamped);
      writerOf(table).put(table, row);
      known.set(name(table, keyOf(table, row)), Promise.resolve(row));
      quiet.push({ table, row });
      return row;
    },
    addMessages: (rows) => writerOf('messages').addMessages(rows.map((row) => ({ ...row, rev }))),
    delete(table, ...key) {
      writerOf(table).delete(table, ...key);
      known.set(name(table, key), Promise.resolve(undefined));
      written.delete(name(table, key));
    },
    changes: () => [...written.values()],
    changed: <T extends Table>(table: T) =>
      [...quiet, ...written.values()]
        .filter((change) => change.table === table)
        .map(({ row }) => row as Rows[T]),
  };
  return work;
}
