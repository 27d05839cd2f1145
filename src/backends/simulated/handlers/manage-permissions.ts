import type { Permissions } from '../../../protocol/management.js';
import type { OperationName } from '../../../protocol/operations.js';
import { command, query, type Context, type OwnManagement } from '../context.js';
import { guidOf, objectOf, oneOf } from '../checks/input.js';
import { scopeOf } from '../checks/profiles.js';
import { groupNotFound } from '../rules/policy.js';
import { scopedOperations } from '../rules/roles.js';
import { existingRole, putRole, restrictable } from './manage-roles.js';

/** Whoever things are denied to, and how that is kept. */
interface Holder {
  /** What can be denied at all. */
  readonly operations: readonly OperationName[];
  readonly denied: readonly OperationName[];
  keep(denied: readonly OperationName[]): Promise<unknown>;
}

/** P8: one by one, what a role, or a scope in a group, may do. */
export const managePermissions: Pick<
  OwnManagement,
  'permission.list' | 'permission.set' | 'permission.reset'
> = {
  'permission.list': query(async (context, params) => shown(await holderOf(context, params))),

  'permission.set': command(async (context, params) =>
    change(await holderOf(context, params), params.permissions),
  ),

  'permission.reset': command(async (context, params) =>
    change(await holderOf(context, params), { [params.permission]: 'allow' }),
  ),
};

async function change(holder: Holder, permissions: unknown) {
  const denied = new Set(holder.denied);
  for (const [name, value] of Object.entries(objectOf(permissions, 'permissions'))) {
    const operation = oneOf(name, holder.operations, 'permission', 'ERR_BAD_REQUEST');
    if (oneOf(value, ['allow', 'deny'], name, 'ERR_BAD_REQUEST') === 'deny') denied.add(operation);
    else denied.delete(operation);
  }
  await holder.keep([...denied]);
  return shown({ ...holder, denied: [...denied] });
}

function shown({ operations, denied }: Holder): { readonly permissions: Permissions } {
  const permissions = operations.map((name) => [name, denied.includes(name) ? 'deny' : 'allow']);
  return { permissions: Object.fromEntries(permissions) as Permissions };
}

async function holderOf(context: Context, params: object): Promise<Holder> {
  const { work, sessions, emit } = context;
  const named = params as { readonly [K in 'role' | 'guid' | 'scope']?: unknown };
  if (named.guid === undefined) {
    const row = await existingRole(work, named.role);
    return {
      operations: restrictable,
      denied: row.restricted,
      keep: (restricted) => putRole(context, { ...row, restricted }),
    };
  }
  const [guid, scope] = [guidOf(named.guid), scopeOf(named.scope)];
  const group = await work.get('groups', guid);
  if (!group || group.removedAt !== undefined) throw groupNotFound(guid);
  return {
    operations: scopedOperations,
    denied: group.denied?.[scope] ?? [],
    async keep(denied) {
      const changed = { ...group.denied, [scope]: denied };
      work.put('groups', { ...group, denied: changed, deniedRev: work.rev });
      const members = await work.range('members', 'name', { prefix: [guid, 'member'] });
      const affected = members.filter((row) => row.scope === scope && sessions.isOnline(row.uid));
      const uids = affected.map(({ uid }) => uid);
      emit({ type: 'refetch', conversationId: `group:${guid}` }, uids);
    },
  };
}
