import { appUser } from '../../../protocol/management.js';
import { limits } from '../../../protocol/limits.js';
import { joinedGroup, visibleGroup } from '../rules/access.js';
import { command, query, type Handlers } from '../context.js';
import {
  given,
  guidOf,
  limitOf,
  refuse,
  searchOf,
  textOf,
  textsOf,
  uidOf,
  withoutUndefined,
} from '../checks/input.js';
import { admit, expel, memberOf, rankChanged } from '../changes/membership.js';
import { endCalls } from '../changes/open-calls.js';
import { shownPage } from '../queries/paging.js';
import { hashPassword, type Secret } from '../passwords.js';
import { demandActive, demandGroupAction, demandMemberAction } from '../rules/policy.js';
import type { Reader } from '../storage/storage.js';
import { writeAction } from '../changes/timeline.js';
import { createGroup, details, hashNew, newPassword, typeOf } from './group-create.js';

export const groups: Pick<
  Handlers,
  | 'group.list'
  | 'group.create'
  | 'group.update'
  | 'group.delete'
  | 'group.join'
  | 'group.leave'
  | 'group.transfer'
> = {
  'group.list': query(async ({ work, me, show }, params) => {
    const limit = limitOf('group.list', params.limit);
    const search = searchOf(params.search);
    const types = given(params.types, (value) => textsOf(value, 'types').map(typeOf));
    const tags = given(params.tags, (value) => textsOf(value, 'tags'));
    const joined = new Set(
      (await work.range('members', 'user', { prefix: [me, 'member'] })).map(({ guid }) => guid),
    );
    const rows = (await work.range('groups', 'name')).filter(
      (row) =>
        row.removedAt === undefined &&
        (me === appUser ||
          joined.has(row.guid) ||
          (row.type !== 'private' && params.joinedOnly !== true)) &&
        (!search || row.nameKey.includes(search) || row.guid.includes(search)) &&
        (!types || types.includes(row.type)) &&
        (!tags || !!row.tags?.some((tag) => tags.includes(tag))),
    );
    return shownPage(
      rows,
      (row) => [row.nameKey, row.guid],
      { after: params.after, limit },
      ({ guid }) => guid,
      ({ guid }) => show.group(guid),
    );
  }),

  'group.create': command(
    async (context, params, secret) => {
      const { results } = await createGroup(context, params, context.me, secret);
      return { results };
    },
    (params) => newPassword(params),
  ),

  'group.update': command(
    async (context, params, secret) => {
      const { group, rank } = await joinedGroup(context, guidOf(params.guid));
      demandGroupAction(rank, group, 'update');
      const type = given((params as { readonly type?: unknown }).type, typeOf) ?? group.type;
      if (type !== group.type) {
        throw refuse(
          'invalid',
          'INVALID_GROUP_TYPE',
          `"${group.name}" is ${group.type}: its type is fixed for ever.`,
        );
      }
      if (secret && group.type !== 'password') {
        throw refuse(
          'invalid',
          'INVALID_PASSWORD',
          `"${group.name}" is ${group.type} and has no password: its type is fixed for ever.`,
        );
      }
      const changes = withoutUndefined(details(params));
      if (!secret && Object.keys(changes).length === 0) return {};
      context.work.put('groups', {
        ...group,
        ...changes,
        ...(changes.name !== undefined && { nameKey: changes.name.toLowerCase() }),
        ...(secret && { password: secret }),
        updatedAt: context.now,
      });
      await writeAction(context, group.guid, { action: 'updated' });
      return {};
    },
    async ({ password }) => (password === undefined ? undefined : hashNew(password)),
  ),

  'group.delete': command(async (context, params) => {
    const { group, rank } = await joinedGroup(context, guidOf(params.guid));
    demandGroupAction(rank, group, 'delete');
    // Members keep their rows: whatever is asked of them asks for the group first.
    context.work.put('groups', { ...group, removedAt: context.now });
    await endCalls(context, `group:${group.guid}`);
    return {};
  }),

  'group.join': command(
    async (context, params, secret) => {
      const { group, member } = await visibleGroup(context, guidOf(params.guid));
      if (group.type === 'private') {
        throw refuse(
          'forbidden',
          'ERR_GROUP_JOIN_NOT_ALLOWED',
          `"${group.name}" is private: its admins add people.`,
        );
      }
      if (member?.standing !== 'member' && member?.standing !== 'banned' && group.password) {
        if (!secret) {
          throw refuse(
            'wrong-password',
            'ERR_EMPTY_GROUP_PASS',
            `"${group.name}" asks for its password.`,
          );
        }
        if (secret.hash !== group.password.hash) {
          throw refuse(
            'wrong-password',
            'ERR_WRONG_GROUP_PASS',
            `This is not the password of "${group.name}".`,
          );
        }
      }
      const me = demandActive(context.me, await context.work.get('users', context.me));
      await admit(context, group.guid, me, 'participant');
      await writeAction(context, group.guid, { action: 'joined' });
      return {};
    },
    (params, reader) => storedPassword(params, reader),
  ),

  'group.leave': command(async (context, params) => {
    const { group, member, rank } = await joinedGroup(context, guidOf(params.guid));
    if (rank === 'owner' || !member) {
      throw refuse(
        'forbidden',
        'ERR_GROUP_NO_CLEARANCE',
        `You own "${group.name}": transfer it to another member before you leave.`,
      );
    }
    await expel(context, member, 'removed');
    await writeAction(context, group.guid, { action: 'left' });
    return {};
  }),

  'group.transfer': command(async (context, params) => {
    const { group, rank } = await joinedGroup(context, guidOf(params.guid));
    const member = await memberOf(context, group, uidOf(params.uid));
    demandGroupAction(rank, group, 'transfer');
    demandMemberAction(group, { uid: context.me, rank }, member, 'transfer');
    demandActive(member.uid, await context.work.get('users', member.uid));
    context.work.put('groups', { ...group, owner: member.uid, updatedAt: context.now });
    // The owner is always an admin.
    context.work.put('members', { ...member, scope: 'admin' });
    const before = await context.work.get('members', group.guid, group.owner);
    if (before) context.work.put('members', before);
    rankChanged(context, group.guid, member.uid, group.owner);
    await writeAction(context, group.guid, { action: 'ownershipTransferred', on: member.uid });
    return {};
  }),
};

/** Hashes a password that was typed, with the salt of the group. */
async function storedPassword(
  params: { readonly guid: string; readonly password?: string },
  reader: Reader,
): Promise<Secret | undefined> {
  const group = await reader.get('groups', guidOf(params.guid));
  const password = textOf(params.password ?? '', 'password', limits.passwordLength);
  if (!group?.password || password === '') return undefined;
  return hashPassword(password, group.password.salt);
}
