import { glide } from './glide.js';
import { Outlook, type Read } from './outlook.js';
import { third, type Reading } from './reading.js';
import type { AnchorRow, Place } from './scroller.js';

/** More records than this around the reader are let go. */
const heldRecords = 300;
/** Even on the way, without a rest. */
const mostRecords = 360;
const keptRecords = 120;

/** Where a reader goes, and back; what they are told of what lies beyond the view; what is let go behind them. */
export class Travel {
  readonly outlook = new Outlook();
  #reading: Reading;
  #read: () => Read;
  #arrived: (row: AnchorRow) => void;
  /** Where the reader was before each jump. */
  #left: Place[] = [];
  #visitedUnseen = false;
  /** On the way to the end. */
  #ends = false;

  /**
   * @param read how far the conversation on show has been read
   * @param arrived at what a button has led to, which goes now
   */
  constructor(reading: Reading, read: () => Read, arrived: (row: AnchorRow) => void) {
    this.#reading = reading;
    this.#read = read;
    this.#arrived = arrived;
  }

  /** Another conversation is on show, or none. The one that was keeps in mind where the reader is (B3). */
  reset(): void {
    const { feed, scroller, state } = this.#reading;
    const row = scroller && (scroller.place.rows[0] ?? state?.items.at(-1));
    if (row) feed?.trim(row.id, Infinity);
    this.outlook.reset();
    this.#left = [];
    this.#visitedUnseen = false;
  }

  /** True when something else is to be said of what lies beyond the view. */
  look(resting: boolean): boolean {
    const { state, scroller, rows, gliding } = this.#reading;
    if (!state || !scroller) return false;
    if (scroller.pinned) {
      this.#visitedUnseen = false;
      if (!gliding) this.#left = [];
    }
    const { items } = state;
    const follows = scroller.pinned || resting;
    if (items.length > (follows ? heldRecords : mostRecords)) {
      const middle = items.at(scroller.pinned ? -1 : (rows.start + rows.end) >> 1);
      this.#release(middle?.id);
    }
    return this.outlook.update(state, scroller, this.#left.length > 0, this.#read);
  }

  /** In a microtask: this may run within a rendering, which it changes. */
  #release(around: string | undefined): void {
    const { feed } = this.#reading;
    if (around !== undefined) queueMicrotask(() => feed?.trim(around, keptRecords));
  }

  /** Has it loaded and goes there, unless another conversation is on show by then. */
  #load(place: 'end' | { readonly id: string }, go: (found: boolean) => void): void {
    const { feed } = this.#reading;
    void feed?.show(place).then((found) => feed === this.#reading.feed && go(found));
  }

  /** To the newest message. */
  toEnd(): void {
    this.#load('end', () => {
      this.#ends = true;
      this.#reading.go({ kind: 'end', glide });
    });
  }

  /** After rendering: what one goes to is there. */
  drew(): void {
    const last = this.#ends && [...(this.#reading.scroller?.rows() ?? [])].at(-1);
    this.#ends = false;
    if (last) this.#arrived(last);
  }

  /** Where the reader is now. */
  here(): Place | undefined {
    const { scroller } = this.#reading;
    scroller?.capture();
    return scroller?.place;
  }

  /**
   * Puts a message in the middle of the view. False when it is not there.
   * @param from a jump from there, where one may want to go back to
   */
  async toMessage(id: string, arrived?: (row: AnchorRow) => void, from?: Place): Promise<boolean> {
    const { feed } = this.#reading;
    if (!feed || !(await feed.show({ id })) || feed !== this.#reading.feed) return false;
    if (from) this.#left.push(from);
    const how = { middle: true, glide: from && glide, arrived };
    this.#reading.go({ kind: 'row', id, fraction: 0.5, ...how });
    return true;
  }

  /** To where the reader was before the last jump. */
  toPlace(): void {
    const place = this.#left.pop();
    if (!place || place.pinned) return this.toEnd();
    const id = place.rows[0]?.id ?? '';
    this.#load({ id }, () => this.#reading.go({ kind: 'place', place }));
  }

  /** To the unread line. */
  toUnread(): void {
    const id = this.#reading.state?.unreadFrom;
    if (id === undefined) return;
    this.#load({ id }, (found) => {
      if (found) this.#toNew(id);
    });
  }

  /** First to what has not been seen, then to the end. */
  toLatest(): void {
    const first = this.outlook.firstUnseen(this.#reading.state?.items ?? []);
    if (!first || this.#visitedUnseen) return this.toEnd();
    this.#visitedUnseen = true;
    this.#toNew(first.id);
  }

  #toNew(id: string): void {
    this.#reading.go({ kind: 'row', id, fraction: third, glide, arrived: this.#arrived });
  }
}
