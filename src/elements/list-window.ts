import {
  defaultRangeExtractor,
  VirtualizerController,
  type Range,
  type VirtualItem,
  type Virtualizer,
} from '@tanstack/lit-virtual';
import type { ReactiveController, ReactiveElement } from 'lit';

const typicalHeight = 68;
const glide = { duration: 200, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/** The rows of a list that are in the DOM: those in view, some around, and the one that holds the focus. */
export class ListWindow implements ReactiveController {
  #host: ReactiveElement;
  #virtualizer: Virtualizer<Element, Element>;
  #keys: readonly string[] = [];
  #pinned = -1;
  /** Where each row in the DOM was, to let it glide, and to keep what is in view in view. */
  #starts = new Map<string, number>();
  #moved = false;
  #sizes: ResizeObserver | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.#virtualizer = new VirtualizerController<Element, Element>(host, {
      count: 0,
      overscan: 6,
      // Within the observer's own turn, a new size of a row would raise "ResizeObserver loop" errors on the page.
      useAnimationFrameWithResizeObserver: true,
      estimateSize: () => typicalHeight,
      getScrollElement: () => this.#find('.scroller'),
    }).getVirtualizer();
    host.addController(this);
  }

  get rows(): VirtualItem[] {
    return this.#virtualizer.getVirtualItems();
  }

  /** Rows that fit into the view: the step of Page Up and Page Down. */
  get page(): number {
    return Math.max(1, Math.floor((this.#virtualizer.scrollRect?.height ?? 0) / typicalHeight) - 1);
  }

  /**
   * @param keys one a row, the same array while they are the same: a new one costs a pass over all rows
   * @param pinned index of the row that stays in the DOM wherever the view is
   * @param moved the same list in another order, not another list
   */
  update(keys: readonly string[], pinned: number, moved: boolean): void {
    if (pinned !== this.#pinned) {
      this.#pinned = pinned;
      // Another function each time: the window is remembered until one of its inputs is another.
      this.#set({ rangeExtractor: (range) => withPinned(range, pinned) });
    }
    if (keys === this.#keys) return;
    this.#keys = keys;
    this.#moved = moved;
    if (!moved) this.#starts.clear();
    this.#set({ count: keys.length, getItemKey: (index) => keys[index] ?? index });
  }

  reveal(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  toStart(): void {
    this.#find('.scroller')?.scrollTo({ top: 0 });
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
    this.#sizes = undefined;
  }

  hostUpdated(): void {
    this.#watchHead();
    const sizer = this.#find('.sizer');
    if (!sizer) return;
    const rows = [...sizer.children] as HTMLElement[];
    // All sizes are read before anything is written, or every row would lay out the page again.
    for (const row of rows) this.#virtualizer.measureElement(row);
    const { scrollMargin } = this.#virtualizer.options;
    sizer.style.setProperty('block-size', `${this.#virtualizer.getTotalSize()}px`);
    const shift = this.#moved ? this.#keepView() : 0;
    const glides = this.#moved && shift === 0 && !reducedMotion();
    this.#moved = false;
    const starts = new Map<string, number>();
    const places = new Map(this.rows.map((row) => [row.index, row.start - scrollMargin]));
    for (const row of rows) {
      const index = Number(row.dataset['index']);
      const start = places.get(index);
      const key = this.#keys[index];
      if (start === undefined || key === undefined) continue;
      const before = this.#starts.get(key);
      row.style.setProperty('transform', `translateY(${start}px)`);
      if (glides && before !== undefined && before !== start) {
        const from = `translateY(${before}px)`;
        row.animate([{ transform: from }, { transform: `translateY(${start}px)` }], glide);
      }
      starts.set(key, start);
    }
    this.#starts = starts;
  }

  /** A row that left for the top must not push away what is being read further down. */
  #keepView(): number {
    const scroller = this.#find('.scroller');
    const { scrollMargin, scrollPaddingStart } = this.#virtualizer.options;
    const top = (scroller?.scrollTop ?? 0) - scrollMargin + scrollPaddingStart;
    if (!scroller || top <= 0) return 0;
    const now = new Map(this.rows.map((row) => [String(row.key), row.start - scrollMargin]));
    for (const [key, before] of this.#starts) {
      const start = now.get(key);
      if (before + typicalHeight <= top || start === undefined) continue;
      // The one that moved itself is no measure.
      if (Math.abs(start - before) > 3 * typicalHeight) continue;
      scroller.scrollTop += start - before;
      return start - before;
    }
    return 0;
  }

  /** What stands above the rows in the scroller, and how much of it sticks to the top. */
  #watchHead(): void {
    const scroller = this.#find('.scroller');
    const head = this.#find('.head');
    const before = this.#find('.before');
    if (this.#sizes || !scroller || !head || !before) return;
    const measure = () => {
      const scrollMargin = before.offsetHeight + head.offsetHeight;
      const scrollPaddingStart =
        getComputedStyle(head).position === 'sticky' ? head.offsetHeight : 0;
      const { options } = this.#virtualizer;
      if (
        scrollMargin === options.scrollMargin &&
        scrollPaddingStart === options.scrollPaddingStart
      )
        return;
      this.#set({ scrollMargin, scrollPaddingStart });
      this.#host.requestUpdate();
    };
    this.#sizes = new ResizeObserver(() => requestAnimationFrame(measure));
    this.#sizes.observe(head);
    this.#sizes.observe(before);
  }

  #set(changes: Partial<Virtualizer<Element, Element>['options']>): void {
    this.#virtualizer.setOptions({ ...this.#virtualizer.options, ...changes });
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot?.querySelector<HTMLElement>(selector) ?? null;
  }
}

function withPinned(range: Range, pinned: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (pinned < 0 || pinned >= range.count || indexes.includes(pinned)) return indexes;
  return [...indexes, pinned].sort((a, b) => a - b);
}

function reducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
