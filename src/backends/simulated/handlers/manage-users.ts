import { appUser, type ManagementOperations } from '../../../protocol/management.js';
import { limits } from '../../../protocol/limits.js';
import { defaultRole } from '../begin.js';
import { command, type OwnManagement } from '../context.js';
import {
  booleanOf,
  given,
  jsonOf,
  listOf,
  objectOf,
  refuse,
  tagsOf,
  textOf,
  uidOf,
  withoutUndefined,
} from '../checks/input.js';
import { avatarLength, nameOf, urlOf } from '../checks/profiles.js';
import { expel, rankChanged } from '../changes/membership.js';
import { hangUp } from '../changes/open-calls.js';
import { userNotFound } from '../rules/policy.js';
import { rightsChanged } from '../rules/roles.js';
import { mintToken, personOf, retire } from '../signin.js';
import type { MemberRow, UserRow } from '../storage/rows.js';
import type { Context } from '../context.js';
import type { Work } from '../work.js';
import { batchOf, batchSize, eachUid } from '../checks/each.js';
import { existingRole } from './manage-roles.js';
import { renameMember } from './users.js';

export const manageUsers: Pick<
  OwnManagement,
  | 'user.create'
  | 'user.createAll'
  | 'user.update'
  | 'user.deactivate'
  | 'user.reactivate'
  | 'user.deactivateAll'
  | 'user.reactivateAll'
  | 'user.delete'
> = {
  'user.create': command(async (context, params) => {
    const { uid } = await create(context, params);
    if (!given(params.withToken, (value) => booleanOf(value, 'withToken'))) return { uid };
    const { token } = await mintToken(context.work, context.app, context.environment, uid);
    return { uid, token };
  }),

  'user.createAll': command(async (context, params) => {
    const users = listOf(params.users, 'users').map(
      (one) => objectOf(one, 'user') as object as NewUser,
    );
    const byUid = new Map(users.map((user) => [String(user.uid).toLowerCase(), user]));
    return eachUid(batchSize([...byUid.keys()]), (uid) => create(context, byUid.get(uid)!));
  }),

  'user.update': command(async (context, params) => {
    const { work, now } = context;
    const before = await personOf(work, uidOf(params.uid));
    const changes = await fields(work, params);
    const row = work.put('users', { ...before, ...changes, updatedAt: now });
    if (row.nameKey !== before.nameKey) await renameMember(work, row);
    if (row.role !== before.role) rightsChanged(context, [row.uid]);
    return {};
  }),

  'user.deactivate': command(async (context, params) => deactivate(context, uidOf(params.uid))),
  'user.reactivate': command(async (context, params) => reactivate(context, uidOf(params.uid))),
  'user.deactivateAll': command((context, params) =>
    eachUid(batchOf(params.uids), (uid) => deactivate(context, uid)),
  ),
  'user.reactivateAll': command((context, params) =>
    eachUid(batchOf(params.uids), (uid) => reactivate(context, uid)),
  ),

  'user.delete': command(async (context, params) => {
    const { work, now, end } = context;
    const uid = uidOf(params.uid);
    const row = await work.get('users', uid);
    if (!row || uid === appUser || row.deletedAt !== undefined) throw userNotFound(uid);
    const { name, nameKey, createdAt } = row;
    work.put('users', {
      uid,
      name,
      nameKey,
      createdAt,
      role: defaultRole,
      deactivatedAt: row.deactivatedAt ?? now,
      deletedAt: now,
    });
    await hangUp(context, uid);
    await leaveEverything(context, uid);
    for (const token of await work.range('tokens', 'user', { prefix: [uid] })) {
      if (token.deletedAt === undefined) retire(work, token, now);
    }
    end({ uid }, 'deactivated');
    return {};
  }),
};

type NewUser = ManagementOperations['user.create']['params'];

async function create(context: Context, params: NewUser): Promise<UserRow> {
  const { work, now } = context;
  const uid = uidOf(params.uid);
  const name = nameOf(params.name);
  if (uid === appUser || (await work.get('users', uid))) {
    throw refuse('already-exists', 'ERR_UID_ALREADY_EXISTS', `The UID "${uid}" is taken.`);
  }
  const more = await fields(work, params);
  return work.put('users', {
    uid,
    role: defaultRole,
    createdAt: now,
    ...more,
    name,
    nameKey: name.toLowerCase(),
  });
}

async function deactivate(context: Context, uid: string): Promise<object> {
  const { work, now, end } = context;
  const row = await personOf(work, uid);
  work.put('users', { ...row, deactivatedAt: now });
  await hangUp(context, uid);
  end({ uid }, 'deactivated');
  return {};
}

async function reactivate({ work }: Context, uid: string): Promise<object> {
  const row = await work.get('users', uid);
  if (!row || row.deletedAt !== undefined) throw userNotFound(uid);
  work.put('users', { ...row, deactivatedAt: undefined });
  return {};
}

/** Whoever is deleted is in no group and nobody's friend any more; their groups go to the highest of those who stay. */
async function leaveEverything(context: Context, uid: string): Promise<void> {
  const { work, now } = context;
  for (const mine of await work.range('members', 'user', { prefix: [uid, 'member'] })) {
    const group = (await work.get('groups', mine.guid))!;
    if (group.owner === uid && group.removedAt === undefined) {
      const heir = await heirOf(work, mine.guid, uid);
      work.put('groups', heir ? { ...group, owner: heir.uid } : { ...group, removedAt: now });
      if (heir) {
        work.put('members', { ...heir, scope: 'admin' });
        rankChanged(context, mine.guid, heir.uid);
      }
    }
    await expel(context, mine, 'removed');
  }
  for (const row of await work.range('relations', 'key', { prefix: [uid] })) {
    work.put('relations', { ...row, friendAt: undefined, blockedAt: undefined });
  }
  for (const row of await work.range('relations', 'other', { prefix: [uid] })) {
    work.put('relations', { ...row, friendAt: undefined, blockedAt: undefined });
  }
}

async function heirOf(work: Work, guid: string, uid: string): Promise<MemberRow | undefined> {
  const members = await work.range('members', 'name', { prefix: [guid, 'member'] });
  const others = members.filter((row) => row.uid !== uid);
  for (const scope of ['admin', 'moderator', 'participant'] as const) {
    const found = others.find((row) => row.scope === scope);
    if (found) return found;
  }
  return undefined;
}

async function fields(work: Work, params: { readonly [K in keyof UserRow]?: unknown }) {
  const name = given(params.name, nameOf);
  const role = params.role === undefined ? undefined : await existingRole(work, params.role);
  return withoutUndefined({
    name,
    nameKey: name?.toLowerCase(),
    ...(role && { role: role.role, roleRev: work.rev }),
    avatar: given(params.avatar, (value) => urlOf(value, 'avatar', avatarLength)),
    link: given(params.link, (value) => urlOf(value, 'link')),
    statusMessage: given(params.statusMessage, (value) =>
      textOf(value, 'statusMessage', limits.descriptionLength),
    ),
    metadata: given(params.metadata, (value) => jsonOf(value, 'metadata', limits.metadataSize)),
    tags: given(params.tags, tagsOf),
  });
}
