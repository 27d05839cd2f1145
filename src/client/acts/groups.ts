import { ChatError } from '../../protocol/errors.js';
import { pageLimits } from '../../protocol/page-limits.js';
import type { GroupQuery } from '../../protocol/queries.js';
import type { Group } from '../../protocol/records.js';
import { createList } from '../stores/list.js';
import type { ChatClient } from '../types.js';
import type { ActCore } from './act-core.js';
import { queryOf } from './queries/queries.js';

export function createGroups(core: ActCore): Omit<ChatClient['groups'], '$group'> {
  const laneOf = (guid: string) => ({ lane: `group:${guid.toLowerCase()}` });

  return {
    list: (query = {}) =>
      createList<'groups', Group>(core, {
        table: 'groups',
        limit: pageLimits['group.list'][0],
        fetch: (page) => core.query('group.list', { ...query, ...page }),
        item: (group) => group,
        belongs: (group) => belongs(group, query),
      }),
    query: (filter = {}) => queryOf(core, 'group.list', 'groups', filter),
    async get(given) {
      const guid = given.toLowerCase();
      await core.query('group.get', { guid });
      const group = core.tables.get('groups', guid);
      if (group) return group;
      throw new ChatError('not-found', `There is no group ${guid}, or you may not see it.`, {
        detail: 'ERR_GUID_NOT_FOUND',
      });
    },
    async create(group) {
      const result = await core.command('group.create', group, laneOf(group.guid));
      return { results: result?.results ?? {} };
    },
    async update(changes) {
      await core.command('group.update', changes, laneOf(changes.guid));
    },
    async delete(guid) {
      await core.command('group.delete', { guid }, laneOf(guid));
    },
    async join(guid, password) {
      await core.command(
        'group.join',
        { guid, ...(password !== undefined && { password }) },
        laneOf(guid),
      );
    },
    async leave(guid) {
      await core.command('group.leave', { guid }, laneOf(guid));
    },
    async transfer(guid, uid) {
      await core.command('group.transfer', { guid, uid }, laneOf(guid));
    },
  };
}

function belongs(group: Group, { search, joinedOnly, types, tags }: GroupQuery): boolean {
  const found =
    !search ||
    [group.name, group.id].some((text) => text.toLowerCase().includes(search.toLowerCase()));
  return (
    found &&
    (!joinedOnly || group.scope !== null) &&
    // A private group is there for its members alone.
    (group.type !== 'private' || group.scope !== null) &&
    (!types?.length || types.includes(group.type)) &&
    (!tags?.length || tags.some((tag) => group.tags?.includes(tag)))
  );
}
