import type { Rosters } from '../context.js';
import type { MemberRow } from '../storage/rows.js';
import type { Work } from '../work.js';

/** Big groups that were looked through last. */
const kept = 4;
/** Members read at once. */
const chunk = 2000;

/** Members of a group by name, as far as they were looked through, kept in memory while nothing about them changes. */
export function createRosters(): Rosters & { apply(work: Work): void } {
  const rosters = new Map<string, { readonly rows: MemberRow[]; whole: boolean }>();
  return {
    async *of(work, guid) {
      const roster = rosters.get(guid) ?? { rows: [], whole: false };
      rosters.set(guid, roster);
      const [oldest] = rosters.keys();
      if (rosters.size > kept && oldest !== undefined) rosters.delete(oldest);
      const known = [...roster.rows];
      yield known;
      let last = known.at(-1);
      for (let { length } = known, { whole } = roster; !whole;) {
        const rows = await work.range('members', 'name', {
          prefix: [guid, 'member'],
          limit: chunk,
          ...(last && { after: [last.nameKey, last.uid] }),
        });
        last = rows.at(-1);
        whole = rows.length < chunk;
        // Another request may have read on meanwhile.
        if (roster.rows.length === length) {
          roster.rows.push(...rows);
          roster.whole = whole;
        }
        length += rows.length;
        yield rows;
      }
    },
    apply(work) {
      for (const { guid } of work.changed('members')) rosters.delete(guid);
    },
  };
}
