import type { Localize } from '../lit/localize.js';
import { isMissed } from '../protocol/calls.js';
import type { Call, CallStatus, Message } from '../protocol/records.js';

/** How a call went, as one sees it who made it, or was called. */
export type CallHow =
  'ongoing' | 'ended' | 'missed' | 'declined' | 'noAnswer' | 'busy' | 'cancelled';

const outcomes: Readonly<Record<CallStatus, CallHow>> = {
  initiated: 'ended',
  ongoing: 'ongoing',
  ended: 'ended',
  rejected: 'declined',
  unanswered: 'noAnswer',
  busy: 'busy',
  cancelled: 'cancelled',
};

export function callHow(call: Call, me: string | undefined): CallHow {
  return call.receiverType === 'user' && isMissed(call, me) ? 'missed' : outcomes[call.status];
}

/** The same, of the message that a call leaves in its conversation. */
export function callHowOf({ data, receiverType }: Message, mine: boolean): CallHow {
  const status = statusOf(data?.['status']);
  const missed = receiverType === 'user' && !mine && !['ended', 'rejected'].includes(status);
  return missed && status !== 'initiated' && status !== 'ongoing' ? 'missed' : outcomes[status];
}

export function callNote(message: Message, mine: boolean, localize: Localize): string {
  return localize.term('callNote', callHowOf(message, mine), message.type === 'video');
}

function statusOf(value: unknown): CallStatus {
  return typeof value === 'string' && value in outcomes ? (value as CallStatus) : 'ended';
}

/** `1:05`, or `1:02:03` from an hour on. */
export function callDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}
