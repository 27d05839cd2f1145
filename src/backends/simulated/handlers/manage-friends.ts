import { conversationId } from '../../../protocol/ids.js';
import { limits } from '../../../protocol/limits.js';
import { command, type Context, type OwnManagement } from '../context.js';
import { booleanOf, given, refuse, uidOf } from '../checks/input.js';
import { placeOf, stateOf } from '../places.js';
import { personOf } from '../signin.js';
import { emptyConversation } from '../changes/timeline.js';
import { batchOf, eachUid } from '../checks/each.js';

/** Friends are friends both ways, by the app's will: nobody asks and nobody accepts. */
export const manageFriends: Pick<OwnManagement, 'friend.add' | 'friend.remove'> = {
  'friend.add': command(async (context, params) => {
    const uid = uidOf(params.uid);
    const { work, now } = context;
    await personOf(work, uid);
    const begin = given(params.addToConversations, (value) =>
      booleanOf(value, 'addToConversations'),
    );
    return eachUid(batchOf(params.uids), async (other) => {
      await demandOther(context, uid, other);
      for (const one of [uid, other]) await demandRoom(context, one, one === uid ? other : uid);
      await put(context, uid, other, now);
      if (begin) await beginConversation(context, uid, other);
    });
  }),

  'friend.remove': command(async (context, params) => {
    const uid = uidOf(params.uid);
    await personOf(context.work, uid);
    return eachUid(batchOf(params.uids), async (other) => {
      await demandOther(context, uid, other);
      if ((await context.work.get('relations', uid, other))?.friendAt === undefined) {
        throw refuse('not-found', 'ERR_NOT_A_FRIEND', `"${uid}" and "${other}" are no friends.`);
      }
      await put(context, uid, other, undefined);
    });
  }),
};

async function demandOther({ work }: Context, uid: string, other: string): Promise<void> {
  if (other === uid) {
    throw refuse('invalid', 'ERR_CANNOT_FORM_SELF_RELATION', 'Nobody is their own friend.');
  }
  await personOf(work, other);
}

async function demandRoom({ work }: Context, one: string, other: string): Promise<void> {
  const rows = await work.range('relations', 'key', { prefix: [one] });
  const friends = rows.filter(({ friendAt }) => friendAt !== undefined);
  if (friends.some((row) => row.other === other)) {
    throw refuse('conflict', 'ERR_ALREADY_FRIEND', `"${one}" and "${other}" are friends already.`);
  }
  if (friends.length < limits.friendsPerUser) return;
  throw refuse(
    'limit',
    'ERR_FAILED_TO_ADD_FRIEND',
    `"${one}" has ${friends.length} friends, which is the most.`,
  );
}

async function put({ work }: Context, uid: string, other: string, friendAt: number | undefined) {
  for (const [one, two] of [[uid, other] as const, [other, uid] as const]) {
    const before = await work.get('relations', one, two);
    work.put('relations', { ...(before ?? { uid: one, other: two }), friendAt });
  }
}

/** A row in both lists before a word is said. */
async function beginConversation({ work, now }: Context, uid: string, other: string) {
  const id = conversationId(uid, { uid: other });
  if (await work.get('conversations', id)) return;
  work.put('conversations', emptyConversation(id, false, now));
  for (const one of [uid, other]) {
    const state = await stateOf(work, await placeOf(work, one, id), one);
    work.put('states', { ...state, recency: -now });
  }
}
