import type { MessageItem } from '../../../client/types.js';
import { Runway } from './runway.js';

/** A row that has a message, as far as scrolling is concerned. */
export interface AnchorRow extends HTMLElement {
  readonly item: MessageItem | undefined;
  /** All that it stands for, where that is more than its item. */
  readonly run: readonly MessageItem[] | undefined;
}
/** As the page tells of them. */
export type AnchorRows = ArrayLike<AnchorRow> & Iterable<AnchorRow>;
/** Where the reader is: at the end, without rows, or with these at these distances from the top of the view. */
export interface Place {
  readonly pinned: boolean;
  readonly rows: readonly { readonly id: string; readonly offset: number }[];
}

/** Somewhere to go: the end, or where a row's top, or middle, is at this fraction of the view. */
export type Aim =
  | 'end'
  | { readonly row: HTMLElement; readonly fraction: number; readonly middle?: boolean | undefined };

/** Within this of the end the list follows what arrives. */
const near = 80;
/** Milliseconds. */
const undoing = 600;
/** Rows remembered: if the first is gone (discarded, trimmed), the next one holds the place. */
const remembered = 6;

/**
 * The one owner of a list's scroll position. It remembers where the reader is as rows and offsets and puts them back
 * after every change, whatever changed.
 */
export class Scroller {
  readonly box: HTMLElement;
  readonly rows: () => AnchorRows;
  #place: Place = { pinned: true, rows: [] };
  // Where the box was when the place was taken or put back: anything else means that the reader has scrolled.
  #top = 0;
  /** How high everything was when the end was last put back. */
  #height = 0;
  /** The reader has scrolled so far, and it is known: the event is still to come. */
  #known = 0;
  /** Where the box was before it was put right after a change of sizes, and until when the browser may undo that. */
  #former = { top: NaN, until: 0 };
  /** At the end, but the reader selects text: nothing is followed as long as they do (B24). */
  #paused = false;
  /** How high the view was when sizes were told last: 0 out of sight, as in a tab that is not on show. */
  #view: number;
  #runway: Runway;
  #isSelecting: (box: HTMLElement) => boolean | undefined;
  /** False while what follows the last row is not the end of the conversation. */
  hasEnd = true;

  /** @param isSelecting whether the reader selects text in there */
  constructor(
    box: HTMLElement,
    rows: () => AnchorRows,
    isSelecting: (box: HTMLElement) => boolean | undefined,
  ) {
    this.box = box;
    this.#view = box.clientHeight;
    this.rows = rows;
    this.#isSelecting = isSelecting;
    this.#runway = new Runway(box);
  }

  get pinned(): boolean {
    return this.#place.pinned;
  }
  get place(): Place {
    return this.#place;
  }
  /** Pixels before and after the view. */
  get above(): number {
    return this.box.scrollTop - this.#runway.height;
  }
  get below(): number {
    const { scrollHeight, scrollTop, clientHeight } = this.box;
    return scrollHeight - scrollTop - clientHeight;
  }

  /**
   * Pixels that the reader has scrolled. Up to the end it was the browser: there was no room any more. In a view of another
   * height WebKit goes farther than that; and out of sight not every browser remembers where the box was.
   */
  get #since(): number {
    const { scrollTop, scrollHeight, clientHeight } = this.box;
    const room = scrollHeight - clientHeight;
    if (!this.#view || (room < this.#top && clientHeight !== this.#view)) return 0;
    return scrollTop - Math.min(this.#top, room);
  }

  /** The reader has scrolled, or stopped to. True when it was not ourselves. */
  scrolled(settled: boolean): boolean {
    if (!this.#view || this.#isUndone()) return false;
    const { height } = this.#runway;
    if (height > 0 && this.above < 0) this.box.scrollTop = height;
    const since = this.#since;
    const moved = since + this.#known;
    this.#known = 0;
    if (Math.abs(moved) < 1) {
      // Taken anew, the place would drift by what pixels round away.
      if (!settled || !this.hasEnd || this.below > near) return false;
    }
    this.#paused = false;
    this.#mend(since);
    // The first move up lets go at once, where it is not sizes that were rounded; the way down, or resting near the
    // end, takes hold again.
    const up = this.box.scrollHeight === this.#height ? 0.5 : 2;
    const limit = moved < 0 && !settled ? up : near;
    this.#take(this.hasEnd && this.below <= limit);
    return true;
  }

  /** WebKit's scrolling thread may put back, even twice, what was before a size and a position changed at once. */
  #isUndone(): boolean {
    const { top, until } = this.#former;
    // The clock first: to ask where the box is costs more, and this is asked in every frame that scrolls.
    if (performance.now() > until || this.box.scrollTop !== top) return false;
    this.restore();
    return true;
  }

  /** What has grown above, and is not told yet, does not move what the reader sees: that moves as far as they scroll. */
  #mend(moved: number): void {
    const strayed = this.#strayed();
    if (strayed === undefined || Math.abs(strayed + moved) < 2) return;
    this.#shift(moved);
    this.restore();
  }

  /** Before a change: where is the reader? */
  capture(): void {
    if (Math.abs(this.box.scrollTop - this.#top) >= 1) this.scrolled(false);
    this.#pause();
  }

  #pause(): void {
    if (!this.#paused && !this.pinned) return;
    const selecting = this.#isSelecting(this.box) ?? false;
    if (selecting ? this.pinned : this.#paused) this.#take(!selecting);
    this.#paused = selecting;
  }

  /** After it: back to there. */
  restore(): void {
    if (this.pinned) {
      this.#runway.absorb(0);
      // Where there is no end any more, in a window that has jumped or lost it, nothing is followed.
      if (this.hasEnd) this.#scrollTo((this.#height = this.box.scrollHeight));
      else this.#take(false);
      return;
    }
    const strayed = this.#strayed();
    if (strayed === undefined) this.#take(false);
    else this.#absorb(Math.abs(strayed) < 0.5 ? 0 : strayed);
  }

  /** How far what is held is from where it was. Undefined when nothing of it is there. */
  #strayed(): number | undefined {
    for (const { id, offset } of this.#place.rows) {
      const row = this.find(id);
      if (row) return this.#offset(row) - offset;
    }
    return undefined;
  }

  /** Where the view begins in the window, and how many of its pixels are one of the box: zoomed or scaled, they differ. */
  get #frame(): readonly [top: number, scale: number] {
    const { top, height } = this.box.getBoundingClientRect();
    // Not of `offsetHeight`: what that rounds away is a pixel after a page of rows. Out of sight it is neither.
    return [top, height / parseFloat(getComputedStyle(this.box).height) || 1];
  }

  /** From the top of the view to the top of a row. NaN where there is none. */
  #offset(row: HTMLElement | undefined): number {
    const [top, scale] = this.#frame;
    return (Number(row?.getBoundingClientRect().top) - top) / scale;
  }

  /** After a change of sizes: back to there, and on by what the reader has scrolled since. */
  resized(): void {
    const moved = this.#since;
    this.#view = this.box.clientHeight;
    if (!this.#view) return;
    const own = Math.abs(moved) < 1;
    if (own) this.#pause();
    if (!own && this.pinned) {
      this.#take(false);
    } else {
      if (!own) this.#shift(moved);
      const { scrollTop } = this.box;
      this.restore();
      // A view that has become lower may have left what was held below it.
      if ((this.#place.rows[0]?.offset ?? 0) >= this.#view) this.#take(false);
      if (this.box.scrollTop !== scrollTop)
        this.#former = { top: scrollTop, until: performance.now() + undoing };
    }
    if (!own) this.#known += moved;
  }

  /** The reader scrolls, and rows are still to be made above. */
  roam(): void {
    this.#runway.open = true;
  }

  /** Not any more: the first row is where the box begins. */
  land(): void {
    this.#runway.open = false;
    if (this.#runway.height > 0) this.#absorb(0);
  }

  to(aim: Aim): void {
    this.#paused = false;
    this.land();
    this.#scrollTo(this.box.scrollTop + this.left(aim));
    this.#take(this.hasEnd && this.below <= 2);
  }

  /** Pixels to there; negative upwards. */
  left(aim: Aim): number {
    if (aim === 'end') return this.below;
    const { row, fraction, middle } = aim;
    const view = this.box.clientHeight;
    const top = fraction * view;
    // What is taller than the view is read from its beginning.
    const at = middle ? Math.max(0, top - row.offsetHeight / 2) : top;
    const left = this.#offset(row) - at;
    // Next to nothing would remain below: the last row is not cut off then, and what arrives is followed.
    const rest = this.below - left;
    return this.hasEnd && at > near && rest > 0 && rest <= near ? this.below : left;
  }

  /** A part of the way. False when it does not go on. */
  by(pixels: number): boolean {
    const { scrollTop } = this.box;
    this.#scrollTo(scrollTop + pixels);
    this.#take(false);
    return this.#top !== scrollTop;
  }

  /** Takes up a place that was left. */
  return(place: Place): void {
    this.land();
    this.#place = place;
    this.restore();
    this.#take(place.pinned);
  }

  find(id: string): AnchorRow | undefined {
    for (const row of this.rows())
      if (row.item?.id === id || row.run?.some((item) => item.id === id)) return row;
    return undefined;
  }

  /** How many rows lie wholly farther than this from the view, on either side. */
  beyond(distance: number): { readonly before: number; readonly after: number } {
    const after = this.rows().length - this.firstBelow(this.box.clientHeight + distance) - 1;
    return { before: this.firstBelow(-distance), after: Math.max(0, after) };
  }

  /** Index of the first row whose bottom is below this, in pixels from the top of the view. */
  firstBelow(y: number): number {
    const [top, scale] = this.#frame;
    const rows = this.rows();
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.getBoundingClientRect().bottom ?? 0) > top + y * scale) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #take(pinned: boolean): void {
    this.#top = this.box.scrollTop;
    const kept = [];
    if (!pinned) {
      const rows = this.rows();
      let first = this.firstBelow(0);
      // A row that is cut at the top may change where nobody sees it: the first whole one is the line under the eye.
      if (this.#offset(rows[first]) < 0 && this.#offset(rows[first + 1]) < this.box.clientHeight)
        first++;
      for (let i = first; i < first + remembered; i++) {
        const id = rows[i]?.item?.id;
        if (id) kept.push({ id, offset: this.#offset(rows[i]) });
      }
    }
    this.#place = { pinned, rows: kept };
  }

  #shift(by: number): void {
    const rows = this.#place.rows.map(({ id, offset }) => ({ id, offset: offset - by }));
    this.#place = { pinned: this.pinned, rows };
  }

  /** Holds what is in view, after what is above it has grown by so much. */
  #absorb(grown: number): void {
    // Asked before: a box that becomes shorter may cut it off.
    const { scrollTop } = this.box;
    const by = this.#runway.absorb(grown);
    if (Math.abs(by) >= 0.5) this.#scrollTo(scrollTop + by);
    else this.#top = scrollTop;
  }

  #scrollTo(top: number): void {
    // Some browsers cut fractions of a pixel off.
    const by = Math.round(top * devicePixelRatio) / devicePixelRatio - this.box.scrollTop;
    // In WebKit a key's glide ends with the box being told where to be, even where it is.
    if (Math.abs(Math.min(by, this.below)) >= 0.5) this.box.scrollTop += by;
    this.#top = this.box.scrollTop;
  }
}
