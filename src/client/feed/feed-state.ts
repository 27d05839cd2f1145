import type { FeedState, MessageItem } from '../types.js';
import { edge, type Window } from './window.js';
import { without } from '../stores/without.js';

/** What a window looks like from outside. */
export function feedState(
  window: Window,
  items: readonly MessageItem[],
  waiting: number,
): FeedState {
  const rest = without(window, 'ids', 'late', 'missed', 'tail');
  // What was not sent is there all the same.
  if (window.error && items[0])
    return { ...rest, ready: true, items, waiting, older: 'failed', newer: 'end' };
  return { ...rest, items, waiting, older: edge(window.older), newer: edge(window.newer) };
}
