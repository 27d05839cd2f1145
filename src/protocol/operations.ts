import type { ErrorRecord } from './errors.js';
import type { Target } from './ids.js';
import type {
  CallQuery,
  ConversationQuery,
  GroupQuery,
  MemberQuery,
  MessageFilter,
  MessagePosition,
  Page,
  Paging,
  ThreadQuery,
  UserQuery,
} from './queries.js';
import type {
  Call,
  CallStatus,
  Changes,
  FlagReason,
  GroupType,
  JsonObject,
  MessageCategory,
  MessageContent,
  ReceiverType,
  Scope,
} from './records.js';
import type { AppSettings } from './settings.js';

/** An operation: what goes in, what comes out. Every result carries the records that changed or were asked for. */
interface Op<P, R = unknown> {
  params: P;
  result: { readonly changes: Changes } & R;
}

/** A message as its author writes it; `id` is minted by the client and final. */
export interface MessageDraft extends MessageContent {
  readonly id: string;
  readonly category?: Exclude<MessageCategory, 'action' | 'call'>;
  readonly type: string;
}

/** One result a UID; where it went well, it says no more than that. One failure never fails the call. */
export interface BatchResult {
  readonly results: Readonly<Record<string, { readonly ok: boolean } & Partial<ErrorRecord>>>;
}

/** By UID, resp. GUID. */
export interface UnreadCounts {
  readonly users: Readonly<Record<string, number>>;
  readonly groups: Readonly<Record<string, number>>;
}

export interface Operations {
  'session.signOut': Op<object>;
  /** What `signIn` said, as it is now: the role's restrictions and the app's settings change (N4). */
  'session.get': Op<
    object,
    { readonly settings: AppSettings; readonly restricted: readonly OperationName[] }
  >;

  'user.list': Op<UserQuery & Paging, Page>;
  'user.get': Op<{ readonly uid: string }>;
  'user.update': Op<{
    readonly name?: string;
    readonly avatar?: string;
    readonly link?: string;
    readonly statusMessage?: string;
    readonly metadata?: JsonObject;
  }>;
  'user.block': Op<{ readonly uids: readonly string[] }, BatchResult>;
  'user.unblock': Op<{ readonly uids: readonly string[] }, BatchResult>;
  'user.blocked': Op<
    {
      readonly direction?: 'both' | 'blockedByMe' | 'hasBlockedMe';
      readonly search?: string;
    } & Paging,
    Page
  >;

  /** How many are online, and in which groups; only those the caller may see. */
  'presence.count': Op<
    { readonly guids?: readonly string[] },
    { readonly online: number; readonly groups: Readonly<Record<string, number>> }
  >;

  'group.list': Op<GroupQuery & Paging, Page>;
  'group.get': Op<{ readonly guid: string }>;
  'group.create': Op<
    {
      readonly guid: string;
      readonly name: string;
      readonly type: GroupType;
      readonly password?: string;
      readonly icon?: string;
      readonly description?: string;
      readonly metadata?: JsonObject;
      readonly tags?: readonly string[];
      readonly members?: Readonly<Record<string, Scope>>;
      /** UIDs who are kept out from the beginning; with `members` at most `limits.batch`. */
      readonly banned?: readonly string[];
    },
    BatchResult
  >;
  'group.update': Op<{
    readonly guid: string;
    readonly name?: string;
    /** Only of a group that has one: its type is fixed for ever. */
    readonly password?: string;
    readonly icon?: string;
    readonly description?: string;
    readonly metadata?: JsonObject;
    readonly tags?: readonly string[];
  }>;
  'group.delete': Op<{ readonly guid: string }>;
  'group.join': Op<{ readonly guid: string; readonly password?: string }>;
  'group.leave': Op<{ readonly guid: string }>;
  'group.transfer': Op<{ readonly guid: string; readonly uid: string }>;

  'member.list': Op<{ readonly guid: string } & MemberQuery & Paging, Page>;
  'member.banned': Op<
    {
      readonly guid: string;
      readonly search?: string;
      readonly scopes?: readonly Scope[];
    } & Paging,
    Page
  >;
  'member.add': Op<
    {
      readonly guid: string;
      readonly members?: Readonly<Record<string, Scope>>;
      /** UIDs who are banned, members or not; with `members` at most `limits.batch`. */
      readonly banned?: readonly string[];
    },
    BatchResult
  >;
  'member.kick': Op<{ readonly guid: string; readonly uid: string }>;
  'member.ban': Op<{ readonly guid: string; readonly uid: string }>;
  'member.unban': Op<{ readonly guid: string; readonly uid: string }>;
  'member.scope': Op<{ readonly guid: string; readonly uid: string; readonly scope: Scope }>;

  'conversation.list': Op<ConversationQuery & Paging, Page>;
  /** Not found until its first message. */
  'conversation.get': Op<{ readonly target: Target }>;
  /** For the caller alone; a new message brings the row back without the old history. */
  'conversation.delete': Op<{ readonly target: Target }>;
  'conversation.pin': Op<{ readonly target: Target; readonly pinned: boolean }>;
  'conversation.tag': Op<{ readonly target: Target; readonly tags: readonly string[] }>;
  /** `until` in Unix milliseconds; 0 ends it. */
  'conversation.mute': Op<{ readonly target: Target; readonly until: number }>;

  /** Unread messages, and those of them that name the caller, of each conversation that has any. */
  'unread.count': Op<
    { readonly target?: Target; readonly type?: ReceiverType; readonly hideBlocked?: boolean },
    UnreadCounts & { readonly mentions: UnreadCounts }
  >;

  /** A page that does not go on from another brings along the conversation, where it has begun, and whom it is with. */
  'message.list': Op<
    {
      readonly target: Target;
      readonly parentId?: string;
      readonly position: MessagePosition;
      readonly limit?: number;
    } & MessageFilter,
    Page
  >;
  /** Over all conversations of the caller, newest first. */
  'message.search': Op<{ readonly target?: Target } & MessageFilter & Paging, Page>;
  'message.get': Op<{ readonly id: string }>;
  'message.send': Op<{ readonly target: Target; readonly message: MessageDraft }>;
  /** With nothing to change it takes back an own edit that waits, or was disapproved of (M12). */
  'message.edit': Op<{
    readonly id: string;
    readonly text?: string;
    readonly data?: JsonObject;
    readonly metadata?: JsonObject;
  }>;
  /** Shows no card of this link of one's own message, now and after edits. */
  'link.dismiss': Op<{ readonly id: string; readonly url: string }>;
  'message.delete': Op<{ readonly id: string }>;
  'message.pin': Op<{ readonly id: string; readonly pinned: boolean }>;
  'message.save': Op<{ readonly id: string; readonly saved: boolean }>;
  'message.flag': Op<{ readonly id: string; readonly reason: string; readonly remark?: string }>;
  /** This message and all after it count as unread. */
  'message.unread': Op<{ readonly id: string }>;
  /** Once for each element; the goal is met once for each person. */
  'message.interact': Op<{ readonly id: string; readonly elementId: string }>;
  'flag.reasons': Op<object, { readonly reasons: readonly FlagReason[] }>;

  /** First messages of threads, by their newest reply. */
  'thread.list': Op<ThreadQuery & Paging, Page>;
  /** Idempotent. Writing in it or being mentioned subscribes again. */
  'thread.subscribe': Op<{ readonly id: string; readonly subscribed: boolean }>;
  /** Everything up to this reply was seen in its thread. */
  'thread.read': Op<{ readonly id: string }>;

  'reaction.add': Op<{ readonly id: string; readonly reaction: string }>;
  'reaction.remove': Op<{ readonly id: string; readonly reaction: string }>;
  'reaction.list': Op<
    { readonly id: string; readonly reaction?: string } & Paging,
    Page & {
      readonly reactions: readonly {
        readonly reaction: string;
        readonly uid: string;
        readonly at: number;
      }[];
    }
  >;

  /** Cumulative: everything up to this message, or all there is. */
  'receipt.delivered': Op<{ readonly target: Target; readonly messageId?: string }>;
  'receipt.read': Op<{ readonly target: Target; readonly messageId?: string }>;
  /** Who has got and who has read one message, with the times (Unix milliseconds). */
  'receipt.list': Op<
    { readonly messageId: string },
    {
      readonly receipts: readonly {
        readonly uid: string;
        readonly deliveredAt?: number;
        readonly readAt?: number;
      }[];
    }
  >;

  'typing.set': Op<{
    readonly target: Target;
    readonly typing: boolean;
    /** The thread it is written in. */
    readonly parentId?: string;
    /** Whatever else those are to know who see it. */
    readonly metadata?: JsonObject;
  }>;
  /** Never stored: reaches those who are online. */
  'transient.send': Op<{ readonly target: Target; readonly data: JsonObject }>;

  /** `id` is minted by the client; the url in the result goes into `Attachment.url`. */
  'file.upload': Op<
    {
      readonly id: string;
      readonly name: string;
      readonly mimeType: string;
      readonly data: ArrayBuffer;
    },
    { readonly url: string }
  >;
  /** The bytes of an attachment whose url only the backend can read. */
  'file.get': Op<
    { readonly url: string },
    { readonly mimeType: string; readonly data: ArrayBuffer }
  >;

  /** Newest first. By the app, with a person as target: that person's, as if they asked. */
  'call.list': Op<CallQuery & Paging, Page>;
  'call.get': Op<{ readonly id: string }>;
  'call.start': Op<{ readonly id: string; readonly target: Target; readonly type: Call['type'] }>;
  'call.accept': Op<{ readonly id: string }>;
  'call.end': Op<{
    readonly id: string;
    readonly status: Extract<
      CallStatus,
      'rejected' | 'busy' | 'cancelled' | 'unanswered' | 'ended'
    >;
  }>;
}

export type OperationName = keyof Operations;
export type Params<N extends OperationName> = Operations[N]['params'];
export type Result<N extends OperationName> = Operations[N]['result'];
