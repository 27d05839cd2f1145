import type { Call, CallStatus } from './records.js';

const missed: readonly CallStatus[] = ['unanswered', 'cancelled', 'busy'];

/** It rang for `uid`, who neither joined nor declined. */
export function isMissed(
  call: Pick<Call, 'status' | 'initiator' | 'participants'>,
  uid: string | undefined,
): boolean {
  const { status, initiator, participants } = call;
  return missed.includes(status) && initiator !== uid && !participants.includes(uid ?? '');
}

/** It rings or runs. */
export function isOpen({ status, removedAt }: Pick<Call, 'status' | 'removedAt'>): boolean {
  return (status === 'initiated' || status === 'ongoing') && removedAt === undefined;
}
