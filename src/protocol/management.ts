import type { Target } from './ids.js';
import type { BatchResult, MessageDraft, OperationName, Operations, Params } from './operations.js';
import type { Page, Paging } from './queries.js';
import type { Changes, FlagReason, GroupType, JsonObject, Moderation, Scope } from './records.js';
import type { AppSettings } from './settings.js';

/** One line of a chat log, as it stands in the file. */
export interface LogLine {
  /** ISO 8601. */
  readonly at: string;
  /** An `action` is "/me waves". */
  readonly kind: 'message' | 'action';
  readonly from: string;
  readonly text: string;
}
export interface ImportResult {
  readonly accepted: number;
  readonly rejected: readonly { readonly line: number; readonly why: string }[];
}

/** `auth`: creates and signs in users. `rest`: everything, and never in a browser. */
export type KeyKind = 'auth' | 'rest';
export interface ApiKey {
  readonly key: string;
  readonly kind: KeyKind;
  readonly name: string;
  readonly createdAt: number;
}

/** Everyone has one. What it does not say is allowed. */
export interface Role {
  /** `default` is everyone's who was given no other. */
  readonly role: string;
  readonly name: string;
  readonly description?: string;
  readonly listUsers: 'all' | 'friendsOnly';
  readonly sendMessagesTo: 'all' | 'friendsOnly';
  readonly restricted: readonly OperationName[];
}
type RoleFields = Partial<Omit<Role, 'role'>>;

/** A role of the app, or a scope in one group; a scope is denied only what is done in the group. */
export type PermissionHolder =
  { readonly role: string } | { readonly guid: string; readonly scope: Scope };
export type Permissions = { readonly [N in OperationName]?: 'allow' | 'deny' };

export interface Flag {
  readonly messageId: string;
  readonly uid: string;
  readonly reason: string;
  readonly remark?: string;
  readonly at: number;
}

interface UserFields {
  readonly name?: string;
  readonly avatar?: string;
  readonly link?: string;
  readonly role?: string;
  readonly statusMessage?: string;
  readonly metadata?: JsonObject;
  readonly tags?: readonly string[];
}
type OfUser = { readonly uid: string };
type ActAs = {
  [N in OperationName]: OfUser & { readonly operation: N; readonly params: Params<N> };
}[OperationName];
type Uids = OfUser & { readonly uids: readonly string[] };
/** By UID, resp. GUID: the id of the message, or why there is none. */
type SentTo = Readonly<Record<string, BatchResult['results'][string] & { readonly id?: string }>>;
type Listed = Page & { readonly changes: Changes };

/**
 * The same as in a session, only that the app itself acts: no rank, role or ban limits it, and whatever it writes is
 * by `appUser`. Direct conversations are two people's own: `user.act` there, and `message.search` goes over all groups.
 */
type ActsOfTheApp = Pick<
  Operations,
  | 'user.get'
  | 'presence.count'
  | 'group.list'
  | 'group.get'
  | 'group.update'
  | 'group.delete'
  | 'group.transfer'
  | 'member.list'
  | 'member.banned'
  | 'member.add'
  | 'member.kick'
  | 'member.ban'
  | 'member.unban'
  | 'member.scope'
  | 'message.list'
  | 'message.get'
  | 'message.search'
  | 'message.send'
  | 'message.edit'
  | 'message.pin'
  | 'reaction.list'
  | 'receipt.list'
  | 'flag.reasons'
  | 'call.list'
  | 'call.get'
  | 'call.end'
>;

/**
 * What the app's own server does, with a REST API Key: never from a browser session. An Auth Key may do
 * `user.create` and `token.create` and nothing else (P7). Idempotent by `commandId`, as operations of a session are.
 */
export interface ManagementOperations extends ActsOfTheApp {
  'key.list': { params: object; result: { readonly keys: readonly ApiKey[] } };
  'key.create': { params: { readonly name: string; readonly kind: KeyKind }; result: ApiKey };
  /** Never the one that asks. */
  'key.update': {
    params: { readonly key: string; readonly name?: string; readonly kind?: KeyKind };
    result: ApiKey;
  };
  /** Never the one that asks. */
  'key.delete': { params: { readonly key: string }; result: object };

  /** `withToken`: and an auth token, minted with them. */
  'user.create': {
    params: OfUser & { readonly name: string; readonly withToken?: boolean } & UserFields;
    result: OfUser & { readonly token?: string };
  };
  'user.update': { params: OfUser & UserFields; result: object };
  /** Several at once, a result each. */
  'user.createAll': {
    params: { readonly users: readonly (OfUser & { readonly name: string } & UserFields)[] };
    result: BatchResult;
  };
  /** `deactivated`: those who are, and nobody else. */
  'user.list': {
    params: Operations['user.list']['params'] & { readonly deactivated?: boolean };
    result: Listed;
  };
  'user.deactivate': { params: OfUser; result: object };
  'user.reactivate': { params: OfUser; result: object };
  /** Several at once, a result each. */
  'user.deactivateAll': { params: { readonly uids: readonly string[] }; result: BatchResult };
  'user.reactivateAll': { params: { readonly uids: readonly string[] }; result: BatchResult };
  /** For good: the UID is never given again, and what they wrote stays. */
  'user.delete': { params: OfUser; result: object };
  /** Any operation of a session as this user, whose rights decide: what REST calls `onBehalfOf`. */
  'user.act': { params: ActAs; result: { readonly changes: Changes } };
  /**
   * Several, one after the other in one transaction: all of them or, where one is refused, none. An app takes along like
   * this what was written elsewhere: `at` says when, in Unix milliseconds. At most 20,000; none that only reads.
   */
  'user.acts': {
    params: { readonly acts: readonly (ActAs & { readonly at?: number })[] };
    result: object;
  };

  /** The newest one there is, unless `force` asks for a fresh one. */
  'token.create': {
    params: OfUser & { readonly force?: boolean };
    result: { readonly token: string };
  };
  'token.list': {
    params: OfUser;
    result: { readonly tokens: readonly { readonly token: string; readonly createdAt: number }[] };
  };
  /** One token, or all of a user: ends those sessions at once. */
  'token.delete': { params: OfUser & { readonly token?: string }; result: object };

  'settings.get': { params: object; result: AppSettings };
  /** What is not named stays. Open sessions learn it at once. */
  'settings.update': { params: Partial<AppSettings>; result: AppSettings };

  'role.list': { params: object; result: { readonly roles: readonly Role[] } };
  'role.get': { params: { readonly role: string }; result: Role };
  'role.create': { params: { readonly role: string } & RoleFields; result: Role };
  'role.update': { params: { readonly role: string } & RoleFields; result: Role };
  /** Whoever had it gets `default`, which cannot be deleted. */
  'role.delete': { params: { readonly role: string }; result: object };

  /** What it may do and what not, every operation that can be denied to it (P8). */
  'permission.list': { params: PermissionHolder; result: { readonly permissions: Permissions } };
  /** What is not named stays. Open sessions learn it at once. */
  'permission.set': {
    params: PermissionHolder & { readonly permissions: Permissions };
    result: { readonly permissions: Permissions };
  };
  /** As it is by itself: allowed. */
  'permission.reset': {
    params: PermissionHolder & { readonly permission: OperationName };
    result: { readonly permissions: Permissions };
  };

  /** `addToConversations` puts each into the other's list before a word is said. */
  'friend.add': { params: Uids & { readonly addToConversations?: boolean }; result: BatchResult };
  'friend.remove': { params: Uids; result: BatchResult };
  'friend.list': { params: OfUser & Paging; result: Listed };
  'block.add': { params: Uids; result: BatchResult };
  'block.remove': { params: Uids; result: BatchResult };
  'block.list': { params: OfUser & Operations['user.blocked']['params']; result: Listed };

  /** Without an owner it is the app's. */
  'group.create': {
    params: {
      readonly guid: string;
      readonly name: string;
      readonly type: GroupType;
      readonly owner?: string;
      readonly password?: string;
      readonly description?: string;
      readonly icon?: string;
      readonly metadata?: JsonObject;
      readonly tags?: readonly string[];
      readonly members?: Readonly<Record<string, Scope>>;
      readonly banned?: readonly string[];
    };
    result: { readonly guid: string } & BatchResult;
  };
  /**
   * One message to each of these people and groups, at most `limits.batch` in all; ids are minted here. By `sender`,
   * whose rights decide, or by the app itself.
   */
  'message.sendAll': {
    params: {
      readonly uids?: readonly string[];
      readonly guids?: readonly string[];
      readonly sender?: string;
      readonly message: Omit<MessageDraft, 'id'>;
    };
    result: { readonly users: SentTo; readonly groups: SentTo };
  };
  /** What the app has pinned, in all groups, newest pin first. */
  'message.pinned': { params: Paging; result: Listed };
  /** `permanent`: nothing of it is left, not even its place. Otherwise as in a session. */
  'message.delete': {
    params: { readonly id: string; readonly permanent?: boolean };
    result: object;
  };
  /** Lets a message through or takes it from everyone but its author (M12); any message, at any time. */
  'message.moderate': {
    params: { readonly id: string; readonly status: Exclude<Moderation, 'pending'> };
    result: object;
  };
  /** Messages that wait, oldest first. */
  'message.waiting': { params: Paging; result: Listed };
  /** Lines of a log into a group, oldest first; people who are not there yet are created and become members. */
  'message.import': {
    params: {
      readonly guid: string;
      readonly firstLine: number;
      readonly lines: readonly string[];
    };
    result: ImportResult;
  };

  'conversation.list': {
    params: OfUser & Operations['conversation.list']['params'];
    result: Listed;
  };
  /** For everyone who takes part. With `uid`, the conversation of the two; else the group's. */
  'conversation.pin': {
    params: { readonly target: Target; readonly uid?: string; readonly pinned: boolean };
    result: object;
  };

  /** Ids of what the app has pinned for everyone, in the order of pinning. */
  'conversation.pins': { params: object; result: { readonly ids: readonly string[] } };
  /** These and no others, each as `conversation.pins` names it. */
  'conversation.setPins': {
    params: { readonly ids: readonly string[] };
    result: { readonly ids: readonly string[] };
  };

  'reason.create': { params: FlagReason; result: object };
  'reason.delete': { params: { readonly id: string }; result: object };
  /** Newest first. */
  'flag.list': {
    params: Paging;
    result: Listed & { readonly flags: readonly Flag[] };
  };
}
export type ManagementName = keyof ManagementOperations;

/** UID of the app itself. Nobody signs in by it, and it is in no list. */
export const appUser = 'app_system';

/** Names the app and the key that opens it. */
export interface ManagementCredentials {
  readonly appId: string;
  readonly region?: string;
  /** A REST API Key; an Auth Key in its place may do what P7 says. */
  readonly restApiKey: string;
}

/** Made by a backend's factory from App ID and REST API Key. */
export interface Management {
  request<N extends ManagementName>(
    name: N,
    params: ManagementOperations[N]['params'],
    commandId?: string,
  ): Promise<ManagementOperations[N]['result']>;
}
