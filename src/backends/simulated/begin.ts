import { appUser } from '../../protocol/management.js';
import type { FlagReason } from '../../protocol/records.js';
import type { RecordStorage } from './storage/storage.js';
import type { RoleRow } from './storage/rows.js';
import type { App } from './types.js';

/** The role of everyone who was given no other. */
export const defaultRole = 'default';

const usualReasons: readonly FlagReason[] = [
  { id: 'spam', name: 'Spam' },
  { id: 'harassment', name: 'Harassment' },
  { id: 'sexual', name: 'Sexual content' },
  { id: 'violence', name: 'Violence' },
  { id: 'other', name: 'Something else' },
];

/** What an app has before anyone has asked for anything. From then on management decides. */
export async function begin(storage: RecordStorage, app: App, now: number): Promise<void> {
  const keys = `${app.authKey} ${app.restApiKey}`;
  const before = await storage.read((reader) => reader.get('meta', 'keys'));
  // Keys that were deleted do not come back, unless the app is opened with others.
  if (before?.value === keys) return;
  await storage.write(async (writer) => {
    const rev = Number((await writer.get('meta', 'rev'))?.value ?? 0) + 1;
    const own = { createdAt: now, rev };
    writer.put('keys', { key: app.authKey, kind: 'auth', name: 'Auth Key', ...own });
    writer.put('keys', { key: app.restApiKey, kind: 'rest', name: 'REST API Key', ...own });
    if (!(await writer.get('users', appUser))) {
      const name = app.name ?? app.appId;
      const nameKey = name.toLowerCase();
      writer.put('users', { uid: appUser, name, nameKey, role: defaultRole, ...own });
    }
    for (const role of [{ role: defaultRole }, ...(app.roles ?? [])]) {
      if (!(await writer.get('roles', role.role)))
        writer.put('roles', { ...plain(role.role), ...role, rev });
    }
    if (!before) {
      for (const reason of app.flagReasons ?? usualReasons)
        writer.put('reasons', { ...reason, rev });
    }
    writer.put('meta', { key: 'keys', value: keys, rev });
    writer.put('meta', { key: 'rev', value: rev, rev });
  });
}

/** A role that restricts nothing. */
export function plain(role: string): Omit<RoleRow, 'rev'> {
  return { role, name: role, listUsers: 'all', sendMessagesTo: 'all', restricted: [] };
}
