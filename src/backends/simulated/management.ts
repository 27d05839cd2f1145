import type { Management } from '../../protocol/management.js';
import type { Handler } from './context.js';
import { manageGroups } from './handlers/manage-groups.js';
import { manageUsers } from './handlers/manage-users.js';
import { importMessages } from './handlers/message-import.js';
import type { ManagementHandlers } from './context.js';
import { objectOf, refuse } from './input.js';
import type { App } from './types.js';

const handlers: Partial<ManagementHandlers> = {
  ...manageUsers,
  ...manageGroups,
  ...importMessages,
};

type Execute = (
  handler: Handler<object, object>,
  name: string,
  params: object,
  commandId: string | undefined,
) => Promise<object>;

/** What the app's own server may do, with its REST API Key and nothing less (P7). */
export function createManagement(
  app: App,
  credentials: { readonly appId: string; readonly restApiKey: string },
  execute: Execute,
): Management {
  return {
    async request(name, params, commandId) {
      demandKey(app, credentials);
      if (!Object.hasOwn(handlers, name)) {
        throw refuse(
          'unsupported',
          'ERR_API_NOT_FOUND',
          `There is no management operation "${name}".`,
        );
      }
      const given = objectOf(structuredClone(params), 'params');
      const handler = handlers[name] as unknown as Handler<object, object>;
      // The table of handlers ties the result to the name.
      return structuredClone(await execute(handler, name, given, commandId));
    },
  };
}

function demandKey(app: App, credentials: unknown): void {
  const { appId, restApiKey } = objectOf(credentials, 'credentials');
  if (appId !== app.appId) {
    throw refuse('wrong-key', 'AUTH_ERR_INVALID_APPID', `There is no app "${String(appId)}" here.`);
  }
  if (restApiKey === app.restApiKey) return;
  if (restApiKey === undefined || restApiKey === '') {
    throw refuse('wrong-key', 'AUTH_ERR_EMPTY_APIKEY', 'Managing an app needs its REST API Key.');
  }
  throw restApiKey === app.authKey
    ? refuse(
        'wrong-key',
        'AUTH_ERR_NO_ACCESS',
        'An Auth Key signs in users and manages nothing: use the REST API Key.',
      )
    : refuse(
        'wrong-key',
        'AUTH_ERR_APIKEY_NOT_FOUND',
        `This REST API Key is not one of the app "${app.appId}".`,
      );
}
