import { atom, onMount } from 'nanostores';
import type { ChatError } from '../protocol/errors.js';
import type { Acts, Features } from './acts/acts.js';
import type { Late } from './late.js';
import type { List, ListState, Store, TwoWayQuery, Query } from './stores/list-types.js';

type Begin<R = unknown> = (acts: Acts) => R;
type Act = (...args: unknown[]) => unknown;

const coming: ListState<unknown> = { items: [], loading: true, ready: false, more: false };

/**
 * What stands for the acts of each feature, under their names, until they are loaded.
 * @param act runs what belongs to the session of this moment
 */
export function createStandIns(late: Late<Acts>, act: Late<Acts>['run']) {
  /** @param make what an act is meanwhile */
  const standIns =
    (make: (begin: Begin) => unknown) =>
    <F extends keyof Features, K extends keyof Features[F]>(
      feature: F,
      ...names: readonly K[]
    ): Pick<Features[F], K> => {
      const entries = names.map((name) => {
        const stand = (...args: unknown[]) => {
          const begin = (acts: Acts) => (acts[feature][name] as Act)(...args);
          return late.now ? begin(late.now) : make(begin);
        };
        return [name, stand];
      });
      return Object.fromEntries(entries) as Pick<Features[F], K>;
    };

  /** @param failed what it holds where the acts could not be had; without it they are not loaded for this */
  function store<T>(
    initial: T,
    begin: Begin<Store<T>>,
    failed?: (error: ChatError) => T,
  ): Store<T> {
    const $store = atom(initial);
    onMount($store, () => {
      let stop: (() => void) | undefined = () => {};
      late.follow((acts) => {
        if (stop) stop = begin(acts).subscribe((value) => $store.set(value));
      });
      if (failed) late.load().catch((error: ChatError) => $store.set(failed(error)));
      return () => {
        stop?.();
        stop = undefined;
      };
    });
    return $store;
  }

  function list(begin: Begin): List<unknown> {
    let made: List<unknown> | undefined;
    const real = (acts: Acts) => (made ??= begin(acts) as List<unknown>);
    const failed = (error: ChatError) => ({ ...coming, loading: false, error });
    // That the acts could not be loaded is in the list's own `error`.
    const run = (ask: 'more' | 'reload') =>
      late.run((acts) => real(acts)[ask]()).catch(() => undefined);
    return {
      $list: store(coming, (acts) => real(acts).$list, failed),
      more: () => run('more'),
      reload: () => run('reload'),
    };
  }

  function query(begin: Begin): Query<unknown> & TwoWayQuery<unknown> {
    let made: ReturnType<typeof query> | undefined;
    const real = () => late.run((acts) => (made ??= begin(acts) as ReturnType<typeof query>));
    return {
      next: async () => (await real()).next(),
      previous: async () => (await real()).previous(),
      get done() {
        return made?.done ?? false;
      },
      async *[Symbol.asyncIterator]() {
        yield* await real();
      },
    };
  }

  return {
    late,
    act,
    store,
    verbs: standIns((begin) => act(begin)),
    lists: standIns(list),
    queries: standIns(query),
  };
}
export type StandIns = ReturnType<typeof createStandIns>;
