import type { Message } from '../../../protocol/records.js';
import type { Change } from '../../stores/table.js';

/** All others bring messages that were there before. */
const writing = /^(message\.send|management|(group|member|call)\..*)$/;

/** Sending brings along what the message answers and quotes, which is older. */
function isLast({ after, arrival: { cause, changes } }: Change<Message>): boolean {
  return cause !== 'message.send' || !changes.messages?.some(({ seq }) => seq > after.seq);
}

/** A message that has just been sent. */
export function isNew(change: Change<Message>): boolean {
  const { before, arrival } = change;
  const isWritten = arrival.cause === undefined || writing.test(arrival.cause);
  return arrival.live && !before && isWritten && isLast(change);
}

/** It has just been sent, or a question has brought it before that was told. Told twice, it is so twice. */
export function isSent(change: Change<Message>): boolean {
  const { before, after, arrival } = change;
  const isTold = before === after && arrival.live && arrival.cause === 'message.send';
  return isNew(change) || (isTold && isLast(change));
}
