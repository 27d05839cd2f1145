import type { Rows, Table } from './rows.js';
import type { IndexName } from './schema.js';

export type Key = readonly (string | number)[];

/** A stretch of an index: all keys that begin with `prefix`, between `after` and `before` (both exclusive). */
export interface Range {
  readonly prefix?: Key;
  /** What follows the prefix, up to the end of the index's key. */
  readonly after?: Key;
  readonly before?: Key;
  readonly reverse?: boolean;
  readonly limit?: number;
}

export interface Reader {
  get<T extends Table>(table: T, ...key: Key): Promise<Rows[T] | undefined>;
  /** What `get` would answer where that is known without waiting: `null` where there is no such row. */
  held<T extends Table>(table: T, ...key: Key): Rows[T] | null | undefined;
  /** In the order of the index; `key` is the primary key. */
  range<T extends Table>(table: T, index: IndexName<T>, range?: Range): Promise<Rows[T][]>;
  heldRange<T extends Table>(table: T, index: IndexName<T>, range?: Range): Rows[T][] | undefined;
  count<T extends Table>(table: T, index: IndexName<T>, range?: Range): Promise<number>;
}

export interface Writer extends Reader {
  /** Seen by what is read after it in the same transaction; a failure fails the transaction. */
  put<T extends Table>(table: T, row: Rows[T]): void;
  /** Where there is one of the same key, the transaction fails, now or at its end. */
  add<T extends Table>(table: T, row: Rows[T]): void;
  /**
   * Messages that came many at once: plain ones of one conversation, one after another, that nobody has asked for yet.
   * They can be put again, in the same place, and never be deleted.
   */
  addMessages(rows: readonly Rows['messages'][]): void;
  delete(table: Table, ...key: Key): void;
}

/**
 * Keeps rows, and knows nothing of their meaning. Inside a transaction nothing but its own reads may be awaited:
 * IndexedDB commits as soon as it is left alone.
 */
export interface RecordStorage {
  readonly kind: 'memory' | 'indexeddb';
  /** Created just now: it holds what is written from now on, and nothing else. */
  readonly isNew?: boolean;
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /** All or nothing. Resolves when it is durable; when `work` throws, nothing has happened. */
  write<T>(work: (writer: Writer) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
