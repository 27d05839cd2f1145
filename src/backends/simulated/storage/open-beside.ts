import { openDB } from 'idb';
import { createMemoryStorage } from './memory.js';
import type { RecordStorage } from './storage.js';
import type { StorageWarning } from './storage-warning.js';

/** How many damaged databases are left lying before we stop trying. */
const attempts = 5;

/** Another page holds an older version of this one. */
export function tellHeld(database: string, warn: (warning: StorageWarning) => void): void {
  warn({
    kind: 'blocked',
    database,
    message:
      'Another tab or window holds an older version of the saved world. Close it: this page goes on by itself then.',
  });
}

/** What is taken instead of a database that could not be opened for this cause. */
export async function openBeside(
  name: string,
  open: (database: string) => Promise<RecordStorage>,
  cause: unknown,
  warn: (warning: StorageWarning) => void,
): Promise<RecordStorage> {
  let failed = name;
  for (let attempt = 2; attempt <= attempts; attempt++) {
    if (isRefusal(cause) || !(await canOpenAnother())) break;
    warn({
      kind: 'kept-aside',
      database: failed,
      cause,
      message: `The saved world "${failed}" could not be read. It is kept as it is, and a new one was begun beside it.`,
    });
    failed = `${name}~${attempt}`;
    try {
      return await open(failed);
    } catch (error) {
      cause = error;
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
