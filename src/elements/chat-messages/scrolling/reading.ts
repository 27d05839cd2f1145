import type { Feed, FeedState, MessageItem } from '../../../client/types.js';
import { chooseRows } from './choose-rows.js';
import type { Goal } from './goal.js';
import { follow, slide, type RowWindow } from './row-window.js';
import { Scroller, type Aim, type AnchorRows, type Place } from './scroller.js';

/** Of the view: where what is new begins. */
export const third = 1 / 3;
/** Milliseconds: what cannot be seen yet is made after what else begins with the first rows. */
const afterFirst = 120;

// Where the reader was when a conversation was left, and which line they had been led to: as long as its feed lives.
const places = new WeakMap<Feed, { readonly place: Place; readonly line: string | undefined }>();

interface Options {
  readonly box: () => HTMLElement | null;
  readonly rows: () => AnchorRows;
  readonly changed: () => void;
  /**
   * What is in view may be something else. True when something is to be drawn for it.
   * @param resting the reader has stopped
   */
  readonly looked: (resting: boolean) => boolean | undefined;
  /** Whether the reader selects text in the box. */
  readonly isSelecting: (box: HTMLElement) => boolean | undefined;
}

/**
 * Where the reader is in a conversation: which items have rows, and when to ask for more. `prepare` before each
 * rendering and `settle` after it hold the line under the reader's eye.
 */
export class Reading {
  feed: Feed | undefined;
  /** What is on show of it. */
  state: FeedState | undefined;
  rows: RowWindow = { start: 0, end: 0 };
  /** Undefined while there is nothing to scroll. */
  scroller: Scroller | undefined;

  #options: Options;
  #opened = false;
  #untouched = true;
  #goal: Goal | undefined;
  /** Rows lead from where the reader is to where they go. */
  #held = false;
  #gliding: AbortController | undefined;
  /** Written here, and not drawn yet. */
  #written: string | undefined;
  /** Came while the list followed its end. */
  #newest: string | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #refill = 0;
  #filling: ReturnType<typeof setTimeout> | undefined;
  /** The rows of the last rendering, looked up once. */
  #drawn: AnchorRows | undefined;
  /** Nothing is on the screen yet. */
  #fresh = true;

  constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Remembers the place, for when the conversation is opened again.
   * @param torn the list has left the page, or moved in it: its own scroll position is gone already
   */
  leave(torn = false): void {
    clearTimeout(this.#resting);
    clearTimeout(this.#filling);
    this.#resting = this.#filling = undefined;
    cancelAnimationFrame(this.#refill);
    if (this.feed && this.#opened && this.scroller) {
      if (!torn) this.scroller.capture();
      places.set(this.feed, { place: this.scroller.place, line: this.state?.unreadFrom });
    }
    this.feed = this.state = this.#goal = this.#written = this.scroller = undefined;
    this.#opened = false;
    this.#stop();
    this.#fresh = true;
    this.#untouched = true;
    this.rows = { start: 0, end: 0 };
  }

  /** Before rendering: which rows there will be. */
  prepare(feed: Feed | undefined, state: FeedState | undefined): void {
    if (feed !== this.feed) {
      this.leave();
      this.feed = feed;
    }
    const before = this.state;
    this.state = state;
    if (!feed || !state?.ready) {
      // Loading anew: what was in view is gone.
      this.#opened = false;
      this.rows = { start: 0, end: 0 };
      return;
    }
    this.scroller?.capture();
    if (!this.#opened) this.#open(feed, state);
    else this.#react(feed, state, before);
    this.rows = this.#choose(state.items, before?.items ?? []);
  }

  /** After rendering: the reader is where they were, or where they wanted to go. */
  settle(): void {
    const box = this.#options.box();
    const state = this.state;
    if (!box || !state?.ready || state.items.length === 0) return;
    this.#drawn = undefined;
    // Out of sight nothing can be put anywhere: it is when there is a view again.
    if (box.clientHeight === 0) return this.#look();
    this.scroller ??= new Scroller(
      box,
      () => (this.#drawn ??= this.#options.rows()),
      this.#options.isSelecting,
    );
    this.scroller.hasEnd = state.newer === 'end' && this.rows.end === state.items.length;
    if (this.#resting === undefined || this.rows.start === 0) this.scroller.land();
    else this.scroller.roam();
    this.#reach(this.scroller);
    if (this.#fresh) this.#filling ??= setTimeout(this.#refillNow, afterFirst);
    else if (this.#fill(this.scroller, state)) return;
    this.#look();
  }

  /** The size of the view or of something in it has changed. */
  resized(): void {
    if (!this.state?.ready) return;
    this.scroller?.resized();
    if (!this.scroller || this.#goal) this.#options.changed();
    // Rows that are added now would be resized within this very notification.
    else if (!this.#fresh) {
      cancelAnimationFrame(this.#refill);
      this.#refill = requestAnimationFrame(this.#refillNow);
    }
  }

  #refillNow = () => {
    this.#fresh = false;
    if (!this.scroller || !this.state?.ready) return;
    if (!this.#fill(this.scroller, this.state)) this.#look();
  };

  /** The box was scrolled. True when the reader did it. */
  scrolled(): boolean {
    const scroller = this.scroller;
    if (!scroller || !this.state?.ready || !scroller.scrolled(false)) return false;
    this.#untouched = this.#fresh = false;
    this.#goal = undefined;
    this.#stop();
    clearTimeout(this.#resting);
    const resting = (this.#resting = setTimeout(() => {
      // A busy page is told with its next frame of what Safari's scrolling thread has scrolled since.
      requestAnimationFrame(() => resting === this.#resting && this.#rest());
    }, 200));
    if (!this.#fill(scroller, this.state)) this.#look();
    return true;
  }

  /** On the way, so that the eye can follow. */
  get gliding(): boolean {
    return this.#gliding !== undefined;
  }

  /** One has sent this: it is shown, and its end with it (B6). */
  wrote(id: string): void {
    if (!this.state?.items.some((item) => item.id === id)) this.#written = id;
  }

  go(goal: Goal): void {
    this.#stop();
    this.#gliding = goal.glide && new AbortController();
    this.#goal = goal;
    this.#untouched = false;
    this.#options.changed();
  }

  #stop(): void {
    const gliding = this.#gliding;
    this.#gliding = undefined;
    gliding?.abort();
  }

  #open(feed: Feed, { unreadFrom, items }: FeedState): void {
    this.#opened = true;
    this.scroller = undefined;
    // A message was asked for before there were any.
    if (this.#goal?.kind === 'row') return;
    const { place, line } = places.get(feed) ?? {};
    // Moved in the page, it has the line still that the reader has come from.
    const unread = unreadFrom !== line && items.some(({ id }) => id === unreadFrom);
    if (unread && unreadFrom) this.#goal = { kind: 'row', id: unreadFrom, fraction: third };
    else if (place?.rows[0]) this.#goal = { kind: 'place', place };
    else this.#goal = { kind: 'end' };
  }

  #react(feed: Feed, state: FeedState, before: FeedState | undefined): void {
    const last = state.items.at(-1);
    const known = before?.items ?? [];
    if (this.#written !== undefined && state.items.some(({ id }) => id === this.#written)) {
      // One's own words are where one looks next.
      this.#written = undefined;
      this.#stop();
      this.#goal = { kind: 'end' };
      if (state.newer !== 'end') void feed.show('end').then(() => this.go({ kind: 'end' }));
    } else if (this.#untouched && state.unreadFrom && state.unreadFrom !== before?.unreadFrom) {
      // Opened again, and only now known to have something new.
      this.#goal = { kind: 'row', id: state.unreadFrom, fraction: third };
    } else if (
      (this.scroller?.pinned ?? true) &&
      before?.newer === 'end' &&
      last?.id !== known.at(-1)?.id
    ) {
      this.#newest = last?.id;
    }
  }

  #choose(items: readonly MessageItem[], before: readonly MessageItem[]): RowWindow {
    const kept = follow(items, before, this.rows);
    const place = this.scroller?.place;
    const view = this.#fresh ? (this.#options.box()?.clientHeight ?? 0) : 0;
    const { rows, held } = chooseRows({ items, kept, goal: this.#goal, place, view });
    this.#held = held;
    return rows;
  }

  #reach(scroller: Scroller): void {
    const goal = this.#goal;
    this.#goal = undefined;
    const newest = scroller.pinned ? scroller.find(this.#newest ?? '') : undefined;
    this.#newest = undefined;
    if (!goal) {
      // What is taller than the view is read from its beginning (B7).
      if (newest && newest.offsetHeight > scroller.box.clientHeight)
        scroller.to({ row: newest, fraction: 0 });
      else scroller.restore();
    } else if (goal.kind === 'place') {
      scroller.return(goal.place);
    } else if (goal.kind === 'end') {
      this.#to(scroller, 'end', goal);
    } else {
      const row = scroller.find(goal.id);
      if (!row) {
        // It may be there already, and wait for what draws it or its neighbours.
        if (this.state?.items.some(({ id }) => id === goal.id)) this.#gliding = undefined;
        else this.#goal = goal;
        scroller.restore();
        return;
      }
      this.#to(scroller, { row, ...goal }, goal);
      goal.arrived?.(row);
    }
  }

  #to(scroller: Scroller, aim: Aim, { glide }: Goal): void {
    const gliding = this.#gliding;
    if (!gliding || !glide || !this.#held) {
      this.#gliding = undefined;
      scroller.to(aim);
      return;
    }
    scroller.restore();
    const done = () => {
      if (gliding !== this.#gliding) return;
      this.#gliding = undefined;
      this.#options.changed();
    };
    glide({ scroller, aim, gliding, done });
  }

  /** Rows for the way ahead, and the records for them. True when rows are to be drawn: one looks again after it. */
  #fill(scroller: Scroller, state: FeedState): boolean {
    const view = scroller.box.clientHeight;
    if (view === 0) return false;
    const { above, below } = scroller;
    const count = state.items.length;
    const drawn = this.rows.end - this.rows.start;
    const height = (above + view + below) / Math.max(1, drawn);
    const rows = slide(this.rows, count, { above, below, view, height }, (pixels) =>
      scroller.beyond(pixels),
    );
    if (rows !== this.rows) {
      scroller.capture();
      this.rows = rows;
      this.#options.changed();
      return true;
    }
    const { feed } = this;
    // Counting what is known and not drawn: in a fling the next page is on its way before the last row is drawn.
    const ahead = 3 * view;
    // In a microtask: this may run within a rendering, which these change.
    if (rows.start * height + above < ahead && state.older === 'more') {
      queueMicrotask(() => void feed?.older());
    }
    if ((count - rows.end) * height + below < ahead && state.newer === 'more') {
      queueMicrotask(() => void feed?.newer());
    }
    return false;
  }

  /** Standing still: hold on to the end when near it. */
  #rest(): void {
    this.#resting = undefined;
    if (!this.scroller || !this.state?.ready) return;
    this.scroller.scrolled(true);
    this.scroller.land();
    this.#look(true);
  }

  #look(resting = false): void {
    if (this.#options.looked(resting)) this.#options.changed();
  }
}
