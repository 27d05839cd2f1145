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
    | 'noticeReadOnly'
    | 'noticeRole';
  readonly way?: 'join' | 'password' | 'unblock';
  /** Of one who is signed out. */
  readonly status?: ClientStatus;
}

/** Undefined: one may write, or it is not known yet. */
export function reasonOf(
  status: ClientStatus | undefined,
  user: User | undefined,
  group: Group | undefined,
  lacks: (operation: 'message.send' | 'user.unblock') => boolean,
): Reason | undefined {
  if (status?.phase === 'signedOut') return { term: 'signedOut', status };
  const mute = lacks('message.send');
  if (group) return groupReason(group, mute);
  if (user) return userReason(user, mute, lacks('user.unblock'));
  return undefined;
}

function groupReason(group: Group, mute: boolean): Reason | undefined {
  if (group.bannedAt !== undefined) return { term: 'noticeBanned' };
  if (group.removedAt !== undefined) return { term: 'noticeGone' };
  if (group.can.includes('send')) return undefined;
  if (group.can.includes('join')) {
    return { term: 'noticeNotMember', way: group.type === 'password' ? 'password' : 'join' };
  }
  if (group.scope === null) return { term: 'noticeNotMember' };
  return { term: mute ? 'noticeRole' : 'noticeReadOnly' };
}

function userReason(user: User, mute: boolean, held: boolean): Reason | undefined {
  if (user.deactivatedAt !== undefined) return { term: 'noticeDeactivated' };
  if (user.removedAt !== undefined) return { term: 'noticeGone' };
  if (user.blockedByMe) return { term: 'noticeBlocked', ...(!held && { way: 'unblock' }) };
  if (mute) return { term: 'noticeRole' };
  return user.can.includes('message') ? undefined : { term: 'noticeRefused' };
}
