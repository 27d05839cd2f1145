import { mentionsIn } from '../protocol/ids.js';
import type { Conversation, Message } from '../protocol/records.js';
import { ChatError } from '../protocol/errors.js';
import { messageOf, type Command, type Upload } from './command.js';
import type { Core } from './core.js';
import type { Row } from './memo.js';
import type { People } from './people.js';
import type { DeliveryState, MessageItem } from './types.js';

export interface Items {
  /** The row of a message, made of the records of this moment; undefined when there is nothing to show. */
  get(id: string, row: Row<MessageItem>): MessageItem | undefined;
}

/** The message it quotes; of a reply that stands in its conversation (M13), else the one its thread is about. */
export function quotedBy({ quotedId, broadcast, parentId }: Message): string | undefined {
  return quotedId ?? (broadcast ? parentId : undefined);
}

/** What the outbox holds for a message. */
interface Pending {
  readonly send?: Command;
  readonly failed?: Command;
}
const nothing: Pending = {};

export function createItems(core: Core, people: People): Items {
  const named = new WeakMap<Message, readonly string[]>();
  let commands: readonly Command[] = [];
  let pending = new Map<string, Pending>();

  /** Once for every change of the outbox. */
  function pendingOf(id: string): Pending {
    core.$shown.get().note(`pending/${id}`);
    const now = core.$commands.get();
    if (now !== commands) {
      commands = now;
      pending = new Map();
      for (const command of now) {
        const message = messageOf(command);
        if (message === undefined) continue;
        const held = pending.get(message) ?? nothing;
        pending.set(message, {
          ...held,
          ...(command.name === 'message.send' && { send: command }),
          ...(command.error && { failed: command }),
        });
      }
    }
    return pending.get(id) ?? nothing;
  }

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
      const { send, failed } = pendingOf(id);
      const mine = message.sender === core.me();
      const sender = people.get(message.sender);
      const state = stateOf(
        message,
        mine,
        send,
        failed,
        mine ? shown.ticks(message.conversationId) : undefined,
      );
      const quotedId = quotedBy(message);
      const original = quotedId === undefined ? undefined : shown.get('messages', quotedId);
      const quoted = original?.removedAt === undefined ? original : undefined;
      const quotedSender = quoted && people.get(quoted.sender);
      const uids = quoted ? [...namedIn(message), ...namedIn(quoted)] : namedIn(message);
      const users = uids.map((uid) => people.get(uid));
      return row(
        id,
        [message, sender, state, send, failed, quoted, quotedSender, ...users],
        () => ({
          id,
          message,
          mine,
          sender,
          state,
          ...(send && { queuedAt: send.queuedAt }),
          ...(send?.resumesAt !== undefined && { resumesAt: send.resumesAt }),
          ...(send?.uploads && { progress: progressOf(send.uploads) }),
          ...errorOf(message, failed),
          ...(quoted && { quoted: { message: quoted, sender: quotedSender } }),
          people: new Map(users.flatMap((user) => (user ? [[user.id, user] as const] : []))),
        }),
      );
    },
  };
}

/** M12: disapproved of is failed, whatever the outbox says. */
function errorOf({ moderation }: Message, failed: Command | undefined): { error?: ChatError } {
  if (failed?.error) return { error: ChatError.from(failed.error) };
  return moderation === 'disapproved'
    ? {
        error: new ChatError('moderated', 'The app has disapproved of this message.', {
          detail: 'ERR_BLOCKED_BY_EXTENSION',
        }),
      }
    : {};
}

/** Bytes; a file counts when all of it is there. */
function progressOf(uploads: readonly Upload[]): { loaded: number; total: number } {
  const sizeOf = (files: readonly Upload[]) => files.reduce((sum, { file }) => sum + file.size, 0);
  return {
    loaded: sizeOf(uploads.filter(({ url }) => url !== undefined)),
    total: sizeOf(uploads),
  };
}

function stateOf(
  message: Message,
  mine: boolean,
  send: Command | undefined,
  failed: Command | undefined,
  conversation: Conversation | undefined,
): DeliveryState {
  if (failed) return 'failed';
  if (send) return 'pending';
  if (message.moderation === 'disapproved') return 'failed';
  if (message.moderation === 'pending') return 'sent';
  if (!mine || message.category === 'action' || message.category === 'call') return 'none';
  if (!conversation) return 'sent';
  const { deliveredSeq, othersReadSeq } = conversation;
  if (deliveredSeq === undefined && othersReadSeq === undefined) return 'none';
  if (message.seq <= (othersReadSeq ?? -1)) return 'read';
  return message.seq <= (deliveredSeq ?? -1) ? 'delivered' : 'sent';
}
