import type { Capabilities, Credentials, PresenceMode } from '../../protocol/backend.js';
import { limits } from '../../protocol/limits.js';
import { appUser } from '../../protocol/management.js';
import { objectOf, refuse, textOf, textsOf, uidOf } from './checks/input.js';
import { demandAuthKey } from './rules/keys.js';
import { demandActive } from './rules/policy.js';
import type { TokenRow, UserRow } from './storage/rows.js';
import type { App, Environment } from './types.js';
import type { Work } from './work.js';

/** Retired tokens that are remembered for each user, so that their owners learn why they are out. */
const rememberedTokens = 20;

export const capabilities: Capabilities = {
  'users.list': 'native',
  'users.block': 'native',
  'groups.create': 'native',
  'groups.moderate': 'native',
  'messages.edit': 'native',
  'messages.delete': 'native',
  'messages.react': 'native',
  'messages.thread': 'native',
  'messages.broadcast': 'native',
  'messages.search': 'native',
  'messages.pin': 'native',
  receipts: 'native',
  typing: 'native',
  presence: 'native',
  files: 'native',
  calls: 'native',
};

export interface SignedIn {
  readonly uid: string;
  readonly token: string;
  /** Tokens that had to make room. */
  readonly retired: readonly string[];
}

/** P7: an Auth Key signs in users, and does nothing else; a token signs in the one it was made for. */
export async function authenticate(
  work: Work,
  app: App,
  environment: Environment,
  credentials: Credentials,
): Promise<SignedIn> {
  if (credentials.token !== undefined) {
    const token = textOf(credentials.token, 'token', limits.urlLength);
    const row = await work.get('tokens', token);
    if (!row) {
      throw refuse(
        'unauthenticated',
        'AUTH_ERR_AUTH_TOKEN_NOT_FOUND',
        'This auth token is not one of this app: ask your server for a new one.',
      );
    }
    if (row.deletedAt !== undefined) throw tokenDeleted();
    await demandAccount(work, row.uid);
    return { uid: row.uid, token, retired: [] };
  }
  await demandAuthKey(work, credentials.authKey);
  const uid = uidOf(credentials.uid);
  await demandAccount(work, uid);
  return mintToken(work, app, environment, uid);
}

/** Someone who may be signed in: the app itself is nobody's account. */
export async function personOf(work: Work, uid: string): Promise<UserRow> {
  return demandActive(uid, uid === appUser ? undefined : await work.get('users', uid));
}

/** Whoever was deactivated is told so, and nobody else is. */
async function demandAccount(work: Work, uid: string): Promise<void> {
  const row = await work.get('users', uid);
  if (row?.deactivatedAt !== undefined && row.deletedAt === undefined) throw deactivated();
  await personOf(work, uid);
}

export function deactivated() {
  return refuse(
    'deactivated',
    'ERR_UID_NOT_FOUND',
    'This account was deactivated. Ask those who run the app.',
  );
}

export function presenceOf(value: unknown): PresenceMode {
  if (value === undefined) return 'all';
  if (value === 'all' || value === 'friends' || value === 'none') return value;
  const { roles } = objectOf(value, 'presence');
  return { roles: textsOf(roles, 'roles').map((role) => role.toLowerCase()) };
}

export function tokenDeleted() {
  return refuse(
    'token-deleted',
    'AUTH_ERR_AUTH_TOKEN_NOT_FOUND',
    'The auth token of this session was deleted: sign in again.',
  );
}

/** At most so many a user; the oldest make room. */
export async function mintToken(
  work: Work,
  app: App,
  environment: Environment,
  uid: string,
): Promise<SignedIn> {
  const rows = await work.range('tokens', 'user', { prefix: [uid] });
  const active = rows.filter((row) => row.deletedAt === undefined);
  const excess = active.slice(0, Math.max(0, active.length - limits.tokensPerUser + 1));
  for (const row of excess) retire(work, row, environment.now());
  const forgotten = rows.filter((row) => row.deletedAt !== undefined).slice(0, -rememberedTokens);
  for (const row of forgotten) work.delete('tokens', row.token);
  const noise = Array.from({ length: 4 }, () =>
    Math.floor(environment.random() * 2 ** 32).toString(36),
  );
  const token = `${app.appId}.${uid}.${environment.id()}${noise.join('')}`;
  work.put('tokens', { token, uid, createdAt: environment.now() });
  return { uid, token, retired: excess.map((row) => row.token) };
}

export function retire(work: Work, row: TokenRow, now: number): void {
  work.put('tokens', { ...row, deletedAt: now });
}
