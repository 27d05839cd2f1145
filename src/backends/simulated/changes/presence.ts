import type { Context } from '../context.js';

/** Being online is not kept, but its `rev` is, so that "offline" after a restart is newer than "online" before it. */
export function keepPresence(uid: string): (context: Context) => Promise<void> {
  return async ({ work, sessions, now }) => {
    const row = await work.get('users', uid);
    if (row) work.put('users', { ...row, ...(!sessions.isOnline(uid) && { lastActiveAt: now }) });
    // How many are online in their groups is another number now.
    for (const { guid } of await work.range('members', 'user', { prefix: [uid, 'member'] })) {
      const group = await work.get('groups', guid);
      if (group && group.removedAt === undefined) work.put('groups', group);
    }
  };
}
