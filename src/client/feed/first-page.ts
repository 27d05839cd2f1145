import { pageLimits } from '../../protocol/page-limits.js';
import { isUnreadAbove, type LineContext } from './unread-line.js';
import { closed, fromPage, withPage, type Ask, type SeqOf, type Window } from './window.js';

const [pageSize, mostAtOnce] = pageLimits['message.list'];
/** Read rows above the first unread one. */
const rowsAbove = 10;

/** The end of a conversation, far enough back to begin reading where one stopped. */
export async function firstPage(
  ask: Ask,
  seqOf: SeqOf,
  context: () => LineContext,
): Promise<Window> {
  const unread = context().conversation?.unread ?? 0;
  const limit = Math.min(mostAtOnce, Math.max(pageSize, unread + rowsAbove));
  let window = fromPage(closed, await ask('end', limit), seqOf);
  while (
    window.ids.length < mostAtOnce &&
    window.older.cursor &&
    isUnreadAbove(window, context())
  ) {
    window = withPage(window, await ask({ before: window.older.cursor }), 'older', seqOf);
  }
  return window;
}
