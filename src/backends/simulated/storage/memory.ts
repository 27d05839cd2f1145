import { type Rows, type Table } from './rows.js';
import { schema, type IndexName } from './schema.js';
import type { Key, Range, RecordStorage, Writer } from './storage.js';
import { createTurns } from '../turns.js';

type AnyRow = Rows[Table];
interface Entry {
  readonly key: Key;
  readonly row: AnyRow;
}
interface MemoryTable {
  readonly rows: Map<string, AnyRow>;
  /** Sorted by key; the primary key ends each entry's key, so no two are equal. */
  readonly indexes: Map<string, Entry[]>;
}

/** Numbers before strings, as in IndexedDB. */
function compare(a: Key, b: Key): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    if (x === y) continue;
    if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1;
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

/** Where the first entry stands that is greater than (or, with `equal`, not less than) the key. */
function position(entries: readonly Entry[], key: Key, equal: boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compare(entries[middle]!.key, key);
    if (order < 0 || (order === 0 && !equal)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function keyOf(row: AnyRow, fields: readonly string[]): Key | undefined {
  const key = fields.map((field) => (row as unknown as Record<string, unknown>)[field]);
  return key.every((part) => typeof part === 'string' || typeof part === 'number')
    ? key
    : undefined;
}

const asText = (key: Key): string => JSON.stringify(key);

export function createMemoryStorage(): RecordStorage {
  const tables = Object.fromEntries(
    Object.entries(schema).map(([name, { indexes }]) => [
      name,
      { rows: new Map(), indexes: new Map(['key', ...Object.keys(indexes)].map((i) => [i, []])) },
    ]),
  ) as unknown as Record<Table, MemoryTable>;
  let undo: (() => void)[] = [];

  function fieldsOf(table: Table, index: string): readonly string[] {
    const { key, indexes } = schema[table];
    return index === 'key' ? key : (indexes as Record<string, readonly string[]>)[index]!;
  }

  function file(table: Table, row: AnyRow, add: boolean): void {
    const primary = keyOf(row, schema[table].key)!;
    for (const [index, entries] of tables[table].indexes) {
      const own = keyOf(row, fieldsOf(table, index));
      if (!own) continue;
      const key = [...own, ...primary];
      const at = position(entries, key, true);
      if (add) entries.splice(at, 0, { key, row });
      else entries.splice(at, 1);
    }
  }

  function set(table: Table, key: Key, row: AnyRow | undefined): void {
    const { rows } = tables[table];
    const before = rows.get(asText(key));
    if (before) file(table, before, false);
    if (row) {
      rows.set(asText(key), row);
      file(table, row, true);
    } else {
      rows.delete(asText(key));
    }
    undo.push(() => set(table, key, before));
  }

  function primaryOf(table: Table, row: AnyRow): Key {
    const key = keyOf(row, schema[table].key);
    if (!key) throw new TypeError(`A row of "${table}" has no valid key.`);
    return key;
  }

  function stretch(table: Table, index: string, range: Range): [Entry[], number, number] {
    const { prefix = [], after, before } = range;
    const entries = tables[table].indexes.get(index)!;
    // An entry's key goes on with its primary key, so "after" means after all that begin like this.
    const from = after ? end(entries, [...prefix, ...after]) : position(entries, prefix, true);
    const to = before ? position(entries, [...prefix, ...before], true) : end(entries, prefix);
    return [entries, from, Math.max(from, to)];
  }
  function end(entries: readonly Entry[], prefix: Key): number {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(entries[middle]!.key.slice(0, prefix.length), prefix) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function get<T extends Table>(table: T, key: Key): Rows[T] | undefined {
    return tables[table].rows.get(asText(key)) as Rows[T] | undefined;
  }

  function list<T extends Table>(table: T, index: IndexName<T>, range: Range = {}): Rows[T][] {
    const { reverse = false, limit = Infinity } = range;
    const [entries, from, to] = stretch(table, index, range);
    const found = reverse
      ? entries.slice(Math.max(from, to - limit), to).reverse()
      : entries.slice(from, Math.min(to, from + limit));
    return found.map(({ row }) => row as Rows[T]);
  }

  const writer: Writer = {
    get: (table, ...key) => Promise.resolve(get(table, key)),
    held: (table, ...key) => get(table, key) ?? null,
    range: (table, index, range) => Promise.resolve(list(table, index, range)),
    heldRange: list,
    count<T extends Table>(table: T, index: IndexName<T>, range: Range = {}) {
      const [, from, to] = stretch(table, index, range);
      return Promise.resolve(to - from);
    },
    put: (table, row) => set(table, primaryOf(table, row), row),
    add(table, row) {
      const key = primaryOf(table, row);
      if (tables[table].rows.has(asText(key)))
        throw new DOMException(`There is ${asText(key)} in "${table}" already.`, 'ConstraintError');
      set(table, key, row);
    },
    addMessages: (rows) => rows.forEach((row) => writer.add('messages', row)),
    delete(table, ...key) {
      set(table, key, undefined);
    },
  };

  /** So that nobody reads what may yet be undone. */
  const inTurn = createTurns();

  return {
    kind: 'memory',
    read: (work) => inTurn(() => work(writer)),
    write: (work) =>
      inTurn(async () => {
        undo = [];
        try {
          return await work(writer);
        } catch (error) {
          for (const step of undo.slice().reverse()) step();
          throw error;
        } finally {
          undo = [];
        }
      }),
    close: () => inTurn(() => Promise.resolve()),
  };
}
