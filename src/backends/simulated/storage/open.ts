import { createIndexedDbStorage } from './indexeddb.js';
import type { RecordStorage } from './storage.js';
import type { StorageWarning } from './storage-warning.js';

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
