import type { ClientStatus } from '../../client/types.js';
import type { Group, User } from '../../protocol/records.js';

/** Why one cannot write, and the way out where there is one. */
export interface Reason {
  readonly term:
    | 'signedOut'
    | 'noticeNotMember'
    | 'noticeBanned'
    | 'noticeGone'
    | 'noticeBlocked'
    | 'noticeDeactivated'
    | 'noticeRefused'
    | 'noticeReadOnly';
  readonly way?: 'join' | 'password' | 'unblock';
  /** Of one who is signed out. */
  readonly status?: ClientStatus;
}

/** Undefined: one may write, or it is not known yet. */
export function reasonOf(
  status: ClientStatus | undefined,
  user: User | undefined,
  group: Group | undefined,
): Reason | undefined {
  if (status?.phase === 'signedOut') return { term: 'signedOut', status };
  if (group) return groupReason(group);
  if (user) return userReason(user);
  return undefined;
}

function groupReason(group: Group): Reason | undefined {
  if (group.bannedAt !== undefined) return { term: 'noticeBanned' };
  if (group.removedAt !== undefined) return { term: 'noticeGone' };
  if (group.can.includes('send')) return undefined;
  if (group.can.includes('join')) {
    return { term: 'noticeNotMember', way: group.type === 'password' ? 'password' : 'join' };
  }
  return { term: group.scope === null ? 'noticeNotMember' : 'noticeReadOnly' };
}

function userReason(user: User): Reason | undefined {
  if (user.deactivatedAt !== undefined) return { term: 'noticeDeactivated' };
  if (user.removedAt !== undefined) return { term: 'noticeGone' };
  if (user.blockedByMe) return { term: 'noticeBlocked', way: 'unblock' };
  return user.can.includes('message') ? undefined : { term: 'noticeRefused' };
}
