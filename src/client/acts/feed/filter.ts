import type { MessageFilter } from '../../../protocol/queries.js';
import type { Message, User } from '../../../protocol/records.js';
import type { Core } from '../../core.js';

export const isApart = (user: User | undefined): boolean =>
  Boolean(user?.blockedByMe || user?.hasBlockedMe);

/** Whether a message that comes live belongs into a filtered feed: as the server would decide. */
export function matches(
  message: Message,
  filter: MessageFilter,
  parentId: string | undefined,
  core: Core,
): boolean {
  const { categories, types, tags, mentioned, attachmentTypes, search, updatedAfter = 0 } = filter;
  const text = (message.text ?? '').toLowerCase();
  return (
    (parentId === undefined || message.parentId === parentId) &&
    (!filter.hideReplies || message.parentId === undefined || message.broadcast === true) &&
    (!filter.hideDeleted || message.deletedAt === undefined) &&
    (!categories?.length || categories.includes(message.category)) &&
    (!types?.length || types.includes(message.type)) &&
    (!tags?.length || tags.some((tag) => message.tags?.includes(tag))) &&
    (!mentioned?.length || mentioned.some((uid) => message.mentions?.includes(uid))) &&
    (!attachmentTypes?.length || attachmentTypes.some((type) => type === message.type)) &&
    (!filter.unread || isUnread(message, core)) &&
    (!filter.updatesOnly || message.sentAt < updatedAfter) &&
    (!filter.hideBlocked || !isApart(core.tables.get('users', message.sender))) &&
    (!filter.hideQuotes || message.quotedId === undefined) &&
    (!filter.hasAttachments || (message.attachments?.length ?? 0) > 0) &&
    (!filter.goalCompleted || message.goalCompletedAt !== undefined) &&
    (!filter.hasMentions || (message.mentions?.length ?? 0) > 0) &&
    (!filter.hasReactions || (message.reactions?.length ?? 0) > 0) &&
    (!filter.hasLinks || /https?:\/\//.test(text)) &&
    (!filter.pinned || message.pinnedAt !== undefined) &&
    (!filter.saved || message.savedAt !== undefined) &&
    (!search || text.includes(search.toLowerCase()))
  );
}

/** M3: one's own never are. */
function isUnread({ sender, seq, conversationId }: Message, core: Core): boolean {
  const { readSeq = 0 } = core.$shown.get().get('conversations', conversationId) ?? {};
  return sender !== core.me() && seq > readSeq;
}
