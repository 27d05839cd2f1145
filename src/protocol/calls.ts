import type { Call, CallStatus } from './records.js';

const missed: readonly CallStatus[] = ['unanswered', 'cancelled', 'busy'];

/** It rang for `uid`, who neither joined nor declined; in a group also one that ended without them. */
export function isMissed(
  call: Pick<Call, 'status' | 'initiator' | 'participants'> &
    Partial<Pick<Call, 'receiverType' | 'stays'>>,
  uid: string | undefined,
): boolean {
  const { status, initiator, receiverType, participants, stays } = call;
  if (initiator === uid || participants.includes(uid ?? '')) return false;
  if (missed.includes(status)) return true;
  // Calls kept from before stays were noted do not say who left early.
  const known = receiverType === 'group' && status === 'ended' && stays !== undefined;
  return known && !stays.some((stay) => stay.uid === uid);
}

/** It rings or runs. */
export function isOpen({ status, removedAt }: Pick<Call, 'status' | 'removedAt'>): boolean {
  return (status === 'initiated' || status === 'ongoing') && removedAt === undefined;
}
