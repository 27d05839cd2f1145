import type { Changes, TableName } from '../../protocol/records.js';
import type { Gathering } from './context.js';
import type { Shown } from './storage/rows.js';
import type { Work } from './work.js';

/** C1: what is kept of an answer names its records and does not hold them, so nothing that was deleted stays in it. */
export function shownIn(changes: Changes): Shown {
  return Object.fromEntries(
    Object.entries(changes).map(([table, records]) => [table, records.map(({ id }) => id)]),
  );
}

/** The same records for a repeat, as they are now. */
export async function showAgain(work: Work, to: Gathering, shown: Shown): Promise<void> {
  const ways: { readonly [T in TableName]: (id: string) => unknown } = {
    users: (id) => to.user(id),
    groups: (id) => to.group(id),
    conversations: (id) => to.conversation(id),
    async members(id) {
      const row = await work.get('members', ...id.split(':'));
      if (row) to.member(row);
    },
    async messages(id) {
      const row = await work.get('messages', id);
      if (row) to.message(row);
    },
    async receipts(id) {
      const row = await work.get('receipts', ...id.split('|'));
      if (row) to.receipt(row);
    },
    async calls(id) {
      const row = await work.get('calls', id);
      if (row) to.call(row);
    },
  };
  const all = Object.entries(shown) as [TableName, readonly string[]][];
  await Promise.all(all.flatMap(([table, ids]) => ids.map((id) => ways[table](id))));
}
