import type { FeedState, MessageItem } from '../../../client/types.js';
import { topmost, visible } from './in-view.js';
import type { Scroller } from './scroller.js';

/** What the conversation says: up to where it has been read, and how much that leaves; 0 where that is not counted. */
export interface Read {
  readonly seq: number;
  readonly unread: number;
}

/** What lies beyond the view, as far as the reader is told of it. */
export class Outlook {
  /** More than a view from the end. */
  away = false;
  /** Messages of others below what was ever in view. */
  unseen = 0;
  /** The unread line is above the view. */
  past = false;
  /** The reader has jumped, and may want to go back to where they were (B18). */
  back = false;

  #seenSeq = -1;

  reset(): void {
    this.away = this.past = this.back = false;
    this.unseen = 0;
    this.#seenSeq = -1;
  }

  /**
   * Looks again. True when something is different.
   * @param read what was read before the conversation came on show was seen then
   */
  update(state: FeedState, scroller: Scroller, back: boolean, read: () => Read): boolean {
    const told = () => [this.away, this.unseen, this.past, this.back].join();
    const before = told();
    if (this.#seenSeq < 0) this.#seenSeq = read().seq;
    this.#see(state, scroller);
    this.unseen = this.#countUnseen(state, read);
    this.away =
      !scroller.pinned &&
      (state.newer !== 'end' || this.unseen > 0 || scroller.below > scroller.box.clientHeight);
    // Where the topmost one is has to be looked for, in every frame that scrolls.
    this.past = state.unreadFrom !== undefined && isPast(state, topmost(scroller)?.row.item?.id);
    this.back = back;
    return told() !== before;
  }

  firstUnseen(items: readonly MessageItem[]): MessageItem | undefined {
    return items.find(
      ({ mine, message }) => !mine && message.category !== 'action' && message.seq > this.#seenSeq,
    );
  }

  #see({ items }: FeedState, scroller: Scroller): void {
    const { pinned } = scroller;
    const rows = scroller.rows();
    const last = rows[rows.length - 1]?.item?.message.seq ?? Infinity;
    // Whoever reads what came before has seen it all; where the rows are is not looked for.
    if (!pinned && last <= this.#seenSeq) return;
    const bottom = pinned ? items.at(-1)?.id : visible(scroller).at(-1)?.item?.id;
    const seen = items.findLast(({ id }) => id === bottom);
    const settled = items.findLast((item) => item.state !== 'pending' && item.state !== 'failed');
    const newest = pinned || seen?.state === 'pending' ? settled : seen;
    if (newest) this.#seenSeq = Math.max(this.#seenSeq, newest.message.seq);
  }

  #countUnseen({ items, waiting, newer }: FeedState, read: () => Read): number {
    let count = waiting;
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i];
      if (!item || (!item.mine && item.message.seq <= this.#seenSeq)) break;
      if (!item.mine && item.message.category !== 'action') count++;
    }
    if (newer === 'end') return count;
    // What was let go, or is still to be loaded, is known by its number alone.
    const { seq: from, unread } = read();
    const seen = items.filter(
      ({ mine, message: { seq, category } }) =>
        !mine && category !== 'action' && seq > from && seq <= this.#seenSeq,
    );
    return Math.max(count, unread - seen.length);
  }
}

/** Whether the unread line is above this message, the topmost one in view. */
function isPast({ items, unreadFrom, older }: FeedState, top: string | undefined): boolean {
  const line = items.findIndex(({ id }) => id === unreadFrom);
  return line < 0 ? older !== 'end' : line < items.findIndex(({ id }) => id === top);
}
