import type { Rosters } from './context.js';
import type { MemberRow } from './storage/rows.js';
import type { Work } from './work.js';

/** Big groups that were looked through last. */
const kept = 4;

/** Members of a group by name, kept in memory while nothing about them changes: searching reads every name. */
export function createRosters(): Rosters & { apply(work: Work): void } {
  const rosters = new Map<string, Promise<readonly MemberRow[]>>();
  return {
    of(work, guid) {
      let rows = rosters.get(guid);
      if (!rows) {
        rows = work.range('members', 'name', { prefix: [guid, 'member'] });
        rows.catch(() => rosters.delete(guid));
        rosters.set(guid, rows);
        const [oldest] = rosters.keys();
        if (rosters.size > kept && oldest !== undefined) rosters.delete(oldest);
      }
      return rows;
    },
    apply(work) {
      for (const { guid } of work.changed('members')) rosters.delete(guid);
    },
  };
}
