import { ChatError } from '../../protocol/errors.js';
import { pageLimits } from '../../protocol/page-limits.js';
import type { UserQuery } from '../../protocol/queries.js';
import type { User } from '../../protocol/records.js';
import { createList } from '../stores/list.js';
import type { ChatClient } from '../types.js';
import type { ActCore } from './act-core.js';
import { queryOf } from './queries/queries.js';

export function createUsers(core: ActCore): Omit<ChatClient['users'], '$user'> {
  async function setBlocked(uid: string, blocked: boolean): Promise<void> {
    const name = blocked ? 'user.block' : 'user.unblock';
    const result = await core.command(name, { uids: [uid] }, { lane: 'users' });
    const outcome = result?.results[uid];
    if (outcome && !outcome.ok) {
      const { code = 'forbidden', message = 'refused' } = outcome;
      throw new ChatError(code, `${name} ${uid}: ${message}`, outcome);
    }
  }

  async function setAll(name: 'user.block' | 'user.unblock', given: readonly string[]) {
    const uids = given.map((uid) => uid.toLowerCase());
    const result = await core.command(name, { uids }, { lane: 'users' });
    return { results: result?.results ?? {} };
  }

  return {
    list: (query = {}) =>
      createList<'users', User>(core, {
        table: 'users',
        limit: pageLimits['user.list'][0],
        fetch: (page) => core.query('user.list', { ...query, ...page }),
        item: (user) => user,
        belongs: (user) => belongs(user, query, core.me()),
        compare: (a, b) => compare(a, b, query),
      }),
    query: (filter = {}) => queryOf(core, 'user.list', 'users', filter),
    queryBlocked: (filter = {}) => queryOf(core, 'user.blocked', 'users', filter),
    blocked: (search) =>
      createList<'users', User>(core, {
        table: 'users',
        limit: pageLimits['user.blocked'][0],
        fetch: (page) =>
          core.query('user.blocked', {
            direction: 'blockedByMe',
            ...(search && { search }),
            ...page,
          }),
        item: (user) => user,
        belongs: (user) =>
          user.blockedByMe === true &&
          user.name.toLowerCase().includes((search ?? '').trim().toLowerCase()),
      }),
    async update(changes) {
      await core.command('user.update', changes, { lane: 'users' });
    },
    async get(given) {
      const uid = given.toLowerCase();
      await core.query('user.get', { uid });
      const user = core.tables.get('users', uid);
      if (user) return user;
      throw new ChatError('not-found', `There is no user ${uid}, or you may not see them.`, {
        detail: 'ERR_UID_NOT_FOUND',
      });
    },
    async onlineCounts(guids) {
      const { online, groups } = await core.query('presence.count', { ...(guids && { guids }) });
      return { online, groups };
    },
    blockAll: (uids) => setAll('user.block', uids),
    unblockAll: (uids) => setAll('user.unblock', uids),
    block: (uid) => setBlocked(uid.toLowerCase(), true),
    unblock: (uid) => setBlocked(uid.toLowerCase(), false),
  };
}

/** Who leaves a list, or enters it, by what changes about them. */
function belongs(user: User, query: UserQuery, me: string | undefined): boolean {
  const {
    search,
    searchIn = ['name', 'uid'],
    status,
    roles,
    tags,
    uids,
    friendsOnly,
    hideBlocked,
  } = query;
  const folded = (list: readonly string[]) => list.map((one) => one.toLowerCase());
  const found = (text: string) => text.toLowerCase().includes((search ?? '').trim().toLowerCase());
  return (
    user.id !== me &&
    user.deactivatedAt === undefined &&
    (status === undefined || user.status === status) &&
    (!roles?.length || folded(roles).includes(user.role)) &&
    (!tags?.length || folded(tags).some((tag) => folded(user.tags ?? []).includes(tag))) &&
    (!uids || folded(uids).includes(user.id)) &&
    (!friendsOnly || user.friend === true) &&
    (!hideBlocked || (!user.blockedByMe && !user.hasBlockedMe)) &&
    (!search ||
      (searchIn.includes('name') && found(user.name)) ||
      (searchIn.includes('uid') && found(user.id)))
  );
}

/** The server's order, so that whoever enters a list stands in their place. */
function compare(a: User, b: User, { sortBy = 'status', order }: UserQuery): number {
  const way = order === 'desc' ? -1 : 1;
  if (sortBy === 'status' && a.status !== b.status) return a.status === 'online' ? -way : way;
  const [name, other] = [a.name.toLowerCase(), b.name.toLowerCase()];
  if (name !== other) return name < other ? -way : way;
  return a.id < b.id ? -way : way;
}
