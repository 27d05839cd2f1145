import type { UserRow } from './storage/rows.js';
import { appUser } from '../../protocol/management.js';
import type { RecordStorage } from './storage/storage.js';
import type { Work } from './work.js';

/** Everyone of the app, in memory: lists of people are searched by names and sorted by presence, which no index knows. */
export interface Directory {
  get(uid: string): UserRow | undefined;
  /** By name; without the app itself. */
  sorted(): readonly UserRow[];
  /** Takes over what a transaction has written. */
  apply(work: Work): void;
}

export async function createDirectory(storage: RecordStorage): Promise<Directory> {
  const users = new Map<string, UserRow>();
  /** UIDs by name; made again only when a name has changed, which is rare beside coming and going. */
  let order: readonly string[] | undefined;
  for (const row of await storage.read((reader) => reader.range('users', 'key'))) {
    users.set(row.uid, row);
  }
  return {
    get: (uid) => users.get(uid),
    sorted() {
      order ??= [...users.values()]
        .filter(({ uid }) => uid !== appUser)
        .sort(byName)
        .map(({ uid }) => uid);
      return order.map((uid) => users.get(uid)!);
    },
    apply(work) {
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
