import type { LitElement, ReactiveControllerHost } from 'lit';
import type { MessageItem } from '../../client/types.js';
import { adopt } from '../../lit/adopt.js';
import type { Message } from '../../protocol/records.js';
import { isBrief, isPlain } from './is-plain.js';
import { extras, markdown, previews, type Part } from './parts.js';
import { isMarkedOut } from './status.js';
import { isMarked } from './text/marked.js';

/** Loaded after this where nothing has asked for it: the page has shown itself by then. */
const later = 4000;

/** Until it is loaded, what is selected is copied as it stands. */
export function onCopy(event: ClipboardEvent): void {
  extras.get()?.copyRows(event);
}

export async function loadRich(): Promise<void> {
  await Promise.all([markdown.load(), previews.load(), extras.load()]);
}

/**
 * Whether these can be told as they will stay: not before, so that none changes under the reader's eye. What one of
 * them lacks is asked for.
 */
export function isReadable(messages: Iterable<MessageItem>): boolean {
  const read = isThere(
    markdown,
    messages,
    ({ message, quoted }) => hasMarks(message) || hasMarks(quoted?.message),
  );
  return isThere(previews, messages, (item) => !isPlain(item)) && read;
}

/** Whether they can be drawn as they will stay. */
export function isDrawable(messages: readonly MessageItem[]): boolean {
  const drawable = isThere(extras, messages, (item) => !isBrief(item) || hasExtras(item.message));
  return isReadable(messages) && drawable;
}

function isThere<T>(
  part: Part<T>,
  messages: Iterable<MessageItem>,
  needs: (item: MessageItem) => boolean,
): boolean {
  if (part.isReady()) return true;
  for (const item of messages) {
    if (!needs(item)) continue;
    void part.load();
    return false;
  }
  return true;
}

function hasExtras(message: Message): boolean {
  const { quotedId, broadcast, links, reactions = [], replyCount = 0 } = message;
  const below = replyCount > 0 || reactions.length > 0;
  return below || quotedId !== undefined || !!(broadcast || links?.length) || isMarkedOut(message);
}

function hasMarks(message: Message | undefined): boolean {
  return Boolean(message?.text && message.deletedAt === undefined && isMarked(message.text));
}

/** The element renders again when what it needs has come, which it will, needed or not. */
function follow(host: ReactiveControllerHost, part: Part<unknown>): void {
  if (part.isReady()) return;
  void part.arrival.then(() => host.requestUpdate());
  setTimeout(() => void part.load(), later);
}

/** For lines that stand for messages. */
export function useGlimpses(host: ReactiveControllerHost): void {
  follow(host, markdown);
  follow(host, previews);
}

/** Rows render into the shadow root of their list, which so has their styles too. */
export function useRichRows(host: LitElement): void {
  follow(host, markdown);
  follow(host, extras);
  const dress = () =>
    adopt(host, markdown.get()?.markedStyles, ...(extras.get()?.extraStyles ?? []));
  host.addController({
    hostConnected() {
      void markdown.arrival.then(dress);
      void extras.arrival.then(dress);
    },
  });
}
