import { mentionsIn } from '../../protocol/ids.js';
import type { Conversation, Message } from '../../protocol/records.js';
import { ChatError } from '../../protocol/errors.js';
import type { Pending } from '../acts/outbox/pending-of.js';
import type { Core } from '../core.js';
import type { Row } from '../stores/memo.js';
import type { People } from '../people.js';
import type { DeliveryState, MessageItem } from '../types.js';

export interface Items {
  /** The row of a message, made of the records of this moment; undefined when there is nothing to show. */
  get(id: string, row: Row<MessageItem>): MessageItem | undefined;
}

/** The message it quotes; of a reply that stands in its conversation (M13), else the one its thread is about. */
export function quotedBy({ quotedId, broadcast, parentId }: Message): string | undefined {
  return quotedId ?? (broadcast ? parentId : undefined);
}

/** @param pendingOf what the outbox says about a message */
export function createItems(
  core: Core,
  people: People,
  pendingOf: (message: string) => Pending | undefined,
): Items {
  const named = new WeakMap<Message, readonly string[]>();

  function namedIn(message: Message): readonly string[] {
    let uids = named.get(message);
    if (!uids) {
      const on = message.data?.['on'];
      uids = [
        ...new Set([
          ...(message.mentions ?? []),
          ...(message.repliers ?? []),
          ...mentionsIn(message.text ?? '').uids,
          ...(message.reactions ?? []).flatMap((count) => count.uids),
          ...(message.category === 'action' ? [message.sender] : []),
          ...(message.category === 'action' && typeof on === 'string' ? [on] : []),
        ]),
      ];
      named.set(message, uids);
    }
    return uids;
  }

  return {
    get(id, row) {
      const shown = core.$shown.get();
      const message = shown.get('messages', id);
      if (!message || message.removedAt !== undefined) return undefined;
      shown.note(`pending/${id}`);
      const pending = pendingOf(id);
      const mine = message.sender === core.me();
      const sender = people.get(message.sender);
      const ticks = mine ? shown.ticks(message.conversationId) : undefined;
      const state = pending?.state ?? stateOf(message, mine, ticks);
      const quotedId = quotedBy(message);
      const original = quotedId === undefined ? undefined : shown.get('messages', quotedId);
      const quoted = original?.removedAt === undefined ? original : undefined;
      const quotedSender = quoted && people.get(quoted.sender);
      const uids = quoted ? [...namedIn(message), ...namedIn(quoted)] : namedIn(message);
      const users = uids.map((uid) => people.get(uid));
      const inputs = [message, sender, state, pending, quoted, quotedSender, ...users];
      return row(id, inputs, () => ({
        ...(message.moderation === 'disapproved' && { error: disapproved() }),
        ...pending,
        id,
        message,
        mine,
        sender,
        state,
        ...(quoted && { quoted: { message: quoted, sender: quotedSender } }),
        people: new Map(users.flatMap((user) => (user ? [[user.id, user] as const] : []))),
      }));
    },
  };
}

/** M12: disapproved of is failed, whatever the outbox says. */
function disapproved(): ChatError {
  return new ChatError('moderated', 'The app has disapproved of this message.', {
    detail: 'ERR_BLOCKED_BY_EXTENSION',
  });
}

function stateOf(
  { category, moderation, seq }: Message,
  mine: boolean,
  conversation: Conversation | undefined,
): DeliveryState {
  if (moderation === 'disapproved') return 'failed';
  if (moderation === 'pending') return 'sent';
  if (!mine || category === 'action' || category === 'call') return 'none';
  if (!conversation) return 'sent';
  const { deliveredSeq, othersReadSeq } = conversation;
  if (deliveredSeq === undefined && othersReadSeq === undefined) return 'none';
  if (seq <= (othersReadSeq ?? -1)) return 'read';
  return seq <= (deliveredSeq ?? -1) ? 'delivered' : 'sent';
}
