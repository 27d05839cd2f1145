import { atom, computed, onMount } from 'nanostores';
import { ChatError } from '../protocol/errors.js';
import type { Cursor, Page } from '../protocol/operations.js';
import type { TableName, Tables } from '../protocol/records.js';
import type { Core } from './core.js';
import { createMemo, keepItems, keepShape, type Row } from './memo.js';
import { without } from './without.js';
import type { List, ListState, Store } from './types.js';

interface Source<N extends TableName, T> {
  readonly table: N;
  /** What a row shows besides records. */
  readonly also?: readonly Store<unknown>[];
  readonly limit: number;
  fetch(page: { readonly after?: Cursor; readonly limit: number }): Promise<Page>;
  item(record: Tables[N], row: Row<T>): T;
  /** Whether a record that changes still, or now, is in this list. */
  belongs(record: Tables[N]): boolean;
  /** Nothing enters by itself: only the server knows what belongs. */
  readonly closed?: boolean;
  /** For as long as it is on show. */
  onShow?(ids: () => readonly string[]): () => void;
  /** What it lists belongs to this conversation. */
  readonly conversationId?: string;
  /** The order; without it, the server's, and what is new comes last. */
  compare?(a: Tables[N], b: Tables[N]): number;
}

interface State {
  readonly ids: readonly string[];
  /** Came by themselves, or are optimistic. */
  readonly extra: ReadonlySet<string>;
  readonly cursor: Cursor | null | undefined;
  readonly loading: boolean;
  readonly total?: number;
  readonly error?: ChatError;
}

const empty: State = { ids: [], extra: new Set(), cursor: undefined, loading: false };

/** The one shape of all paged lists: pages from the server, kept live by the tables. */
export function createList<N extends TableName, T>(core: Core, source: Source<N, T>): List<T> {
  const $state = atom<State>(empty);
  const memo = createMemo<T>();
  let former: ListState<T> | undefined;
  let running: Promise<void> | undefined;
  let session = core.$session.get();

  const $list = computed(
    [$state, core.$shown, ...(source.also ?? [])],
    (state: State): ListState<T> => {
      const items = memo.pass((row) => recordsOf(state).map((record) => source.item(record, row)));
      const next: ListState<T> = {
        items: keepItems(former?.items, items),
        loading: state.loading,
        ready: state.cursor !== undefined,
        more: state.cursor != null,
        ...(state.total !== undefined && { total: state.total }),
        ...(state.error && { error: state.error }),
      };
      return (former = keepShape(former, next));
    },
  );

  function recordsOf(state: State): Tables[N][] {
    const shown = core.$shown.get();
    const optimistic = source.closed ? [] : [...(shown.patched[source.table]?.keys() ?? [])];
    const ids = new Set([...state.ids, ...state.extra, ...optimistic]);
    const records: Tables[N][] = [];
    let last: Tables[N] | undefined;
    for (const id of ids) {
      const record = shown.get(source.table, id);
      if (!record || record.removedAt !== undefined || !source.belongs(record)) continue;
      records.push(record);
      if (id === state.ids.at(-1)) last = record;
    }
    const { compare } = source;
    // What would stand below the last page comes with its own page.
    const paged = new Set(state.ids);
    const isDue = (record: Tables[N]) =>
      state.cursor === null ||
      paged.has(record.id) ||
      (compare !== undefined && last !== undefined && compare(record, last) <= 0);
    const due = records.filter(isDue);
    return compare ? due.sort(compare) : due;
  }

  /** Pages until at least as many rows are there as before, so that nobody loses their place. */
  async function fetchPages(from: Cursor | undefined, atLeast: number): Promise<void> {
    const before = without($state.get(), 'error');
    $state.set({ ...before, loading: true });
    const ids: string[] = from === undefined ? [] : [...before.ids];
    const mine = session;
    try {
      let page: Page;
      let after = from;
      do {
        page = await source.fetch({ ...(after !== undefined && { after }), limit: source.limit });
        if (mine !== session) return;
        ids.push(...page.ids);
        after = page.after ?? undefined;
      } while (after !== undefined && ids.length < atLeast);
      const { total } = page;
      const extra = from === undefined ? empty.extra : $state.get().extra;
      $state.set({
        ids: [...new Set(ids)],
        extra,
        cursor: page.after,
        loading: false,
        ...(total !== undefined && { total }),
      });
    } catch (thrown) {
      if (mine !== session) return;
      const error = ChatError.from(thrown);
      $state.set({ ...$state.get(), loading: false, error });
    }
  }

  /** One request at a time. */
  function run(from: Cursor | undefined, atLeast = 0): Promise<void> {
    if (!core.$session.get()) return Promise.resolve();
    return (running ??= fetchPages(from, atLeast).finally(() => (running = undefined)));
  }

  async function refresh(missed: boolean): Promise<void> {
    await running;
    const { cursor, error, ids } = $state.get();
    if (!missed && cursor !== undefined && !error) return;
    await run(undefined, ids.length);
    const now = $state.get().error;
    if (now?.retryable) throw now;
  }

  function begin(): void {
    if (session !== core.$session.get()) {
      session = core.$session.get();
      running = undefined;
      $state.set(empty);
    }
    if (session) void run(undefined, $state.get().ids.length);
  }

  onMount($list, () => {
    const leave = [
      core.onSession(begin),
      core.connection.onRefresh(refresh),
      core.onRefetch((conversation) => {
        if (conversation === source.conversationId) void refresh(true).catch(() => undefined);
      }),
      source.onShow?.(() => $state.get().ids) ?? (() => undefined),
      core.tables.onApplied((applied) => {
        if (source.closed) return;
        const { ids, extra } = $state.get();
        const fresh = (applied[source.table] ?? [])
          .filter(
            ({ after, arrival }) =>
              arrival.live && after.removedAt === undefined && source.belongs(after),
          )
          .map(({ after }) => after.id)
          .filter((id) => !extra.has(id) && !ids.includes(id));
        if (fresh.length > 0) $state.set({ ...$state.get(), extra: new Set([...extra, ...fresh]) });
      }),
    ];
    begin();
    return () => leave.forEach((stop) => stop());
  });

  return {
    $list,
    more() {
      const { cursor } = $state.get();
      return cursor == null ? (running ?? Promise.resolve()) : run(cursor);
    },
    reload: () => run(undefined),
  };
}
