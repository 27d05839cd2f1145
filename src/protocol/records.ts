/**
 * Records: readonly JSON objects with an id and a revision. Times are Unix milliseconds. UIDs and GUIDs are lower-case.
 * Fields marked "per viewer" are rendered by the backend for the signed-in user.
 */

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export interface Base {
  readonly id: string;
  /** Grows with every change of the record; the newer or equal one wins, so replies and events may come in any order. */
  readonly rev: number;
  /** The record is gone (left, deleted, no longer visible): deletes are records too. */
  readonly removedAt?: number;
}

export type Presence = 'online' | 'offline';

export interface User extends Base {
  /** `id` is the UID. */
  readonly name: string;
  readonly avatar?: string;
  readonly link?: string;
  readonly role: string;
  readonly metadata?: JsonObject;
  readonly tags?: readonly string[];
  readonly statusMessage?: string;
  readonly status: Presence;
  readonly lastActiveAt?: number;
  readonly createdAt: number;
  readonly updatedAt?: number;
  readonly deactivatedAt?: number;
  /** Per viewer. */
  readonly friend?: boolean;
  /** Per viewer. */
  readonly blockedByMe?: boolean;
  /** Per viewer. */
  readonly hasBlockedMe?: boolean;
  /** Per viewer. */
  readonly can: readonly UserAction[];
}
export type UserAction = 'message' | 'call' | 'block';

export type GroupType = 'public' | 'password' | 'private';
export type Scope = 'admin' | 'moderator' | 'participant';

export interface Group extends Base {
  /** `id` is the GUID. */
  readonly name: string;
  /** Fixed for ever. */
  readonly type: GroupType;
  readonly icon?: string;
  readonly description?: string;
  /** UID of the owner, who is also a member with scope `admin`. */
  readonly owner: string;
  readonly metadata?: JsonObject;
  readonly tags?: readonly string[];
  readonly createdAt: number;
  readonly updatedAt?: number;
  readonly membersCount: number;
  readonly onlineCount?: number;
  /** What a group of this size does without; absent where it does without nothing. */
  readonly without?: readonly LargeGroupLoss[];
  /** Per viewer: null when not a member. */
  readonly scope: Scope | null;
  readonly joinedAt?: number;
  /** Per viewer: set while the viewer is banned. */
  readonly bannedAt?: number;
  /** Per viewer. */
  readonly can: readonly GroupAction[];
}
export type LargeGroupLoss = 'receipts' | 'unread' | 'typing';
export type GroupAction =
  | 'join'
  | 'send'
  | 'call'
  | 'leave'
  | 'transfer'
  | 'update'
  | 'delete'
  | 'add'
  | 'banned'
  | 'unban';

export interface Member extends Base {
  /** `id` is `guid:uid`, see `memberId`. */
  readonly guid: string;
  readonly uid: string;
  /** For a banned member: the scope held before. */
  readonly scope: Scope;
  readonly owner?: boolean;
  readonly joinedAt: number;
  readonly bannedAt?: number;
  readonly bannedBy?: string;
  /** Per viewer. */
  readonly can: readonly MemberAction[];
  /** Per viewer: the scopes this member may be given. */
  readonly scopes?: readonly Scope[];
}
export type MemberAction = 'kick' | 'ban' | 'unban' | 'scope' | 'transfer';

export type ReceiverType = 'user' | 'group';

export interface Conversation extends Base {
  /** `id` is `user:ana:ben` (sorted) or `group:kiln`, see `conversationId`. */
  readonly type: ReceiverType;
  /** UID of the other person, or GUID. */
  readonly with: string;
  /** Newest message visible to the viewer; its record travels beside this one. */
  readonly lastMessageId?: string;
  /** When the row last moved up. */
  readonly activeAt: number;
  /** Per viewer. */
  readonly unread: number;
  readonly unreadMentions: number;
  /** Per viewer: everything up to this `seq` is read by me. */
  readonly readSeq: number;
  /** The newest message I have read. */
  readonly lastReadId?: string;
  /** Everything up to this `seq` has reached all others. Absent where receipts are off (large groups). */
  readonly deliveredSeq?: number;
  /** Everything up to this `seq` has been read by all others. */
  readonly othersReadSeq?: number;
  readonly tags?: readonly string[];
  readonly pinnedAt?: number;
  /** `system` pins are the app's: nobody unpins them. */
  readonly pinnedBy?: 'me' | 'system';
  readonly mutedUntil?: number;
  /** Per viewer: marked unread from this message on. */
  readonly unreadFrom?: string;
}

export type MessageCategory = 'message' | 'custom' | 'action' | 'call' | 'interactive';

export interface Attachment {
  /** Where the bytes are: an http(s) or data URL, or an address only the backend can read (`file.get`). */
  readonly url: string;
  readonly name: string;
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
  /** Pixels, so that space is reserved before the picture loads. */
  readonly width?: number;
  readonly height?: number;
  /** Seconds. */
  readonly duration?: number;
  /** Description for those who cannot see it. */
  readonly alt?: string;
}

export interface ReactionCount {
  readonly reaction: string;
  readonly count: number;
  /** Per viewer. */
  readonly mine: boolean;
  /** The first few UIDs, in the order they reacted. */
  readonly uids: readonly string[];
}

/** Why a message can be reported; the app's own list. */
export interface FlagReason {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

/** `pending` and `disapproved` messages are their author's alone (M12); absent where nobody has looked. */
export type Moderation = 'pending' | 'approved' | 'disapproved';

/** What happened to a group, in an action message. */
export interface GroupActionData {
  readonly action:
    | 'created'
    | 'joined'
    | 'left'
    | 'added'
    | 'kicked'
    | 'banned'
    | 'unbanned'
    | 'scopeChanged'
    | 'ownershipTransferred'
    | 'updated';
  /** UID of the person it was done to; absent for the actor's own acts. */
  readonly on?: string;
  readonly newScope?: Scope;
  readonly oldScope?: Scope;
}

/** What an interactive message waits for: any element, one of these, all of these, or nothing. */
export interface InteractionGoal {
  readonly type: 'anyAction' | 'anyOf' | 'allOf' | 'none';
  readonly elementIds?: readonly string[];
}
export interface Interaction {
  readonly elementId: string;
  readonly at: number;
}

/** What the server has found behind a link in a text. */
export interface LinkPreview {
  /** As it stands in the text. */
  readonly url: string;
  readonly title: string;
  readonly description?: string;
  /** Where the server keeps the picture: the page behind the link is not to learn who reads. */
  readonly image?: string;
  readonly favicon?: string;
}

/** What an author puts into a message. */
export interface MessageContent {
  /** Text, or the caption of media. Mentions are `<@uid:UID>` and `<@all:LABEL>`. */
  readonly text?: string;
  readonly attachments?: readonly Attachment[];
  /** Custom data, or what an action did (`GroupActionData`). */
  readonly data?: JsonObject;
  /** Preview text of a custom message. */
  readonly conversationText?: string;
  /** Of a custom message: moves its conversation's row, or not, whatever the app's settings say (M9). */
  readonly updateConversation?: boolean;
  readonly metadata?: JsonObject;
  readonly tags?: readonly string[];
  /** Thread this is a reply in. */
  readonly parentId?: string;
  /** Of a reply: it stands among the messages of its conversation, too (M13). */
  readonly broadcast?: boolean;
  /** Message this one quotes; its record travels beside this one while it exists. */
  readonly quotedId?: string;
  /** Of an interactive message; `none` where it is absent. */
  readonly interactionGoal?: InteractionGoal;
  readonly allowSenderInteraction?: boolean;
}

export interface Message extends Base, MessageContent {
  readonly conversationId: string;
  /** The server's order within the conversation: grows, may have gaps. */
  readonly seq: number;
  /** UID. */
  readonly sender: string;
  readonly receiverType: ReceiverType;
  /** UID or GUID. */
  readonly receiver: string;
  readonly category: MessageCategory;
  /** `text image video audio file`, `groupMember` for actions, or the developer's own for custom messages. */
  readonly type: string;
  readonly replyCount?: number;
  /** UIDs of a few who replied, whoever did so last first. */
  readonly repliers?: readonly string[];
  /** When the newest reply was sent: threads are listed by it. */
  readonly lastReplyAt?: number;
  /** Per viewer: told of replies. Absent on what begins no thread. */
  readonly threadSubscribed?: boolean;
  /** Per viewer: what others wrote in a thread they are told of since they last looked or wrote there; up to 100. */
  readonly unreadReplies?: number;
  /** Of the links in its text: they come a little later, and are no edit (M14). */
  readonly links?: readonly LinkPreview[];
  /** UIDs. */
  readonly mentions?: readonly string[];
  readonly mentionsAll?: boolean;
  readonly reactions?: readonly ReactionCount[];
  /** Per viewer. */
  readonly interactions?: readonly Interaction[];
  /** Per viewer: when they met the goal. */
  readonly goalCompletedAt?: number;
  readonly sentAt: number;
  readonly editedAt?: number;
  readonly editedBy?: string;
  /** A deleted message keeps its place and loses its content. */
  readonly deletedAt?: number;
  readonly deletedBy?: string;
  readonly moderation?: Moderation;
  readonly pinnedAt?: number;
  readonly pinnedBy?: string;
  /** Per viewer. */
  readonly savedAt?: number;
  /** Per viewer. */
  readonly can: readonly MessageAction[];
}
export type MessageAction =
  | 'react'
  | 'reply'
  | 'edit'
  | 'delete'
  | 'pin'
  | 'save'
  | 'flag'
  | 'unread'
  | 'receipts'
  | 'interact';

/** One person's cumulative receipts in one conversation. */
export interface Receipt extends Base {
  /** `id` is `conversationId|uid`. */
  readonly conversationId: string;
  readonly uid: string;
  /** Everything up to this `seq` was delivered, resp. read. */
  readonly deliveredSeq: number;
  readonly deliveredAt?: number;
  readonly readSeq: number;
  readonly readAt?: number;
}

export type CallStatus =
  'initiated' | 'ongoing' | 'unanswered' | 'rejected' | 'busy' | 'cancelled' | 'ended';

/** One stay in a call: who comes again has several. */
export interface CallStay {
  readonly uid: string;
  readonly joinedAt: number;
  /** Absent while they are in it. */
  readonly leftAt?: number;
}

export interface Call extends Base {
  readonly type: 'audio' | 'video';
  readonly conversationId: string;
  readonly initiator: string;
  readonly receiverType: ReceiverType;
  readonly receiver: string;
  readonly status: CallStatus;
  /** In it now, or when it ended. */
  readonly participants: readonly string[];
  /** Of everyone who ever was in it, in the order of joining. */
  readonly stays?: readonly CallStay[];
  readonly initiatedAt: number;
  readonly joinedAt?: number;
  readonly endedAt?: number;
}

/** The tables a client keeps, and the shape in which records travel. */
export interface Tables {
  users: User;
  groups: Group;
  members: Member;
  conversations: Conversation;
  messages: Message;
  receipts: Receipt;
  calls: Call;
}
export type TableName = keyof Tables;
export type Changes = { readonly [T in TableName]?: readonly Tables[T][] };
