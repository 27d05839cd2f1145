import type { ConversationItem } from '../../client/types.js';
import { isHeld } from '../chat-message/status.js';
import { isMuted } from '../is-muted.js';
import { createRowPart } from '../late/row-part.js';

/** What a row tells besides its name, its last message and how much of it is unread. */
export const signs = createRowPart(() => import('./signs.js'));

export function hasSigns(item: ConversationItem): boolean {
  const { conversation, group, last, typing, draft } = item;
  const isPublic = group === undefined || group.type === 'public';
  const isPlain = isPublic && conversation.pinnedAt === undefined;
  const isQuiet = typing.length === 0 && draft === undefined && !(last && isHeld(last));
  const calls = conversation.unreadMentions > 0 || isMuted(conversation, Date.now());
  return !isPlain || !isQuiet || calls;
}
