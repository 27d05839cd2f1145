import type { Range } from './storage.js';

/** Arrays sort after strings and numbers, so an empty one ends every key that begins with the prefix. */
const top: readonly never[] = [];

export function keyRange({ prefix = [], after, before }: Range): IDBKeyRange | undefined {
  if (prefix.length === 0 && !after && !before) return undefined;
  const lower = [...prefix, ...(after ?? [])];
  const upper = before ? [...prefix, ...before] : [...prefix, top];
  return IDBKeyRange.bound(lower, upper, after !== undefined, before !== undefined);
}

/** A bound that cannot hold anything is an error to IndexedDB, and an empty answer to us. */
export function isEmpty({ prefix = [], after, before }: Range): boolean {
  if (!after || !before) return false;
  return indexedDB.cmp([...prefix, ...after], [...prefix, ...before]) >= 0;
}

/** Of the browser's own request: a message makes a dozen of them, and each that is wrapped has four listeners. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
}
