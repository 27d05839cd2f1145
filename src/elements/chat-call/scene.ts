import type { OwnCall } from '../../client/call-types.js';
import type { ChatError } from '../../protocol/errors.js';
import { conversationTarget, type Target } from '../../protocol/ids.js';
import type { Call } from '../../protocol/records.js';

export type Outcome = 'declined' | 'busy' | 'noAnswer' | 'nobody' | 'ended' | 'failed';

/** What there is to show of calls. */
export interface Scene {
  /**
   * `outgoing`: it rings there; `waiting`: in a group, alone; `connecting`: accepted here, not yet there; `over`: with
   * an outcome; `away`: on another device, or here before a reload.
   */
  readonly kind: 'incoming' | 'outgoing' | 'waiting' | 'connecting' | 'ongoing' | 'over' | 'away';
  readonly id: string;
  readonly target: Target;
  readonly type: Call['type'];
  readonly call?: Call | undefined;
  readonly outcome?: Outcome;
  readonly error?: ChatError | undefined;
}

/** @param joined the call in which this device has taken part already */
export function sceneOf(
  own: OwnCall | undefined,
  calls: readonly Call[],
  me: string,
  joined: string | undefined,
): Scene | undefined {
  const mine = own && sceneOfOwn(own, me, joined);
  if (mine && mine.kind !== 'over') return mine;
  const ringing = calls.find(
    ({ status, receiverType, receiver }) =>
      status === 'initiated' && receiverType === 'user' && receiver === me,
  );
  if (ringing) return of('incoming', ringing, me);
  if (mine) return mine;
  const away = calls.find(({ participants }) => participants.includes(me));
  return away && away.id !== own?.id ? of('away', away, me) : undefined;
}

function of(kind: Scene['kind'], call: Call, me: string): Scene {
  const { id, type, conversationId } = call;
  return { kind, id, type, call, target: conversationTarget(me, conversationId) };
}

function sceneOfOwn(own: OwnCall, me: string, joined: string | undefined): Scene | undefined {
  const { id, target, type, call, error } = own;
  const scene = { id, target, type, call };
  const over = (outcome: Outcome): Scene => ({ ...scene, kind: 'over', outcome, error });
  const group = target.guid !== undefined;
  if (error) return over(failures[error.detail ?? ''] ?? 'failed');
  if (!call) return { ...scene, kind: 'outgoing' };
  const isIn = call.participants.includes(me);
  if (call.removedAt !== undefined || (joined === id && !isIn)) return over('ended');
  switch (call.status) {
    case 'initiated':
      if (!isIn) return { ...scene, kind: 'connecting' };
      return { ...scene, kind: group ? 'waiting' : 'outgoing' };
    case 'ongoing':
      return { ...scene, kind: isIn ? 'ongoing' : 'connecting' };
    case 'rejected':
      return over('declined');
    case 'busy':
      return over('busy');
    case 'unanswered':
      return over(group ? 'nobody' : 'noAnswer');
    case 'ended':
      return over('ended');
    case 'cancelled':
      // Taken back on another device.
      return undefined;
  }
}

const failures: Readonly<Record<string, Outcome>> = {
  ERR_CALL_BUSY_USER: 'busy',
  ERR_CALL_TERMINATED: 'ended',
};
