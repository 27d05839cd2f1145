import type { MessageItem } from '../../client/types.js';
import { isolated } from '../../lit/isolate.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-rows.js';
import type { Attachment, GroupActionData, Message, User } from '../../protocol/records.js';
import { callNote } from './call-text.js';
import { isVeiled } from '../chat-message/is-plain.js';
import { messageKind } from '../chat-message/message-kinds.js';
import { beginningOf } from '../chat-message/text/words.js';

type People = ReadonlyMap<string, User>;

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
  const text = beginningOf(message, people);
  const media = mediaPreview(message, text, localize);
  return media ?? (text || message.conversationText || localize.term('messageUnsupported'));
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
