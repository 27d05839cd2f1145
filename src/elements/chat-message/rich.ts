import type { LitElement, ReactiveControllerHost } from 'lit';
import type { MessageItem } from '../../client/types.js';
import { adopt } from '../../lit/adopt.js';
import type { Message } from '../../protocol/records.js';
import { isMarked } from './text/marked.js';

/** Loaded after this where nothing has asked for it: the page has shown itself by then. */
const later = 4000;

interface Part<T> {
  /** Undefined until it is loaded, and for ever where it cannot be had. */
  get(): T | undefined;
  load(): Promise<void>;
  /** Loaded, or given up. */
  isReady(): boolean;
  /** Settles when somebody has loaded it. */
  readonly arrival: Promise<void>;
}

function createPart<T>(fetch: () => Promise<T>): Part<T> {
  let part: T | undefined;
  let ready = false;
  let loading: Promise<void> | undefined;
  let arrived!: () => void;
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const settle = (value?: T) => {
    part = value;
    ready = true;
    arrived();
  };
  return {
    get: () => part,
    load: () => (loading ??= fetch().then(settle, () => settle())),
    isReady: () => ready,
    arrival,
  };
}

/** What draws more than plain text is loaded when a message needs it. Where it cannot be had, texts stay as typed. */
export const markdown = createPart(() => import('./text/markdown.js'));
/** Pictures, quotes, link cards, reactions, calls, folded notices. Where it cannot be had, attachments are named. */
export const extras = createPart(() => import('./extras.js'));

/** Until it is loaded, what is selected is copied as it stands. */
export function onCopy(event: ClipboardEvent): void {
  extras.get()?.copyRows(event);
}

export async function loadRich(): Promise<void> {
  await Promise.all([markdown.load(), extras.load()]);
}

/**
 * Whether these can be told as they will stay: not before, so that none changes under the reader's eye. What one of
 * them lacks is asked for.
 */
export function isReadable(messages: Iterable<MessageItem>): boolean {
  return isThere(
    markdown,
    messages,
    ({ message, quoted }) => hasMarks(message) || hasMarks(quoted?.message),
  );
}

/** Whether they can be drawn as they will stay. */
export function isDrawable(messages: readonly MessageItem[]): boolean {
  const drawable = isThere(extras, messages, ({ message }) => hasExtras(message));
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
  const { category, quotedId, broadcast, links, reactions = [], replyCount = 0 } = message;
  const shows = message.attachments !== undefined && message.deletedAt === undefined;
  const below = replyCount > 0 || reactions.length > 0;
  const isNote = category === 'action' || category === 'call';
  return shows || below || isNote || quotedId !== undefined || !!(broadcast || links?.length);
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
export function useMarkdown(host: ReactiveControllerHost): void {
  follow(host, markdown);
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
