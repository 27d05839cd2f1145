import { conversationTarget, type Target } from '../../../protocol/ids.js';
import { limits } from '../../../protocol/limits.js';
import { receiverOf } from '../../../protocol/record-ids.js';
import { appUser } from '../../../protocol/management.js';
import { writablePlace } from '../rules/access.js';
import { command, type Context, type Handlers } from '../context.js';
import { mintedId, oneOf, refuse, targetOf } from '../checks/input.js';
import { closed, dataOf, expire, joined, left, putCall } from '../changes/open-calls.js';
import { callNotFound } from '../rules/policy.js';
import type { CallRow } from '../storage/rows.js';
import { append } from '../changes/timeline.js';
import { maySee } from './call-list.js';

/** Records and rules of calls: who rings whom, and how it ended. Sound and picture are not ours. */
export const calls: Pick<Handlers, 'call.start' | 'call.accept' | 'call.end'> = {
  'call.start': command(async (context, params) => {
    const { work, me, now } = context;
    const id = mintedId(params.id, 'call id');
    const type = oneOf(params.type, ['audio', 'video'], 'type', 'ERROR_INVALID_TYPE');
    const target = targetOf(params.target);
    if (target.uid === me) throw refuse('invalid', 'ERR_CALLING_SELF', 'You cannot call yourself.');
    const { conversationId } = await writablePlace(context, target);
    if ((await work.get('calls', id)) ?? (await work.get('messages', id))) {
      throw refuse(
        'already-exists',
        'ERR_BAD_REQUEST',
        `There is a call "${id}" already: mint a new id.`,
      );
    }
    await demandFree(context, target);
    const call = work.put('calls', {
      id,
      type,
      conversationId,
      initiator: me,
      ...receiverOf(target),
      status: 'initiated',
      participants: [me],
      stays: [{ uid: me, joinedAt: now }],
      initiatedAt: now,
      open: 1,
    });
    await append(context, {
      id,
      sender: me,
      ...receiverOf(target),
      category: 'call',
      type,
      data: dataOf(call),
    });
    expire(context, id, now, now);
    return {};
  }),

  'call.accept': command(async (context, params) => {
    const { me, now } = context;
    const call = await openCall(context, params.id);
    if (call.participants.includes(me)) {
      throw refuse('conflict', alreadyIn[call.receiverType], 'You are in this call already.');
    }
    await demandFree(context, {});
    if (call.participants.length >= limits.callParticipants) {
      throw refuse(
        'limit',
        'ERR_NO_VACANCY',
        `${call.participants.length} people are in this call, which is the most. Wait until one leaves.`,
      );
    }
    await putCall(context, {
      ...joined(call, me, now),
      status: 'ongoing',
      joinedAt: call.joinedAt ?? now,
    });
    return {};
  }),

  'call.end': command(async (context, params) => {
    const { me } = context;
    const status = oneOf(
      params.status,
      ['rejected', 'busy', 'cancelled', 'unanswered', 'ended'],
      'status',
      'ERR_CALL_GROUP_INVALID_STATUS',
    );
    const call = await openCall(context, params.id);
    if (call.status === 'ongoing' && status !== 'ended') {
      throw refuse(
        'conflict',
        'ERR_CALL_ONGOING_TO_INVALID',
        `A call that runs can only be ended, not ${status}.`,
      );
    }
    if (call.status === 'initiated' && status === 'ended') {
      throw refuse(
        'conflict',
        'ERR_CALL_NOT_STARTED',
        'Nobody has answered this call yet: cancel or reject it.',
      );
    }
    if (['cancelled', 'unanswered'].includes(status) && ![call.initiator, appUser].includes(me)) {
      throw refuse('forbidden', 'ERR_CALL_NOT_A_PART', 'Only the caller can take back a call.');
    }
    if (status === 'ended' && !call.participants.includes(me) && me !== appUser) {
      // Leaving twice is no error: the wish is fulfilled.
      if (call.stays?.some(({ uid }) => uid === me)) return {};
      throw refuse(
        'forbidden',
        'ERR_CALL_NOT_A_PART',
        `You are not in the call "${call.id}": those who are can end it.`,
      );
    }
    // In a group the call goes on without those who leave or do not want it.
    const whole = [call.initiator, appUser].includes(me);
    if (call.receiverType === 'group' && !whole && status !== 'ended') return {};
    const without = left(call, me, context.now);
    const goesOn =
      call.receiverType === 'group' &&
      status === 'ended' &&
      without.participants.length > 1 &&
      me !== appUser;
    await putCall(context, goesOn ? without : closed(call, status, context.now));
    return {};
  }),
};

const alreadyIn = {
  user: 'ERR_CALL_USER_ALREADY_JOINED',
  group: 'ERR_CALL_GROUP_ALREADY_JOINED',
} as const;

async function openCall(context: Context, given: unknown): Promise<CallRow> {
  const id = mintedId(given, 'call id');
  const call = await context.work.get('calls', id);
  if (!call || !(await maySee(context, call))) throw callNotFound(id);
  if (call.open === undefined) {
    throw refuse('conflict', 'ERR_CALL_TERMINATED', `The call "${id}" is over (${call.status}).`);
  }
  return call;
}

/** Nobody is in two calls, and a group has one. */
async function demandFree(
  { work, me }: Context,
  { uid: other, guid }: Partial<Target>,
): Promise<void> {
  for (const call of await work.range('calls', 'open', { prefix: [1] })) {
    if (call.participants.includes(me)) {
      throw refuse('conflict', 'ERR_CALL_BUSY_SELF', 'You are in a call already: end it first.');
    }
    if (guid !== undefined && call.conversationId === `group:${guid}`) {
      throw refuse(
        'conflict',
        'ERR_CALL_BUSY_GROUP',
        `"${guid}" has a call already ("${call.id}"): take part in that one.`,
      );
    }
    const { uid } = conversationTarget(call.initiator, call.conversationId);
    if (other !== undefined && [...call.participants, uid].includes(other)) {
      throw refuse('conflict', 'ERR_CALL_BUSY_USER', `"${other}" is in another call.`);
    }
  }
}
