import { openDB } from 'idb';
import { createIndexedDbStorage } from './indexeddb.js';
import { createMemoryStorage } from './memory.js';
import type { RecordStorage } from './storage.js';

/** What went wrong on opening, for a person to read. */
export interface StorageWarning {
  /** `kept-aside`: the old database was unreadable and lies untouched; `memory`: nothing will outlive this page. */
  readonly kind: 'kept-aside' | 'memory';
  readonly message: string;
  /** Name of the database that was kept aside. */
  readonly database?: string;
  readonly cause: unknown;
}

/** How many damaged databases are left lying before we stop trying. */
const attempts = 5;

/**
 * The database of this name; a damaged one is never wiped but left where it is, and a new one is opened beside it
 * (`name~2` …). Where IndexedDB is refused, memory. Whatever is not as it should be is told to `warn`.
 */
export async function openStorage(
  name: string,
  warn: (warning: StorageWarning) => void,
): Promise<RecordStorage> {
  let cause: unknown;
  if (typeof indexedDB !== 'undefined') {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const database = attempt === 1 ? name : `${name}~${attempt}`;
      try {
        const storage = await createIndexedDbStorage(database);
        await storage.read((reader) => reader.range('meta', 'key'));
        return storage;
      } catch (error) {
        cause = error;
        if (isRefusal(error) || !(await canOpenAnother())) break;
        warn({
          kind: 'kept-aside',
          database,
          cause,
          message: `The saved world "${database}" could not be read. It is kept as it is, and a new one was begun beside it.`,
        });
      }
    }
  }
  warn({
    kind: 'memory',
    cause,
    message:
      'This browser does not let the page keep data, so everything is lost when it is closed.',
  });
  return createMemoryStorage();
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof DOMException && ['SecurityError', 'InvalidStateError'].includes(error.name)
  );
}

/** Tells one damaged database from a browser that opens none at all. */
async function canOpenAnother(): Promise<boolean> {
  const probe = `probe-${crypto.randomUUID?.() ?? String(Math.random())}`;
  try {
    (await openDB(probe, 1)).close();
    indexedDB.deleteDatabase(probe);
    return true;
  } catch {
    return false;
  }
}
