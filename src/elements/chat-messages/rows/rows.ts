import type { FeedState, MessageItem } from '../../../client/types.js';
import { dayOf } from '../../chat-message/time/dates.js';
import { extras } from '../../chat-message/late-extras.js';
import type { RowWindow } from '../scrolling/row-window.js';

/** Messages of one sender belong together when they follow within this. */
const together = 5 * 60_000;

export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'unread'; readonly key: string }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly item: MessageItem;
      readonly first: boolean;
      readonly last: boolean;
      /** The notices that it stands for; `item` is the last of them. */
      readonly run?: readonly MessageItem[];
      /** Its place in the conversation, from 1, where all of it is there. */
      readonly place?: { readonly at: number; readonly of: number };
    };

/** What stands on the screen for the items from `start` to `end`: messages, days between them, the unread line. */
export function rowsOf(
  { items, unreadFrom, older, newer }: FeedState,
  start: number,
  end: number,
): Row[] {
  const whole = older === 'end' && newer === 'end';
  const rows: Row[] = [];
  for (let i = Math.max(start, firstShown({ items, older })); i < end; i++) {
    const item = items[i];
    if (!item) continue;
    const before = items[i - 1];
    const { sentAt } = item.message;
    if (!before || dayOf(before.message.sentAt) !== dayOf(sentAt)) {
      rows.push({ kind: 'day', key: `day ${dayOf(sentAt)} ${item.id}`, at: sentAt });
    }
    if (item.id === unreadFrom) rows.push({ kind: 'unread', key: 'unread' });
    const notices = extras.get()?.runAround(items, i, unreadFrom);
    const run = notices && items.slice(notices.start, notices.end);
    if (notices) i = notices.end - 1;
    const last = items[i] ?? item;
    const after = items[i + 1];
    rows.push({
      kind: 'message',
      key: run ? `run ${run[0]?.id}` : item.id,
      item: last,
      first: !before || !joins(before, item, unreadFrom),
      last: !after || !joins(last, after, unreadFrom),
      ...(run && { run }),
      ...(whole && { place: { at: i + 1, of: items.length } }),
    });
  }
  return rows;
}

/** Of a thread: the day of what it is about is said above that. */
export function repliesOf(rows: readonly Row[], parent: MessageItem | undefined): readonly Row[] {
  const [first] = rows;
  const same = first?.kind === 'day' && parent && dayOf(first.at) === dayOf(parent.message.sentAt);
  return same ? rows.slice(1) : rows;
}

/**
 * Whether the first message begins a day or a group is known when the one before it is there: until then it is not
 * shown, since it would change its height in view.
 */
export function firstShown({ items, older }: Pick<FeedState, 'items' | 'older'>): number {
  return older === 'end' || items.length < 2 ? 0 : 1;
}

/** The one message that Tab reaches: where the focus was last, or the newest. A thread begins with what it is about. */
export function tabStopOf(
  state: FeedState,
  { start, end }: RowWindow,
  current: string | undefined,
  parentId: string | undefined,
): string | undefined {
  if (current !== undefined && current === parentId && start === 0) return current;
  const { items } = state;
  const at = items.findIndex(({ id }) => id === current);
  return at >= Math.max(start, firstShown(state)) && at < end
    ? current
    : (items[end - 1]?.id ?? parentId);
}

/** Whether `next` goes on where `item` ended: one sender, one kind, little time and nothing between. */
function joins(item: MessageItem, next: MessageItem, unreadFrom: string | undefined): boolean {
  const [a, b] = [item.message, next.message];
  return (
    a.sender === b.sender &&
    next.id !== unreadFrom &&
    isSpoken(a.category) &&
    isSpoken(b.category) &&
    Math.abs(b.sentAt - a.sentAt) < together &&
    dayOf(a.sentAt) === dayOf(b.sentAt) &&
    !a.replyCount
  );
}

function isSpoken(category: string): boolean {
  return category !== 'action' && category !== 'call';
}
