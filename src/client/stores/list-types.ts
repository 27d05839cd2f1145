import type { ReadableAtom } from 'nanostores';
import type { ChatError } from '../../protocol/errors.js';
import type { Target } from '../../protocol/ids.js';
import type { MessageFilter } from '../../protocol/queries.js';

/** A store: read-only outside `client/`. The first subscriber fetches, the last one leaving releases. */
export type Store<T> = ReadableAtom<T>;

/** What a list shows. While `loading`, `items` are what is known so far. */
export interface ListState<T> {
  readonly items: readonly T[];
  readonly loading: boolean;
  /** False until the first page has come. */
  readonly ready: boolean;
  readonly more: boolean;
  readonly total?: number;
  readonly error?: ChatError;
}
/** A live list. Items keep their identity while what they show is the same. */
export interface List<T> {
  readonly $list: Store<ListState<T>>;
  /** The next page; while one is on its way, the same promise. Never rejects: see `error`. */
  more(): Promise<void>;
  reload(): Promise<void>;
}

/** Pages of a list as it is when asked, for code that walks; what is on screen is a `List`. */
export interface Query<T> extends AsyncIterable<T> {
  /** The next page, empty at the end. While one is on its way, the next call waits its turn. */
  next(): Promise<readonly T[]>;
  readonly done: boolean;
}
/** Pages both ways from where it begins, each in ascending order. */
export interface TwoWayQuery<T> extends AsyncIterable<T> {
  next(): Promise<readonly T[]>;
  previous(): Promise<readonly T[]>;
}
export interface Limited {
  /** Entries a page, see `pageLimits`; more than the most is refused. */
  readonly limit?: number;
}
/**
 * Of one conversation (or thread in it), or without a target of all: those are walked by `previous()`, newest first.
 * `previous()` begins at the end; `next()` needs `from` or `updatedAfter`.
 */
export interface MessageQuery extends MessageFilter, Limited {
  readonly target?: Target;
  readonly parentId?: string;
  /** A message or a time (Unix milliseconds), which is not itself among the results. */
  readonly from?: 'start' | 'end' | { readonly id: string } | { readonly at: number };
}

/** Something besides records that rows show; `changed` tells which rows. */
export interface Also {
  readonly $store: Store<unknown>;
  changed(before: unknown, after: unknown): Iterable<string>;
}
