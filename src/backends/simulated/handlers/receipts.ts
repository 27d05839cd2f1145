import { conversationId, type Target } from '../../../protocol/ids.js';
import { existing, readableMessage } from '../rules/access.js';
import { mark, type Context, type Handlers } from '../context.js';
import { mintedId, targetOf } from '../checks/input.js';
import { isThere } from '../rules/moderation.js';
import { stateOf, type Place } from '../places.js';
import { messageNotFound } from '../rules/policy.js';
import { conversationSource, take } from '../queries/scan.js';
import type { ConversationRow, Mark, MessageRow, ReceiptRow, StateRow } from '../storage/rows.js';
import { unreadIn } from '../queries/unread.js';
import type { Work } from '../work.js';

/** How many marks are kept for each person: enough to say when a message of today was read. */
const history = 100;

export const receipts: Pick<Handlers, 'receipt.delivered' | 'receipt.read'> = {
  'receipt.delivered': mark(async (context, params) => {
    const found = await meant(context, params);
    if (found) await advance(context, found.place, found.row, false);
    return {};
  }),

  'receipt.read': mark(async (context, params) => {
    const found = await meant(context, params);
    if (!found) return {};
    await read(context, found.place, found.row);
    await advance(context, found.place, found.row, true);
    return {};
  }),
};

async function meant(
  context: Context,
  params: { readonly target: unknown; readonly messageId?: unknown },
) {
  const target = targetOf(params.target);
  const id = conversationId(context.me, target);
  if (params.messageId === undefined) return newestIn(context, target);
  const found = await readableMessage(context, mintedId(params.messageId, 'message id'));
  if (found.row.conversationId !== id) throw messageNotFound(found.row.id);
  return found;
}

/** All there is, for this reader; nothing where there is no message yet. */
async function newestIn(context: Context, target: Target) {
  const { row, place, state } = await existing(context, target);
  const source = conversationSource(context.work, row, state.clearedSeq);
  const sieve = { there: (one: MessageRow) => isThere(one, context.me), keep: undefined };
  const [newest] = (await take(source.before, Infinity, 1, sieve)).rows;
  return newest && { row: newest, place };
}

/** The reader's own side: what is left to read. Marking as unread may have moved it back, so it only counts forward. */
async function read({ work, me }: Context, place: Place, row: MessageRow): Promise<void> {
  const state = await stateOf(work, place, me);
  if (row.seq <= state.readSeq) return;
  const conversation = (await work.get('conversations', row.conversationId))!;
  work.put('states', {
    ...state,
    ...(await countedAfter(work, conversation, place, state, row.seq)),
    readSeq: row.seq,
    lastReadId: row.id,
    unreadFrom: undefined,
  });
}

type Counted = Pick<StateRow, 'counted' | 'mentions' | 'mentionsAll'>;

/** Looks at what was read or at what is left, whichever is shorter; where all is read, at neither. */
async function countedAfter(
  work: Work,
  conversation: ConversationRow,
  place: Place,
  state: StateRow,
  seq: number,
): Promise<Counted> {
  const { id, counted, mentionsAll } = conversation;
  if (place.large || seq >= conversation.seq) return { counted, mentions: 0, mentionsAll };
  if (seq - state.readSeq < conversation.seq - seq) {
    const done = await unreadIn(work, state.uid, id, state.readSeq, seq);
    return {
      counted: state.counted + done.messages,
      mentions: Math.max(0, state.mentions - done.mentions),
      mentionsAll: state.mentionsAll + done.mentionsAll,
    };
  }
  const left = await unreadIn(work, state.uid, id, seq, conversation.seq);
  return {
    counted: counted - left.messages,
    mentions: left.mentions,
    mentionsAll: mentionsAll - left.mentionsAll,
  };
}

/** What the others are told: marks only grow, and stop in large groups and between people who are apart. */
async function advance(
  { work, me, now }: Context,
  place: Place,
  { seq }: MessageRow,
  read: boolean,
): Promise<void> {
  if (place.large || place.blocked) return;
  const { conversationId } = place;
  const joined = place.member?.joinedSeq ?? 0;
  const before: Omit<ReceiptRow, 'rev'> = (await work.get('receipts', conversationId, me)) ?? {
    conversationId,
    uid: me,
    deliveredSeq: joined,
    readSeq: joined,
    deliveries: [],
    reads: [],
  };
  const delivered = seq > before.deliveredSeq;
  const newlyRead = read && seq > before.readSeq;
  if (!delivered && !newlyRead) return;
  const mark: Mark = [seq, now];
  const { deliveredSeq, readSeq } = work.put('receipts', {
    ...before,
    ...(delivered && {
      deliveredSeq: seq,
      deliveredAt: now,
      deliveries: [...before.deliveries, mark].slice(-history),
    }),
    ...(newlyRead && {
      readSeq: seq,
      readAt: now,
      reads: [...before.reads, mark].slice(-history),
    }),
  });
  // Its watermarks have changed for everyone who takes part.
  const conversation = await work.get('conversations', conversationId);
  if (!conversation) return;
  const marks = conversation.type === 'user' && {
    marks: { ...conversation.marks, [me]: { deliveredSeq, readSeq } },
  };
  work.put('conversations', { ...conversation, ...marks });
}
