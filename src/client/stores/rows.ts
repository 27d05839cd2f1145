import type { Core } from '../core.js';
import { createRow, type Made, type Row } from './memo.js';

/** Rows that are made anew only when something they were made of has changed, however many others there are. */
export interface Rows<T> {
  /** The rows of these ids, in this order; what is not asked for is forgotten. The same array while nothing changed. */
  of(ids: readonly string[]): readonly T[];
  /** What these were made of has changed, as records do not tell. */
  drop(ids: Iterable<string>): void;
}

interface Held<T> {
  readonly value: T | undefined;
  readonly reads: ReadonlySet<string>;
}

export function createRows<T, M = T>(
  core: Core,
  make: (id: string, row: Row<M>) => T | undefined,
): Rows<T> {
  const held = new Map<string, Held<T>>();
  /** What was read for it: to the rows that did. */
  const readers = new Map<string, Set<string>>();
  const made: Made<M> = new Map();
  const row = createRow(made);
  let version = -1;
  let former: { readonly ids: readonly string[]; readonly rows: readonly T[] } | undefined;

  function drop(id: string): void {
    for (const key of held.get(id)?.reads ?? []) {
      const ids = readers.get(key);
      ids?.delete(id);
      if (ids?.size === 0) readers.delete(key);
    }
    if (held.delete(id)) former = undefined;
  }

  function take(id: string): T | undefined {
    let found = held.get(id);
    if (!found) {
      const reads = new Set<string>();
      const value = core.$shown.get().reading(reads, () => make(id, row));
      found = { value, reads };
      held.set(id, found);
      for (const key of reads) readers.set(key, (readers.get(key) ?? new Set()).add(id));
    }
    return found.value;
  }

  return {
    of(ids) {
      const shown = core.$shown.get();
      const changed = version === shown.version ? [] : shown.since(version);
      version = shown.version;
      if (changed === 'all') for (const id of [...held.keys()]) drop(id);
      else for (const key of changed) for (const id of [...(readers.get(key) ?? [])]) drop(id);
      if (former?.ids === ids) return former.rows;
      const rows = ids.flatMap((id) => take(id) ?? []);
      if (held.size > ids.length || made.size > ids.length) {
        const asked = new Set(ids);
        for (const id of [...held.keys()]) if (!asked.has(id)) drop(id);
        // A row whose record was released has been dropped already, and what was made for it has not.
        for (const id of [...made.keys()]) if (!asked.has(id)) made.delete(id);
      }
      former = { ids, rows };
      return rows;
    },
    drop(ids) {
      for (const id of ids) drop(id);
    },
  };
}
