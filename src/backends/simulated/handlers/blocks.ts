import type { BatchResult } from '../../../protocol/operations.js';
import { appUser } from '../../../protocol/management.js';
import { conversationId } from '../../../protocol/ids.js';
import { command, query, type Context, type Handlers } from '../context.js';
import { byName } from '../queries/directory.js';
import { limitOf, oneOf, refuse, searchOf } from '../checks/input.js';
import { hangUp } from '../changes/open-calls.js';
import { shownPage } from '../queries/paging.js';
import { demandActive } from '../rules/policy.js';
import { batchOf, eachUid } from '../checks/each.js';

export const blocks: Pick<Handlers, 'user.block' | 'user.unblock' | 'user.blocked'> = {
  'user.block': command((context, params) => setBlocks(context, params.uids, context.now)),
  'user.unblock': command((context, params) => setBlocks(context, params.uids, undefined)),

  'user.blocked': query(async ({ work, me, show }, params) => {
    const limit = limitOf('user.blocked', params.limit);
    const direction = oneOf(
      params.direction ?? 'both',
      ['both', 'blockedByMe', 'hasBlockedMe'],
      'direction',
      'INVALID_DIRECTION_VALUE',
    );
    const search = searchOf(params.search);
    const [mine, theirs] = await Promise.all([
      work.range('relations', 'key', { prefix: [me] }),
      work.range('relations', 'other', { prefix: [me] }),
    ]);
    const uids = new Set([
      ...(direction !== 'hasBlockedMe'
        ? mine.filter((row) => row.blockedAt).map((row) => row.other)
        : []),
      ...(direction !== 'blockedByMe'
        ? theirs.filter((row) => row.blockedAt).map((row) => row.uid)
        : []),
    ]);
    const rows = (await Promise.all([...uids].map((uid) => work.get('users', uid))))
      .filter((row) => row !== undefined)
      .filter((row) => row.deactivatedAt === undefined)
      .filter((row) => !search || row.nameKey.includes(search))
      .sort(byName);
    return shownPage(
      rows,
      (row) => [row.nameKey, row.uid],
      { after: params.after, limit },
      ({ uid }) => uid,
      ({ uid }) => show.user(uid),
    );
  }),
};

function setBlocks(
  context: Context,
  uids: unknown,
  blockedAt: number | undefined,
): Promise<BatchResult> {
  return eachUid(batchOf(uids), async (uid) => {
    const { work, me } = context;
    if (uid === me) {
      throw refuse('invalid', 'ERR_CANNOT_BLOCK_SELF', 'You cannot block yourself.');
    }
    if (uid === appUser) {
      throw refuse('forbidden', 'ERR_PERMISSION_DENIED', `"${uid}" is the app: nobody blocks it.`);
    }
    demandActive(uid, await work.get('users', uid));
    const before = await work.get('relations', me, uid);
    work.put('relations', { ...(before ?? { uid: me, other: uid }), blockedAt });
    if (blockedAt !== undefined) await hangUp(context, me, conversationId(me, { uid }));
    context.show.user(uid);
  });
}
