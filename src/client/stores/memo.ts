/** Row by row: a value is made anew only when one of its inputs is another one. */
export type Row<T> = (id: string, inputs: readonly unknown[], make: () => T) => T;

/** What was made, by id. */
export type Made<T> = Map<string, { readonly inputs: readonly unknown[]; readonly value: T }>;

/** @param made the caller may forget some of it */
export function createRow<T>(made: Made<T> = new Map()): Row<T> {
  return (id, inputs, make) => {
    const before = made.get(id);
    const entry = before && sameItems(before.inputs, inputs) ? before : { inputs, value: make() };
    made.set(id, entry);
    return entry.value;
  };
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => Object.is(item, b[i]));
}

/** The former list where the new one holds the same items. */
export function keepItems<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  return before && sameItems(before, after) ? before : after;
}

/** The former object where the new one has the same properties, one level deep. */
export function keepShape<T extends object>(before: T | undefined, after: T): T {
  if (!before) return after;
  const keys = Object.keys(after) as (keyof T)[];
  const same =
    keys.length === Object.keys(before).length &&
    keys.every((key) => Object.is(before[key], after[key]));
  return same ? before : after;
}

/** The keys under which two maps hold something else. */
export function differing<V>(
  before: ReadonlyMap<string, V> | undefined,
  after: ReadonlyMap<string, V>,
): string[] {
  const keys = new Set([...(before?.keys() ?? []), ...after.keys()]);
  return [...keys].filter((key) => before?.get(key) !== after.get(key));
}

/** Equality of JSON. */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, i) => equal(item, b[i]))
    );
  }
  const left = entriesOf(a);
  const right = new Map(entriesOf(b));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && equal(value, right.get(key)))
  );
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value as Record<string, unknown>).filter(([, item]) => item !== undefined);
}
