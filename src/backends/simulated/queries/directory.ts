import type { UserRow } from '../storage/rows.js';
import { appUser } from '../../../protocol/management.js';
import type { Work } from '../work.js';

/** Everyone of the app, in memory: lists of people are searched by names and sorted by presence, which no index knows. */
export interface Directory {
  /** By name; without the app itself. Read when it is first asked for: who opens one conversation does not wait for it. */
  sorted(work: Work): Promise<readonly UserRow[]>;
  /** Takes over what a transaction has written. */
  apply(work: Work): void;
}

export function createDirectory(): Directory {
  const users = new Map<string, UserRow>();
  /** UIDs by name; made again only when a name has changed, which is rare beside coming and going. */
  let order: readonly string[] | undefined;
  let loading: Promise<void> | undefined;

  async function load(work: Work): Promise<void> {
    for (const row of await work.range('users', 'key')) {
      // What was written meanwhile is newer.
      if ((users.get(row.uid)?.rev ?? 0) <= row.rev) users.set(row.uid, row);
    }
    order = undefined;
  }

  return {
    async sorted(work) {
      await (loading ??= load(work).catch((error: unknown) => {
        loading = undefined;
        throw error;
      }));
      order ??= [...users.values()]
        .filter(({ uid }) => uid !== appUser)
        .sort(byName)
        .map(({ uid }) => uid);
      return order.map((uid) => users.get(uid)!);
    },
    apply(work) {
      if (!loading) return;
      for (const row of work.changed('users')) {
        if (users.get(row.uid)?.nameKey !== row.nameKey) order = undefined;
        users.set(row.uid, row);
      }
    },
  };
}

export function byName(
  a: { readonly nameKey: string; readonly uid: string },
  b: { readonly nameKey: string; readonly uid: string },
): number {
  if (a.nameKey !== b.nameKey) return a.nameKey < b.nameKey ? -1 : 1;
  return a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0;
}
