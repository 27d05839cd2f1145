import type { Management, ManagementCredentials } from '../../protocol/management.js';
import type { OperationName } from '../../protocol/operations.js';
import { appUser } from '../../protocol/management.js';
import type { Context, Handler, OwnManagement } from './context.js';
import { copyOf } from './copy.js';
import { handlers } from './handlers/all.js';
import { actOf, manageActs } from './handlers/manage-acts.js';
import { manageConversations } from './handlers/manage-conversations.js';
import { manageFlags } from './handlers/manage-flags.js';
import { manageFriends } from './handlers/manage-friends.js';
import { manageGroups } from './handlers/manage-groups.js';
import { manageKeys } from './handlers/manage-keys.js';
import { manageMessages } from './handlers/manage-messages.js';
import { managePermissions } from './handlers/manage-permissions.js';
import { manageRoles } from './handlers/manage-roles.js';
import { manageSettings } from './handlers/manage-settings.js';
import { manageTokens } from './handlers/manage-tokens.js';
import { manageUsers } from './handlers/manage-users.js';
import { importMessages } from './handlers/message-import.js';
import { mintedId, objectOf, refuse, uidOf } from './checks/input.js';
import { demandApp, demandManagementKey } from './rules/keys.js';
import type { Asked } from './pipeline.js';
import type { Cause } from './types.js';
import { personOf } from './signin.js';

const own: OwnManagement = {
  ...manageKeys,
  ...manageUsers,
  ...manageActs,
  ...manageTokens,
  ...manageRoles,
  ...managePermissions,
  ...manageSettings,
  ...manageFriends,
  ...manageGroups,
  ...importMessages,
  ...manageConversations,
  ...manageMessages,
  ...manageFlags,
};

/** Asked as in a session, and answered to the app itself. */
const borrowed: ReadonlySet<string> = new Set<OperationName>([
  ...(['user.get', 'user.list', 'presence.count', 'group.list', 'group.get'] as const),
  ...(['group.update', 'group.delete', 'group.transfer', 'member.list', 'member.banned'] as const),
  ...(['member.add', 'member.kick', 'member.ban', 'member.unban', 'member.scope'] as const),
  ...(['message.list', 'message.get', 'message.search'] as const),
  ...(['message.send', 'message.edit'] as const),
  ...(['message.pin', 'reaction.list', 'receipt.list'] as const),
  ...(['flag.reasons', 'call.list', 'call.get', 'call.end'] as const),
]);

/** Asked as in a session of the user whom `uid` names. */
const ofUser: Readonly<Record<string, OperationName>> = {
  'block.add': 'user.block',
  'block.remove': 'user.unblock',
  'block.list': 'user.blocked',
  'friend.list': 'user.list',
  'conversation.list': 'conversation.list',
};

/** To those who listen it is the same, whoever did it. */
function causeOf(name: string): Cause {
  if (name === 'message.sendAll') return 'message.send';
  if (name === 'conversation.setPins') return 'conversation.pin';
  return Object.hasOwn(handlers, name) ? (name as OperationName) : 'management';
}

/** @param execute does what is asked, or refuses */
export function createManagement(
  appId: string,
  credentials: ManagementCredentials,
  execute: (asked: Asked) => Promise<object>,
): Management {
  const given = objectOf(credentials, 'credentials');
  const app = { uid: appUser, token: String(given['restApiKey']) };

  function plan(name: string, params: Readonly<Record<string, unknown>>): Omit<Asked, 'commandId'> {
    const keyed = async ({ work }: Context) => {
      demandApp(appId, given['appId']);
      await demandManagementKey(work, given['restApiKey'], name);
    };
    const ofApp = { actor: app, name, cause: causeOf(name), params, check: keyed };
    if (Object.hasOwn(own, name)) {
      const handler = own[name as keyof typeof own] as unknown as Handler<object, object>;
      return { ...ofApp, handler, shows: false };
    }
    if (borrowed.has(name)) {
      const handler = handlers[name as OperationName] as Handler<object, object>;
      return { ...ofApp, handler, shows: true };
    }
    if (name === 'user.act') {
      const { uid, operation, handler, params: asked, check } = actOf(params);
      return {
        actor: { uid, token: '' },
        handler,
        name: operation,
        cause: operation,
        params: asked,
        shows: true,
        check: (context) => keyed(context).then(() => check(context)),
      };
    }
    const operation = Object.hasOwn(ofUser, name) ? ofUser[name] : undefined;
    if (operation === undefined) {
      throw refuse(
        'unsupported',
        'ERR_API_NOT_FOUND',
        `There is no management operation "${name}".`,
      );
    }
    const uid = uidOf(params['uid']);
    const friends = name === 'friend.list' && { friendsOnly: true, sortBy: 'name' };
    return {
      actor: { uid, token: '' },
      handler: handlers[operation],
      name: operation,
      cause: operation,
      params: { ...params, ...friends },
      shows: true,
      async check(context) {
        await keyed(context);
        await personOf(context.work, uid);
      },
    };
  }

  return {
    async request(name, params, commandId) {
      const id = commandId === undefined ? undefined : mintedId(commandId, 'command id');
      const asked = plan(name, objectOf(params, 'params'));
      // The table of handlers ties the result to the name.
      return copyOf(await execute({ ...asked, commandId: id }));
    },
  };
}
