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

/**
 * What draws more than plain text is loaded when a message needs it. Where it cannot be had, texts stay as they were
 * typed and attachments are named.
 */
export const markdown = createPart(() => import('./text/markdown.js'));
/** How calls went. */
export const callNotes = createPart(() => import('./call-note.js'));
/** Who came and went, folded. */
export const noteRuns = createPart(() => import('./note-run.js'));
/** What several messages are when they are copied. */
const copying = createPart(() => import('../chat-messages/copy-rows.js'));
/** What is quoted, and what stands below a bubble: reactions and replies. */
export const asides = createPart(() => import('./asides.js'));
/** Pictures, files, recordings. */
export const media = createPart(() => import('./media.js'));

/** Until it is loaded, what is selected is copied as it stands. */
export function onCopy(event: ClipboardEvent): void {
  copying.get()?.copyRows(event);
}

export async function loadRich(): Promise<void> {
  await Promise.all([markdown, media, asides, callNotes, noteRuns].map((part) => part.load()));
}

/**
 * Whether these can be drawn as they will stay: not before, so that none changes under the reader's eye. What one of
 * them lacks is asked for.
 *
 * @param whole as rows, not as lines that stand for them
 */
export function isDrawable(messages: Iterable<MessageItem>, whole = false): boolean {
  const rows = !whole || [asides, callNotes, noteRuns].every((part) => part.isReady());
  if (markdown.isReady() && media.isReady() && rows) return true;
  let drawable = true;
  for (const { message, quoted } of messages) {
    const texts = [message, quoted?.message];
    if (!media.isReady() && message.attachments && message.deletedAt === undefined) {
      void media.load();
      drawable = false;
    }
    if (whole && !asides.isReady() && hasAsides(message)) {
      void asides.load();
      drawable = false;
    }
    if (whole && !callNotes.isReady() && message.category === 'call') {
      void callNotes.load();
      drawable = false;
    }
    if (whole && !noteRuns.isReady() && message.category === 'action') {
      void noteRuns.load();
      drawable = false;
    }
    if (!markdown.isReady() && texts.some(hasMarks)) {
      void markdown.load();
      drawable = false;
    }
  }
  return drawable;
}

function hasAsides({ quotedId, broadcast, reactions = [], replyCount = 0 }: Message): boolean {
  return quotedId !== undefined || broadcast === true || replyCount > 0 || reactions.length > 0;
}

function hasMarks(message: Message | undefined): boolean {
  return Boolean(message?.text && message.deletedAt === undefined && isMarked(message.text));
}

/** The element renders again when something has come, which it will, needed or not. */
export function useRich(host: ReactiveControllerHost): void {
  for (const part of [markdown, media, asides, callNotes, noteRuns, copying]) {
    if (part.isReady()) continue;
    void part.arrival.then(() => host.requestUpdate());
    setTimeout(() => void part.load(), later);
  }
}

/** Rows render into the shadow root of their list, which so has their styles too. */
export function useRichRows(host: LitElement): void {
  useRich(host);
  const dress = () =>
    adopt(
      host,
      markdown.get()?.markedStyles,
      media.get()?.attachmentStyles,
      asides.get()?.asideStyles,
      callNotes.get()?.callNoteStyles,
      noteRuns.get()?.noteRunStyles,
    );
  host.addController({
    hostConnected() {
      for (const part of [markdown, media, asides, callNotes, noteRuns]) {
        void part.arrival.then(dress);
      }
    },
  });
}
