import type { ReactiveControllerHost } from 'lit';
import type { List, ListState } from '../../client/stores/list-types.js';
import { keepItems } from '../../client/stores/memo.js';
import type { ChatClient } from '../../client/types.js';
import { StoreController } from '../../lit/store-controller.js';
import { entriesOf, type Entry } from './entries.js';
import type { OrderHold } from './order.js';

/** What a list asks for: another `of` is another list, another `query` the same one seen otherwise. */
export interface ListSource<T> {
  readonly of: string;
  readonly query: string;
  open(client: ChatClient): List<T>;
}

/** The row that an event came from, and what it stands for. */
export interface Hit<T> {
  readonly item: T;
  readonly row: HTMLElement;
}

/** The list an element shows, and its rows in the order they have on screen. */
export class ListData<T extends { readonly id: string }> {
  /** Keeps the rows where they are under a pointer; loaded when there is one. */
  hold: OrderHold | undefined;
  list: List<T> | undefined;
  items: readonly T[] = [];
  entries: readonly Entry<T>[] = [];
  /** One a row; the same array while they are the same. */
  keys: readonly string[] = [];
  /** The rows are those of the same list as before, in another order perhaps. */
  moved = false;
  /** The rows answer a former query. */
  stale = false;
  /** Whether all that these need is loaded. */
  drawable: (items: readonly T[]) => boolean = () => true;

  #store: StoreController<ListState<T>>;
  #opened: { client: ChatClient; of: string; query: string } | undefined;
  #last: readonly T[] | undefined;
  #fresh = true;
  #drawn: ListState<T> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#store = new StoreController(host, () => this.list?.$list);
  }

  /** What cannot be drawn yet waits, and what was on show stays. */
  get state(): ListState<T> | undefined {
    const now = this.#store.value;
    if (now !== this.#drawn && (!now || this.drawable(now.items))) this.#drawn = now;
    return this.#drawn;
  }

  /** True when the rows are to be seen from the start: the same list with another query. */
  open(client: ChatClient | undefined, source: ListSource<T> | undefined): boolean {
    const opened = this.#opened;
    if (!client || !source) {
      this.list = this.#opened = undefined;
      return false;
    }
    const same = opened?.client === client && opened.of === source.of;
    if (same && opened.query === source.query) return false;
    if (!same) this.#last = undefined;
    this.#opened = { client, of: source.of, query: source.query };
    this.list = source.open(client);
    this.#drawn = undefined;
    this.hold?.reset();
    this.#fresh = true;
    return opened !== undefined;
  }

  /** Until another query has its answer, the rows of the former one stay. */
  arrange(sectionOf: (item: T) => string | undefined): void {
    const { state } = this;
    // What is asked for anew stays until it has come; where nobody is signed in, nothing does.
    if (!state?.loading) this.#last = state?.items;
    this.stale = !state?.ready && !state?.items.length;
    const known = (this.stale ? this.#last : state?.items) ?? [];
    const items = this.hold?.arrange(known) ?? known;
    this.moved = !this.#fresh;
    if (state?.ready) this.#fresh = false;
    if (items === this.items) return;
    this.items = items;
    this.entries = entriesOf(items, sectionOf);
    const keys = this.entries.map(({ key }) => key);
    this.keys = keepItems(this.keys, keys);
  }

  indexOf(match: (item: T) => boolean): number {
    return this.entries.findIndex((entry) => entry.item !== undefined && match(entry.item));
  }

  hit(event: Event): Hit<T> | undefined {
    const row = (event.target as Element).closest<HTMLElement>('.row');
    const item = row && this.entries[Number(row.dataset['index'])]?.item;
    return item && row ? { item, row } : undefined;
  }
}
