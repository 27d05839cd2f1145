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
  const ways: { readonly [T in TableName]: (id: string) => Promise<void> } = {
    users: to.user,
    groups: to.group,
    conversations: to.conversation,
    async members(id) {
      const row = await work.get('members', ...id.split(':'));
      if (row) await to.member(row);
    },
    async messages(id) {
      const row = await work.get('messages', id);
      if (row) await to.message(row);
    },
    async receipts(id) {
      const row = await work.get('receipts', ...id.split('|'));
      if (row) await to.receipt(row);
    },
    async calls(id) {
      const row = await work.get('calls', id);
      if (row) await to.call(row);
    },
  };
  const all = Object.entries(shown) as [TableName, readonly string[]][];
  await Promise.all(all.flatMap(([table, ids]) => ids.map((id) => ways[table](id))));
}
