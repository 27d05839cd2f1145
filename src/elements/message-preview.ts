import type { MessageItem } from '../client/types.js';
import { isolated } from '../lit/isolate.js';
import type { Localize } from '../lit/localize.js';
import type { Attachment, GroupActionData, Message, User } from '../protocol/records.js';
import { callNote } from './call-text.js';
import { messageKind } from './chat-message/message-kinds.js';
import { parseText } from './chat-message/text/parse.js';
import { plainText } from './chat-message/text/plain.js';

type People = ReadonlyMap<string, User>;

const longest = 160;

/** One line of plain text that stands for a message: in quotes, conversation rows and announcements. */
export function previewOf(
  message: Message,
  people: People,
  localize: Localize,
  mine = false,
): string {
  if (message.deletedAt !== undefined) return localize.term('messageDeleted');
  if (message.category === 'action') return actionText(message, people, localize);
  const kind = messageKind(message);
  if (kind?.preview) return kind.preview(message, localize);
  if (message.category === 'call')
    return `${message.type === 'video' ? '🎥' : '📞'} ${callNote(message, mine, localize)}`;
  const text = message.text === undefined ? '' : textPreview(message.text, people);
  const media = mediaPreview(message, text, localize);
  return media ?? (text || message.conversationText || localize.term('messageUnsupported'));
}

/** Written in a group by somebody whom the reader has blocked: folded until one asks for it (B97). */
export function isVeiled({ message, sender }: Pick<MessageItem, 'message' | 'sender'>): boolean {
  return message.receiverType === 'group' && sender?.blockedByMe === true;
}

/** The preview away from its place, where nothing can be unfolded. */
export function glimpseOf(
  item: Pick<MessageItem, 'message' | 'sender' | 'people' | 'mine'>,
  localize: Localize,
): string {
  const { message, sender, mine } = item;
  const isNote = message.category === 'action' || message.category === 'call';
  if (!isNote && isVeiled(item)) return localize.term('messageVeiled');
  const people = new Map(item.people);
  if (sender) people.set(sender.id, sender);
  return previewOf(message, people, localize, mine);
}

function textPreview(text: string, people: People): string {
  // Only the beginning is shown, so only that is parsed; markup cut in the middle reads as text.
  const start = text.length > 4 * longest ? text.slice(0, 4 * longest) : text;
  const line = plainText(parseText(start), people).replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

function mediaPreview(message: Message, text: string, localize: Localize): string | undefined {
  const { type, category, attachments = [] } = message;
  const [first] = attachments;
  if (category !== 'message' || !first) return undefined;
  const { length } = attachments;
  switch (type) {
    case 'image':
      return `📷 ${text || localize.term('messagePhotos', length)}`;
    case 'video':
      return `🎬 ${text || localize.term('messageVideos', length)}`;
    case 'audio':
      return isVoice(message)
        ? `🎤 ${text || localize.term('messageVoice', durationText(first.duration))}`
        : `🎵 ${text || first.name}`;
    default:
      return `📎 ${text || (length > 1 ? localize.term('messageFiles', length) : first.name)}`;
  }
}

/** A recording made in the composer, not a piece of music that was attached. */
export function isVoice(message: Message): boolean {
  return message.type === 'audio' && message.metadata?.['audioType'] === 'voice_note';
}

/** `0:42`; empty when nobody knows. */
export function durationText(seconds: Attachment['duration']): string {
  if (seconds === undefined || !Number.isFinite(seconds)) return '';
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** What happened to the group, as a sentence. */
export function actionText(message: Message, people: People, localize: Localize): string {
  const { action, on, newScope } = (message.data ?? {}) as Partial<GroupActionData>;
  const name = (uid: string) => isolated(people.get(uid)?.name ?? uid, localize.dir());
  const by = name(message.sender);
  const whom = on === undefined ? '' : name(on);
  switch (action) {
    case 'created':
      return localize.term('actionCreated', by);
    case 'joined':
      return localize.term('actionJoined', by);
    case 'left':
      return localize.term('actionLeft', by);
    case 'added':
      return localize.term('actionAdded', by, whom);
    case 'kicked':
      return localize.term('actionKicked', by, whom);
    case 'banned':
      return localize.term('actionBanned', by, whom);
    case 'unbanned':
      return localize.term('actionUnbanned', by, whom);
    case 'scopeChanged':
      return localize.term('actionScopeChanged', by, whom, newScope ?? 'participant');
    case 'ownershipTransferred':
      return localize.term('actionTransferred', by, whom);
    case 'updated':
      return localize.term('actionUpdated', by);
    default:
      return message.conversationText ?? localize.term('messageUnsupported');
  }
}
