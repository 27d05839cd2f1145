import { namedOf } from '../changes/timeline.js';
import type { Work } from '../work.js';

export interface Unread {
  readonly messages: number;
  readonly mentions: number;
  readonly mentionsAll: number;
}

/** Counts what is unread for `uid` after one `seq` and up to another: only a stretch, never a whole conversation. */
export async function unreadIn(
  work: Work,
  uid: string,
  conversationId: string,
  after: number,
  upTo: number,
): Promise<Unread> {
  const rows = await work.range('messages', 'order', {
    prefix: [conversationId],
    after: [after],
    before: [upTo + 1],
  });
  const counted = rows.filter((row) => row.counts && row.sender !== uid);
  return {
    messages: counted.length,
    mentions: counted.filter((row) => namedOf(row).includes(uid)).length,
    mentionsAll: counted.filter((row) => row.mentionsAll).length,
  };
}
