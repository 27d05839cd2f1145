import type { FeedState, MessageItem } from './types.js';
import { edge, reachesEnd, type Window } from './window.js';

/** What a window looks like from outside. `others`: how many of some messages were written by others. */
export function feedState(
  window: Window,
  items: readonly MessageItem[],
  others: (ids: ReadonlySet<string>) => number,
): FeedState {
  return {
    items,
    ready: window.ready,
    loading: window.loading,
    older: edge(window.older),
    newer: edge(window.newer),
    waiting: reachesEnd(window) ? 0 : others(window.late),
    unreadCount: window.unreadCount,
    ...(window.unreadFrom !== undefined && { unreadFrom: window.unreadFrom }),
    ...(window.error && { error: window.error }),
  };
}
