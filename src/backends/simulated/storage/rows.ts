import type { ApiKey, Role } from '../../../protocol/management.js';
import type { OperationName } from '../../../protocol/operations.js';
import type {
  Call,
  Conversation,
  FlagReason,
  Group,
  Interaction,
  Member,
  Message,
  MessageContent,
  Receipt,
  Scope,
  TableName,
  User,
} from '../../../protocol/records.js';

/** What is kept, as against what is shown: rows know nothing of viewers. A row is never changed in place. */
interface Row {
  /** Stamped when written. */
  readonly rev: number;
}
type Optional<T> = T | undefined;
/** Fields of a record that are kept as they are shown; what may be absent may be unset. */
type Kept<R, K extends keyof R> = {
  readonly [P in K]: object extends Pick<R, P> ? Optional<R[P]> : R[P];
};

export interface UserRow
  extends
    Row,
    Kept<User, 'name' | 'avatar' | 'link' | 'role' | 'metadata' | 'tags' | 'statusMessage'>,
    Kept<User, 'lastActiveAt' | 'createdAt' | 'updatedAt' | 'deactivatedAt'> {
  readonly uid: string;
  /** The name in lower case: lists are sorted and searched by it. */
  readonly nameKey: string;
  /** The `rev` at which the role was given. */
  readonly roleRev?: Optional<number>;
  /** For good: the row stays, so that the UID is never given again. */
  readonly deletedAt?: Optional<number>;
}

/** What one person has decided about another. Kept after it ended, so that its `rev` goes on growing. */
export interface RelationRow extends Row {
  readonly uid: string;
  readonly other: string;
  readonly blockedAt?: Optional<number>;
  readonly friendAt?: Optional<number>;
}

export interface TokenRow extends Row {
  readonly token: string;
  readonly uid: string;
  readonly createdAt: number;
  /** Kept for a while, so that its owner is told why the session ended. */
  readonly deletedAt?: Optional<number>;
}

export interface GroupRow
  extends
    Row,
    Kept<Group, 'name' | 'type' | 'icon' | 'description' | 'owner' | 'metadata' | 'tags'>,
    Kept<Group, 'membersCount' | 'createdAt' | 'updatedAt' | 'removedAt'> {
  readonly guid: string;
  readonly nameKey: string;
  readonly password?: Optional<{ readonly salt: string; readonly hash: string }>;
  /** What its scopes may not do. */
  readonly denied?: Optional<{ readonly [S in Scope]?: readonly OperationName[] }>;
  /** The `rev` at which that was said. */
  readonly deniedRev?: Optional<number>;
}

export type Standing = 'member' | 'banned' | 'removed';
export interface MemberRow
  extends
    Row,
    Kept<Member, 'guid' | 'uid' | 'scope' | 'joinedAt' | 'bannedAt' | 'bannedBy' | 'removedAt'> {
  readonly nameKey: string;
  readonly standing: Standing;
  /** Where the conversation stood on joining: what came before is not unread. */
  readonly joinedSeq: number;
  readonly joinedCounted: number;
  /** Was outside already when this was written: they are told nothing new of it. */
  readonly outside?: Optional<boolean>;
}

/** The part of a conversation that all share. */
export interface ConversationRow extends Row, Kept<Conversation, 'id' | 'type' | 'activeAt'> {
  /** Of the newest message of any kind. */
  readonly seq: number;
  /** The newest message that moved the row. */
  readonly lastId?: Optional<string>;
  readonly lastSeq: number;
  /** How many messages ever counted as unread for those who had not read them. */
  readonly counted: number;
  /** How many of them named everyone. */
  readonly mentionsAll: number;
  readonly systemPinnedAt?: Optional<number>;
  /** Of two, by UID: how far they have come, as their receipts say. A list of conversations needs no receipts for it. */
  readonly marks?: Optional<Readonly<Record<string, Reached>>>;
}

/**
 * One person's own part of a conversation. Unread messages are `conversation.counted - counted`, so that sending
 * writes nothing for each reader.
 */
export interface StateRow
  extends
    Row,
    Kept<
      Conversation,
      'readSeq' | 'lastReadId' | 'tags' | 'pinnedAt' | 'mutedUntil' | 'unreadFrom'
    > {
  readonly conversationId: string;
  readonly uid: string;
  readonly counted: number;
  /** Unread messages that name this person; those that name everyone are counted like unread messages. */
  readonly mentions: number;
  readonly mentionsAll: number;
  /** Everything up to here was deleted by this person for themselves. */
  readonly clearedSeq: number;
  readonly clearedAt?: Optional<number>;
  /** Of a conversation of two: minus the time it moved last, so that the newest comes first in an index. */
  readonly recency?: Optional<number>;
}

/** How far someone has come in a conversation. */
export type Reached = Pick<ReceiptRow, 'deliveredSeq' | 'readSeq'>;
export type Mark = readonly [seq: number, at: number];
export interface ReceiptRow
  extends
    Row,
    Kept<Receipt, 'conversationId' | 'uid'>,
    Kept<Receipt, 'deliveredSeq' | 'deliveredAt' | 'readSeq' | 'readAt'> {
  /** Newest last, bounded: when what was delivered, resp. read. */
  readonly deliveries: readonly Mark[];
  readonly reads: readonly Mark[];
}

export interface ReactionRow {
  readonly reaction: string;
  /** In the order in which they reacted. */
  readonly by: readonly { readonly uid: string; readonly at: number }[];
}
/** An edit that waits for the app's word, or did not get it: all but its author see what was there before. */
export interface EditRow
  extends Row, Pick<MessageRow, 'text' | 'data' | 'metadata' | 'mentions' | 'editedAt'> {
  readonly editedBy: string;
  readonly moderation: 'pending' | 'disapproved';
}
export interface MessageRow
  extends
    Row,
    Kept<MessageContent, keyof MessageContent>,
    Kept<Message, 'id' | 'conversationId' | 'seq' | 'sender' | 'receiverType' | 'receiver'>,
    Kept<Message, 'category' | 'type' | 'replyCount' | 'repliers' | 'lastReplyAt'>,
    Kept<
      Message,
      'links' | 'mentions' | 'mentionsAll' | 'sentAt' | 'editedAt' | 'editedBy' | 'moderation'
    >,
    Kept<Message, 'deletedAt' | 'deletedBy' | 'pinnedAt' | 'pinnedBy'> {
  /** Of the command that sent it. */
  readonly commandId?: Optional<string>;
  /** Someone's subscription to its thread is other than what goes without saying. */
  readonly followed?: Optional<boolean>;
  /** Links of which its author wants no card. */
  readonly unlinked?: Optional<readonly string[]>;
  readonly reactions?: Optional<readonly ReactionRow[]>;
  /** Counts as unread for those who have not read it. */
  readonly counts?: Optional<boolean>;
  /** When anything about it last changed. */
  readonly changedAt?: Optional<number>;
  readonly edit?: Optional<EditRow>;
  /** Others have seen it, and see it no more. */
  readonly withdrawnAt?: Optional<number>;
  /** For good: the row keeps the id and the number, and nothing else. */
  readonly removedAt?: Optional<number>;
}

export interface SavedRow extends Row {
  readonly uid: string;
  readonly messageId: string;
  /** Absent once it is no longer saved; the row stays for its `rev`. */
  readonly savedAt?: Optional<number>;
  /** When that was last said. */
  readonly changedAt?: Optional<number>;
}

/** One person's own part of a thread. */
export interface ThreadRow extends Row {
  readonly uid: string;
  readonly parentId: string;
  /** Said by themselves, or by what they did: whether they are told of replies. */
  readonly subscribed?: Optional<boolean>;
  /** Replies up to here were seen. */
  readonly readSeq?: Optional<number>;
}

export interface InteractionRow extends Row {
  readonly messageId: string;
  readonly uid: string;
  readonly interactions: readonly Interaction[];
  readonly goalCompletedAt?: Optional<number>;
}

export interface KeyRow extends Row, ApiKey {}
export interface RoleRow extends Row, Role {}
export interface ReasonRow extends Row, FlagReason {}

export interface FlagRow extends Row {
  readonly messageId: string;
  readonly uid: string;
  readonly reason: string;
  readonly remark?: Optional<string>;
  readonly at: number;
}

export interface FileRow extends Row {
  readonly id: string;
  readonly uid: string;
  readonly name: string;
  readonly mimeType: string;
  readonly data: ArrayBuffer;
}

export interface CallRow extends Row, Omit<Call, 'rev' | 'joinedAt' | 'endedAt' | 'removedAt'> {
  readonly joinedAt?: Optional<number>;
  readonly endedAt?: Optional<number>;
  /** 1 while it rings or runs. */
  readonly open?: Optional<1>;
}

/** Ids of records that went with an answer. */
export type Shown = { readonly [T in TableName]?: readonly string[] };
export interface CommandRow extends Row {
  readonly actor: string;
  readonly commandId: string;
  readonly name: string;
  /** Without records: these are shown again, as they are then. */
  readonly result: object;
  readonly shown?: Optional<Shown>;
  readonly at: number;
}

export interface MetaRow extends Row {
  readonly key: string;
  readonly value: number | string;
}

export interface Rows {
  meta: MetaRow;
  commands: CommandRow;
  users: UserRow;
  relations: RelationRow;
  tokens: TokenRow;
  groups: GroupRow;
  members: MemberRow;
  conversations: ConversationRow;
  states: StateRow;
  receipts: ReceiptRow;
  messages: MessageRow;
  saved: SavedRow;
  flags: FlagRow;
  threads: ThreadRow;
  interactions: InteractionRow;
  keys: KeyRow;
  roles: RoleRow;
  reasons: ReasonRow;
  files: FileRow;
  calls: CallRow;
}
export type Table = keyof Rows;
