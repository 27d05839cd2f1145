import { pageLimits } from '../../protocol/page-limits.js';
import { unlessRefused } from '../session/keep-fresh.js';
import { isUnreadAbove, type LineContext } from './unread-line.js';
import { closed, fromPage, withPage, type Ask, type SeqOf, type Window } from './window.js';

const [pageSize, mostAtOnce] = pageLimits['message.list'];
/** Read rows above the first unread one. */
const rowsAbove = 10;

/** The end of a conversation, far enough back to begin reading where one stopped; where that is too far, there. */
export async function firstPage(
  ask: Ask,
  seqOf: SeqOf,
  context: () => LineContext,
): Promise<Window> {
  const unread = () => context().conversation?.unread ?? 0;
  const limit = Math.min(mostAtOnce, Math.max(pageSize, unread() + rowsAbove));
  let window = fromPage(closed, await ask('end', limit), seqOf);
  while (isUnreadAbove(window, context())) {
    if (Math.max(unread(), window.ids.length) < mostAtOnce) {
      window = withPage(window, await ask({ before: window.older.cursor! }), 'older', seqOf);
      continue;
    }
    const { readSeq, lastReadId, unreadFrom = lastReadId } = context().conversation!;
    // What was read last may be there no more, or not to be seen.
    const page = ask(unreadFrom ? { around: unreadFrom } : 'start');
    await unlessRefused(
      page.then((there) => {
        if (seqOf(there.ids.at(-1)!)! > readSeq) window = fromPage(closed, there, seqOf);
      }),
    );
    break;
  }
  return window;
}
