import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import { ChatError } from '../../../protocol/errors.js';
import type { Command } from '../../command.js';
import type { StoredDraft } from '../../draft-types.js';
import { filesOf, placesOf, putTogether, takeApart, type FileRow } from './draft-files.js';
import { fromBytes, holdsFiles, toBytes } from './file-bytes.js';
import type { Keep, Take } from './keep-types.js';

/** One row a command, so that several tabs never overwrite each other's. */
interface CommandRow {
  readonly id: string;
  readonly uid: string;
  /** The tab that sends it. */
  readonly owner: string;
  readonly command: Command;
}
interface DraftRow {
  readonly key: string;
  readonly uid: string;
  readonly target: string;
  readonly draft: StoredDraft;
}
interface Schema extends DBSchema {
  commands: { key: string; value: CommandRow; indexes: { uid: string } };
  /** Rows of files are none of anybody's: they are reached from the draft they belong to. */
  drafts: { key: string; value: DraftRow | FileRow; indexes: { uid: string } };
}

type Database = IDBPDatabase<Schema>;
type Table = 'commands' | 'drafts';

interface StorageOptions {
  readonly name: string;
  readonly owner: string;
  readonly onError: (error: unknown) => void;
}

/** Where the browser refuses storage, nothing is kept: `onError` is told, and nothing fails. */
export function createStorage({ name, owner, onError }: StorageOptions): Keep {
  let handle: Database | undefined;
  let opened: Promise<Database | undefined> | undefined;
  /** What was closed from outside, as by who clears this site's data, is opened again when it is needed. */
  const database = () =>
    (opened ??= openDatabase(name, () => (handle = opened = undefined)).then(
      (db) => (handle = db),
      (error: unknown) => {
        onError(notKept(error));
        return undefined;
      },
    ));
  const closing = new AbortController();
  const lockOf = (tab: string) => `${name}/${tab}`;
  // Held for as long as this tab lives: others take over its commands when they get it.
  // Only a sandboxed frame is refused locks. It is refused the database as well, and that failure is reported.
  const held = new Promise<void>((resolve) => {
    hold(lockOf(owner), closing.signal, resolve).catch(() => undefined);
  });
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  /** Those that wait for others. */
  let queued = 0;

  /** In the order asked: what is read holds nothing that was taken back before, and nothing that was written after. */
  async function next<T>(run: (db: Database) => Promise<T>): Promise<T | undefined> {
    if (closed) return undefined;
    queued++;
    try {
      return await follow(last.then(database).then((db) => db && run(db)));
    } finally {
      queued--;
    }
  }
  /** What comes next waits for it; so does who closes. */
  async function follow<T>(done: Promise<T>): Promise<T> {
    last = Promise.allSettled([last, done]);
    return done.catch((error: unknown) => Promise.reject(notKept(error)));
  }

  /** By draft: the files that lie in storage, or are on their way there. */
  const written = new Map<string, ReadonlySet<string>>();

  /** By table and key: what is being written. */
  const newest = new Map<string, unknown>();

  /** Without a row, what was there is deleted. */
  function write<T extends Table>(
    table: T,
    key: string | IDBKeyRange,
    row?: Schema[T]['value'],
  ): void {
    if (closed) return;
    const place = `${table} ${typeof key === 'string' ? key : ''}`;
    const isNewest = () => newest.get(place) === row;
    newest.set(place, row);
    const run = async (db: Database) => {
      try {
        await commit(db, table, (store) => (row ? store.put(row) : store.delete(key)));
      } catch (error) {
        if (!holdsFiles(row)) throw error;
        const bare = await toBytes(row!);
        if (isNewest()) await commit(db, table, (store) => store.put(bare));
      } finally {
        if (isNewest()) newest.delete(place);
      }
    };
    // At once: a page that is being left waits for nothing any more.
    const done = queued === 0 && handle ? follow(run(handle)) : next(run);
    done.catch((error: unknown) => {
      // What was to be there may not be: it is written again with what comes next.
      written.clear();
      onError(error);
    });
  }

  async function inherit(uid: string, from: string): Promise<readonly Command[]> {
    const inherited = await next(async (db) => {
      const transaction = db.transaction('commands', 'readwrite');
      const rows = await transaction.store.index('uid').getAll(uid);
      const left = rows.filter((row) => row.owner === from);
      for (const row of left) void transaction.store.put({ ...row, owner });
      await transaction.done;
      return left.map(commandOf);
    });
    return inherited ?? [];
  }

  /** Takes over what another tab leaves, when that is gone. */
  async function takeFrom(uid: string, tab: string, take: Take): Promise<void> {
    const run = async () => take(await inherit(uid, tab));
    try {
      await (locks()?.request(lockOf(tab), { signal: closing.signal }, run) ?? run());
    } catch (error) {
      if (!closing.signal.aborted) onError(error);
    }
  }

  return {
    known: () => held,
    async adopt(uid, take) {
      const open = tabsOf(name);
      const found = await next(async (db) => {
        // Open tabs are listed before the rows are read: a tab that is not listed has closed, and all its rows are there.
        await open;
        return db.getAllFromIndex('commands', 'uid', uid);
      });
      const rows = found ?? [];
      await take(rows.filter((row) => row.owner === owner).map(commandOf));
      const owners = new Set([...(await open), ...rows.map((row) => row.owner)]);
      owners.delete(owner);
      // What failed is not sent by itself, so nothing has to wait for it.
      const sending = new Set(rows.filter((row) => !row.command.error).map((row) => row.owner));
      const waits = [...owners].flatMap((tab) => {
        const wait = takeFrom(uid, tab, take);
        return sending.has(tab) ? [wait] : [];
      });
      await Promise.all(waits);
    },
    follow(uid, tab, take) {
      if (locks()) void takeFrom(uid, tab, take);
    },
    putCommand: (uid, command) =>
      write('commands', command.id, { id: command.id, uid, owner, command }),
    deleteCommand: (id) => write('commands', id),
    async drafts(uid) {
      const read = await next(async (db) => {
        const { store } = db.transaction('drafts');
        const rows = (await store.index('uid').getAll(uid)) as readonly DraftRow[];
        const drafts = rows.map(async ({ key, target, draft }) => {
          const files = new Map<string, File>();
          const look = async (at: string) => {
            const row = await store.get(at);
            if (row && 'file' in row) files.set(at, fromBytes(row.file) as File);
          };
          await Promise.all(placesOf(draft).map(look));
          written.set(key, new Set(files.keys()));
          return [target, putTogether(fromBytes(draft), files)] as const;
        });
        return Promise.all(drafts);
      });
      return new Map(read);
    },
    putDraft(uid, target, draft) {
      const key = `${uid}|${target}`;
      const { bare, files } = draft
        ? takeApart(key, draft)
        : { bare: draft, files: new Map<string, File>() };
      const before = written.get(key) ?? new Set<string>();
      for (const [at, file] of files) if (!before.has(at)) write('drafts', at, { key: at, file });
      for (const at of before) if (!files.has(at)) write('drafts', at);
      // Those that another tab has added, too.
      if (!draft) write('drafts', filesOf(key));
      written.set(key, new Set(files.keys()));
      write('drafts', key, bare && { key, uid, target, draft: bare });
    },
    async close() {
      closed = true;
      await last;
      (await opened)?.close();
      closing.abort();
    },
  };
}

function commandOf({ command }: CommandRow): Command {
  return fromBytes(command);
}

function locks(): LockManager | undefined {
  return globalThis.navigator?.locks;
}

/** Those that are open, and may leave something. */
async function tabsOf(name: string): Promise<readonly string[]> {
  // Only a sandboxed frame is refused locks. It is refused the database as well, and that failure is reported.
  const { held = [] } =
    (await locks()
      ?.query()
      .catch(() => undefined)) ?? {};
  const own = `${name}/`;
  return held.flatMap((lock) => (lock.name?.startsWith(own) ? lock.name.slice(own.length) : []));
}

async function hold(name: string, until: AbortSignal, held: () => void): Promise<void> {
  // Not made in the callback: browsers may call that just after the abort.
  const ended = new Promise<void>((done) => until.addEventListener('abort', () => done()));
  await locks()?.request(name, { signal: until }, () => {
    held();
    return ended;
  });
}

/** Told to commit, it is written even if the page goes before the answer comes. */
async function commit<T extends Table>(
  db: Database,
  table: T,
  write: (store: IDBPObjectStore<Schema, [T], T, 'readwrite'>) => Promise<unknown>,
): Promise<void> {
  const { store, done } = db.transaction(table, 'readwrite');
  const written = Promise.all([write(store), done]);
  store.transaction.commit();
  await written;
}

function notKept(cause: unknown): ChatError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ChatError(
    'storage',
    `Unsent messages and drafts could not be kept in this browser, or not be read: ${why} Send them before the page is closed; allow this site to keep data, or make room for it.`,
    { cause },
  );
}

/** @param closed not by us: it is worth nothing any more */
async function openDatabase(name: string, closed: () => void): Promise<Database> {
  return openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('commands', { keyPath: 'id' }).createIndex('uid', 'uid');
      fresh.createObjectStore('drafts', { keyPath: 'key' }).createIndex('uid', 'uid');
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      closed();
    },
    terminated: closed,
  });
}
