import { limits } from '../../../protocol/limits.js';
import type { BatchResult } from '../../../protocol/operations.js';
import type { GroupType, Scope } from '../../../protocol/records.js';
import type { Context } from '../context.js';
import { batchSize, eachUid } from '../checks/each.js';
import { given, guidOf, jsonOf, oneOf, refuse, tagsOf, textOf } from '../checks/input.js';
import { admit } from '../changes/membership.js';
import { hashPassword, type Secret } from '../passwords.js';
import { demandActive } from '../rules/policy.js';
import { avatarLength, nameOf, urlOf } from '../checks/profiles.js';
import type { GroupRow } from '../storage/rows.js';
import { writeAction } from '../changes/timeline.js';
import { banEach, namedOf } from './batches.js';

/** Making a group, and the checks of what it is described by. */

export function typeOf(value: unknown): GroupType {
  return oneOf(value, ['public', 'password', 'private'], 'type', 'INVALID_GROUP_TYPE');
}

type Details = Partial<Pick<GroupRow, 'name' | 'icon' | 'description' | 'metadata' | 'tags'>>;
export function details(params: { readonly [K in keyof Details]?: unknown }): Details {
  return {
    name: given(params.name, nameOf)!,
    icon: given(params.icon, (value) => urlOf(value, 'icon', avatarLength)),
    description: given(params.description, (value) =>
      textOf(value, 'description', limits.descriptionLength),
    ),
    metadata: given(params.metadata, (value) => jsonOf(value, 'metadata', limits.metadataSize)),
    tags: given(params.tags, tagsOf),
  };
}

interface NewGroup {
  readonly guid: string;
  readonly name: string;
  readonly type: GroupType;
  readonly password?: string;
  readonly members?: Readonly<Record<string, Scope>>;
  readonly banned?: readonly string[];
}

/** The owner is a member and an admin from the beginning. */
export async function createGroup(
  context: Context,
  params: NewGroup & { readonly [K in keyof Details]?: unknown },
  owner: string,
  secret: Secret | undefined,
): Promise<{ readonly guid: string } & BatchResult> {
  const { work, now } = context;
  const guid = guidOf(params.guid);
  const type = typeOf(params.type);
  const name = nameOf(params.name);
  const { members, banned } = namedOf(params);
  const named = [...Object.keys(members), ...banned];
  if (named.length > 0) batchSize(named);
  if (await work.get('groups', guid)) {
    throw refuse(
      'already-exists',
      'ERR_GUID_ALREADY_EXISTS',
      `The GUID "${guid}" is taken: choose another.`,
    );
  }
  const me = demandActive(owner, await work.get('users', owner));
  work.put('groups', {
    guid,
    type,
    owner,
    createdAt: now,
    membersCount: 0,
    ...details(params),
    name,
    nameKey: name.toLowerCase(),
    password: type === 'password' ? secret : undefined,
  });
  await admit(context, guid, me, 'admin');
  const added = await eachUid(
    Object.keys(members).filter((uid) => uid !== owner),
    async (uid) =>
      admit(context, guid, demandActive(uid, await work.get('users', uid)), members[uid]!),
  );
  await writeAction(context, guid, { action: 'created' }, owner);
  const group = (await work.get('groups', guid))!;
  const kept = await banEach(context, group, 'owner', banned);
  return { guid, results: { ...added.results, ...kept.results } };
}

/** Hashes the password of a group that is being made. */
export async function newPassword(params: {
  readonly type: GroupType;
  readonly password?: string;
}): Promise<Secret | undefined> {
  return params.type === 'password' ? hashNew(params.password) : undefined;
}

export function hashNew(given: unknown): Promise<Secret> {
  const password = textOf(given ?? '', 'password', limits.passwordLength);
  if (password !== '') return hashPassword(password);
  throw refuse(
    'invalid',
    'PASSWORD_IS_COMPULSORY',
    'A group of this type needs a password: give one.',
  );
}
