import { pageLimits } from '../../../protocol/page-limits.js';
import type { MessagePosition, Page } from '../../../protocol/queries.js';
import {
  reachesEnd,
  unknown,
  withPage,
  type Ask,
  type SeqOf,
  type Window,
} from '../../feed/window.js';
import { overlaps } from './window-moves.js';

const [pageSize, mostAtOnce] = pageLimits['message.list'];

/**
 * Closes a gap without moving anything: what the window shows is asked for again, with what came after it. Where more
 * came than one page holds, the window stays and its end is somewhere else now.
 */
export async function catchUp(
  window: Window,
  ask: Ask,
  seqOf: SeqOf,
): Promise<(now: Window) => Window> {
  const last = window.ids.at(-1);
  const limit = Math.min(mostAtOnce, Math.max(pageSize, window.ids.length));
  const around: MessagePosition = last === undefined ? 'end' : { around: last };
  let page = await ask(reachesEnd(window) ? 'end' : around, limit);
  const isAway =
    last !== undefined && page.ids.length > 0 && page.before !== null && !overlaps(window, page);
  if (isAway) page = await ask(around, limit);
  const pages = [page];
  while (page.before) {
    const reached = seqOf(page.ids[0] ?? '') ?? 0;
    const left = window.ids.filter((id) => (seqOf(id) ?? Infinity) < reached).length;
    if (left === 0) break;
    page = await ask({ before: page.before }, Math.min(mostAtOnce, left));
    pages.push(page);
  }
  return (now) => {
    const base: Window = {
      ...now,
      older: { ...now.older, state: 'idle' },
      newer: isAway ? unknown : { ...now.newer, state: 'idle' },
    };
    return pages.reduce(
      (next, one) => withPage(next, one, 'both', seqOf),
      withoutVanished(base, new Set(window.ids), pages, seqOf),
    );
  };
}

/**
 * What lies within the pages, or beyond where the conversation ends, and is not in them is gone.
 *
 * @param asked what was there before the pages were: of what came since they say nothing
 */
function withoutVanished(
  window: Window,
  asked: ReadonlySet<string>,
  pages: readonly Page[],
  seqOf: SeqOf,
): Window {
  const found = new Set(pages.flatMap((page) => page.ids));
  const seqs = [...found].flatMap((id) => seqOf(id) ?? []);
  const from = pages.at(-1)?.before === null ? -Infinity : Math.min(...seqs);
  const to = pages[0]?.after === null ? Infinity : Math.max(...seqs);
  const isKept = (id: string) => {
    const seq = seqOf(id) ?? NaN;
    return found.has(id) || !asked.has(id) || !(seq >= from && seq <= to);
  };
  return { ...window, ids: window.ids.filter(isKept) };
}
