import { conversationTarget } from '../../../protocol/ids.js';
import { readableMessage } from '../rules/access.js';
import { command, type Context, type Handlers } from '../context.js';
import { dataOf, demandSize, metadataOf, namesIn, textOfMessage } from '../checks/message-input.js';
import { given, mintedId, refuse, withoutUndefined } from '../checks/input.js';
import { placeOfMessage } from '../views/message-place.js';
import { asSeenBy, awaitsApproval, isHeld, setWaiting } from '../rules/moderation.js';
import { placeOf, stateOf } from '../places.js';
import { demandMessageAction } from '../rules/policy.js';
import { uncount } from '../changes/removal.js';
import { keptLinks, lookUp } from '../previews.js';
import type { MessageRow } from '../storage/rows.js';
import { namedOf } from '../changes/timeline.js';

export const messageChanges: Pick<Handlers, 'message.edit' | 'message.delete'> = {
  'message.edit': command(async (context, params) => {
    const { row, place } = await readableMessage(context, mintedId(params.id, 'message id'));
    demandMessageAction(place, context.me, row, 'edit');
    const { work, me, now, settings } = context;
    const isEmpty = [params.text, params.data, params.metadata].every((one) => one === undefined);
    if (isEmpty) {
      if (row.edit?.editedBy !== me) return {};
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
      editedAt: now,
      editedBy: me,
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
      context.show.message(row);
      return {};
    }
    demandMessageAction(place, context.me, row, 'delete');
    await setWaiting(context, row.id, false);
    await forget(context, row, place.large);
    return {};
  }),
};

/** R2: keeps its place and loses its content; whoever had not read it, has one less to read. */
async function forget(context: Context, row: MessageRow, large: boolean): Promise<void> {
  const { work, me, now } = context;
  await uncount(context, row, large);
  work.put('messages', {
    ...placeOfMessage(row),
    parentId: row.parentId,
    replyCount: row.replyCount,
    repliers: row.repliers,
    lastReplyAt: row.lastReplyAt,
    followed: row.followed,
    commandId: row.commandId,
    deletedAt: now,
    deletedBy: me,
    changedAt: now,
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
