import type { MessageRow } from '../storage/rows.js';

/** What stays of a message that is gone: where it stood, of what kind it was, and whose, without what it said. */
export function placeOfMessage(row: MessageRow) {
  const { id, conversationId, seq, sender, receiverType, receiver, category, type, sentAt } = row;
  return { id, conversationId, seq, sender, receiverType, receiver, category, type, sentAt };
}
