import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import type { User } from '../../protocol/records.js';
import type { Subject } from '../conversation-acts.js';
import { lastSeen } from '../words/last-seen.js';
import { typingText } from '../words/typing-text.js';

/** Typing before everything, then presence of a person, size of a group. Who is blocked shows nothing of themselves. */
export function subtitle(
  { user, group }: Subject,
  typing: readonly User[],
  now: number,
  localize: Localize,
): string {
  if (user?.blockedByMe) return localize.term('personBlocked');
  if (typing.length > 0) return typingText(typing, group !== undefined, localize);
  if (group) {
    const members = localize.term('membersCount', group.membersCount);
    if (!group.onlineCount) return members;
    return localize.term('comma', members, localize.term('onlineCount', group.onlineCount));
  }
  if (!user || user.hasBlockedMe) return '';
  if (user.status === 'online') return localize.term('online');
  if (user.lastActiveAt === undefined) return localize.term('personOffline');
  return localize.term('lastSeen', lastSeen(user.lastActiveAt, now, localize));
}
