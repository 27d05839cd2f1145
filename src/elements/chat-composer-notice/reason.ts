import type { ClientStatus } from '../../client/client-status.js';
import type { Group, User } from '../../protocol/records.js';

/** Why one cannot write, and the way out where there is one. */
export interface Reason {
  readonly why:
    | 'signedOut'
    | 'notMember'
    | 'banned'
    | 'gone'
    | 'blocked'
    | 'deactivated'
    | 'refused'
    | 'readOnly'
    | 'role';
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
  if (status?.phase === 'signedOut') return { why: 'signedOut', status };
  const mute = lacks('message.send');
  if (group) return groupReason(group, mute);
  if (user) return userReason(user, mute, lacks('user.unblock'));
  return undefined;
}

function groupReason(group: Group, mute: boolean): Reason | undefined {
  if (group.bannedAt !== undefined) return { why: 'banned' };
  if (group.removedAt !== undefined) return { why: 'gone' };
  if (group.can.includes('send')) return undefined;
  if (group.can.includes('join')) {
    return { why: 'notMember', way: group.type === 'password' ? 'password' : 'join' };
  }
  if (group.scope === null) return { why: 'notMember' };
  return { why: mute ? 'role' : 'readOnly' };
}

function userReason(user: User, mute: boolean, held: boolean): Reason | undefined {
  if (user.deactivatedAt !== undefined) return { why: 'deactivated' };
  if (user.removedAt !== undefined) return { why: 'gone' };
  if (user.blockedByMe) return { why: 'blocked', ...(!held && { way: 'unblock' }) };
  if (mute) return { why: 'role' };
  return user.can.includes('message') ? undefined : { why: 'refused' };
}
