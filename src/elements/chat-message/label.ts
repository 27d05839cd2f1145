import type { MessageItem } from '../../client/types.js';
import { without } from '../../client/stores/without.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-rows.js';
import type { Message } from '../../protocol/records.js';
import { callNote } from '../words/call-text.js';
import { actionText, previewOf } from '../words/message-preview.js';
import { timeText } from './time/dates.js';
import type { MessageHost } from './message-host.js';
import { noteRunText } from './notices/note-run.js';
import { quoteText, threadNote } from './quote.js';
import { stateText } from './status.js';
import { plainWords, shorten } from './text/words.js';

const longest = 800;

/** What a message says to those who hear it: sender, what it answers to, text, kind, time, state, reactions. */
export function messageLabel(
  item: MessageItem,
  host: MessageHost,
  run?: readonly MessageItem[],
  veiled = false,
): string {
  const { message, people, mine, sender } = item;
  const { localize } = host;
  const time = timeText(message.sentAt, localize.lang());
  if (message.category === 'call') return `${callNote(message, mine, localize)}, ${time}`;
  const folded = run && noteRunText(run, localize);
  if (folded) return `${folded}, ${time}`;
  if (message.category === 'action') return `${actionText(message, people, localize)}, ${time}`;
  if (veiled) {
    return `${sender?.name ?? message.sender}, ${localize.term('messageVeiled')}, ${time}`;
  }
  const deleted = message.deletedAt !== undefined;
  const text = deleted || !message.text ? '' : plainWords(message, people);
  const wordless = without(message, 'text');
  const kind = text && !message.attachments?.length ? '' : previewOf(wordless, people, localize);
  const { replyCount, unreadReplies } = message;
  const reactions = (message.reactions ?? []).map(
    ({ reaction, count }) => `${reaction} ${localize.number(count)}`,
  );
  return [
    mine ? localize.term('you') : (sender?.name ?? message.sender),
    quoteText(item, host),
    shorten(text, longest),
    kind,
    time,
    ...(deleted ? [] : marksOf(message, localize)),
    threadNote(item, host),
    stateText(item, localize),
    replyCount ? localize.term('replies', replyCount) : '',
    unreadReplies ? localize.term('unseen', unreadReplies) : '',
    ...(deleted ? [] : reactions),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What stands beside the time. */
function marksOf({ pinnedAt, savedAt, editedAt }: Message, localize: Localize): string[] {
  return [
    pinnedAt === undefined ? '' : localize.term('pinned'),
    savedAt === undefined ? '' : localize.term('saved'),
    editedAt === undefined ? '' : localize.term('edited'),
  ];
}
