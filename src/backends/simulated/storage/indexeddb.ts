import { openDB, unwrap, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { addBlocks, blockTable, createBlockTable, findInBlock, rangeWithBlocks } from './blocks.js';
import { answer, isEmpty, keyRange } from './requests.js';
import { type MessageRow, type Rows, type Table } from './rows.js';
import { newTables, schema, schemaVersion, type IndexName } from './schema.js';
import type { Key, Range, RecordStorage, Writer } from './storage.js';

const tableNames = Object.keys(schema) as Table[];

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
  });
}

/**
 * Writes are not waited for one by one: a failure aborts the transaction, and its end says so.
 * @param adding what fails where there is such a row already: Firefox commits all the rest, where it is told to before
 */
function createWriter(transaction: IDBTransaction, adding: Promise<unknown>[]): Writer {
  const stores = new Map<Table, IDBObjectStore>();
  const storeOf = (table: Table) => {
    let store = stores.get(table);
    if (!store) stores.set(table, (store = transaction.objectStore(table)));
    return store;
  };
  const sourceOf = (table: Table, index: string) =>
    index === 'key' ? storeOf(table) : storeOf(table).index(index);
  const blocks = () => transaction.objectStore(blockTable);
  const watch = (request: IDBRequest) => {
    const added = answer(request);
    // Awaited before the end, where nothing else has failed by then.
    added.catch(() => undefined);
    adding.push(added);
  };

  async function plainRange<T extends Table>(table: T, index: string, range: Range) {
    const source = sourceOf(table, index);
    if (!range.reverse) {
      return (await answer(source.getAll(keyRange(range), range.limit))) as Rows[T][];
    }
    const found: Rows[T][] = [];
    const request = source.openCursor(keyRange(range), 'prev');
    for (;;) {
      const cursor = await answer(request);
      if (!cursor) break;
      found.push(cursor.value as Rows[T]);
      if (found.length === range.limit) break;
      cursor.continue();
    }
    return found;
  }

  const isInBlocks = (table: Table, index: string) => table === 'messages' && index === 'order';

  return {
    async get<T extends Table>(table: T, ...key: Key) {
      const row = await answer(storeOf(table).get([...key]) as IDBRequest<Rows[T] | undefined>);
      if (row || table !== 'messages') return row;
      return (await findInBlock(blocks(), key[0] as string)) as Rows[T] | undefined;
    },
    held: () => undefined,
    heldRange: () => undefined,
    async range<T extends Table>(table: T, index: IndexName<T>, range: Range = {}) {
      if (range.limit === 0 || isEmpty(range)) return [];
      const own = () => plainRange(table, index, range);
      if (!isInBlocks(table, index)) return own();
      const rows = await rangeWithBlocks(blocks(), range, own as () => Promise<MessageRow[]>);
      return rows as Rows[T][];
    },
    async count<T extends Table>(table: T, index: IndexName<T>, range: Range = {}) {
      if (isInBlocks(table, index)) return (await this.range(table, index, range)).length;
      return isEmpty(range) ? 0 : answer(sourceOf(table, index).count(keyRange(range)));
    },
    put(table, row) {
      storeOf(table).put(row);
    },
    add(table, row) {
      watch(storeOf(table).add(row));
    },
    addMessages(rows) {
      addBlocks(blocks(), rows).forEach(watch);
    },
    delete(table, ...key) {
      storeOf(table).delete([...key]);
    },
  };
}

/** Now, instead of when the answers to the last writes have come back and nothing follows them. */
function commit(transaction: IDBTransaction): void {
  try {
    transaction.commit();
  } catch {
    // It has ended by itself; how, its `done` says.
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/** Version 3 asks a person's conversations of two by the time they moved. */
async function dateStates(transaction: Upgrade): Promise<void> {
  const states = transaction.objectStore('states');
  for (const row of (await states.getAll()) as Rows['states'][]) {
    const conversation = (await transaction
      .objectStore('conversations')
      .get([row.conversationId])) as Rows['conversations'] | undefined;
    if (conversation?.type === 'user') {
      await states.put({ ...row, recency: -conversation.activeAt });
    }
  }
}

/** Version 4 says in a conversation of two how far each of them has come. */
async function markConversations(transaction: Upgrade): Promise<void> {
  const conversations = transaction.objectStore('conversations');
  for (const row of (await transaction.objectStore('receipts').getAll()) as Rows['receipts'][]) {
    const { conversationId, uid, deliveredSeq, readSeq } = row;
    const conversation = (await conversations.get([conversationId])) as
      Rows['conversations'] | undefined;
    if (conversation?.type !== 'user') continue;
    const marks = { ...conversation.marks, [uid]: { deliveredSeq, readSeq } };
    await conversations.put({ ...conversation, marks });
  }
}

async function upgrade(transaction: Upgrade, before: number): Promise<void> {
  if (before < 3) await dateStates(transaction);
  if (before < 4) await markConversations(transaction);
}

/**
 * Fails when IndexedDB is refused, or when what is there cannot be read: see `openStorage`.
 *
 * @param lost called when the browser, or whoever deletes the database, has closed it: it answers nothing any more
 * @param blocked called when another page holds an older version of it: it is opened as soon as that lets go
 */
export async function createIndexedDbStorage(
  name: string,
  lost: () => void = () => undefined,
  blocked: () => void = () => undefined,
): Promise<RecordStorage> {
  let isNew = false;
  const database: IDBPDatabase = await openDB(name, schemaVersion, {
    upgrade(created, before, _, transaction) {
      isNew = before === 0;
      const known = (table: Table) => created.objectStoreNames.contains(table);
      const lost = tableNames.filter((table) => !known(table) && !newTables.includes(table));
      // Damaged: it stays as it is, and opening it fails, which tells as much as `done` would.
      if (before > 0 && lost.length > 0) {
        transaction.done.catch(() => undefined);
        return abort(transaction);
      }
      if (!created.objectStoreNames.contains(blockTable)) createBlockTable(unwrap(created));
      for (const table of tableNames) {
        const { key, indexes } = schema[table];
        const store = known(table)
          ? transaction.objectStore(table)
          : created.createObjectStore(table, { keyPath: [...key] });
        for (const [index, fields] of Object.entries<readonly string[]>(indexes)) {
          if (!store.indexNames.contains(index)) store.createIndex(index, [...fields]);
        }
      }
      // A failure aborts the transaction, and with it the opening.
      if (before > 0) upgrade(transaction, before).catch(() => abort(transaction));
    },
    blocked,
    blocking() {
      database.close();
      lost();
    },
    terminated: lost,
  });
  const missing = tableNames.filter((table) => !database.objectStoreNames.contains(table));
  if (missing.length > 0) {
    database.close();
    throw new Error(`The database "${name}" lacks its tables ${missing.join(', ')}.`);
  }

  async function run<T>(
    mode: IDBTransactionMode,
    work: (writer: Writer) => Promise<T>,
  ): Promise<T> {
    const transaction = unwrap(database).transaction([...tableNames, blockTable], mode);
    const done = completed(transaction);
    // Awaited below; until then a failure is not an unhandled one.
    done.catch(() => undefined);
    const adding: Promise<unknown>[] = [];
    try {
      const result = await work(createWriter(transaction, adding));
      await Promise.all(adding);
      commit(transaction);
      // What was read is read, whatever becomes of the transaction.
      if (mode === 'readwrite') await done;
      return result;
    } catch (error) {
      abort(transaction);
      await Promise.allSettled([done]);
      // Where it had failed already, what was read or written next failed only for that.
      throw transaction.error ?? error;
    }
  }

  return {
    kind: 'indexeddb',
    isNew,
    read: (work) => run('readonly', work),
    write: (work) => run('readwrite', work),
    close() {
      database.close();
      return Promise.resolve();
    },
  };
}
