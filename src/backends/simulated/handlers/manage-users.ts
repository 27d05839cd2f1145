import { limits } from '../../../protocol/limits.js';
import { normalizeId } from '../../../protocol/ids.js';
import { command, type Context, type ManagementHandlers } from '../context.js';
import { batchOf, given, jsonOf, nameOf, refuse, tagsOf, textOf, uidOf, urlOf } from '../input.js';
import { demandActive, userNotFound } from '../policy.js';
import { mintToken, retire } from '../signin.js';
import { eachUid } from './blocks.js';
import { avatarLength } from './users.js';

export const manageUsers: Pick<
  ManagementHandlers,
  | 'user.create'
  | 'user.deactivate'
  | 'user.reactivate'
  | 'token.create'
  | 'token.delete'
  | 'friend.add'
  | 'friend.remove'
> = {
  'user.create': command(async ({ work, now }, params) => {
    const uid = uidOf(params.uid);
    const name = nameOf(params.name);
    if (await work.get('users', uid)) {
      throw refuse('already-exists', 'ERR_UID_ALREADY_EXISTS', `The UID "${uid}" is taken.`);
    }
    work.put('users', {
      ...{ uid, name, nameKey: name.toLowerCase(), createdAt: now },
      role: given(params.role, (value) => normalizeId('role', value)) ?? 'default',
      avatar: given(params.avatar, (value) => urlOf(value, 'avatar', avatarLength)),
      statusMessage: given(params.statusMessage, (value) =>
        textOf(value, 'statusMessage', limits.descriptionLength),
      ),
      metadata: given(params.metadata, (value) => jsonOf(value, 'metadata', limits.metadataSize)),
      tags: given(params.tags, tagsOf),
    });
    return { uid };
  }),

  'user.deactivate': command(async ({ work, now, end }, params) => {
    const row = demandActive(uidOf(params.uid), await work.get('users', uidOf(params.uid)));
    work.put('users', { ...row, deactivatedAt: now });
    end({ uid: row.uid }, 'deactivated');
    return {};
  }),

  'user.reactivate': command(async ({ work }, params) => {
    const uid = uidOf(params.uid);
    const row = await work.get('users', uid);
    if (!row) throw userNotFound(uid);
    work.put('users', { ...row, deactivatedAt: undefined });
    return {};
  }),

  'token.create': command(async (context, params) => {
    const { work, app, environment, end } = context;
    const uid = uidOf(params.uid);
    demandActive(uid, await work.get('users', uid));
    const { token, retired } = await mintToken(work, app, environment, uid);
    for (const old of retired) end({ uid, token: old }, 'token-deleted');
    return { token };
  }),

  'token.delete': command(async ({ work, now, end }, params) => {
    const uid = uidOf(params.uid);
    if (!(await work.get('users', uid))) throw userNotFound(uid);
    const token = given(params.token, (value) => textOf(value, 'token', limits.urlLength));
    const rows = await work.range('tokens', 'user', { prefix: [uid] });
    const meant = rows.filter(
      (row) => row.deletedAt === undefined && (token === undefined || row.token === token),
    );
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

  'friend.add': command((context, params) => setFriends(context, params, true)),
  'friend.remove': command((context, params) => setFriends(context, params, false)),
};

/** Friends are friends both ways. */
async function setFriends(
  context: Context,
  params: { readonly uid: string; readonly uids: readonly string[] },
  friends: boolean,
) {
  const { work, now } = context;
  const uid = uidOf(params.uid);
  demandActive(uid, await work.get('users', uid));
  return eachUid(batchOf(params.uids), async (other) => {
    if (other === uid) {
      throw refuse('invalid', 'ERR_CANNOT_FORM_SELF_RELATION', 'Nobody is their own friend.');
    }
    demandActive(other, await work.get('users', other));
    for (const [one, two] of [[uid, other] as const, [other, uid] as const]) {
      const before = await work.get('relations', one, two);
      if (friends) {
        const count = (await work.range('relations', 'key', { prefix: [one] })).filter(
          ({ friendAt }) => friendAt !== undefined,
        ).length;
        if (before?.friendAt !== undefined) {
          throw refuse(
            'conflict',
            'ERR_ALREADY_FRIEND',
            `"${one}" and "${two}" are friends already.`,
          );
        }
        if (count >= limits.friendsPerUser) {
          throw refuse(
            'limit',
            'ERR_FAILED_TO_ADD_FRIEND',
            `"${one}" has ${count} friends, which is the most.`,
          );
        }
      } else if (before?.friendAt === undefined) {
        throw refuse('not-found', 'ERR_NOT_A_FRIEND', `"${one}" and "${two}" are no friends.`);
      }
      work.put('relations', {
        ...(before ?? { uid: one, other: two }),
        friendAt: friends ? now : undefined,
      });
    }
  });
}
