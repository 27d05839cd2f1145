import { isThere } from '../rules/moderation.js';
import { rangeIn, type Reading } from '../queries/reading.js';
import type { MessageRow } from '../storage/rows.js';
import type { Work } from '../work.js';

/** M7: who is told of replies. A row is written only where it is other than what goes without saying. */

/** May begin a thread. */
export function isThread(row: MessageRow): boolean {
  return row.parentId === undefined && row.category !== 'action' && row.category !== 'call';
}

/** Beginning a thread and being named in its first message go without saying. */
export function subscribedAnyway(row: MessageRow, uid: string): boolean {
  return row.sender === uid || !!row.mentions?.includes(uid);
}

/** Writes nothing where it is so already. */
export async function subscribe(
  work: Work,
  parent: MessageRow,
  uid: string,
  subscribed: boolean,
): Promise<void> {
  const before = await work.get('threads', uid, parent.id);
  if ((before?.subscribed ?? subscribedAnyway(parent, uid)) === subscribed) return;
  work.put('threads', { ...before, uid, parentId: parent.id, subscribed });
  const row = (await work.get('messages', parent.id))!;
  if (!row.followed) work.put('messages', { ...row, followed: true });
}

/** Replies up to this `seq` have been seen: looked at, or followed by one's own. */
export async function readReplies(
  work: Work,
  parentId: string,
  uid: string,
  seq: number,
): Promise<void> {
  const before = await work.get('threads', uid, parentId);
  if (seq > (before?.readSeq ?? 0)) work.put('threads', { ...before, uid, parentId, readSeq: seq });
}

/** Nobody asks for more: a badge says `99+`. */
const mostCounted = 100;

/** Replies by others after this `seq`; undefined where there is none. */
export function* unreadReplies(
  work: Work,
  parentId: string,
  uid: string,
  seq: number,
): Reading<number | undefined> {
  const range = { prefix: [parentId], after: [seq], limit: mostCounted };
  const replies = yield* rangeIn(work, 'messages', 'thread', range);
  const isUnread = (row: MessageRow) =>
    row.sender !== uid && row.deletedAt === undefined && isThere(row, uid);
  return replies.filter(isUnread).length || undefined;
}
