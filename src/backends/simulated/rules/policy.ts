import type { ChatError } from '../../../protocol/errors.js';
import {
  grantableScopes,
  groupActions,
  memberActions,
  rankOf,
  type Rank,
} from '../../../protocol/permissions.js';
import type { GroupAction, MemberAction, MessageAction, Scope } from '../../../protocol/records.js';
import { refuse } from '../checks/input.js';
import type { Place } from '../places.js';
import { allowedMessageActions } from '../views/render-message.js';
import type { GroupRow, MemberRow, MessageRow, RelationRow, UserRow } from '../storage/rows.js';

/** Pure decisions: what is refused, and in which words. The table itself is `protocol/permissions.ts`. */

export function groupNotFound(guid: string): ChatError {
  return refuse('not-found', 'ERR_GUID_NOT_FOUND', `There is no group "${guid}" that you may see.`);
}
export function userNotFound(uid: string): ChatError {
  return refuse('not-found', 'ERR_UID_NOT_FOUND', `There is no user "${uid}".`);
}
export function messageNotFound(id: string): ChatError {
  return refuse(
    'not-found',
    'ERR_MESSAGE_ID_NOT_FOUND',
    `There is no message "${id}" that you may see.`,
  );
}

export function callNotFound(id: string): ChatError {
  return refuse(
    'not-found',
    'ERR_CALL_SESSION_NOT_FOUND',
    `There is no call "${id}" that you could take part in.`,
  );
}

/** P4: whoever is outside does not even learn that a private group exists. */
export function demandVisible(
  guid: string,
  group: GroupRow | undefined,
  member: MemberRow | undefined,
  rank: Rank,
): GroupRow {
  const inside = member?.standing === 'member' || rank !== 'stranger';
  const visible = group?.removedAt === undefined && (group?.type !== 'private' || inside);
  if (!group || !visible) throw groupNotFound(guid);
  return group;
}

export function demandMember(group: GroupRow, member: MemberRow | undefined): MemberRow {
  if (member?.standing === 'member') return member;
  if (member?.standing === 'banned') {
    throw refuse(
      'banned',
      'ERR_BANNED_GROUPMEMBER',
      `You are banned from "${group.name}" until someone lifts the ban.`,
    );
  }
  throw refuse(
    'not-a-member',
    'ERR_GROUP_NOT_JOINED',
    `You are not a member of "${group.name}". Join it first.`,
  );
}

export function demandGroupAction(rank: Rank, group: GroupRow, action: GroupAction): void {
  if (groupActions(rank, group.type).includes(action)) return;
  throw refuse(
    'forbidden',
    'ERR_GROUP_NO_CLEARANCE',
    `As ${rank} of "${group.name}" you may not do this ("${action}"). Ask an admin.`,
  );
}

/** P3 and the table: may `actor` do this to `member`? */
export function demandMemberAction(
  group: GroupRow,
  actor: { readonly uid: string; readonly rank: Rank },
  member: MemberRow,
  action: MemberAction,
): void {
  if (actor.uid === member.uid) {
    throw refuse('forbidden', 'ERR_GROUP_NO_SELF_ACTION', 'Nobody acts on themselves in a group.');
  }
  const rank = rankOf(member.uid, group.owner, member.scope);
  const on = { self: false, banned: member.standing === 'banned' };
  if (memberActions(actor.rank, rank, on).includes(action)) return;
  throw refuse(
    'forbidden',
    rank === 'owner' ? 'ERR_GROUP_NO_CLEARANCE' : noClearance(rank),
    rank === 'owner'
      ? `Nobody acts on the owner of "${group.name}" ("${action}").`
      : `As ${actor.rank} of "${group.name}" you may not do this ("${action}") to a member who is ${rank}.`,
  );
}

function noClearance(rank: Rank): string {
  if (rank === 'admin') return 'ERR_GROUP_NO_ADMIN_SCOPE';
  return rank === 'moderator' ? 'ERR_GROUP_NO_MODERATOR_SCOPE' : 'ERR_GROUP_NO_CLEARANCE';
}

export function demandScope(actor: Rank, member: MemberRow, scope: Scope): void {
  if (member.scope === scope) {
    throw refuse('conflict', 'ERR_SAME_SCOPE', `"${member.uid}" is ${scope} already.`);
  }
  if (grantableScopes(actor, member.scope).includes(scope)) return;
  throw refuse(
    'forbidden',
    'ERR_GROUP_NO_SCOPE_CLEARANCE',
    `As ${actor} you may not make anyone ${scope}.`,
  );
}

/** P5: nothing passes between people who blocked each other. */
export function demandUnblocked(
  uid: string,
  mine: RelationRow | undefined,
  theirs: RelationRow | undefined,
): void {
  if (mine?.blockedAt !== undefined) {
    throw refuse('blocked', 'ERR_BLOCKED_RECEIVER', `You have blocked "${uid}". Unblock first.`);
  }
  if (theirs?.blockedAt !== undefined) {
    throw refuse('blocked', 'ERR_BLOCKED_SENDER', `"${uid}" does not take messages from you.`);
  }
}

export function demandActive(uid: string, row: UserRow | undefined): UserRow {
  if (row && row.deactivatedAt === undefined) return row;
  throw userNotFound(uid);
}

const messageDetails: Partial<Record<MessageAction, string>> = {
  edit: 'ERR_MESSAGE_NOT_A_SENDER',
  delete: 'ERR_MESSAGE_NOT_A_SENDER',
};

export function demandMessageAction(
  place: Place,
  viewer: string,
  row: MessageRow,
  action: MessageAction,
): void {
  const { rank, blocked } = place;
  if (allowedMessageActions(row, { viewer, rank, blocked }).includes(action)) return;
  if (row.deletedAt !== undefined) throw messageNotFound(row.id);
  if (blocked) {
    throw refuse(
      'blocked',
      'ERR_BLOCKED_RECEIVER',
      `You and the other person are apart by a block, so nothing can be done here ("${action}").`,
    );
  }
  const made = row.category === 'action' || row.category === 'call';
  throw refuse(
    'forbidden',
    made ? 'ERR_MESSAGE_ACTION_NOT_ALLOWED' : (messageDetails[action] ?? 'ERR_ACTION_NOT_ALLOWED'),
    made
      ? `A message made by the server can not be changed ("${action}").`
      : `You may not do this ("${action}") to this message.`,
  );
}
