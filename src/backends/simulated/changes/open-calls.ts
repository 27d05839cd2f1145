import { conversationTarget } from '../../../protocol/ids.js';
import { limits } from '../../../protocol/limits.js';
import type { JsonObject } from '../../../protocol/records.js';
import type { Context } from '../context.js';
import type { CallRow } from '../storage/rows.js';

/** Calls that ring or run, and how they end. */

export function closed(call: CallRow, status: CallRow['status'], now: number): CallRow {
  return {
    ...call,
    status,
    stays: ended(call, call.participants, now),
    endedAt: now,
    open: undefined,
  };
}

export function joined(call: CallRow, uid: string, now: number): CallRow {
  const participants = [...call.participants, uid];
  return { ...call, participants, stays: [...(call.stays ?? []), { uid, joinedAt: now }] };
}

/** The others go on. */
export function left(call: CallRow, uid: string, now: number): CallRow {
  const participants = call.participants.filter((one) => one !== uid);
  return { ...call, participants, stays: ended(call, [uid], now) };
}

function ended({ stays = [] }: CallRow, uids: readonly string[], now: number) {
  return stays.map((stay) =>
    uids.includes(stay.uid) && stay.leftAt === undefined ? { ...stay, leftAt: now } : stay,
  );
}

export function dataOf(call: Omit<CallRow, 'rev'>): JsonObject {
  const { id: sessionId, status, initiatedAt, joinedAt, endedAt } = call;
  return JSON.parse(
    JSON.stringify({ sessionId, status, initiatedAt, joinedAt, endedAt }),
  ) as JsonObject;
}

/** The call and its message say the same. */
export async function putCall(
  { work, now }: Pick<Context, 'work' | 'now'>,
  call: CallRow,
): Promise<void> {
  work.put('calls', call);
  const message = await work.get('messages', call.id);
  if (message) work.put('messages', { ...message, data: dataOf(call), changedAt: now });
}

/** A call that nobody answers ends by itself. */
export function expire(
  { later }: Pick<Context, 'later'>,
  id: string,
  initiatedAt: number,
  now: number,
): void {
  later(Math.max(0, initiatedAt + limits.callTimeout - now), async (then) => {
    const call = await then.work.get('calls', id);
    if (call?.status === 'initiated') await putCall(then, closed(call, 'unanswered', then.now));
  });
}

/** Whoever may take part no more is out of the call: apart by a block, deactivated, or out of the group. */
export async function hangUp(
  { work, now }: Pick<Context, 'work' | 'now'>,
  uid: string,
  conversationId?: string,
): Promise<void> {
  for (const call of await work.range('calls', 'open', { prefix: [1] })) {
    if (conversationId !== undefined && call.conversationId !== conversationId) continue;
    const other = conversationTarget(call.initiator, call.conversationId).uid;
    if (!call.participants.includes(uid) && other !== uid) {
      // Whom it rings no more is told, as everyone is.
      if (conversationId !== undefined) work.put('calls', call);
      continue;
    }
    const without = left(call, uid, now);
    const runs = call.status === 'ongoing';
    if (runs && without.participants.length > 1) {
      await putCall({ work, now }, without);
      continue;
    }
    const status = runs ? 'ended' : call.initiator === uid ? 'cancelled' : 'rejected';
    await putCall({ work, now }, closed(call, status, now));
  }
}

/** The group is gone, and nobody stays busy in it. */
export async function endCalls(
  { work, now }: Pick<Context, 'work' | 'now'>,
  conversationId: string,
): Promise<void> {
  for (const call of await work.range('calls', 'open', { prefix: [1] })) {
    if (call.conversationId !== conversationId) continue;
    await putCall(
      { work, now },
      closed(call, call.status === 'ongoing' ? 'ended' : 'cancelled', now),
    );
  }
}
