import type { Context } from '../context.js';
import { conversationsOf } from '../places.js';
import { all, read, rowIn, type Reading } from './reading.js';
import type { ConversationRow, StateRow } from '../storage/rows.js';
import type { Key } from '../storage/storage.js';
import type { Work } from '../work.js';

export interface Found {
  readonly row: ConversationRow;
  /** One's own part, where it was read anyway. */
  readonly state?: StateRow;
}

/**
 * One's conversations, the newest first, some at a time and without looking at those that come later: the pinned ones,
 * the groups, and those of two as an index has them. Some of them may be hidden from the list.
 * @param from where to go on: after this key of the list
 * @param chunk how many are looked at at once
 */
export async function* newest(
  { work, me }: Context,
  from: Key | undefined,
  { users, groups }: { readonly users: boolean; readonly groups: boolean },
  chunk: number,
): AsyncGenerator<readonly Found[]> {
  const pinned = new Set(await pinnedIds(work, me));
  const fits = (row: ConversationRow | undefined): row is ConversationRow =>
    row !== undefined && (row.type === 'user' ? users : groups);
  // Few: both kinds of pins are limited.
  const first = await read(rowsIn(work, [...pinned]));
  yield first.filter(fits).map((row) => ({ row }));
  const byRecency = (a: ConversationRow, b: ConversationRow) =>
    b.activeAt - a.activeAt || (a.id < b.id ? -1 : 1);
  const inGroups = groups ? await conversationsOf(work, me, 'group') : [];
  const waiting = inGroups.filter(({ id }) => !pinned.has(id)).sort(byRecency);
  let after: Key | undefined = from?.[0] === 2 ? from.slice(1) : undefined;
  for (let more = users; more;) {
    const range = { prefix: [me], ...(after && { after }), limit: chunk };
    const states: readonly StateRow[] = await work.range('states', 'recent', range);
    const ids = states.map(({ conversationId }) => conversationId);
    const rows = await read(rowsIn(work, ids));
    const found: Found[] = [];
    for (const [i, state] of states.entries()) {
      const row = rows[i];
      after = [state.recency ?? 0, state.conversationId];
      if (!row || pinned.has(row.id)) continue;
      while (waiting[0] && byRecency(waiting[0], row) < 0) found.push({ row: waiting.shift()! });
      found.push({ row, state });
    }
    yield* inChunks(found, chunk);
    more = states.length === chunk;
  }
  yield* inChunks(
    waiting.map((row) => ({ row })),
    chunk,
  );
}

/** Each is looked at closely, and many may be behind what is listed. */
function* inChunks(found: readonly Found[], chunk: number): Generator<readonly Found[]> {
  for (let i = 0; i < found.length; i += chunk) yield found.slice(i, i + chunk);
}

function rowsIn(work: Work, ids: readonly string[]): Reading<(ConversationRow | undefined)[]> {
  return all(ids.map((id) => rowIn(work, 'conversations', id)));
}

async function pinnedIds(work: Work, me: string): Promise<readonly string[]> {
  const [own, system] = await Promise.all([
    work.range('states', 'pinned', { prefix: [me] }),
    work.get('meta', 'systemPins'),
  ]);
  const ids = system ? (JSON.parse(String(system.value)) as string[]) : [];
  return [...ids, ...own.map(({ conversationId }) => conversationId)];
}
