import { atom, computed, onMount } from 'nanostores';
import { ChatError } from '../../protocol/errors.js';
import type { Cursor, Page } from '../../protocol/queries.js';
import type { TableName, Tables } from '../../protocol/records.js';
import type { Core } from '../core.js';
import { keepItems, keepShape, type Row } from './memo.js';
import { createRows } from './rows.js';
import { without } from './without.js';
import type { Also, List, ListState, Store } from './list-types.js';

interface Source<N extends TableName, T> {
  readonly table: N;
  /** What a row shows besides records, and the rows that a change of it concerns. */
  readonly also?: readonly Also[];
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

interface State<R> {
  readonly ids: readonly string[];
  /** The last of them, as it was when it came: where the pages end, wherever it moves. */
  readonly end?: R | undefined;
  /** Came by themselves, or are optimistic. */
  readonly extra: ReadonlySet<string>;
  readonly cursor: Cursor | null | undefined;
  readonly loading: boolean;
  readonly total?: number;
  readonly error?: ChatError;
}

/** Rows that are waited for when a list opens: about a screen. Who shows more asks for more at once. */
const firstRows = 15;

const empty: State<never> = { ids: [], extra: new Set(), cursor: undefined, loading: false };

/** The one shape of all paged lists: pages from the server, kept live by the tables. */
export function createList<N extends TableName, T>(core: Core, source: Source<N, T>): List<T> {
  const $state = atom<State<Tables[N]>>(empty);
  const { table, also = [] } = source;
  const rows = createRows<{ readonly record: Tables[N]; readonly item: T }, T>(core, (id, row) => {
    const record = core.$shown.get().get(table, id);
    if (!record || record.removedAt !== undefined || !source.belongs(record)) return undefined;
    return { record, item: source.item(record, row) };
  });
  let ids: readonly string[] = [];
  let besides: readonly unknown[] = [];
  let sorted:
    | { readonly rows: unknown; readonly state: State<Tables[N]>; readonly items: readonly T[] }
    | undefined;
  let running: Promise<void> | undefined;
  let session = core.$session.get();

  const $list: Store<ListState<T>> = computed(
    [$state, core.$shown, ...also.map(({ $store }) => $store)],
    (state: State<Tables[N]>, _shown: unknown, ...values: unknown[]): ListState<T> => {
      also.forEach((one, i) => {
        if (values[i] !== besides[i]) rows.drop(one.changed(besides[i], values[i]));
      });
      besides = values;
      const items = itemsOf(state);
      const next: ListState<T> = {
        items: keepItems($list.value?.items, items),
        loading: state.loading,
        ready: state.cursor !== undefined,
        more: state.cursor != null,
        ...(state.total !== undefined && { total: state.total }),
        ...(state.error && { error: state.error }),
      };
      return keepShape($list.value, next);
    },
  );

  function itemsOf(state: State<Tables[N]>): readonly T[] {
    const optimistic = source.closed ? [] : (core.$shown.get().patched[table]?.keys() ?? []);
    ids = keepItems(ids, [...new Set([...state.ids, ...state.extra, ...optimistic])]);
    const found = rows.of(ids);
    if (sorted?.rows === found && sorted.state === state) return sorted.items;
    const { compare } = source;
    const { cursor, end } = state;
    // Rows that sort after the last page that is loaded are left out: they come with their own page.
    const paged = new Set(state.ids);
    const due = found.filter(
      ({ record }) =>
        cursor === null || paged.has(record.id) || (compare && end && compare(record, end) <= 0),
    );
    if (compare) due.sort((a, b) => compare(a.record, b.record));
    const items = due.map(({ item }) => item);
    sorted = { rows: found, state, items };
    return items;
  }

  /** Pages until at least as many rows are there as before, so that nobody loses their place. */
  async function fetchPages(from: Cursor | undefined, atLeast: number): Promise<void> {
    const before = without($state.get(), 'error');
    $state.set({ ...before, loading: true });
    const paged: string[] = from === undefined ? [] : [...before.ids];
    const mine = session;
    const known = core.tables.atoms[table].get();
    const limit = paged.length + atLeast > 0 ? source.limit : Math.min(firstRows, source.limit);
    try {
      let page: Page;
      let after = from;
      do {
        page = await source.fetch({ ...(after !== undefined && { after }), limit });
        if (mine !== session) return;
        paged.push(...page.ids);
        after = page.after ?? undefined;
      } while (after !== undefined && paged.length < atLeast);
      const held = core.tables.atoms[table].get();
      // What has moved meanwhile may be on none of the pages.
      const moved = new Set(ids.filter((id) => held.get(id) !== known.get(id)));
      $state.set({
        ids: [...new Set(paged)],
        end: held.get(paged.at(-1)!),
        extra: from === undefined ? moved : $state.get().extra,
        cursor: page.after,
        loading: false,
        ...(page.total !== undefined && { total: page.total }),
      });
    } catch (thrown) {
      if (mine !== session) return;
      $state.set({ ...$state.get(), loading: false, error: ChatError.from(thrown) });
    }
  }

  /** One request at a time. */
  function run(from: Cursor | undefined, atLeast = 0): Promise<void> {
    if (!core.$session.get()) return Promise.resolve();
    const mine = session;
    return (running ??= fetchPages(from, atLeast).finally(() => {
      // After a change of session `running` is the request of the new one.
      if (mine === session) running = undefined;
    }));
  }

  const reload = () => run(undefined, $state.get().ids.length);

  async function refresh(missed: boolean): Promise<void> {
    await running;
    const { cursor, error } = $state.get();
    if (!missed && cursor !== undefined && !error) return;
    await reload();
    const now = $state.get().error;
    if (now?.retryable) throw now;
  }

  function begin(): void {
    if (session !== core.$session.get()) {
      session = core.$session.get();
      running = undefined;
      $state.set(empty);
    }
    void reload();
  }

  onMount($list, () => {
    const leave = [
      core.onSession(begin),
      core.connection.onRefresh(refresh),
      core.onRefetch((conversation) => {
        // What it fails with is in the list's own state.
        if (conversation === source.conversationId) void refresh(true).catch(() => undefined);
      }),
      source.onShow?.(() => ids) ?? (() => undefined),
      core.tables.onApplied((applied) => {
        if (source.closed) return;
        const state = $state.get();
        const { ids, extra } = state;
        const fresh = (applied[table] ?? [])
          .filter(({ after, arrival }) => arrival.live && source.belongs(after))
          .map(({ after }) => after.id)
          .filter((id) => !extra.has(id) && !ids.includes(id));
        if (fresh.length > 0) $state.set({ ...state, extra: new Set([...extra, ...fresh]) });
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
    reload,
  };
}
