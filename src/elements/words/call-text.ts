import type { Localize } from '../../lit/localize.js';
import '../../locales/en-rows.js';
import { isMissed } from '../../protocol/calls.js';
import type { Call, CallStatus, Message, ReceiverType } from '../../protocol/records.js';

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
  const { status, receiverType } = call;
  return isMissed(call, me) ? 'missed' : outcomeOf(status, receiverType);
}

/** The same, of the message that a call leaves in its conversation. */
export function callHowOf({ data, receiverType }: Message, mine: boolean): CallHow {
  const status = statusOf(data?.['status']);
  // Who did not make it was called; of a group's call the message does not say who was in it.
  const rang = receiverType === 'user' && !mine;
  const missed = isMissed({ status, receiverType, initiator: '', participants: [] }, 'me');
  return rang && missed ? 'missed' : outcomeOf(status, receiverType);
}

/** In a group a call begins without ringing. */
function outcomeOf(status: CallStatus, receiverType: ReceiverType): CallHow {
  return receiverType === 'group' && status === 'initiated' ? 'ongoing' : outcomes[status];
}

export function callNote(message: Message, mine: boolean, localize: Localize): string {
  return localize.term('callNote', callHowOf(message, mine), message.type === 'video');
}

function statusOf(value: unknown): CallStatus {
  return typeof value === 'string' && value in outcomes ? (value as CallStatus) : 'ended';
}
