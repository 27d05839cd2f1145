import { receiverOf } from '../../../protocol/record-ids.js';
import { readableMessage, writablePlace } from '../rules/access.js';
import { command, type Context, type Handlers } from '../context.js';
import { contentOf } from '../checks/message-input.js';
import { booleanOf, given, mintedId, refuse, targetOf } from '../checks/input.js';
import { awaitsApproval, isHeld, setWaiting } from '../rules/moderation.js';
import { placeOf } from '../places.js';
import { messageNotFound } from '../rules/policy.js';
import { lookUp } from '../previews.js';
import type { MessageRow } from '../storage/rows.js';
import { readReplies, subscribe } from '../changes/subscriptions.js';
import { append } from '../changes/timeline.js';

export const messageSend: Pick<Handlers, 'message.send'> = {
  'message.send': {
    ...command(async (context, params) => {
      const { me, commandId } = context;
      const target = targetOf(params.target);
      const place = await writablePlace(context, target);
      const content = await contentOf(context, target, params.message);
      const parent = await parentOf(context, place.conversationId, params.message.parentId);
      const waits = awaitsApproval({ ...content, sender: me }, context.settings);
      const quoted = await quotedOf(context, place.conversationId, params.message.quotedId);
      const row = await append(context, {
        ...content,
        ...receiverOf(target),
        sender: me,
        commandId,
        parentId: parent?.id,
        broadcast: parent && broadcastOf(params.message.broadcast),
        quotedId: quoted?.id,
        moderation: waits ? 'pending' : undefined,
      });
      lookUp(context, row);
      if (waits) await setWaiting(context, content.id, true);
      else if (parent) await reply(context, parent, row);
      return {};
    }),
    async again({ work, me, commandId, show }, { message }) {
      // Asked where sending failed, so there may be no message at all.
      const row = await work.get('messages', String(message?.id));
      if (row?.sender !== me || row.commandId !== commandId) return undefined;
      show.message(row);
      show.conversation(row.conversationId);
      return {};
    },
  },
};

const namedRepliers = 3;

/** M7: whoever replies or is named in a reply is told of the next ones. */
export async function reply(
  { work, now }: Context,
  parent: MessageRow,
  { sender, seq, mentions = [] }: MessageRow,
): Promise<void> {
  const replyCount = (parent.replyCount ?? 0) + 1;
  const before = (parent.repliers ?? []).filter((uid) => uid !== sender);
  const repliers = [sender, ...before].slice(0, namedRepliers);
  const row = work.put('messages', { ...parent, replyCount, repliers, lastReplyAt: now });
  for (const uid of new Set([sender, ...mentions])) {
    const { rank } = await placeOf(work, uid, parent.conversationId);
    if (rank !== 'stranger') await subscribe(work, row, uid, true);
  }
  await readReplies(work, parent.id, sender, seq);
}

async function parentOf(
  context: Context,
  conversationId: string,
  id: unknown,
): Promise<MessageRow | undefined> {
  if (id === undefined) return undefined;
  const { row } = await readableMessage(context, mintedId(id, 'parent message id'));
  if (row.conversationId !== conversationId) {
    throw refuse(
      'invalid',
      'ERR_WRONG_MESSAGE_THREAD',
      'A reply belongs into the conversation of its thread.',
    );
  }
  if (row.parentId !== undefined) {
    throw refuse(
      'invalid',
      'ERR_MESSAGE_THREAD_NESTING',
      'There are no threads in threads: reply to the first message.',
    );
  }
  demandShared(row);
  if (row.category === 'action' || row.category === 'call') {
    throw refuse(
      'invalid',
      'ERR_WRONG_MESSAGE_THREAD_CATEGORY',
      'This kind of message has no thread.',
    );
  }
  return row;
}

/** M13. What is false is not kept. */
function broadcastOf(value: unknown): true | undefined {
  return given(value, (it) => booleanOf(it, 'broadcast')) || undefined;
}

async function quotedOf(
  context: Context,
  conversationId: string,
  id: unknown,
): Promise<MessageRow | undefined> {
  if (id === undefined) return undefined;
  const { row } = await readableMessage(context, mintedId(id, 'quoted id'));
  if (row.conversationId !== conversationId) throw messageNotFound(row.id);
  demandShared(row);
  return row;
}

/** M12 */
function demandShared(row: MessageRow): void {
  if (!isHeld(row)) return;
  throw refuse(
    'forbidden',
    'ERR_ACTION_NOT_ALLOWED',
    'Nobody else has this message: it waits for approval, or did not get it.',
  );
}
