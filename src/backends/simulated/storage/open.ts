import { createIndexedDbStorage } from './indexeddb.js';
import type { RecordStorage } from './storage.js';

/** What went wrong on opening, for a person to read. */
export interface StorageWarning {
  /**
   * `kept-aside`: the old database was unreadable and lies untouched; `memory`: nothing will outlive this page;
   * `blocked`: another page holds an older version of it, and everything waits until that is closed.
   */
  readonly kind: 'kept-aside' | 'memory' | 'blocked';
  readonly message: string;
  /** Name of the database that was kept aside, or is held. */
  readonly database?: string;
  readonly cause?: unknown;
}

const beside = () => import('./open-beside.js');

/**
 * The database of this name; a damaged one is never wiped but left where it is, and a new one is opened beside it
 * (`name~2` …). Where IndexedDB is refused, memory. Whatever is not as it should be is told to `warn`.
 *
 * @param lost see `createIndexedDbStorage`
 */
export async function openStorage(
  name: string,
  warn: (warning: StorageWarning) => void,
  lost?: () => void,
): Promise<RecordStorage> {
  const open = async (database: string) => {
    const blocked = () => void beside().then((it) => it.tellHeld(database, warn));
    const storage = await createIndexedDbStorage(database, lost, blocked);
    await storage.read((reader) => reader.range('meta', 'key'));
    return storage;
  };
  try {
    return await open(name);
  } catch (cause) {
    return (await beside()).openBeside(name, open, cause, warn);
  }
}
