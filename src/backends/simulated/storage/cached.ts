import { type Rows, type Table } from './rows.js';
import { keyOf, schema, type IndexName } from './schema.js';
import type { Key, Range, Reader, RecordStorage, Writer } from './storage.js';
import { createTurns } from '../turns.js';

/** What nearly every operation looks at. Files are many and large, and each is asked for once. */
const kept: ReadonlySet<Table> = new Set<Table>([
  ...(['users', 'groups', 'members', 'conversations', 'states', 'receipts', 'messages'] as const),
  ...(['relations', 'saved', 'roles', 'keys', 'tokens'] as const),
]);
/** Stretches of these are short. */
const keptRanges: ReadonlySet<Table> = new Set<Table>([
  ...(['relations', 'saved', 'receipts', 'members'] as const),
]);
const mostRows = 2000;
/** The newest, and those that were read last, are asked for again and again; the others once. */
const mostMessages = 100;
const mostRanges = 200;
const longestRange = 300;
/** Of a database that was just created; with more rows than these it is asked like any other. */
const mostNames = 100_000;

type Row = Rows[Table] | undefined;

function mapIn<V>(maps: Map<Table, Map<string, V>>, table: Table): Map<string, V> {
  let map = maps.get(table);
  if (!map) maps.set(table, (map = new Map<string, V>()));
  return map;
}

/**
 * Remembers what was read, so that a message that is sent does not wait for a dozen answers of the database. Right
 * only where nobody else writes to the same storage, as nobody does but the tab that holds the world's lock.
 */
export function createCachedStorage(inner: RecordStorage): RecordStorage {
  const rows = new Map<string, Row>();
  const messages = new Map<string, Row>();
  const ranges = new Map<string, readonly Rows[Table][]>();
  const tables = inner.isNew ? (Object.keys(schema) as Table[]) : [];
  /** Tables of which every row has been written here: one that is not among `written` is not there. */
  const whole = new Set<Table>(tables);
  const written = new Set<string>();
  /** Tables into which nothing was ever written. */
  const blank = new Set<Table>(tables);
  /** Grows with every write that is done: what was asked for before is not remembered after it. */
  let epoch = 0;
  const inTurn = createTurns();

  function forget(): void {
    whole.clear();
    written.clear();
  }

  const nameOf = (table: Table, key: Key) => `${table} ${key.join(' ')}`;

  const shelfOf = (table: Table) => (table === 'messages' ? messages : rows);
  const rememberRow = (table: Table, name: string, row: Row) =>
    remember(shelfOf(table), table === 'messages' ? mostMessages : mostRows, name, row);

  function remember<V>(where: Map<string, V>, most: number, name: string, value: V): void {
    where.delete(name);
    where.set(name, value);
    for (const oldest of where.keys()) {
      if (where.size <= most) return;
      where.delete(oldest);
    }
  }

  /**
   * @param changed what the same transaction has written, by table
   * @param undoable tables into which it has written what is not listed there
   */
  function readerOf(
    reader: Reader,
    changed?: ReadonlyMap<Table, Map<string, Row>>,
    undoable?: ReadonlySet<Table>,
  ): Reader {
    function heldAs<T extends Table>(table: T, name: string): Rows[T] | null | undefined {
      const own = changed?.get(table);
      const where = own?.has(name) ? own : shelfOf(table);
      const row = where.get(name);
      if (row) return row as Rows[T];
      return where.has(name) || (whole.has(table) && !written.has(name)) ? null : undefined;
    }
    const nameOfRange = (table: Table, index: string, range: Range) =>
      keptRanges.has(table) && !changed?.has(table)
        ? `${table} ${index} ${JSON.stringify(range)}`
        : undefined;

    return {
      held: (table, ...key) => (kept.has(table) ? heldAs(table, nameOf(table, key)) : undefined),
      async get<T extends Table>(table: T, ...key: Key) {
        if (!kept.has(table)) return reader.get(table, ...key);
        const name = nameOf(table, key);
        const held = heldAs(table, name);
        if (held !== undefined) return held ?? undefined;
        const asked = epoch;
        const row = await reader.get(table, ...key);
        const final = asked === epoch && !undoable?.has(table) && !changed?.get(table)?.has(name);
        if (final) rememberRow(table, name, row);
        return row;
      },
      heldRange<T extends Table>(table: T, index: IndexName<T>, range: Range = {}) {
        if (blank.has(table)) return [];
        const name = nameOfRange(table, index, range);
        return name === undefined ? undefined : (ranges.get(name) as Rows[T][] | undefined);
      },
      async range<T extends Table>(table: T, index: IndexName<T>, range: Range = {}) {
        if (blank.has(table)) return [];
        const name = nameOfRange(table, index, range);
        const held = name === undefined ? undefined : ranges.get(name);
        if (held) return held as Rows[T][];
        const asked = epoch;
        const found = await reader.range(table, index, range);
        if (asked !== epoch || changed?.has(table) || found.length > longestRange) return found;
        if (name !== undefined) remember(ranges, mostRanges, name, found);
        // Whoever lists conversations looks at each of these next.
        if (table === 'states')
          for (const row of found) rememberRow(table, nameOf(table, keyOf(table, row)), row);
        return found;
      },
      count: async (table, index, range) =>
        blank.has(table) ? 0 : reader.count(table, index, range),
    };
  }

  async function write<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    const changed = new Map<Table, Map<string, Row>>();
    /** What is not handed on yet: a row that is put again and again is written once, and all of them at one go. */
    const waiting = new Map<Table, Map<string, { row: Rows[Table]; how: 'put' | 'add' }>>();
    const undoable = new Set<Table>();
    const result = await inner.write(async (writer) => {
      const handOn = (table: Table) => {
        for (const { row, how } of waiting.get(table)?.values() ?? []) writer[how](table, row);
        waiting.delete(table);
      };
      const note = (table: Table, name: string, row: Row) => {
        blank.delete(table);
        if (whole.has(table)) written.add(name);
        if (written.size > mostNames) forget();
        if (kept.has(table)) mapIn(changed, table).set(name, row);
      };
      const reader = readerOf(writer, changed, undoable);
      const answer = await work({
        ...reader,
        get(table, ...key) {
          if (!kept.has(table)) handOn(table);
          return reader.get(table, ...key);
        },
        range(table, index, range) {
          handOn(table);
          return reader.range(table, index, range);
        },
        count(table, index, range) {
          handOn(table);
          return reader.count(table, index, range);
        },
        put(table, row) {
          const name = nameOf(table, keyOf(table, row));
          const own = mapIn(waiting, table);
          own.set(name, { row, how: own.get(name)?.how ?? 'put' });
          note(table, name, row);
        },
        add(table, row) {
          const name = nameOf(table, keyOf(table, row));
          // A second time fails there.
          if (waiting.get(table)?.has(name)) handOn(table);
          mapIn(waiting, table).set(name, { row, how: 'add' });
          note(table, name, row);
        },
        addMessages(added) {
          undoable.add('messages');
          blank.delete('messages');
          whole.delete('messages');
          writer.addMessages(added);
        },
        delete(table, ...key) {
          handOn(table);
          writer.delete(table, ...key);
          note(table, nameOf(table, key), undefined);
        },
      });
      for (const table of waiting.keys()) handOn(table);
      return answer;
    });
    epoch++;
    for (const [table, own] of changed) {
      for (const [name, row] of own) rememberRow(table, name, row);
      if (!keptRanges.has(table)) continue;
      for (const name of [...ranges.keys()]) if (name.startsWith(`${table} `)) ranges.delete(name);
    }
    return result;
  }

  return {
    kind: inner.kind,
    read: (work) => inner.read((reader) => work(readerOf(reader))),
    // In turn: what one remembers must be there before the next one reads.
    write: (work) => inTurn(() => write(work)),
    close: () => inner.close(),
  };
}
