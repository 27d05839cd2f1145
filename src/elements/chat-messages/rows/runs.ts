import type { MessageItem } from '../../../client/types.js';
import { dayOf } from '../../chat-message/time/dates.js';

/** Fewer notices of coming and going than this stand as they are. */
const least = 3;
const comings = new Set<unknown>(['joined', 'added', 'left', 'kicked']);

/** Where the notices begin and end that make one row (B33) with the one at `at`; undefined where that stands alone. */
export function runAround(
  items: readonly MessageItem[],
  at: number,
  unreadFrom: string | undefined,
): { readonly start: number; readonly end: number } | undefined {
  if (!isComing(items[at])) return undefined;
  const goesOn = (i: number) => {
    const [before, item] = [items[i - 1], items[i]];
    if (!isComing(before) || !isComing(item) || item.id === unreadFrom) return false;
    return dayOf(before.message.sentAt) === dayOf(item.message.sentAt);
  };
  let [start, end] = [at, at + 1];
  while (goesOn(start)) start--;
  while (goesOn(end)) end++;
  return end - start < least ? undefined : { start, end };
}

function isComing(item: MessageItem | undefined): item is MessageItem {
  return item?.message.category === 'action' && comings.has(item.message.data?.['action']);
}
