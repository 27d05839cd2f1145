import { pageLimits } from '../../protocol/page-limits.js';
import type { BatchResult } from '../../protocol/operations.js';
import type { MemberQuery } from '../../protocol/queries.js';
import type { Member, User } from '../../protocol/records.js';
import { createList } from '../stores/list.js';
import type { Row } from '../stores/memo.js';
import type { People } from '../people.js';
import type { ChatClient, MemberItem } from '../types.js';
import type { ActCore } from './act-core.js';
import { queryOf } from './queries/queries.js';

export function createMembers(core: ActCore, people: People): ChatClient['members'] {
  const laneOf = (guid: string) => ({ lane: `group:${guid.toLowerCase()}` });

  function item(member: Member, row: Row<MemberItem>): MemberItem {
    const user = people.get(member.uid);
    return row(member.id, [member, user], () => ({ id: member.id, member, user }));
  }

  return {
    list(given, query = {}) {
      const guid = given.toLowerCase();
      return createList<'members', MemberItem>(core, {
        table: 'members',
        conversationId: `group:${guid}`,
        limit: pageLimits['member.list'][0],
        fetch: (page) => core.query('member.list', { guid, ...query, ...page }),
        item,
        belongs: (member) =>
          member.guid === guid &&
          member.bannedAt === undefined &&
          matches(member, query, people.get(member.uid)),
      });
    },
    banned(given, search) {
      const guid = given.toLowerCase();
      return createList<'members', MemberItem>(core, {
        table: 'members',
        conversationId: `group:${guid}`,
        limit: pageLimits['member.banned'][0],
        fetch: (page) =>
          core.query('member.banned', { guid, ...(search !== undefined && { search }), ...page }),
        item,
        belongs: (member) =>
          member.guid === guid &&
          member.bannedAt !== undefined &&
          matches(member, search === undefined ? {} : { search }, people.get(member.uid)),
      });
    },
    query: (guid, filter = {}) =>
      queryOf(core, 'member.list', 'members', filter, { guid: guid.toLowerCase() }),
    queryBanned: (guid, filter = {}) =>
      queryOf(core, 'member.banned', 'members', filter, { guid: guid.toLowerCase() }),
    async add(guid, members, banned): Promise<BatchResult> {
      const params = { guid, members, ...(banned && { banned }) };
      const result = await core.command('member.add', params, laneOf(guid));
      return { results: result?.results ?? {} };
    },
    async kick(guid, uid) {
      await core.command('member.kick', { guid, uid }, laneOf(guid));
    },
    async ban(guid, uid) {
      await core.command('member.ban', { guid, uid }, laneOf(guid));
    },
    async unban(guid, uid) {
      await core.command('member.unban', { guid, uid }, laneOf(guid));
    },
    async setScope(guid, uid, scope) {
      await core.command('member.scope', { guid, uid, scope }, laneOf(guid));
    },
  };
}

function matches(
  member: Member,
  { search, scopes, status }: MemberQuery,
  user: User | undefined,
): boolean {
  return (
    (!scopes?.length || scopes.includes(member.scope)) &&
    (status === undefined || user === undefined || user.status === status) &&
    (!search ||
      [member.uid, user?.name ?? ''].some((text) =>
        text.toLowerCase().includes(search.toLowerCase()),
      ))
  );
}
