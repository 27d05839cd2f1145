import type { ClientStatus } from '../../client/client-status.js';
import type { Group, User } from '../../protocol/records.js';
import type { Offers } from '../offers.js';

type Peer = Pick<User, 'removedAt' | 'deactivatedAt' | 'blockedByMe'> & Pick<Group, 'bannedAt'>;

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
  const peer: Partial<Peer> = group ?? user ?? {};
  const lost = peer.removedAt ?? peer.deactivatedAt ?? peer.bannedAt;
  if (lost !== undefined || peer.blockedByMe) return false;
  if (group) return group.can.includes('send');
  return !user || (!mute && user.can.includes('message'));
}

/** Files are not offered to this person. */
export function lacksFiles(offers: Offers): boolean {
  return offers.lacks('file.upload', 'files');
}
