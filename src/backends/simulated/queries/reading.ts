import type { Rows, Table } from '../storage/rows.js';
import type { IndexName } from '../storage/schema.js';
import type { Key, Range, Reader } from '../storage/storage.js';

/**
 * What looks at rows that are mostly at hand: written like an async function, with `function*` and `yield*`, but it waits
 * only for what has to be fetched. An `await` waits always, and whoever lists thirty conversations looks a thousand times.
 */
export type Reading<T> = Generator<Promise<unknown>, T, unknown>;

/** Runs it, and answers at once where nothing had to be fetched. */
export function read<T>(reading: Reading<T>): T | Promise<T> {
  const step = reading.next();
  return step.done ? step.value : goOn(reading, step.value);
}

async function goOn<T>(reading: Reading<T>, asked: Promise<unknown>): Promise<T> {
  for (;;) {
    const step = reading.next(await asked);
    if (step.done) return step.value;
    asked = step.value;
  }
}

/** Several at the same time. */
export function* all<T extends readonly unknown[] | []>(readings: {
  readonly [K in keyof T]: Reading<T[K]>;
}): Reading<T> {
  const answers = readings.map((reading) => read(reading));
  if (!answers.some((answer) => answer instanceof Promise)) return answers as unknown as T;
  return (yield Promise.all(answers)) as T;
}

/** For `all`, where there is nothing to look at. */
export function* nothing(): Reading<undefined> {
  return undefined;
}

export function* rowIn<T extends Table>(
  work: Reader,
  table: T,
  ...key: Key
): Reading<Rows[T] | undefined> {
  const held = work.held(table, ...key);
  if (held !== undefined) return held ?? undefined;
  return (yield work.get(table, ...key)) as Rows[T] | undefined;
}

export function* rangeIn<T extends Table>(
  work: Reader,
  table: T,
  index: IndexName<T>,
  range: Range,
): Reading<readonly Rows[T][]> {
  return (work.heldRange(table, index, range) ??
    (yield work.range(table, index, range))) as readonly Rows[T][];
}
