import { memberId, receiptId } from '../../../protocol/record-ids.js';
import { appUser } from '../../../protocol/management.js';
import {
  grantableScopes,
  groupActions,
  memberActions,
  rankOf,
  unrestricted,
  type Rank,
} from '../../../protocol/permissions.js';
import type { OperationName } from '../../../protocol/operations.js';
import type {
  Call,
  Conversation,
  Group,
  LargeGroupLoss,
  Member,
  Receipt,
  User,
  UserAction,
} from '../../../protocol/records.js';
import type {
  CallRow,
  ConversationRow,
  GroupRow,
  MemberRow,
  ReceiptRow,
  RelationRow,
  StateRow,
  UserRow,
} from '../storage/rows.js';

/** Rows as records, for one viewer. Pure: whatever is needed is handed in. */

/** Leaves out what is undefined, as records do. */
export function record<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  const made: Partial<T> = {};
  for (const name of Object.keys(fields) as (keyof T)[])
    if (fields[name] !== undefined) made[name] = fields[name];
  return made as T;
}

/** Of the viewer: what their role takes away, and since when. */
export interface Rights {
  readonly restricted: readonly OperationName[];
  /** The role says that they write to friends only. */
  readonly friendsOnly: boolean;
  readonly rev: number;
}

export interface UserFacts {
  readonly viewer: string;
  readonly rights: Rights;
  readonly online: boolean;
  /** The viewer's decisions about this person, and the other way round. */
  readonly mine: RelationRow | undefined;
  readonly theirs: RelationRow | undefined;
}

export function userRecord(row: UserRow, facts: UserFacts): User {
  const { viewer, online, mine, theirs, rights } = facts;
  const blockedByMe = mine?.blockedAt !== undefined;
  const hasBlockedMe = theirs?.blockedAt !== undefined;
  const apart = blockedByMe || hasBlockedMe;
  const can: UserAction[] = [];
  if (row.uid !== viewer && row.deactivatedAt === undefined) {
    const reachable = !rights.friendsOnly || mine?.friendAt !== undefined;
    if (!apart && reachable) can.push('message', 'call');
    if (row.uid !== appUser) can.push('block');
  }
  return record<User>({
    id: row.uid,
    rev: Math.max(row.rev, mine?.rev ?? 0, theirs?.rev ?? 0, rights.rev),
    removedAt: undefined,
    name: row.name,
    avatar: row.avatar,
    link: row.link,
    role: row.role,
    metadata: row.metadata,
    tags: row.tags,
    statusMessage: row.statusMessage,
    // Presence is not for those who are blocked, nor for those who block.
    status: online && !apart ? 'online' : 'offline',
    lastActiveAt: apart ? undefined : row.lastActiveAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    deactivatedAt: row.deactivatedAt,
    friend: mine?.friendAt !== undefined || undefined,
    blockedByMe: blockedByMe || undefined,
    hasBlockedMe: hasBlockedMe || undefined,
    can: unrestricted('user', can, rights.restricted),
  });
}

export function groupRecord(
  row: GroupRow,
  mine: MemberRow | undefined,
  facts: {
    readonly onlineCount: number;
    readonly largeFrom: number;
    readonly quietFrom: number;
    readonly rights: Rights;
  },
): Group {
  const { onlineCount, rights } = facts;
  const without: LargeGroupLoss[] = [
    ...(row.membersCount > facts.largeFrom ? (['receipts', 'unread'] as const) : []),
    ...(onlineCount > facts.quietFrom ? (['typing'] as const) : []),
  ];
  const member = mine?.standing === 'member' && row.removedAt === undefined;
  const banned = mine?.standing === 'banned';
  const rank: Rank = member ? rankOf(mine.uid, row.owner, mine.scope) : 'stranger';
  return record<Group>({
    id: row.guid,
    rev: Math.max(row.rev, mine?.rev ?? 0, rights.rev),
    removedAt: row.removedAt ?? (row.type === 'private' && !member ? leftAt(mine) : undefined),
    name: row.name,
    type: row.type,
    icon: row.icon,
    description: row.description,
    owner: row.owner,
    metadata: row.metadata,
    tags: row.tags,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    membersCount: row.membersCount,
    onlineCount,
    without: without.length > 0 ? without : undefined,
    scope: member ? mine.scope : null,
    joinedAt: member ? mine.joinedAt : undefined,
    bannedAt: banned ? mine.bannedAt : undefined,
    can:
      row.removedAt === undefined
        ? unrestricted('group', groupActions(rank, row.type, banned), rights.restricted)
        : [],
  });
}

export function leftAt(member: MemberRow | undefined): number | undefined {
  return member?.removedAt ?? member?.bannedAt;
}

export function memberRecord(
  row: MemberRow,
  group: GroupRow,
  { viewer, rank: actor, rights }: { viewer: string; rank: Rank; rights: Rights },
): Member {
  const rank = rankOf(row.uid, group.owner, row.scope);
  const self = row.uid === viewer;
  const banned = row.standing === 'banned';
  const gone = row.standing === 'removed';
  const can = unrestricted(
    'member',
    gone ? [] : memberActions(actor, rank, { self, banned }),
    rights.restricted,
  );
  return record<Member>({
    id: memberId(row.guid, row.uid),
    rev: Math.max(row.rev, group.rev, rights.rev),
    removedAt: gone ? row.removedAt : undefined,
    guid: row.guid,
    uid: row.uid,
    scope: row.scope,
    owner: (row.uid === group.owner && row.standing === 'member') || undefined,
    joinedAt: row.joinedAt,
    bannedAt: banned ? row.bannedAt : undefined,
    bannedBy: banned ? row.bannedBy : undefined,
    can,
    scopes: can.includes('scope') ? grantableScopes(actor, rank) : undefined,
  });
}

/** Lowest marks of all others; absent where receipts are off. */
export interface Watermarks {
  readonly deliveredSeq: number;
  readonly othersReadSeq: number;
}

export function conversationRecord(
  row: ConversationRow,
  state: Omit<StateRow, 'rev'> & { readonly rev: number },
  facts: {
    readonly with: string;
    readonly rev: number;
    readonly removedAt: number | undefined;
    readonly counting: boolean;
    readonly watermarks: Watermarks | undefined;
    readonly lastReadId: string | undefined;
  },
): Conversation {
  const visible = row.lastSeq > state.clearedSeq;
  const { counting } = facts;
  return record<Conversation>({
    id: row.id,
    rev: Math.max(row.rev, state.rev, facts.rev),
    removedAt: facts.removedAt ?? (visible || state.clearedSeq === 0 ? undefined : state.clearedAt),
    type: row.type,
    with: facts.with,
    // R6: whoever is out gets none of its messages.
    lastMessageId: visible && facts.removedAt === undefined ? row.lastId : undefined,
    activeAt: row.activeAt,
    unread: counting ? Math.max(0, row.counted - state.counted) : 0,
    unreadMentions: counting
      ? Math.max(0, state.mentions + row.mentionsAll - state.mentionsAll)
      : 0,
    readSeq: state.readSeq,
    lastReadId: facts.lastReadId,
    deliveredSeq: facts.watermarks?.deliveredSeq,
    othersReadSeq: facts.watermarks?.othersReadSeq,
    tags: state.tags,
    pinnedAt: row.systemPinnedAt ?? state.pinnedAt,
    pinnedBy:
      row.systemPinnedAt !== undefined ? 'system' : state.pinnedAt !== undefined ? 'me' : undefined,
    mutedUntil: state.mutedUntil,
    unreadFrom: facts.removedAt === undefined ? state.unreadFrom : undefined,
  });
}

export function receiptRecord(row: ReceiptRow): Receipt {
  return record<Receipt>({
    id: receiptId(row.conversationId, row.uid),
    rev: row.rev,
    removedAt: undefined,
    conversationId: row.conversationId,
    uid: row.uid,
    deliveredSeq: row.deliveredSeq,
    deliveredAt: row.deliveredAt,
    readSeq: row.readSeq,
    readAt: row.readAt,
  });
}

export function callRecord({ open: _, ...row }: CallRow): Call {
  return record<Call>({
    ...row,
    removedAt: undefined,
    joinedAt: row.joinedAt,
    endedAt: row.endedAt,
  });
}
