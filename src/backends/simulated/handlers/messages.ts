import { conversationTarget } from '../../../protocol/ids.js';
import { receiverOf } from '../../../protocol/record-ids.js';
import { readableMessage, writablePlace } from '../access.js';
import { command, query, type Context, type Handlers } from '../context.js';
import { contentOf, dataOf, demandSize, metadataOf, namesIn, textOfMessage } from '../drafts.js';
import { booleanOf, given, mintedId, refuse, targetOf, withoutUndefined } from '../input.js';
import { asSeenBy, awaitsApproval, isHeld, setWaiting } from '../moderation.js';
import { placeOf, stateOf } from '../places.js';
import { demandMessageAction, messageNotFound } from '../policy.js';
import { uncount } from '../removal.js';
import { keptLinks, lookUp } from '../previews.js';
import type { MessageRow } from '../storage/rows.js';
import { readReplies, subscribe } from '../subscriptions.js';
import { append, namedOf } from '../timeline.js';

export const messages: Pick<
  Handlers,
  'message.get' | 'message.send' | 'message.edit' | 'message.delete'
> = {
  'message.get': query(async (context, params) => {
    const { row } = await readableMessage(context, mintedId(params.id, 'message id'));
    await context.show.message(row);
    return {};
  }),

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
      await Promise.all([show.message(row), show.conversation(row.conversationId)]);
      return {};
    },
  },

  'message.edit': command(async (context, params) => {
    const { row, place } = await readableMessage(context, mintedId(params.id, 'message id'));
    demandMessageAction(place, context.me, row, 'edit');
    const { work, me, now, settings } = context;
    const isEmpty = [params.text, params.data, params.metadata].every((one) => one === undefined);
    if (isEmpty && row.edit?.editedBy === me) {
      work.put('messages', { ...row, edit: undefined, changedAt: now });
      await setWaiting(context, row.id, false);
      return {};
    }
    const text = given(params.text, textOfMessage);
    if (row.type === 'text' && row.category === 'message' && text?.trim() === '') {
      throw refuse(
        'invalid',
        'ERR_EMPTY_MESSAGE_TEXT',
        'The message would have no text: delete it instead.',
      );
    }
    const target = conversationTarget(context.me, row.conversationId);
    // Nobody summons everyone by an edit, nor takes that back.
    const names = text !== undefined && {
      ...(await namesIn(context, target, text)),
      mentionsAll: row.mentionsAll,
    };
    const fields = {
      ...withoutUndefined({
        text,
        data: params.data === undefined ? undefined : dataOf(row.category, params.data),
        metadata: metadataOf(params.metadata),
      }),
      ...names,
      ...{ editedAt: now, editedBy: me },
    };
    const changed = { ...asSeenBy(row, me), ...fields, moderation: row.moderation };
    demandSize({ ...changed, edit: undefined, reactions: undefined });
    const waits = changed.text !== row.text && awaitsApproval({ ...row, sender: me }, settings);
    if (waits) {
      const { text, data, metadata, mentions } = changed;
      const held = { text, data, metadata, mentions, editedAt: now, editedBy: me, rev: work.rev };
      const edit = { ...held, moderation: 'pending' } as const;
      work.put('messages', { ...row, edit, changedAt: now });
    } else await applyEdit(context, row, changed, place.large);
    await setWaiting(context, row.id, waits);
    return {};
  }),

  'message.delete': command(async (context, params) => {
    const { row, place } = await readableMessage(context, mintedId(params.id, 'message id'));
    // Deleting twice is no error: the wish is fulfilled.
    if (row.deletedAt !== undefined) {
      await context.show.message(row);
      return {};
    }
    demandMessageAction(place, context.me, row, 'delete');
    await setWaiting(context, row.id, false);
    await forget(context, row, place.large);
    return {};
  }),
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

/** R2: keeps its place and loses its content; whoever had not read it, has one less to read. */
async function forget(context: Context, row: MessageRow, large: boolean): Promise<void> {
  const { work, me, now } = context;
  await uncount(context, row, large);
  const { id, conversationId, seq, sender, receiverType, receiver, category, type, sentAt } = row;
  work.put('messages', {
    ...{ id, conversationId, seq, sender, receiverType, receiver, category, type, sentAt },
    ...{ parentId: row.parentId, replyCount: row.replyCount, repliers: row.repliers },
    ...{ lastReplyAt: row.lastReplyAt, followed: row.followed },
    commandId: row.commandId,
    ...{ deletedAt: now, deletedBy: me, changedAt: now },
    // What the others never had, they are not told the end of.
    moderation: isHeld(row) ? row.moderation : undefined,
  });
}

export async function applyEdit(
  context: Context,
  before: MessageRow,
  after: Omit<MessageRow, 'edit'>,
  large: boolean,
): Promise<void> {
  const links = keptLinks(after, (url) => after.text?.includes(url) ?? false);
  const row = { ...after, links, edit: undefined, changedAt: context.now };
  if (before.counts && !large) await recount(context, before, row);
  lookUp(context, context.work.put('messages', row));
}

/** Those whom an edit names, or names no more, as far as they have not read it. */
async function recount({ work }: Context, before: MessageRow, after: MessageRow): Promise<void> {
  const [old, now] = [namedOf(before), namedOf(after)];
  for (const uid of new Set([...old, ...now])) {
    const change = Number(now.includes(uid)) - Number(old.includes(uid));
    const place = await placeOf(work, uid, before.conversationId);
    if (change === 0 || uid === before.sender || place.rank === 'stranger') continue;
    const state = await stateOf(work, place, uid);
    if (state.readSeq >= before.seq) continue;
    work.put('states', { ...state, mentions: Math.max(0, state.mentions + change) });
  }
}

async function parentOf(
  context: Context,
  conversationId: string,
  id: unknown,
): Promise<MessageRow | undefined> {
  if (id === undefined) return undefined;
  const { row } = await readableMessage(context, mintedId(id, 'parent id'));
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
