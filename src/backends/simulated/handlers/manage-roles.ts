import { limits } from '../../../protocol/limits.js';
import { normalizeId } from '../../../protocol/record-ids.js';
import type { Role } from '../../../protocol/management.js';
import type { OperationName } from '../../../protocol/operations.js';
import { defaultRole, plain } from '../begin.js';
import { command, query, type Context, type OwnManagement } from '../context.js';
import { given, oneOf, refuse, textOf, textsOf, withoutUndefined } from '../checks/input.js';
import { nameOf } from '../checks/profiles.js';
import { rightsChanged } from '../rules/roles.js';
import type { RoleRow } from '../storage/rows.js';
import type { Work } from '../work.js';
import { handlers } from './all.js';

/** P8: roles of the app and what they allow. */
export const manageRoles: Pick<
  OwnManagement,
  'role.list' | 'role.get' | 'role.create' | 'role.update' | 'role.delete'
> = {
  'role.list': query(async ({ work }) => ({
    roles: (await work.range('roles', 'key')).map(shown),
  })),

  'role.get': query(async ({ work }, params) => shown(await existingRole(work, params.role))),

  'role.create': command(async ({ work }, params) => {
    const role = roleId(params.role);
    if (await work.get('roles', role)) {
      throw refuse('already-exists', 'ERR_BAD_REQUEST', `There is a role "${role}" already.`);
    }
    const count = await work.count('roles', 'key');
    if (count >= limits.roles) {
      throw refuse(
        'limit',
        'ERR_PLAN_QUOTA_RESTRICTION',
        `The app has ${count} roles, which is the most. Delete one first.`,
      );
    }
    return shown(work.put('roles', { ...plain(role), ...fields(params) }));
  }),

  'role.update': command(async (context, params) => {
    const row = await existingRole(context.work, params.role);
    return shown(await putRole(context, { ...row, ...fields(params) }));
  }),

  'role.delete': command(async (context, params) => {
    const { work, directory } = context;
    const { role } = await existingRole(work, params.role);
    if (role === defaultRole) {
      throw refuse('forbidden', 'ERR_ROLE_DELETE_DENIED', 'The default role stays: others may go.');
    }
    const everyone = await directory.sorted(work);
    const holders = everyone.filter((user) => user.role === role);
    for (const { uid } of holders) {
      const row = await work.get('users', uid);
      if (row?.role === role) work.put('users', { ...row, role: defaultRole, roleRev: work.rev });
    }
    work.delete('roles', role);
    rightsChanged(
      context,
      holders.map(({ uid }) => uid),
    );
    return {};
  }),
};

/** Nobody is kept from leaving. */
export const restrictable = (Object.keys(handlers) as OperationName[]).filter(
  (name) => !name.startsWith('session.'),
);

const roleId = (value: unknown): string => normalizeId('role', value);

export async function existingRole(work: Work, value: unknown): Promise<RoleRow> {
  const role = roleId(value);
  const row = await work.get('roles', role);
  if (row) return row;
  throw refuse('not-found', 'ERR_ROLE_NOT_FOUND', `There is no role "${role}".`);
}

/** Whoever has it and is here learns it at once. */
export async function putRole(context: Context, row: RoleRow): Promise<RoleRow> {
  const { work, sessions, directory } = context;
  const holders = (await directory.sorted(work)).filter((user) => user.role === row.role);
  rightsChanged(
    context,
    holders.filter(({ uid }) => sessions.isOnline(uid)).map(({ uid }) => uid),
  );
  return work.put('roles', row);
}

function shown({ rev: _, ...role }: RoleRow): Role {
  return role;
}

function fields(params: { readonly [K in keyof Role]?: unknown }) {
  const reach = (value: unknown, what: string) =>
    given(value, (one) => oneOf(one, ['all', 'friendsOnly'] as const, what, 'ERR_BAD_REQUEST'));
  return withoutUndefined({
    name: given(params.name, nameOf),
    description: given(params.description, (value) =>
      textOf(value, 'description', limits.descriptionLength),
    ),
    listUsers: reach(params.listUsers, 'listUsers'),
    sendMessagesTo: reach(params.sendMessagesTo, 'sendMessagesTo'),
    restricted: given(params.restricted, (value) =>
      textsOf(value, 'restricted').map((name) =>
        oneOf(name, restrictable, 'restricted', 'ERR_BAD_REQUEST'),
      ),
    ),
  });
}
