import { appUser } from '../../protocol/management.js';
import type { FlagReason } from '../../protocol/records.js';
import type { RecordStorage } from './storage/storage.js';
import type { CallRow, MetaRow, RoleRow } from './storage/rows.js';
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

/** What a server starts from. */
export interface Beginning {
  readonly meta: ReadonlyMap<string, MetaRow>;
  /** Calls that ring or run. */
  readonly open: readonly CallRow[];
}

/** In one transaction: whoever opens a page waits for it. */
function beginning(storage: RecordStorage): Promise<Beginning> {
  return storage.read(async (reader) => {
    const [meta, open] = await Promise.all([
      reader.range('meta', 'key'),
      reader.range('calls', 'open', { prefix: [1] }),
    ]);
    return { meta: new Map(meta.map((row) => [row.key, row])), open };
  });
}

/** Gives an app what it has before anyone has asked for anything. From then on management decides. */
export async function begin(storage: RecordStorage, app: App, now: number): Promise<Beginning> {
  const keys = `${app.authKey} ${app.restApiKey}`;
  const found = await beginning(storage);
  const before = found.meta.get('keys');
  // Keys that were deleted do not come back, unless the app is opened with others.
  if (before?.value === keys) return found;
  await storage.write(async (writer) => {
    const rev = Number(found.meta.get('rev')?.value ?? 0) + 1;
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
  return beginning(storage);
}

/** A role that restricts nothing. */
export function plain(role: string): Omit<RoleRow, 'rev'> {
  return { role, name: role, listUsers: 'all', sendMessagesTo: 'all', restricted: [] };
}
