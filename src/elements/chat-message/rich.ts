import type { LitElement, ReactiveControllerHost } from 'lit';
import type { MessageItem } from '../../client/types.js';
import type { Message } from '../../protocol/records.js';
import { dress, follow } from '../late/row-part.js';
import { isBrief, isPlain } from './is-plain.js';
import { extras } from './late-extras.js';
import { markdown } from './late-markdown.js';
import { previews } from './late-previews.js';
import { isMarkedOut } from './status.js';
import { isMarked } from './text/marked.js';

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
  const isMarked = ({ message, quoted }: MessageItem) =>
    hasMarks(message) || hasMarks(quoted?.message);
  const isRead = markdown.serves(messages, isMarked);
  return previews.serves(messages, (item) => !isPlain(item)) && isRead;
}

/** Whether they can be drawn as they will stay. */
export function isDrawable(messages: readonly MessageItem[]): boolean {
  const isDrawn = extras.serves(messages, (item) => !isBrief(item) || hasExtras(item.message));
  return isReadable(messages) && isDrawn;
}

function hasExtras(message: Message): boolean {
  const { quotedId, broadcast, links, reactions = [], replyCount = 0 } = message;
  const below = replyCount > 0 || reactions.length > 0;
  return below || quotedId !== undefined || !!(broadcast || links?.length) || isMarkedOut(message);
}

function hasMarks(message: Message | undefined): boolean {
  return Boolean(message?.text && message.deletedAt === undefined && isMarked(message.text));
}

/** For lines that stand for messages. */
export function useGlimpses(host: ReactiveControllerHost): void {
  follow(host, markdown);
  follow(host, previews);
}

/** Rows render into the shadow root of their list, which so has their styles too. */
export function useRichRows(host: LitElement): void {
  useGlimpses(host);
  follow(host, extras);
  dress(host, markdown, ({ markedStyles }) => [markedStyles]);
  dress(host, extras, ({ extraStyles }) => extraStyles);
  // Rows that were drawn without it know nothing of it.
  const redraw = () =>
    host.renderRoot
      .querySelectorAll('chat-message')
      .forEach((row) => row.requestUpdate('language'));
  for (const part of [markdown, previews, extras])
    part.follow((again) => again && host.hasUpdated && redraw());
}
