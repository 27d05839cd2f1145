import type { FeedState, MessageItem } from './types.js';
import { edge, reachesEnd, type Window } from './window.js';

/** What a window looks like from outside. `isOthers`: who wrote a message is not who reads it. */
export function feedState(
  window: Window,
  items: readonly MessageItem[],
  isOthers: (id: string) => boolean,
): FeedState {
  return {
    items,
    ready: window.ready,
    loading: window.loading,
    older: edge(window.older),
    newer: edge(window.newer),
    waiting: reachesEnd(window) ? 0 : [...window.late].filter(isOthers).length,
    unreadCount: window.unreadCount,
    ...(window.unreadFrom !== undefined && { unreadFrom: window.unreadFrom }),
    ...(window.error && { error: window.error }),
  };
}
