import { messageActions, unrestricted, type Rank } from '../../../protocol/permissions.js';
import type { Interaction, Message, MessageAction } from '../../../protocol/records.js';
import { placeOfMessage } from './message-place.js';
import { asSeenBy, isHeld } from '../rules/moderation.js';
import { record, type Rights } from './render.js';
import type { MessageRow } from '../storage/rows.js';

/** How many of those who reacted are named in the message itself. */
const namedReactors = 8;

/** What a blocked pair may still do with what they once said: nothing that would reach the other. */
const quiet: readonly MessageAction[] = ['save', 'flag', 'unread', 'receipts'];

export interface MessageFacts {
  readonly viewer: string;
  readonly rank: Rank;
  readonly blocked: boolean;
  readonly rights: Rights;
  readonly rev: number;
  readonly savedAt: number | undefined;
  readonly threadSubscribed: boolean | undefined;
  readonly unreadReplies: number | undefined;
  readonly interactions: readonly Interaction[] | undefined;
  readonly goalCompletedAt: number | undefined;
}

export function allowedMessageActions(
  row: MessageRow,
  { viewer, rank, blocked }: Pick<MessageFacts, 'viewer' | 'rank' | 'blocked'>,
): MessageAction[] {
  const actions = messageActions({
    category: row.category,
    type: row.type,
    mine: row.sender === viewer,
    deleted: row.deletedAt !== undefined,
    group: row.receiverType === 'group',
    rank,
    allowSenderInteraction: row.allowSenderInteraction,
  });
  // Nobody else has it: there is nothing to react to.
  if (isHeld(row)) return actions.filter((action) => action === 'delete');
  return blocked ? actions.filter((action) => quiet.includes(action)) : actions;
}

export function messageRecord(stored: MessageRow, facts: MessageFacts): Message {
  const row = asSeenBy(stored, facts.viewer);
  return record<Message>({
    id: row.id,
    rev: Math.max(row.rev, facts.rev, facts.rights.rev),
    removedAt: undefined,
    conversationId: row.conversationId,
    seq: row.seq,
    sender: row.sender,
    receiverType: row.receiverType,
    receiver: row.receiver,
    category: row.category,
    type: row.type,
    text: row.text,
    attachments: row.attachments,
    data: row.data,
    conversationText: row.conversationText,
    updateConversation: row.updateConversation,
    metadata: row.metadata,
    tags: row.tags,
    parentId: row.parentId,
    broadcast: row.broadcast,
    replyCount: row.replyCount,
    repliers: row.repliers,
    lastReplyAt: row.lastReplyAt,
    threadSubscribed: facts.threadSubscribed,
    unreadReplies: facts.unreadReplies,
    quotedId: row.quotedId,
    links: row.links,
    mentions: row.mentions,
    mentionsAll: row.mentionsAll,
    reactions: row.reactions?.map(({ reaction, by }) => ({
      reaction,
      count: by.length,
      mine: by.some(({ uid }) => uid === facts.viewer),
      uids: by.slice(0, namedReactors).map(({ uid }) => uid),
    })),
    interactionGoal: row.interactionGoal,
    allowSenderInteraction: row.allowSenderInteraction,
    interactions: facts.interactions,
    goalCompletedAt: facts.goalCompletedAt,
    sentAt: row.sentAt,
    editedAt: row.editedAt,
    editedBy: row.editedBy,
    deletedAt: row.deletedAt,
    deletedBy: row.deletedBy,
    moderation: row.deletedAt === undefined ? row.moderation : undefined,
    pinnedAt: row.pinnedAt,
    pinnedBy: row.pinnedBy,
    savedAt: facts.savedAt,
    can: unrestricted('message', allowedMessageActions(stored, facts), facts.rights.restricted),
  });
}

/** Of a message that this viewer had, and has no more: its place, without what it said. */
export function goneMessage(row: MessageRow): Message {
  return {
    ...placeOfMessage(row),
    rev: row.rev,
    removedAt: row.removedAt ?? row.withdrawnAt ?? row.sentAt,
    can: [],
  };
}

/** Everyone a message names. */
export function peopleIn(row: MessageRow): string[] {
  const on = row.category === 'action' ? row.data?.['on'] : undefined;
  return [
    row.sender,
    ...(row.receiverType === 'user' ? [row.receiver] : []),
    ...(row.mentions ?? []),
    ...(row.repliers ?? []),
    ...(row.reactions ?? []).flatMap(({ by }) => by.slice(0, namedReactors).map(({ uid }) => uid)),
    ...[row.editedBy, row.deletedBy, row.pinnedBy, on].filter((uid) => typeof uid === 'string'),
  ];
}
