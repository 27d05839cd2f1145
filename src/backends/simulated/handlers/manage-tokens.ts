import { limits } from '../../../protocol/limits.js';
import { command, query, type OwnManagement } from '../context.js';
import { booleanOf, given, refuse, textOf, uidOf } from '../checks/input.js';
import { mintToken, personOf, retire } from '../signin.js';
import type { TokenRow } from '../storage/rows.js';
import type { Work } from '../work.js';

/** Auth tokens: one for each device, oldest first. */
export const manageTokens: Pick<OwnManagement, 'token.create' | 'token.list' | 'token.delete'> = {
  'token.create': command(async (context, params) => {
    const { work, app, environment, end } = context;
    const uid = uidOf(params.uid);
    await personOf(work, uid);
    const newest = (await activeTokens(work, uid)).at(-1);
    const force = given(params.force, (value) => booleanOf(value, 'force')) ?? false;
    if (newest && !force) return { token: newest.token };
    const { token, retired } = await mintToken(work, app, environment, uid);
    for (const old of retired) end({ uid, token: old }, 'token-deleted');
    return { token };
  }),

  'token.list': query(async ({ work }, params) => {
    const uid = uidOf(params.uid);
    await personOf(work, uid);
    const rows = await activeTokens(work, uid);
    return { tokens: rows.map(({ token, createdAt }) => ({ token, createdAt })) };
  }),

  'token.delete': command(async ({ work, now, end }, params) => {
    const uid = uidOf(params.uid);
    await personOf(work, uid);
    const token = given(params.token, (value) => textOf(value, 'token', limits.urlLength));
    const rows = await activeTokens(work, uid);
    const meant = rows.filter((row) => token === undefined || row.token === token);
    if (token !== undefined && meant.length === 0) {
      const foreign = await work.get('tokens', token);
      throw refuse(
        'not-found',
        foreign && foreign.uid !== uid
          ? 'ERR_AUTHTOKEN_NOT_ACCESSIBLE'
          : 'ERR_AUTH_TOKEN_NOT_FOUND',
        `"${uid}" has no such auth token.`,
      );
    }
    for (const row of meant) {
      retire(work, row, now);
      end({ uid, token: row.token }, 'token-deleted');
    }
    return {};
  }),
};

async function activeTokens(work: Work, uid: string): Promise<TokenRow[]> {
  const rows = await work.range('tokens', 'user', { prefix: [uid] });
  return rows.filter((row) => row.deletedAt === undefined);
}
