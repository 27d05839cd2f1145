import type { OperationName } from './operations.js';
import type {
  GroupAction,
  GroupType,
  MemberAction,
  MessageAction,
  Scope,
  UserAction,
} from './records.js';

/** What someone is in a group: the owner is more than an admin, a stranger is not a member. */
export type Rank = 'owner' | Scope | 'stranger';

export const scopes: readonly Scope[] = ['admin', 'moderator', 'participant'];

/** The one table: who may do what in a group. */
const groupRights: Record<GroupAction, readonly Rank[]> = {
  join: ['stranger'],
  send: ['owner', 'admin', 'moderator', 'participant'],
  call: ['owner', 'admin', 'moderator', 'participant'],
  // The owner transfers first.
  leave: ['admin', 'moderator', 'participant'],
  transfer: ['owner'],
  update: ['owner', 'admin', 'moderator'],
  delete: ['owner', 'admin'],
  add: ['owner', 'admin'],
  banned: ['owner', 'admin', 'moderator'],
  unban: ['owner', 'admin', 'moderator'],
};

/** Actor × action: the ranks that may be acted on. Nobody acts on the owner, nor on themselves. */
const memberRights: Record<Rank, Record<MemberAction, readonly Rank[]>> = {
  owner: all(['admin', 'moderator', 'participant'], true),
  admin: all(['admin', 'moderator', 'participant'], false),
  moderator: {
    kick: ['participant'],
    ban: ['participant'],
    unban: ['participant'],
    scope: ['moderator', 'participant'],
    transfer: [],
  },
  participant: all([], false),
  stranger: all([], false),
};

/** The scopes an actor may hand out. */
const grantable: Record<Rank, readonly Scope[]> = {
  owner: scopes,
  admin: scopes,
  moderator: ['moderator', 'participant'],
  participant: [],
  stranger: [],
};

function all(ranks: readonly Rank[], transfer: boolean): Record<MemberAction, readonly Rank[]> {
  return { kick: ranks, ban: ranks, unban: ranks, scope: ranks, transfer: transfer ? ranks : [] };
}

export function rankOf(uid: string, owner: string, scope: Scope | null | undefined): Rank {
  return uid === owner ? 'owner' : (scope ?? 'stranger');
}

/** What `rank` may do with a group of this type. */
export function groupActions(rank: Rank, type: GroupType, banned = false): GroupAction[] {
  if (banned) return [];
  return (Object.keys(groupRights) as GroupAction[]).filter(
    (action) => groupRights[action].includes(rank) && !(action === 'join' && type === 'private'),
  );
}

/** What an actor may do to a member of rank `target`. A banned member can only be unbanned. */
export function memberActions(
  actor: Rank,
  target: Rank,
  on: { self: boolean; banned: boolean },
): MemberAction[] {
  if (on.self || target === 'owner') return [];
  return (Object.keys(memberRights[actor]) as MemberAction[]).filter(
    (action) => memberRights[actor][action].includes(target) && (action === 'unban') === on.banned,
  );
}

/** The scopes an actor may give a member who may be acted on; the one already held is left out. */
export function grantableScopes(actor: Rank, target: Rank): Scope[] {
  if (!memberRights[actor].scope.includes(target)) return [];
  return grantable[actor].filter((scope) => scope !== target);
}

/** What a viewer may do with a message. `rank` is the viewer's in the group, `owner` in a conversation of two. */
export function messageActions(message: {
  readonly category: string;
  readonly type: string;
  readonly mine: boolean;
  readonly deleted: boolean;
  readonly group: boolean;
  readonly rank: Rank;
  /** Of an interactive message: its author may use it too. */
  readonly allowSenderInteraction?: boolean | undefined;
}): MessageAction[] {
  const { category, mine, deleted, group, rank } = message;
  if (deleted || category === 'action' || category === 'call' || rank === 'stranger') return [];
  const moderates = group && (rank === 'owner' || rank === 'admin' || rank === 'moderator');
  const actions: MessageAction[] = ['react', 'reply', 'save'];
  if (mine || moderates) actions.push('edit', 'delete');
  if (!group || moderates) actions.push('pin');
  if (category === 'interactive' && (!mine || message.allowSenderInteraction)) {
    actions.push('interact');
  }
  actions.push(...(mine ? (['receipts'] as const) : (['unread', 'flag'] as const)));
  return actions;
}

/** What each action asks for: where a role restricts the operation, `can` leaves the action out (P8). */
const operations = {
  user: { message: 'message.send', call: 'call.start', block: 'user.block' },
  group: {
    join: 'group.join',
    send: 'message.send',
    call: 'call.start',
    leave: 'group.leave',
    transfer: 'group.transfer',
    update: 'group.update',
    delete: 'group.delete',
    add: 'member.add',
    banned: 'member.banned',
    unban: 'member.unban',
  },
  member: {
    kick: 'member.kick',
    ban: 'member.ban',
    unban: 'member.unban',
    scope: 'member.scope',
    transfer: 'group.transfer',
  },
  message: {
    react: 'reaction.add',
    reply: 'message.send',
    edit: 'message.edit',
    delete: 'message.delete',
    pin: 'message.pin',
    save: 'message.save',
    flag: 'message.flag',
    unread: 'message.unread',
    receipts: 'receipt.list',
    interact: 'message.interact',
  },
} as const satisfies {
  user: Record<UserAction, OperationName>;
  group: Record<GroupAction, OperationName>;
  member: Record<MemberAction, OperationName>;
  message: Record<MessageAction, OperationName>;
};

/** The actions that a role leaves, of those that rank and block allow. */
export function unrestricted<A extends string>(
  kind: keyof typeof operations,
  actions: readonly A[],
  restricted: readonly OperationName[],
): A[] {
  const asked: Readonly<Record<string, OperationName>> = operations[kind];
  return actions.filter((action) => !restricted.includes(asked[action]!));
}
