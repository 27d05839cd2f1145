import { appUser } from '../../../protocol/management.js';
import { command, type OwnManagement } from '../context.js';
import { uidOf } from '../checks/input.js';
import { createGroup, newPassword } from './group-create.js';

export const manageGroups: Pick<OwnManagement, 'group.create'> = {
  'group.create': command(
    (context, params, secret) =>
      createGroup(context, params, uidOf(params.owner ?? appUser), secret),
    (params) => newPassword(params),
  ),
};
