import type { OperationName } from '../../../protocol/operations.js';
import type { ChatError } from '../../../protocol/errors.js';
import type { Rank } from '../../../protocol/permissions.js';
import { defaultRole, plain } from '../begin.js';
import type { Context } from '../context.js';
import { refuse } from '../checks/input.js';
import { placeOf } from '../places.js';
import { read, rowIn, type Reading } from '../queries/reading.js';
import type { GroupRow, RoleRow } from '../storage/rows.js';
import type { Work } from '../work.js';

/** What the role of a person allows; one that is gone counts as the default one. */
export async function roleOf(work: Work, uid: string): Promise<RoleRow> {
  return read(roleIn(work, uid));
}
export function* roleIn(work: Work, uid: string): Reading<RoleRow> {
  const name = (yield* rowIn(work, 'users', uid))?.role ?? defaultRole;
  return (
    (yield* rowIn(work, 'roles', name)) ??
    (yield* rowIn(work, 'roles', defaultRole)) ?? { ...plain(defaultRole), rev: 0 }
  );
}

/** What is done in a group, and can be denied to a scope of it. */
export const scopedOperations: readonly OperationName[] = [
  ...(['group.update', 'group.delete', 'member.list', 'member.banned', 'member.add'] as const),
  ...(['member.kick', 'member.ban', 'member.unban', 'member.scope', 'message.send'] as const),
  ...(['message.edit', 'message.delete', 'message.pin', 'message.interact'] as const),
  ...(['reaction.add', 'typing.set', 'transient.send', 'call.start'] as const),
];

/** P8: what members of this rank may not do in this group; its owner may do everything. */
export function deniedTo(group: GroupRow | undefined, rank: Rank): readonly OperationName[] {
  return rank === 'owner' || rank === 'stranger' ? [] : (group?.denied?.[rank] ?? []);
}

/** P8: some operations are not for everyone, nor in every group. */
export async function demandUnrestricted(
  work: Work,
  uid: string,
  name: string,
  params: object,
): Promise<void> {
  const operation = name as OperationName;
  const { role, restricted } = await roleOf(work, uid);
  if (restricted.includes(operation)) throw denied(`The role "${role}"`, name);
  const guid = scopedOperations.includes(operation) && (await groupIn(work, params));
  if (!guid) return;
  const { group, rank } = await placeOf(work, uid, `group:${guid}`);
  if (!deniedTo(group, rank).includes(operation)) return;
  throw denied(`The scope "${rank}" in "${group!.name}"`, name);
}

function denied(what: string, name: string): ChatError {
  return refuse(
    'forbidden',
    'ERR_PERMISSION_DENIED',
    `${what} does not allow this ("${name}"). Ask those who run the app.`,
  );
}

/** The group that something is asked of. */
async function groupIn(work: Work, params: object): Promise<string | undefined> {
  const { guid, target, id } = params as Readonly<Record<string, unknown>>;
  const named = guid ?? (target as { readonly guid?: unknown } | undefined)?.guid;
  if (typeof named === 'string') return named.toLowerCase();
  const row = typeof id === 'string' && target === undefined && (await work.get('messages', id));
  return row && row.receiverType === 'group' ? row.receiver : undefined;
}

/** P8: some write to their friends only. */
export async function demandReachable(work: Work, uid: string, other: string): Promise<void> {
  const { role, sendMessagesTo } = await roleOf(work, uid);
  if (sendMessagesTo === 'all') return;
  if ((await work.get('relations', uid, other))?.friendAt !== undefined) return;
  throw refuse(
    'forbidden',
    'ERR_PERMISSION_DENIED',
    `As ${role} you write to friends only, and "${other}" is none.`,
  );
}

/** N4: open sessions fetch again what their role or the app's settings decide. */
export function rightsChanged({ emit }: Context, uids: readonly string[]): void {
  emit({ type: 'refetch' }, uids);
}
