import type { Context } from '../context.js';
import { fileScheme } from '../checks/message-input.js';
import { placeOfMessage } from '../views/message-place.js';
import { asSeenBy, isHeld, setWaiting } from '../rules/moderation.js';
import { placeOf, stateOf } from '../places.js';
import { conversationSource } from '../queries/scan.js';
import type { ConversationRow, MessageRow } from '../storage/rows.js';
import { moves, namedOf } from './timeline.js';

/** What is left when a message goes. */

/** How far back the one is looked for that stands in a conversation's row instead. */
const lookBack = 50;

/** The thread is one shorter; whoever had not read it has one less to read. */
export async function uncount(context: Context, row: MessageRow, large: boolean): Promise<void> {
  const { work } = context;
  if (isHeld(row)) return;
  if (row.parentId !== undefined) {
    const parent = await work.get('messages', row.parentId);
    if (parent?.replyCount) {
      const replyCount = parent.replyCount - 1;
      const repliers = replyCount > 0 ? parent.repliers : undefined;
      work.put('messages', { ...parent, replyCount, repliers });
    }
  }
  if (row.counts && !large) await discount(context, row);
}

async function discount({ work }: Context, row: MessageRow): Promise<void> {
  const readers =
    row.receiverType === 'user'
      ? [row.receiver]
      : (await work.range('members', 'name', { prefix: [row.receiver, 'member'] })).map(
          ({ uid }) => uid,
        );
  for (const uid of readers) {
    if (uid === row.sender) continue;
    const place = await placeOf(work, uid, row.conversationId);
    const state = await stateOf(work, place, uid);
    if (state.readSeq >= row.seq || state.clearedSeq >= row.seq) continue;
    work.put('states', {
      ...state,
      counted: state.counted + 1,
      mentions: Math.max(0, state.mentions - (namedOf(row).includes(uid) ? 1 : 0)),
      mentionsAll: state.mentionsAll + (row.mentionsAll ? 1 : 0),
    });
  }
}

/** M12: others have it no more; its author still does. */
export async function withdraw(context: Context, row: MessageRow, large: boolean): Promise<void> {
  await uncount(context, row, large);
  context.work.put('messages', {
    ...asSeenBy(row, row.sender),
    edit: undefined,
    moderation: 'disapproved',
    withdrawnAt: context.now,
    changedAt: context.now,
    counts: undefined,
    pinnedAt: undefined,
    pinnedBy: undefined,
  });
  await leaveRow(context, row);
}

/** R2: not even its place is left, only its id and its number, which are never given again. */
export async function erase(context: Context, row: MessageRow, large: boolean): Promise<void> {
  const { work, now } = context;
  if (row.deletedAt === undefined) await uncount(context, row, large);
  await setWaiting(context, row.id, false);
  for (const { url } of row.attachments ?? []) {
    if (url.startsWith(fileScheme)) work.delete('files', url.slice(fileScheme.length));
  }
  work.put('messages', {
    ...placeOfMessage(row),
    commandId: row.commandId,
    removedAt: now,
    changedAt: now,
    // Those who never had it are told nothing.
    ...(isHeld(row) && { moderation: row.moderation }),
  });
  await leaveRow(context, row);
}

/** The conversation's row shows the one before. */
async function leaveRow({ work, settings }: Context, { id, ...row }: MessageRow): Promise<void> {
  const conversation = (await work.get('conversations', row.conversationId))!;
  if (conversation.lastId !== id) return;
  const before = await conversationSource(work, conversation, 0).before(row.seq, lookBack);
  const last = before.find(
    (one) => one.removedAt === undefined && !isHeld(one) && moves(one, settings),
  );
  const changed: ConversationRow = {
    ...conversation,
    lastId: last?.id,
    lastSeq: last?.seq ?? conversation.lastSeq,
  };
  work.put('conversations', changed);
}
