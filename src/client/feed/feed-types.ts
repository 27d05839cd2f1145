import type { WritableAtom } from 'nanostores';
import type { MessageFilter } from '../../protocol/queries.js';
import type { Applied } from '../stores/table.js';
import type { Feed } from '../types.js';
import type { Ask, SeqOf, Window } from './window.js';

export interface FeedOptions extends Pick<Feed, 'target' | 'parentId'> {
  readonly filter: MessageFilter;
  /** A part of the conversation: it has no unread line. */
  readonly partial: boolean;
  /** A search or a selection: what is read here says nothing about the rest. */
  readonly filtered: boolean;
}

/** A feed, and what those of its ways work on that come with the acts. */
export interface OwnFeed extends Feed, FeedOptions {
  readonly $window: WritableAtom<Window>;
  readonly ask: Ask;
  readonly seqOf: SeqOf;
  conversationId(): string;
  change(next: (window: Window) => Window): void;
  withLine(window: Window): Window;
  /** Counts openings and jumps: an answer to an older question is dropped. */
  era: number;
  turn(): number;
  /** Gaps there were, and those that were closed: in between, what comes is kept aside, since something before it may be missing. */
  gaps: number;
  filled: number;
  /** There is a gap. What may pass is tried again with all else on screen. */
  lack(): void;
  opening: Promise<void> | undefined;
  isOnShow: boolean;
  /** Marked unread by hand: nothing counts as seen until the feed is opened again (B41). */
  marked: boolean;
}

/** What becomes of a feed after its first page, but for the pages before and after it. */
export interface FeedWays extends Pick<Feed, 'show' | 'trim' | 'seen'> {
  take(applied: Applied): void;
  /** The window where the reader was when it was let go. Undefined: it opens as it did at first. */
  back(): Promise<Window | undefined>;
  /** Closes a gap without moving anything. */
  close(): Promise<void>;
  /** What the outbox holds for it, in order. */
  unsent(): readonly string[];
  /** How many messages of others came after the end of its window. */
  waiting(): number;
  shownOrLeft(): void;
  mark(id: string): void;
}
