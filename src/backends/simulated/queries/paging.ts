import type { Cursor, Page } from '../../../protocol/queries.js';
import { refuse } from '../checks/input.js';
import type { Key } from '../storage/storage.js';

/** Cursors are opaque to everyone but us: a key of the list, as text. */
export function toCursor(key: Key): Cursor {
  return JSON.stringify(key);
}

export function fromCursor(cursor: unknown): Key {
  try {
    const key: unknown = JSON.parse(cursor as string);
    const parts =
      Array.isArray(key) && key.every((part) => ['string', 'number'].includes(typeof part));
    if (typeof cursor === 'string' && parts) return key as Key;
  } catch {
    // Refused below.
  }
  throw refuse(
    'invalid',
    'NOT_ENOUGH_PARAMETERS',
    'This is not a cursor of this list: page with the cursors that the last page named.',
  );
}

export function compareKeys(a: Key, b: Key): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  }
  return a.length - b.length;
}

/** For lists in which nothing about an item tells its place. */
export const byPlace = (_: unknown, index: number): Key => [index];

export interface PageAsked {
  readonly after?: unknown;
  readonly limit: number;
}

/** One page of a list that is sorted ascending by `keyOf`. */
export function pageOf<T>(
  sorted: readonly T[],
  keyOf: (item: T, index: number) => Key,
  { after, limit }: PageAsked,
): { items: readonly T[]; after: Cursor | null } {
  let from = 0;
  if (after !== undefined) {
    const key = fromCursor(after);
    const found = sorted.findIndex((item, i) => compareKeys(keyOf(item, i), key) > 0);
    from = found === -1 ? sorted.length : found;
  }
  const items = sorted.slice(from, from + limit);
  const next = from + items.length;
  const more = items.length > 0 && next < sorted.length;
  return { items, after: more ? toCursor(keyOf(sorted[next - 1]!, next - 1)) : null };
}

/** One page of a whole list, with its records. */
export function shownPage<T>(
  sorted: readonly T[],
  keyOf: (item: T, index: number) => Key,
  asked: PageAsked,
  nameOf: (item: T) => string,
  show: (item: T) => void,
): Page {
  const { items, after } = pageOf(sorted, keyOf, asked);
  for (const item of items) show(item);
  return page(items.map(nameOf), after, sorted.length);
}

/** A list without direction. */
export function page(ids: readonly string[], after: Cursor | null, total?: number): Page {
  return { ids, before: null, after, ...(total !== undefined && { total }) };
}
