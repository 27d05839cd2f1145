import type { Cursor, Page } from '../../../protocol/queries.js';
import type { Query, TwoWayQuery } from '../../stores/list-types.js';

/** One after the other: a call waits for those before it, whatever became of them. */
function createQueue(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const next = last.then(run, run);
    last = next;
    return next;
  };
}

async function* items<T>(query: { next(): Promise<readonly T[]> }, isDone: () => boolean) {
  while (!isDone()) yield* await query.next();
}

/** Pages of a list that has one direction. */
export function createQuery<T>(
  ask: (paging: { readonly after?: Cursor }) => Promise<readonly [Page, readonly T[]]>,
): Query<T> {
  const queue = createQueue();
  let after: Cursor | null | undefined;
  const query: Query<T> = {
    next: () =>
      queue(async () => {
        if (after === null) return [];
        const [page, found] = await ask(after === undefined ? {} : { after });
        after = page.after;
        return found;
      }),
    get done() {
      return after === null;
    },
    [Symbol.asyncIterator]: () => items(query, () => query.done),
  };
  return query;
}

type Side = 'older' | 'newer';
interface TwoWay<T, P> {
  /** Where it begins, which both directions need; `forward`: `for await` goes on from there, otherwise back. */
  readonly start: P;
  readonly forward: boolean;
  /** Refuses a direction that leads nowhere from here. */
  demand?(side: Side): void;
  ask(
    position: P | { readonly before: Cursor } | { readonly after: Cursor },
  ): Promise<readonly [Page, readonly T[]]>;
  /** Of the first page: what lies before the start, and what lies after it. */
  split(found: readonly T[]):
    | { readonly [S in Side]: readonly T[] }
    | Promise<{
        readonly [S in Side]: readonly T[];
      }>;
}

/** Pages both ways from one place, in ascending order inside a page. */
export function createTwoWayQuery<T, P>(options: TwoWay<T, P>): TwoWayQuery<T> {
  const queue = createQueue();
  let edges: { [S in Side]: Cursor | null } | undefined;
  let waiting: { [S in Side]: readonly T[] } = { older: [], newer: [] };

  const step = (side: Side) =>
    queue(async () => {
      options.demand?.(side);
      if (!edges) {
        const [page, found] = await options.ask(options.start);
        waiting = { ...(await options.split(found)) };
        edges = { older: page.before, newer: page.after };
      }
      const held = waiting[side];
      waiting[side] = [];
      const cursor = edges[side];
      if (held.length > 0 || cursor === null) return held;
      const position = side === 'older' ? { before: cursor } : { after: cursor };
      const [page, found] = await options.ask(position);
      edges[side] = side === 'older' ? page.before : page.after;
      return found;
    });

  const isDone = (side: Side) => edges?.[side] === null && waiting[side].length === 0;
  return {
    next: () => step('newer'),
    previous: () => step('older'),
    [Symbol.asyncIterator]: () =>
      options.forward
        ? items({ next: () => step('newer') }, () => isDone('newer'))
        : items({ next: async () => [...(await step('older'))].reverse() }, () => isDone('older')),
  };
}
