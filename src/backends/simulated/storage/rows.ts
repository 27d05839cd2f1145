import type { ApiKey, Role } from '../../../protocol/management.js';
import type { OperationName } from '../../../protocol/operations.js';
import type {
  Call,
  FlagReason,
  GroupType,
  Interaction,
  JsonObject,
  MessageCategory,
  MessageContent,
  Moderation,
  ReceiverType,
  Scope,
  TableName,
} from '../../../protocol/records.js';

/** What is kept, as against what is shown: rows know nothing of viewers. A row is never changed in place. */
interface Row {
  /** Stamped when written. */
  readonly rev: number;
}
type Optional<T> = T | undefined;
type Optionally<T> = { readonly [K in keyof T]?: Optional<T[K]> };

export interface UserRow extends Row {
  readonly uid: string;
  readonly name: string;
  /** The name in lower case: lists are sorted and searched by it. */
  readonly nameKey: string;
  readonly role: string;
  /** The `rev` at which it was given. */
  readonly roleRev?: Optional<number>;
  readonly avatar?: Optional<string>;
  readonly link?: Optional<string>;
  readonly statusMessage?: Optional<string>;
  readonly metadata?: Optional<JsonObject>;
  readonly tags?: Optional<readonly string[]>;
  readonly lastActiveAt?: Optional<number>;
  readonly createdAt: number;
  readonly updatedAt?: Optional<number>;
  readonly deactivatedAt?: Optional<number>;
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

export interface GroupRow extends Row {
  readonly guid: string;
  readonly name: string;
  readonly nameKey: string;
  readonly type: GroupType;
  readonly owner: string;
  readonly icon?: Optional<string>;
  readonly description?: Optional<string>;
  readonly metadata?: Optional<JsonObject>;
  readonly tags?: Optional<readonly string[]>;
  readonly password?: Optional<{ readonly salt: string; readonly hash: string }>;
  /** What its scopes may not do. */
  readonly denied?: Optional<{ readonly [S in Scope]?: readonly OperationName[] }>;
  /** The `rev` at which that was said. */
  readonly deniedRev?: Optional<number>;
  readonly membersCount: number;
  readonly createdAt: number;
  readonly updatedAt?: Optional<number>;
  readonly removedAt?: Optional<number>;
}

export type Standing = 'member' | 'banned' | 'removed';
export interface MemberRow extends Row {
  readonly guid: string;
  readonly uid: string;
  readonly nameKey: string;
  readonly scope: Scope;
  readonly standing: Standing;
  readonly joinedAt: number;
  /** Where the conversation stood on joining: what came before is not unread. */
  readonly joinedSeq: number;
  readonly joinedCounted: number;
  readonly bannedAt?: Optional<number>;
  readonly bannedBy?: Optional<string>;
  /** Was outside already when this was written: they are told nothing new of it. */
  readonly outside?: Optional<boolean>;
  readonly removedAt?: Optional<number>;
}

/** The part of a conversation that all share. */
export interface ConversationRow extends Row {
  readonly id: string;
  readonly type: ReceiverType;
  /** Of the newest message of any kind. */
  readonly seq: number;
  /** The newest message that moved the row. */
  readonly lastId?: Optional<string>;
  readonly lastSeq: number;
  readonly activeAt: number;
  /** How many messages ever counted as unread for those who had not read them. */
  readonly counted: number;
  /** How many of them named everyone. */
  readonly mentionsAll: number;
  readonly systemPinnedAt?: Optional<number>;
}

/**
 * One person's own part of a conversation. Unread messages are `conversation.counted - counted`, so that sending
 * writes nothing for each reader.
 */
export interface StateRow extends Row {
  readonly conversationId: string;
  readonly uid: string;
  readonly readSeq: number;
  readonly lastReadId?: Optional<string>;
  readonly counted: number;
  /** Unread messages that name this person; those that name everyone are counted like unread messages. */
  readonly mentions: number;
  readonly mentionsAll: number;
  /** Everything up to here was deleted by this person for themselves. */
  readonly clearedSeq: number;
  readonly clearedAt?: Optional<number>;
  readonly tags?: Optional<readonly string[]>;
  readonly pinnedAt?: Optional<number>;
  readonly mutedUntil?: Optional<number>;
  readonly unreadFrom?: Optional<string>;
  /** Of a conversation of two: minus the time it moved last, so that the newest comes first in an index. */
  readonly recency?: Optional<number>;
}

export type Mark = readonly [seq: number, at: number];
export interface ReceiptRow extends Row {
  readonly conversationId: string;
  readonly uid: string;
  readonly deliveredSeq: number;
  readonly deliveredAt?: Optional<number>;
  readonly readSeq: number;
  readonly readAt?: Optional<number>;
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
export interface MessageRow extends Row, Optionally<MessageContent> {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly sender: string;
  readonly receiverType: ReceiverType;
  readonly receiver: string;
  readonly category: MessageCategory;
  readonly type: string;
  readonly replyCount?: Optional<number>;
  readonly repliers?: Optional<readonly string[]>;
  readonly lastReplyAt?: Optional<number>;
  /** Someone's subscription to its thread is other than what goes without saying. */
  readonly followed?: Optional<boolean>;
  readonly mentions?: Optional<readonly string[]>;
  readonly mentionsAll?: Optional<boolean>;
  readonly reactions?: Optional<readonly ReactionRow[]>;
  /** Counts as unread for those who have not read it. */
  readonly counts?: Optional<boolean>;
  readonly sentAt: number;
  /** When anything about it last changed. */
  readonly changedAt?: Optional<number>;
  readonly editedAt?: Optional<number>;
  readonly editedBy?: Optional<string>;
  readonly edit?: Optional<EditRow>;
  readonly deletedAt?: Optional<number>;
  readonly deletedBy?: Optional<string>;
  readonly moderation?: Optional<Moderation>;
  /** Others have seen it, and see it no more. */
  readonly withdrawnAt?: Optional<number>;
  /** For good: the row keeps the id and the number, and nothing else. */
  readonly removedAt?: Optional<number>;
  readonly pinnedAt?: Optional<number>;
  readonly pinnedBy?: Optional<string>;
}

export interface SavedRow extends Row {
  readonly uid: string;
  readonly messageId: string;
  /** Absent once it is no longer saved; the row stays for its `rev`. */
  readonly savedAt?: Optional<number>;
}

/** Who said themselves, or by what they did, whether they are told of replies. */
export interface ThreadRow extends Row {
  readonly uid: string;
  readonly parentId: string;
  readonly subscribed: boolean;
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
