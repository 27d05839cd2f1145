import type { ClientStatus } from '../../client/client-status.js';
import type { Group, User } from '../../protocol/records.js';
import type { Offers } from '../offers.js';

/**
 * Whether one may write, as far as it is known. Where one may not, the notice in the place of the composer says why.
 * @param mute the role one has may send nothing
 */
export function mayWrite(
  status: ClientStatus | undefined,
  user: User | undefined,
  group: Group | undefined,
  mute: boolean,
): boolean {
  if (status?.phase === 'signedOut') return false;
  if (group) return !isGone(group) && group.bannedAt === undefined && group.can.includes('send');
  if (!user) return true;
  return !mute && !isGone(user) && !user.blockedByMe && user.can.includes('message');
}

/** Files are not offered to this person. */
export function lacksFiles(offers: Offers): boolean {
  return offers.lacks('file.upload', 'files');
}

function isGone({ removedAt, deactivatedAt }: Pick<User, 'removedAt' | 'deactivatedAt'>): boolean {
  return (removedAt ?? deactivatedAt) !== undefined;
}
