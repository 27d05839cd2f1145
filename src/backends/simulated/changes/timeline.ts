import { conversationId as idOf } from '../../../protocol/ids.js';
import type { GroupActionData, JsonObject } from '../../../protocol/records.js';
import type { AppSettings } from '../../../protocol/settings.js';
import type { Context } from '../context.js';
import { isHeld } from '../rules/moderation.js';
import { placeOf, stateOf } from '../places.js';
import type { ConversationRow, MessageRow } from '../storage/rows.js';

/** Writing at the end of a conversation. */

export type NewMessage = Omit<MessageRow, 'rev' | 'conversationId' | 'seq' | 'sentAt' | 'counts'>;

/** 1.19: does this message move its conversation's row? */
export function moves(message: NewMessage, settings: AppSettings): boolean {
  if (message.category === 'action') return settings.updateOnGroupActions;
  if (message.category === 'call') return settings.updateOnCallActivity;
  if (message.parentId !== undefined && !message.broadcast && !settings.updateOnReplies)
    return false;
  if (message.category !== 'custom') return true;
  return message.updateConversation ?? settings.updateOnCustomMessage;
}

/** M1: a conversation is born with its first message. */
export async function append(context: Context, message: NewMessage): Promise<MessageRow> {
  const { work, now } = context;
  const group = message.receiverType === 'group';
  const id = idOf(message.sender, group ? { guid: message.receiver } : { uid: message.receiver });
  const before = (await work.get('conversations', id)) ?? emptyConversation(id, group, now);
  const placed = { ...message, conversationId: id, seq: before.seq + 1, sentAt: now };
  return write(context, before, placed, 'add');
}

/** M12: what has waited comes as if it had been sent now, after what came meanwhile. */
export async function release(context: Context, held: MessageRow): Promise<MessageRow> {
  const before = (await context.work.get('conversations', held.conversationId))!;
  const isLast = held.seq === before.seq;
  const place = isLast ? {} : { seq: before.seq + 1, sentAt: context.now };
  return write(
    context,
    before,
    {
      ...held,
      ...place,
      moderation: 'approved',
      withdrawnAt: undefined,
      changedAt: context.now,
    },
    'put',
  );
}

async function write(
  context: Context,
  before: Omit<ConversationRow, 'rev'>,
  message: Omit<MessageRow, 'rev' | 'counts'>,
  how: 'add' | 'put',
): Promise<MessageRow> {
  const { work, now, settings } = context;
  const { seq } = message;
  const moving = !isHeld(message) && moves(message, settings);
  const counts = moving && message.category !== 'action';
  const row = work[how]('messages', { ...message, counts: counts || undefined });
  const after = {
    ...before,
    seq,
    ...(moving && { lastId: row.id, lastSeq: seq, activeAt: now }),
    counted: before.counted + (counts ? 1 : 0),
    mentionsAll: before.mentionsAll + (counts && message.mentionsAll ? 1 : 0),
  };
  // Others are not told of what they do not have.
  const conversation = isHeld(message)
    ? work.putQuietly('conversations', after)
    : work.put('conversations', after);
  await writeStates(context, before, conversation, row);
  return row;
}

export function emptyConversation(
  id: string,
  group: boolean,
  now: number,
): Omit<ConversationRow, 'rev'> {
  return {
    id,
    type: group ? 'group' : 'user',
    seq: 0,
    lastSeq: 0,
    activeAt: now,
    counted: 0,
    mentionsAll: 0,
  };
}

/** Whom a message names one by one: where it names everyone, nobody is counted twice. */
export function namedOf(row: Pick<MessageRow, 'mentions' | 'mentionsAll'>): readonly string[] {
  return row.mentionsAll ? [] : (row.mentions ?? []);
}

/** M3: one's own messages are read. The other person's row is born; those who were named are counted. */
async function writeStates(
  { work }: Context,
  before: Omit<ConversationRow, 'rev'>,
  after: ConversationRow,
  message: MessageRow,
): Promise<void> {
  const { sender, receiver, receiverType } = message;
  const named = message.counts ? namedOf(message) : [];
  const other = receiverType === 'user' && !isHeld(message) ? [receiver] : [];
  const touched = new Set([sender, ...named, ...other]);
  for (const uid of touched) {
    const place = await placeOf(work, uid, after.id);
    if (place.rank === 'stranger') continue;
    const state = {
      ...(await stateOf(work, place, uid)),
      ...(receiverType === 'user' && { recency: -after.activeAt }),
    };
    if (uid !== sender) {
      const mentioned = named.includes(uid);
      if (state.rev > 0 && !mentioned) {
        // Told with the conversation.
        if (receiverType === 'user') work.putQuietly('states', state);
        continue;
      }
      work.put('states', { ...state, mentions: state.mentions + (mentioned ? 1 : 0) });
      continue;
    }
    // Actions are written by the server: doing something to a group is not reading it.
    if (message.category === 'action' && state.readSeq < before.seq) continue;
    const upToDate = state.counted === before.counted && state.unreadFrom === undefined;
    work.put('states', {
      ...state,
      counted: state.counted + (message.counts ? 1 : 0),
      mentionsAll: state.mentionsAll + (message.counts && message.mentionsAll ? 1 : 0),
      ...(upToDate && { readSeq: after.seq, lastReadId: message.id }),
    });
  }
}

/** What happened to a group, written into its conversation. */
export function writeAction(
  context: Context,
  guid: string,
  action: GroupActionData,
  sender = context.me,
): Promise<MessageRow> {
  return append(context, {
    id: context.environment.id(),
    sender,
    receiverType: 'group',
    receiver: guid,
    category: 'action',
    type: 'groupMember',
    data: action as unknown as JsonObject,
  });
}
