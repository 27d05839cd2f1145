import type { Scope } from '../../../protocol/records.js';
import { limits } from '../../../protocol/limits.js';
import type { Context } from '../context.js';
import { refuse } from '../checks/input.js';
import { hangUp } from './open-calls.js';
import { placeOf } from '../places.js';
import type { GroupRow, MemberRow, Standing, UserRow } from '../storage/rows.js';

/** Coming into a group, and going out of it: the counts follow. */

export async function admit(
  { work, now }: Pick<Context, 'work' | 'now'>,
  guid: string,
  user: UserRow,
  scope: Scope,
): Promise<MemberRow> {
  const group = (await work.get('groups', guid))!;
  const before = await work.get('members', guid, user.uid);
  if (before?.standing === 'member') {
    throw refuse(
      'conflict',
      'ERR_ALREADY_JOINED',
      `"${user.uid}" is a member of "${group.name}" already.`,
    );
  }
  if (before?.standing === 'banned') {
    throw refuse(
      'banned',
      'ERR_BANNED_GROUPMEMBER',
      `"${user.uid}" is banned from "${group.name}" until someone lifts the ban.`,
    );
  }
  if (group.membersCount >= limits.membersPerGroup) {
    throw refuse(
      'limit',
      'ERR_NO_VACANCY',
      `"${group.name}" is full: it has ${group.membersCount} members.`,
    );
  }
  const joined = await work.count('members', 'user', { prefix: [user.uid, 'member'] });
  if (joined >= limits.groupsPerUser) {
    throw refuse(
      'limit',
      'ERR_PLAN_QUOTA_RESTRICTION',
      `"${user.uid}" is in ${joined} groups, which is the most.`,
    );
  }
  const conversation = await work.get('conversations', `group:${guid}`);
  const member = work.put('members', {
    guid,
    uid: user.uid,
    nameKey: user.nameKey,
    scope,
    standing: 'member',
    joinedAt: now,
    joinedSeq: conversation?.seq ?? 0,
    joinedCounted: conversation?.counted ?? 0,
  });
  work.put('groups', { ...group, membersCount: group.membersCount + 1 });
  const state = await work.get('states', `group:${guid}`, user.uid);
  if (state) {
    work.put('states', {
      ...state,
      readSeq: member.joinedSeq,
      counted: member.joinedCounted,
      mentions: 0,
      mentionsAll: conversation?.mentionsAll ?? 0,
      unreadFrom: undefined,
    });
  }
  return member;
}

/** The member's row stays, so that its `rev` goes on growing, and nobody counts it any more. */
export async function expel(
  { work, now }: Pick<Context, 'work' | 'now'>,
  member: MemberRow,
  standing: Exclude<Standing, 'member'>,
  bannedBy?: string,
): Promise<MemberRow> {
  const group = (await work.get('groups', member.guid))!;
  work.put('groups', { ...group, membersCount: group.membersCount - 1 });
  work.delete('receipts', `group:${member.guid}`, member.uid);
  await hangUp({ work, now }, member.uid, `group:${member.guid}`);
  return work.put('members', {
    ...member,
    standing,
    ...(standing === 'banned' ? { bannedAt: now, bannedBy } : { removedAt: now }),
  });
}

/** The member whom an act is aimed at. */
export async function memberOf(
  { work }: Context,
  group: GroupRow,
  uid: string,
): Promise<MemberRow> {
  const { member } = await placeOf(work, uid, `group:${group.guid}`);
  if (member && member.standing !== 'removed') return member;
  throw refuse('not-found', 'ERR_NOT_A_MEMBER', `"${uid}" is not a member of "${group.name}".`);
}

/** N4: what they may do with each message is other than they hold it. */
export function rankChanged(context: Context, guid: string, ...uids: readonly string[]): void {
  context.emit({ type: 'refetch', conversationId: `group:${guid}` }, uids);
}
