import { expect } from '@open-wc/testing';
import type { MessageItem } from '../../src/client/types.js';
import { rowsOf } from '../../src/elements/chat-messages/rows/rows.js';
import type { Message } from '../../src/protocol/records.js';

const noon = new Date(2026, 4, 14, 12).getTime();
const minute = 60_000;
let count = 0;

function said(minutes: number, more: Partial<Message> = {}): MessageItem {
  const id = `m${count++}`;
  const sentAt = noon + minutes * minute;
  const message = { id, sender: 'ben', category: 'message', type: 'text', sentAt, ...more };
  return { id, message, mine: false } as unknown as MessageItem;
}

/** How many messages there are in each group, and what stands between them. */
function groups(items: readonly MessageItem[], unreadFrom?: string): (number | string)[] {
  const state = { items, older: 'end', newer: 'end', ...(unreadFrom && { unreadFrom }) } as const;
  const found: (number | string)[] = [];
  let open = 0;
  for (const row of rowsOf(state as never, 0, items.length)) {
    if (row.kind !== 'message') {
      found.push(row.kind);
      continue;
    }
    expect(row.first, row.key).to.equal(open === 0);
    open++;
    if (!row.last) continue;
    found.push(open);
    open = 0;
  }
  return found;
}

describe('messages of one sender are one group (B30)', () => {
  it('as long as less than five minutes lie between two of them', () => {
    expect(groups([said(0), said(4.9), said(9.8), said(14.8), said(15)])).to.deep.equal([
      ...['day', 3, 2],
    ]);
  });

  it('until somebody else writes', () => {
    expect(groups([said(0), said(1, { sender: 'cyd' }), said(2), said(3)])).to.deep.equal([
      ...['day', 1, 1, 2],
    ]);
  });

  it('until a notice or a call of theirs', () => {
    const note = said(2, { category: 'action' });
    const call = said(4, { category: 'call' });
    expect(groups([said(0), said(1), note, said(3), call, said(5)])).to.deep.equal([
      ...['day', 2, 1, 1, 1, 1],
    ]);
  });

  it('until the day ends, and until the unread line', () => {
    const unread = said(719);
    expect(groups([said(717), said(718), unread, said(721)], unread.id)).to.deep.equal([
      ...['day', 2, 'unread', 1, 'day', 1],
    ]);
  });

  it('until one of them is answered in a thread', () => {
    expect(groups([said(0), said(1, { replyCount: 2 }), said(2)])).to.deep.equal(['day', 2, 1]);
  });
});
