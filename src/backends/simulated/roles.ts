import type { OperationName } from '../../protocol/operations.js';
import { defaultRole, plain } from './begin.js';
import type { Context } from './context.js';
import { refuse } from './input.js';
import type { RoleRow } from './storage/rows.js';
import type { Work } from './work.js';

/** What the role of a person allows; one that is gone counts as the default one. */
export async function roleOf(work: Work, uid: string): Promise<RoleRow> {
  const name = (await work.get('users', uid))?.role ?? defaultRole;
  return (
    (await work.get('roles', name)) ??
    (await work.get('roles', defaultRole)) ?? { ...plain(defaultRole), rev: 0 }
  );
}

/** P8: some operations are not for everyone. */
export async function demandUnrestricted(work: Work, uid: string, name: string): Promise<void> {
  const { role, restricted } = await roleOf(work, uid);
  if (!restricted.includes(name as OperationName)) return;
  throw refuse(
    'forbidden',
    'ERR_PERMISSION_DENIED',
    `The role "${role}" does not allow this ("${name}"). Ask those who run the app.`,
  );
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
