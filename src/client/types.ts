import type { CallFeature } from './call-types.js';
import type { ClientEvents } from './client-events.js';
import type { ClientStatus } from './client-status.js';
import type { Draft, DraftFile, Outgoing } from './draft-types.js';
import type {
  Limited,
  List,
  MessageQuery,
  Query,
  Store,
  TwoWayQuery,
} from './stores/list-types.js';
import type { Backend, Capabilities, Credentials } from '../protocol/backend.js';
import type { ChatError } from '../protocol/errors.js';
import type { Target } from '../protocol/ids.js';
import type { BatchResult, OperationName, Params, Result } from '../protocol/operations.js';
import type {
  ConversationQuery,
  GroupQuery,
  MemberQuery,
  MessageFilter,
  ThreadQuery,
  UserQuery,
} from '../protocol/queries.js';
import type {
  Attachment,
  Conversation,
  FlagReason,
  Group,
  JsonObject,
  Member,
  Message,
  Scope,
  User,
} from '../protocol/records.js';
import type { AppSettings } from '../protocol/settings.js';

export interface ConversationItem {
  readonly id: string;
  readonly target: Target;
  readonly conversation: Conversation;
  readonly user?: User;
  readonly group?: Group;
  readonly last?: MessageItem;
  /** Never oneself. */
  readonly typing: readonly User[];
  /** Text of a draft that is not on show in a composer. */
  readonly draft?: string;
}
export interface MemberItem {
  readonly id: string;
  readonly member: Member;
  readonly user: User | undefined;
}

/** Where a message is; derived, never stored. `none`: not one's own, or receipts are off. */
export type DeliveryState = 'pending' | 'failed' | 'sent' | 'delivered' | 'read' | 'none';

export interface MessageItem {
  /** The message's id: stable from the first frame on. */
  readonly id: string;
  readonly message: Message;
  readonly mine: boolean;
  readonly sender: User | undefined;
  readonly state: DeliveryState;
  /** Unix ms when a pending message was given to the outbox. */
  readonly queuedAt?: number;
  /** Unix ms: a pending message is sent again then, since too many were sent in a short time. */
  readonly resumesAt?: number;
  /** Bytes of its files that are uploaded, while it is pending or failed; `messages.discard()` cancels. */
  readonly progress?: { readonly loaded: number; readonly total: number };
  /** Why it failed; it can be retried or discarded. */
  readonly error?: ChatError;
  /** The message of `quotedBy()`; absent while unknown, and for ever if it was removed. */
  readonly quoted?: { readonly message: Message; readonly sender: User | undefined };
  /** Everyone its text, action, reactions or repliers name, by UID. */
  readonly people: ReadonlyMap<string, User>;
}

export type Edge = 'more' | 'loading' | 'failed' | 'end';
/** A window on a conversation, oldest first, with what is waiting in the outbox at its end. */
export interface FeedState {
  readonly items: readonly MessageItem[];
  readonly ready: boolean;
  readonly loading: boolean;
  /** Why the first page did not come. It is `ready` all the same where something waits in the outbox. */
  readonly error?: ChatError;
  readonly older: Edge;
  /** `end`: the window holds the newest message, and live ones are appended. Otherwise they are counted in `waiting`. */
  readonly newer: Edge;
  /** Messages of others that came after the window's end. */
  readonly waiting: number;
  /** The first message unread on opening; stays until `settle()`, or one's own message. */
  readonly unreadFrom?: string;
  readonly unreadCount: number;
}
export interface Feed {
  readonly target: Target;
  /** The thread it shows. */
  readonly parentId?: string;
  readonly $feed: Store<FeedState>;
  older(): Promise<void>;
  newer(): Promise<void>;
  /** Moves the window. False when there is no such message, or it may not be seen; the window then stays. */
  show(
    place: 'end' | 'start' | { readonly id: string } | { readonly at: number },
  ): Promise<boolean>;
  /** Drops records far from `id`, where the reader is, on both sides: neither DOM nor memory grows. */
  trim(id: string, keep: number): void;
  /** Everything up to this message has been seen: sends read receipts, throttled. */
  seen(id: string): void;
  /** Takes the unread line away. */
  settle(): void;
  reload(): Promise<void>;
}

/**
 * All state of one signed-in user on one backend. Commands show at once and go through the outbox; their promise
 * settles when the server has answered, and rejects with a `ChatError` when it refused.
 */
export interface ChatClient {
  readonly backend: Backend;
  readonly $status: Store<ClientStatus>;
  readonly $me: Store<User | undefined>;
  readonly $capabilities: Store<Capabilities | undefined>;
  readonly $settings: Store<AppSettings | undefined>;
  /** Operations that this user's role takes away. */
  readonly $restricted: Store<readonly OperationName[]>;

  /**
   * Rejects when the first try fails. Where the error is `retryable`, it is then tried again, as `$status` tells, until
   * it succeeds or is refused, another sign-in begins, or `signOut()` or `close()` is called.
   */
  signIn(credentials: Credentials): Promise<User>;
  signOut(): Promise<void>;
  connect(): void;
  /** Stays so until `connect()`. */
  disconnect(): void;
  /** `connection: 'manual'`: keeps a connection of a page in the background for another 30 s. */
  ping(): void;
  /** Stops timers, streams and subscriptions. Resolves when the outbox is in storage, for the next client. */
  close(): Promise<void>;
  on<E extends keyof ClientEvents>(
    event: E,
    listener: (detail: ClientEvents[E]) => void,
  ): () => void;

  readonly users: {
    $user(uid: string): Store<User | undefined>;
    list(query?: UserQuery): List<User>;
    query(filter?: UserQuery & Limited): Query<User>;
    get(uid: string): Promise<User>;
    /** How many are online, of those one may see, and in which of these groups. */
    onlineCounts(
      guids?: readonly string[],
    ): Promise<Pick<Result<'presence.count'>, 'online' | 'groups'>>;
    blocked(search?: string): List<User>;
    queryBlocked(filter?: Omit<Params<'user.blocked'>, 'after'>): Query<User>;
    update(changes: Params<'user.update'>): Promise<void>;
    block(uid: string): Promise<void>;
    unblock(uid: string): Promise<void>;
    /** Several at once, a result each. */
    blockAll(uids: readonly string[]): Promise<BatchResult>;
    unblockAll(uids: readonly string[]): Promise<BatchResult>;
  };
  readonly groups: {
    /** One that was there and is gone stays, with `removedAt`. */
    $group(guid: string): Store<Group | undefined>;
    list(query?: GroupQuery): List<Group>;
    query(filter?: GroupQuery & Limited): Query<Group>;
    get(guid: string): Promise<Group>;
    /** A result for each who was to be a member, or kept out. */
    create(group: Params<'group.create'>): Promise<BatchResult>;
    update(changes: Params<'group.update'>): Promise<void>;
    delete(guid: string): Promise<void>;
    join(guid: string, password?: string): Promise<void>;
    leave(guid: string): Promise<void>;
    transfer(guid: string, uid: string): Promise<void>;
  };
  readonly members: {
    list(guid: string, query?: MemberQuery): List<MemberItem>;
    query(guid: string, filter?: MemberQuery & Limited): Query<Member>;
    banned(guid: string, search?: string): List<MemberItem>;
    queryBanned(
      guid: string,
      filter?: Omit<Params<'member.banned'>, 'after' | 'guid'>,
    ): Query<Member>;
    /** `banned` are kept out, whether they were members or not. */
    add(
      guid: string,
      members: Readonly<Record<string, Scope>>,
      banned?: readonly string[],
    ): Promise<BatchResult>;
    kick(guid: string, uid: string): Promise<void>;
    ban(guid: string, uid: string): Promise<void>;
    unban(guid: string, uid: string): Promise<void>;
    setScope(guid: string, uid: string, scope: Scope): Promise<void>;
  };
  readonly conversations: {
    $conversation(target: Target): Store<Conversation | undefined>;
    list(query?: ConversationQuery): List<ConversationItem>;
    query(filter?: ConversationQuery & Limited): Query<Conversation>;
    /** Unread messages over all conversations. */
    readonly $unread: Store<number>;
    /** Rejects with `not-found` before its first message. */
    get(target: Target): Promise<Conversation>;
    /** Of each conversation that has any, by UID and GUID. */
    unreadCounts(
      filter?: Params<'unread.count'>,
    ): Promise<Pick<Result<'unread.count'>, 'users' | 'groups' | 'mentions'>>;
    markRead(target: Target): Promise<void>;
    markDelivered(target: Target): Promise<void>;
    delete(target: Target): Promise<void>;
    pin(target: Target, pinned: boolean): Promise<void>;
    mute(target: Target, until: number): Promise<void>;
    tag(target: Target, tags: readonly string[]): Promise<void>;
  };
  readonly messages: {
    /** One feed a target and thread: asked twice, the same. Reopened, it shows what it showed. */
    feed(
      target: Target,
      options?: {
        readonly parentId?: string | undefined;
        readonly filter?: MessageFilter | undefined;
      },
    ): Feed;
    $message(id: string): Store<MessageItem | undefined>;
    /** Latest pin first, kept live. */
    pinned(target: Target): List<MessageItem>;
    /** Of all conversations, latest first, kept live. */
    saved(): List<MessageItem>;
    /** Newest first; what it found stays current, and nothing enters by itself. */
    search(filter: MessageFilter & { readonly target?: Target }): List<MessageItem>;
    /** First messages of threads, by their newest reply. */
    threads(query?: ThreadQuery): List<MessageItem>;
    query(filter?: MessageQuery): TwoWayQuery<Message>;
    queryReactions(
      id: string,
      filter?: { readonly reaction?: string } & Limited,
    ): Query<Result<'reaction.list'>['reactions'][number]>;
    /** First messages of threads, by their newest reply. */
    queryThreads(filter?: ThreadQuery & Limited): Query<Message>;
    /** Shows the row in this frame. Text and files of one kind make one message, in the fixed order of the domain. */
    send(target: Target, message: Outgoing): Promise<Message>;
    /** The text, or more than that: `data` of custom messages, `metadata`. */
    edit(
      id: string,
      changes: string | Pick<Params<'message.edit'>, 'text' | 'data' | 'metadata'>,
    ): Promise<void>;
    delete(id: string): Promise<void>;
    /** Of one's own message: shows no card of this link, to anyone. */
    dismissLink(id: string, url: string): Promise<void>;
    react(id: string, reaction: string, on: boolean): Promise<void>;
    /** Who reacted, in order. */
    reactions(id: string): Promise<
      readonly {
        readonly reaction: string;
        readonly user: User | undefined;
        readonly uid: string;
      }[]
    >;
    receipts(id: string): Promise<
      readonly {
        readonly user: User | undefined;
        readonly uid: string;
        readonly deliveredAt?: number;
        readonly readAt?: number;
      }[]
    >;
    /** Sends a failed message again, in its place. */
    retry(id: string): void;
    /** Takes a pending or failed message out of the outbox and gives back its text. */
    discard(id: string): string | undefined;
    get(id: string): Promise<Message>;
    pin(id: string, pinned: boolean): Promise<void>;
    save(id: string, saved: boolean): Promise<void>;
    /** An element of an interactive message was used. */
    interact(id: string, elementId: string): Promise<void>;
    /** Whether to be told of replies to this message. */
    subscribe(id: string, subscribed: boolean): Promise<void>;
    /** Everything up to here; the client does it by itself for what comes live. */
    markDelivered(id: string): Promise<void>;
    markUnread(id: string): Promise<void>;
    flagReasons(): Promise<readonly FlagReason[]>;
    flag(id: string, reason: string, remark?: string): Promise<void>;
  };
  readonly typing: {
    /** Who is typing here, resp. in this thread; never oneself; expires by itself. */
    $typing(target: Target, parentId?: string): Store<readonly User[]>;
    /** A key was pressed: tells the others, at most every 3 s, and stops after 5 s of silence. */
    touch(target: Target, parentId?: string, metadata?: JsonObject): void;
    stop(target: Target, parentId?: string): void;
  };
  /** What is being written, one draft a conversation, and one a thread (`parentId`) in it. */
  readonly drafts: {
    $draft(target: Target, parentId?: string): Store<Draft>;
    /** Kept at once in memory, within 300 ms in storage. */
    write(
      target: Target,
      draft: Partial<Pick<Draft, 'text' | 'caret' | 'files'>>,
      parentId?: string,
    ): void;
    /** Adds files to it, whatever is edited meanwhile; to that of `uid`, where somebody else is signed in by now. */
    add(target: Target, files: readonly DraftFile[], parentId?: string, uid?: string): void;
    reply(target: Target, messageId: string, parentId?: string): void;
    edit(target: Target, message: Message, parentId?: string): void;
    /** Ends reply or edit; what was being written before is back. */
    cancel(target: Target, parentId?: string): void;
    clear(target: Target, parentId?: string): void;
  };
  readonly files: {
    /** An address that `<img>` and `<a>` can use, for as long as someone subscribes. */
    $url(attachment: Attachment): Store<string | undefined>;
  };
  /** Never stored: reaches those who are online, as `transient.received`. */
  readonly transient: {
    send(target: Target, data: JsonObject): void;
  };
  readonly calls: CallFeature;
}
