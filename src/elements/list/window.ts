import type { ReactiveController, ReactiveElement } from 'lit';
import { ListHeights } from './heights.js';

/** Rows beyond the view on both sides; drawn anew when fewer than the least are left. */
const overscan = { rows: 6, least: 2 };
/** Until the first rows are on the screen. */
const none = { rows: 0, least: 0 };
/** Milliseconds after which those that cannot be seen follow them. */
const afterFirst = 120;

export interface WindowRow {
  readonly key: string;
  readonly index: number;
}

/** The rows of a list that are in the DOM: those in view, some around, and the one that holds the focus. */
export class ListWindow implements ReactiveController {
  rows: readonly WindowRow[] = [];
  /** What becomes of rows that move, and of the view; loaded later. */
  moves: typeof import('./moves.js') | undefined;
  readonly heights = new ListHeights();

  #host: ReactiveElement;
  #scroller: HTMLElement | null = null;
  /** What stands above the rows in the scroller, and how much of it sticks to the top. */
  #margin = 0;
  #sticky = 0;
  #top = 0;
  #view = innerHeight;
  /** From the first to the last in view, and which of them are in the DOM. */
  #drawn = { first: 0, last: -1 };
  /** Where each row in the DOM was, to let it glide, and to keep what is in view in view. */
  #places = new Map<string, number>();
  #moved = false;
  #overscan = none;
  #filling: ReturnType<typeof setTimeout> | undefined;
  #observed: readonly HTMLElement[] = [];
  #sizes: ResizeObserver | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the rows around the view are drawn too: not before the first are on the screen. */
  get full(): boolean {
    return this.#overscan === overscan;
  }

  /** Where the view begins and ends, in pixels from the first row. */
  get start(): number {
    return this.#top + this.#sticky - this.#margin;
  }
  get end(): number {
    return this.#top + this.#view - this.#margin;
  }

  /**
   * @param keys one a row, the same array while they are the same: a new one costs a pass over all rows
   * @param pinned index of the row that stays in the DOM wherever the view is
   * @param moved the same list in another order, not another list
   */
  update(keys: readonly string[], pinned: number, moved: boolean): void {
    if (keys !== this.heights.keys) {
      this.heights.keys = keys;
      this.#moved = moved;
      if (!moved) this.#places.clear();
    }
    const { first, last } = this.#inView();
    const from = Math.max(0, first - this.#overscan.rows);
    const to = Math.min(keys.length - 1, last + this.#overscan.rows);
    this.#drawn = { first: from, last: to };
    const rows: WindowRow[] = [];
    const add = (index: number) => rows.push({ key: keys[index] ?? '', index });
    if (pinned >= 0 && pinned < from) add(pinned);
    for (let index = from; index <= to; index++) add(index);
    if (pinned > to && pinned < keys.length) add(pinned);
    this.rows = rows;
  }

  scrollBy(pixels: number): void {
    this.#scrollTo(this.#top + pixels);
    this.#check();
  }

  hostDisconnected(): void {
    clearTimeout(this.#filling);
    this.#filling = undefined;
    this.#sizes?.disconnect();
    this.#observed = [];
    this.#scroller = null;
  }

  hostUpdated(): void {
    this.#watch();
    const sizer = this.#find('.sizer');
    if (!sizer) return;
    if (this.#overscan === none) this.#filling ??= setTimeout(this.#fill, afterFirst);
    this.#observe([...sizer.children] as HTMLElement[]);
    const moves = this.#moved ? this.moves : undefined;
    const shift = moves?.shiftOfView(this.#places, this.heights, this.start) ?? 0;
    this.#size();
    if (shift !== 0) this.scrollBy(shift);
    this.#place(shift === 0 ? moves?.glide : undefined);
    this.#moved = false;
  }

  #inView(): { first: number; last: number } {
    return { first: this.heights.at(this.#top - this.#margin), last: this.heights.at(this.end) };
  }

  /** Whether there are rows enough for where the view is now. */
  #check(): void {
    const { first, last } = this.#inView();
    const end = this.heights.keys.length - 1;
    const enough =
      this.#drawn.first <= Math.max(0, first - this.#overscan.least) &&
      this.#drawn.last >= Math.min(end, last + this.#overscan.least);
    if (!enough) this.#host.requestUpdate();
  }

  #observe(rows: readonly HTMLElement[]): void {
    for (const row of rows) if (!this.#observed.includes(row)) this.#sizes?.observe(row);
    for (const row of this.#observed) if (!row.isConnected) this.#sizes?.unobserve(row);
    this.#observed = rows;
  }

  #size(): void {
    this.#find('.sizer')?.style.setProperty('block-size', `${this.heights.total}px`);
  }

  #place(glide?: (row: HTMLElement, before: number) => void): void {
    const places = new Map<string, number>();
    for (const row of this.#observed) {
      const index = Number(row.dataset['index']);
      const key = this.heights.keys[index];
      if (key === undefined) continue;
      const start = this.heights.start(index);
      const before = this.#places.get(key);
      places.set(key, start);
      row.style.setProperty('transform', `translateY(${start}px)`);
      if (before !== undefined && before !== start) glide?.(row, before);
    }
    this.#places = places;
  }

  #watch(): void {
    const scroller = this.#find('.scroller');
    if (!scroller || scroller === this.#scroller) return;
    this.#scroller = scroller;
    // Out of the page it has lost its place.
    this.#scrollTo(this.#top);
    scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#sizes = new ResizeObserver((entries) => this.#onSizes(entries));
    for (const part of ['.scroller', '.head', '.before']) this.#sizes.observe(this.#find(part)!);
  }

  #fill = () => {
    this.#overscan = overscan;
    this.#check();
  };

  #onScroll = () => {
    // Told when it has left the page, too.
    if (!this.#scroller?.clientHeight) return;
    this.#top = this.#scroller.scrollTop;
    this.#fill();
  };

  /** Told before the frame is painted; to ask for the sizes while rendering would lay the page out twice. */
  #onSizes(entries: readonly ResizeObserverEntry[]): void {
    const { total } = this.heights;
    const anchor = this.heights.at(this.start);
    const before = this.heights.start(anchor);
    let [around, changed] = [false, false];
    for (const { target, borderBoxSize } of entries) {
      const { index } = (target as HTMLElement).dataset;
      const key = this.heights.keys[Number(index)];
      around ||= index === undefined;
      if (key === undefined || !target.isConnected) continue;
      changed = this.heights.measure(key, Math.round(borderBoxSize[0]!.blockSize)) || changed;
    }
    if (changed) {
      // What may bring or take a scroll bar would raise "ResizeObserver loop" errors on the page.
      if (Math.min(total, this.heights.total) + this.#margin > this.#view) this.#size();
      const shift = this.start <= 0 ? 0 : this.heights.start(anchor) - before;
      if (shift !== 0) this.scrollBy(shift);
      this.#place();
    }
    if (changed) requestAnimationFrame(this.#look);
    else if (around) this.#look();
  }

  /** Takes the sizes of what is around the rows. */
  #look = () => {
    if (!this.#scroller?.clientHeight) return;
    const { clientHeight, scrollHeight } = this.#scroller;
    const head = this.#find('.head')!;
    const { offsetHeight } = head;
    const before = this.start;
    this.#margin = this.#find('.before')!.offsetHeight + offsetHeight;
    // A box that holds no rows yet and grows with them may become as high as the window.
    const grows = clientHeight <= this.#margin && clientHeight === scrollHeight;
    this.#view = grows ? innerHeight : clientHeight;
    // Little height, as at 400 % zoom: what stands above scrolls away and leaves its room to the rows.
    this.#sticky = 2 * offsetHeight > this.#view ? 0 : offsetHeight;
    head.style.position = this.#sticky ? '' : 'static';
    this.#size();
    this.scrollBy(before > 0 ? before - this.start : 0);
  };

  #scrollTo(top: number): void {
    this.#scroller?.scrollTo({ top });
    // Where it is not shown it has no place, and goes to this one once it is.
    this.#top = this.#scroller?.clientHeight ? this.#scroller.scrollTop : Math.max(0, top);
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }
}
