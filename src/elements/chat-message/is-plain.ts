import type { MessageItem } from '../../client/types.js';
import type { Message } from '../../protocol/records.js';
import { messageKind } from './message-kinds.js';

type Written = Pick<MessageItem, 'message' | 'sender'>;

/** Text of more lines than this, at about 40 letters a line, may have to be folded. */
const foldedLines = 20;

/** Written in a group by somebody whom the reader has blocked: folded until one asks for it (B97). */
export function isVeiled({ message, sender }: Written): boolean {
  return message.receiverType === 'group' && sender?.blockedByMe === true;
}

/** A text and nothing else, to be read at once: most messages are. */
export function isPlain(item: Written): boolean {
  const { category, type, text, attachments, deletedAt } = item.message;
  return (
    category === 'message' &&
    type === 'text' &&
    Boolean(text?.trim()) &&
    !attachments &&
    deletedAt === undefined &&
    !isVeiled(item) &&
    !messageKind(item.message)
  );
}

/** It may not be shown whole. */
export function isLong({ text = '' }: Pick<Message, 'text'>): boolean {
  return text.split('\n').length + text.length / 40 > foldedLines;
}

/** What a row draws by itself: a few words. Emoji alone are drawn large. */
export function isBrief(item: Written): boolean {
  const { message } = item;
  return isPlain(item) && /\p{L}/u.test(message.text ?? '') && !isLong(message);
}
