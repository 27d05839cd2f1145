import type { Target } from './ids.js';
import type {
  Call,
  CallStatus,
  GroupType,
  MessageCategory,
  Presence,
  ReceiverType,
  Scope,
} from './records.js';

/** Opaque: page by it, never compute with it. */
export type Cursor = string;

/** Ids of the asked table, in order; their records are in `changes`, with those they refer to. */
export interface Page {
  readonly ids: readonly string[];
  /** Older, or null at the beginning. Lists without direction page by `after` alone. */
  readonly before: Cursor | null;
  readonly after: Cursor | null;
  readonly total?: number;
}
export interface Paging {
  readonly after?: Cursor;
  /** See `pageLimits`. */
  readonly limit?: number;
}

export interface UserQuery {
  readonly search?: string;
  readonly searchIn?: readonly ('name' | 'uid')[];
  readonly status?: Presence;
  readonly roles?: readonly string[];
  readonly tags?: readonly string[];
  readonly uids?: readonly string[];
  readonly friendsOnly?: boolean;
  readonly hideBlocked?: boolean;
  readonly sortBy?: 'status' | 'name';
  readonly order?: 'asc' | 'desc';
}
export interface GroupQuery {
  readonly search?: string;
  readonly joinedOnly?: boolean;
  readonly types?: readonly GroupType[];
  readonly tags?: readonly string[];
}
export interface MemberQuery {
  readonly search?: string;
  readonly scopes?: readonly Scope[];
  readonly status?: Presence;
}
export interface ConversationQuery {
  readonly type?: 'user' | 'group';
  readonly search?: string;
  readonly unread?: boolean;
  readonly tags?: readonly string[];
  readonly includeBlocked?: boolean;
  /** Tags of the person, resp. of the group. */
  readonly userTags?: readonly string[];
  readonly groupTags?: readonly string[];
  readonly pinnedBy?: readonly ('me' | 'system')[];
  /** Muted now, or not. */
  readonly muted?: boolean;
}
export interface ThreadQuery {
  readonly target?: Target;
  /** Those the caller wrote in; true by default. */
  readonly participated?: boolean;
}
export interface CallQuery {
  readonly target?: Target;
  readonly receiverType?: ReceiverType;
  readonly type?: Call['type'];
  /** `missed`: it rang for the one who asks, who neither joined nor declined. */
  readonly status?: CallStatus | 'missed';
  /** `outgoing`: made by the one who asks. */
  readonly direction?: 'incoming' | 'outgoing';
  /** Unix milliseconds: made at this time or later. */
  readonly since?: number;
  /** Unix milliseconds: made before. */
  readonly until?: number;
}
/** All given ones must hold: a new kind of message must be named by category and by type. */
export interface MessageFilter {
  readonly categories?: readonly MessageCategory[];
  readonly types?: readonly string[];
  readonly search?: string;
  readonly tags?: readonly string[];
  readonly unread?: boolean;
  readonly hideDeleted?: boolean;
  readonly hideReplies?: boolean;
  readonly hideBlocked?: boolean;
  readonly hideQuotes?: boolean;
  readonly hasAttachments?: boolean;
  readonly goalCompleted?: boolean;
  readonly attachmentTypes?: readonly ('image' | 'video' | 'audio' | 'file')[];
  readonly hasLinks?: boolean;
  readonly hasMentions?: boolean;
  readonly hasReactions?: boolean;
  readonly mentioned?: readonly string[];
  readonly pinned?: boolean;
  readonly saved?: boolean;
  /** Unix milliseconds: only what was sent or changed since, be it for this viewer alone. */
  readonly updatedAfter?: number;
  /** With `updatedAfter`: only what was there before, and has changed since. */
  readonly updatesOnly?: boolean;
}
/** Where a page of messages lies. Pages are in ascending order whatever the direction. */
export type MessagePosition =
  | 'end'
  | 'start'
  | { readonly before: Cursor }
  | { readonly after: Cursor }
  /** Half a page on either side. A deleted one still has its place. */
  | { readonly around: string }
  /** Unix milliseconds. */
  | { readonly at: number };
