import { conversationId } from '../../../protocol/ids.js';
import { appUser } from '../../../protocol/management.js';
import { readablePlace } from '../rules/access.js';
import { query, type Context, type Handlers } from '../context.js';
import { filterOf, type Keep } from '../queries/filters.js';
import { limitOf, targetOf } from '../checks/input.js';
import { isThere } from '../rules/moderation.js';
import { byPlace, compareKeys, fromCursor, page, shownPage, toCursor } from '../queries/paging.js';
import { conversationsOf, placeOf, stateOf } from '../places.js';
import { conversationSource, seqAt, type Source } from '../queries/scan.js';
import type { ConversationRow, MessageRow, StateRow } from '../storage/rows.js';
import type { Key } from '../storage/storage.js';

export const messageSearch: Pick<Handlers, 'message.search'> = {
  'message.search': query(async (context, params) => {
    const limit = limitOf('message.search', params.limit);
    const places = await placesOf(context, params.target);
    const read = new Map(places.map(({ row, state }) => [row.id, state.readSeq]));
    const sieve = await filterOf(context, params, (id) => read.get(id) ?? 0);
    const keep: Keep = (row) => isThere(row, context.me) && (!sieve || sieve(row));
    if (params.saved === true)
      return savedOnes(context, places, keep, { after: params.after, limit });
    const after = params.after === undefined ? undefined : fromCursor(params.after);
    const streams = await Promise.all(places.map((place) => open(context, place, after)));
    const { rows, next } = await merge(streams, limit, keep);
    for (const row of rows) context.show.message(row);
    return page(
      rows.map(({ id }) => id),
      next && toCursor(next),
    );
  }),
};

interface Readable {
  readonly row: ConversationRow;
  readonly state: StateRow;
}

async function placesOf(context: Context, target: unknown): Promise<readonly Readable[]> {
  const { work, me } = context;
  let rows: readonly ConversationRow[];
  if (target === undefined) {
    rows =
      me === appUser
        ? (await work.range('conversations', 'key')).filter(({ type }) => type === 'group')
        : await conversationsOf(work, me);
  } else {
    const to = targetOf(target);
    await readablePlace(context, to);
    const row = await work.get('conversations', conversationId(me, to));
    rows = row ? [row] : [];
  }
  const places = await Promise.all(
    rows.map(async (row) => {
      const place = await placeOf(work, me, row.id);
      return { row, state: await stateOf(work, place, me), rank: place.rank };
    }),
  );
  return places.filter(({ rank }) => rank !== 'stranger');
}

async function savedOnes(
  context: Context,
  places: readonly Readable[],
  keep: Keep,
  paging: { readonly after: unknown; readonly limit: number },
) {
  const { work, me, show } = context;
  const floors = new Map(places.map(({ row, state }) => [row.id, state.clearedSeq]));
  const saved = await work.range('saved', 'at', { prefix: [me], reverse: true });
  const rows = await Promise.all(saved.map(({ messageId }) => work.get('messages', messageId)));
  const seen = rows.filter(
    (row) =>
      row !== undefined && row.seq > (floors.get(row.conversationId) ?? Infinity) && keep(row),
  ) as MessageRow[];
  return shownPage(
    seen,
    byPlace,
    paging,
    ({ id }) => id,
    (row) => show.message(row),
  );
}

/** Newest first over all conversations, those of one millisecond too: what stands first in any of them is next. */
const keyOf = ({ sentAt, conversationId, seq }: MessageRow): Key => [-sentAt, conversationId, -seq];
const chunk = 100;
const budget = 20_000;

interface Stream {
  readonly source: Source;
  rows: MessageRow[];
  seq: number;
  done: boolean;
}

async function open(
  { work }: Context,
  { row, state }: Readable,
  after: Key | undefined,
): Promise<Stream> {
  const source = conversationSource(work, row, state.clearedSeq);
  // Messages of the cursor's own millisecond are looked at again, and those before it are dropped.
  const seq = after ? await seqAt(work, row, -Number(after[0]) + 1) : row.seq + 1;
  const stream: Stream = { source, rows: [], seq, done: false };
  await fill(stream);
  while (after && stream.rows[0] && compareKeys(keyOf(stream.rows[0]), after) <= 0) {
    stream.rows.shift();
    if (stream.rows.length === 0) await fill(stream);
  }
  return stream;
}

async function fill(stream: Stream): Promise<void> {
  if (stream.done) return;
  const rows = await stream.source.before(stream.seq, chunk);
  stream.rows = [...rows];
  stream.seq = rows.at(-1)?.seq ?? 0;
  stream.done = rows.length < chunk;
}

async function merge(streams: readonly Stream[], limit: number, keep: Keep) {
  const rows: MessageRow[] = [];
  let last: Key | undefined;
  for (let seen = 0; seen < budget; seen++) {
    const heads = streams.filter((stream) => stream.rows.length > 0);
    const [first] = heads.sort((a, b) => compareKeys(keyOf(a.rows[0]!), keyOf(b.rows[0]!)));
    if (!first) return { rows, next: null };
    const row = first.rows[0]!;
    const fits = keep(row);
    if (fits && rows.length === limit) return { rows, next: last ?? null };
    if (fits) rows.push(row);
    last = keyOf(row);
    first.rows.shift();
    if (first.rows.length === 0) await fill(first);
  }
  return { rows, next: last ?? null };
}
