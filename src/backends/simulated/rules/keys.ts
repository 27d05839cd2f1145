import type { ApiKey } from '../../../protocol/management.js';
import { refuse } from '../checks/input.js';
import type { Reader } from '../storage/storage.js';

/** What an Auth Key may do beside signing in (P7). */
const withAuthKey: readonly string[] = ['user.create', 'token.create'];

async function keyOf(reader: Reader, given: unknown, needs: string): Promise<ApiKey> {
  if (given === undefined || given === '')
    throw refuse('wrong-key', 'AUTH_ERR_EMPTY_APIKEY', needs);
  const row = typeof given === 'string' ? await reader.get('keys', given) : undefined;
  if (row) return row;
  throw refuse(
    'wrong-key',
    'AUTH_ERR_APIKEY_NOT_FOUND',
    `This key is not one of this app. ${needs}`,
  );
}

/** A person signs in: an Auth Key, and never one that may do everything. */
export async function demandAuthKey(reader: Reader, given: unknown): Promise<void> {
  const needs = 'Signing in by UID needs an Auth Key of the app.';
  if ((await keyOf(reader, given, needs)).kind === 'auth') return;
  throw refuse(
    'wrong-key',
    'AUTH_ERR_NO_ACCESS',
    'A REST API Key does not belong into a browser: use an Auth Key, or an auth token.',
  );
}

/** The app's own server asks. */
export async function demandManagementKey(
  reader: Reader,
  given: unknown,
  operation: string,
): Promise<void> {
  const { kind } = await keyOf(reader, given, 'Managing an app needs a REST API Key of it.');
  if (kind === 'rest' || withAuthKey.includes(operation)) return;
  throw refuse(
    'wrong-key',
    'AUTH_ERR_NO_ACCESS',
    `An Auth Key creates and signs in users, and nothing else ("${operation}"): use a REST API Key.`,
  );
}

export function demandApp(appId: string, given: unknown): void {
  if (given === appId) return;
  throw given === undefined || given === ''
    ? refuse('wrong-key', 'AUTH_ERR_EMPTY_APPID', 'Name the app: its App ID is missing.')
    : refuse(
        'wrong-key',
        'AUTH_ERR_INVALID_APPID',
        `There is no app ${JSON.stringify(given)} here.`,
      );
}
