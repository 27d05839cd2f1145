import type { Target } from '../../../protocol/ids.js';
import { conversationTarget } from '../../../protocol/ids.js';
import type { Message } from '../../../protocol/records.js';
import type { RecordTables } from '../../stores/table.js';
import type { ActCore } from '../act-core.js';
import { isNew } from './new-message.js';

export interface Receipts {
  /** Everything up to this message has been seen; of a reply, also in its thread. */
  read(target: Target, message: Message, inThread?: boolean): void;
  /** What waits for its turn goes now. */
  flush(): void;
  /** The furthest this client has said. */
  said(conversation: string): number;
}

/** B38. */
const readEvery = 500;
const deliveredAfter = 300;

export function createReceipts(core: ActCore, onNews: RecordTables['onApplied']): Receipts {
  const { environment, outbox, $commands } = core;
  const reads = new Map<
    string,
    { waiting?: { target: Target; message: Message }; cancel: () => void }
  >();
  const delivered = new Map<string, Message>();
  const furthest = new Map<string, number>();
  /** By thread: the furthest reply that was seen there, and not said yet. */
  const replies = new Map<string, Message>();
  let cancelDelivered: (() => void) | undefined;

  core.onSession(() => {
    for (const { cancel } of reads.values()) cancel();
    reads.clear();
    delivered.clear();
    furthest.clear();
    replies.clear();
  });

  onNews(({ messages = [] }) => {
    if (!core.can('receipts')) return;
    for (const change of messages) {
      const { after } = change;
      const held = delivered.get(after.conversationId);
      if (!isNew(change) || after.sender === core.me() || (held && held.seq > after.seq)) continue;
      delivered.set(after.conversationId, after);
      cancelDelivered ??= environment.after(deliveredAfter, sendDelivered);
    }
  });

  function sendDelivered(): void {
    cancelDelivered = undefined;
    const me = core.me();
    if (me === undefined) return;
    for (const [conversation, message] of delivered) {
      // What was read was delivered.
      if (message.seq <= (furthest.get(conversation) ?? -1)) continue;
      const params = { target: conversationTarget(me, conversation), messageId: message.id };
      // Refused or lost, the next one says as much (M2).
      void core
        .command('receipt.delivered', params, { lane: `receipts:${conversation}`, volatile: true })
        .catch(() => undefined);
    }
    delivered.clear();
  }

  function send(target: Target, message: Message): void {
    const lane = `receipts:${message.conversationId}`;
    for (const command of $commands.get()) {
      if (
        command.name === 'receipt.read' &&
        command.lane === lane &&
        outbox.isUntouched(command.id)
      )
        outbox.discard(command.id);
    }
    furthest.set(
      message.conversationId,
      Math.max(message.seq, furthest.get(message.conversationId) ?? 0),
    );
    // Refused, the count of unread comes back (C6).
    core
      .command('receipt.read', { target, messageId: message.id }, { lane })
      .catch(() => undefined);
  }

  function isNews(message: Message): boolean {
    const conversation = core.$shown.get().get('conversations', message.conversationId);
    if (!conversation) return true;
    // A reply may not count as unread, and its author still wants to know that it was read.
    const isReply = message.parentId !== undefined && message.sender !== core.me();
    return (conversation.unread > 0 || isReply) && message.seq > conversation.readSeq;
  }

  /** Once now, then at most once a turn, with whatever is furthest by then. */
  function turn(conversation: string): void {
    const waiting = reads.get(conversation)?.waiting;
    if (!waiting) return void reads.delete(conversation);
    reads.set(conversation, { cancel: environment.after(readEvery, () => turn(conversation)) });
    if (isNews(waiting.message)) send(waiting.target, waiting.message);
  }

  function readReply(reply: Message): void {
    const { parentId = '' } = reply;
    if (!core.$shown.get().get('messages', parentId)?.unreadReplies) return;
    const waiting = replies.get(parentId);
    if (waiting && waiting.seq >= reply.seq) return;
    replies.set(parentId, reply);
    if (!waiting) environment.after(readEvery, () => sayRead(parentId));
  }

  function sayRead(parentId: string): void {
    const reply = replies.get(parentId);
    replies.delete(parentId);
    if (!reply) return;
    // Refused or lost, the next one says as much.
    core
      .command('thread.read', { id: reply.id }, { lane: `thread:${parentId}`, volatile: true })
      .catch(() => undefined);
  }

  function flush(): void {
    for (const [conversation, { cancel }] of [...reads]) {
      cancel();
      turn(conversation);
    }
    for (const parentId of [...replies.keys()]) sayRead(parentId);
  }

  // Whoever leaves the window has read what they saw.
  globalThis.addEventListener?.('blur', flush);
  core.onClose(() => globalThis.removeEventListener?.('blur', flush));

  return {
    read(target, message, inThread) {
      if (inThread) readReply(message);
      const { conversationId } = message;
      if (!isNews(message)) return;
      const held = reads.get(conversationId);
      if (held?.waiting && held.waiting.message.seq >= message.seq) return;
      const waiting = { target, message };
      reads.set(conversationId, { waiting, cancel: held?.cancel ?? (() => undefined) });
      if (!held) turn(conversationId);
    },
    flush,
    said: (conversation) => furthest.get(conversation) ?? -1,
  };
}
