import { conversationId } from '../../../protocol/ids.js';
import type { Params } from '../../../protocol/operations.js';
import type { MessagePosition, Page } from '../../../protocol/queries.js';
import { hasBegun, readableMessage, readablePlace } from '../rules/access.js';
import { query, type Context, type Handlers } from '../context.js';
import { filterOf } from '../queries/filters.js';
import { limitOf, mintedId, objectOf, refuse, targetOf, timeOf } from '../checks/input.js';
import { isThere } from '../rules/moderation.js';
import { fromCursor, toCursor } from '../queries/paging.js';
import { stateOf } from '../places.js';
import { messageNotFound } from '../rules/policy.js';
import {
  arraySource,
  conversationSource,
  seqAt,
  take,
  threadSource,
  type Sieve,
  type Source,
  type Stretch,
} from '../queries/scan.js';
import type { ConversationRow, MessageRow } from '../storage/rows.js';

export const messageList: Pick<Handlers, 'message.list'> = {
  'message.list': query(async (context, params) => {
    const limit = limitOf('message.list', params.limit);
    const target = targetOf(params.target);
    const place = await readablePlace(context, target);
    const id = conversationId(context.me, target);
    const state = await stateOf(context.work, place, context.me);
    const keep = await filterOf(context, params, () => state.readSeq);
    const there = (message: MessageRow) => isThere(message, context.me);
    const parentId = await threadOf(context, id, params.parentId);
    const opens = !goesOn(params.position);
    if (opens && target.guid !== undefined) context.show.group(target.guid);
    if (opens && target.uid !== undefined) context.show.user(target.uid);
    const row = await context.work.get('conversations', id);
    if (!row) return { ids: [], before: null, after: null };
    const source = await sourceOf(context, row, state.clearedSeq, params, parentId);
    const found = await pageAt(context, { row, source, limit, there, keep }, params.position);
    if (opens && hasBegun(row, state)) context.show.conversation(id);
    for (const message of found.rows) context.show.message(message);
    return {
      ids: found.rows.map((message) => message.id),
      before: found.before === null ? null : toCursor([found.before]),
      after: found.after === null ? null : toCursor([found.after]),
    } satisfies Page;
  }),
};

function goesOn(position: unknown): boolean {
  return (
    typeof position === 'object' &&
    position !== null &&
    ('before' in position || 'after' in position)
  );
}

async function threadOf(
  context: Context,
  id: string,
  parent: unknown,
): Promise<string | undefined> {
  if (parent === undefined) return undefined;
  const { row } = await readableMessage(context, mintedId(parent, 'parent message id'));
  if (row.conversationId !== id) throw messageNotFound(row.id);
  context.show.message(row);
  return row.id;
}

async function sourceOf(
  { work }: Context,
  row: ConversationRow,
  floor: number,
  params: Params<'message.list'>,
  parentId: string | undefined,
): Promise<Source> {
  if (parentId !== undefined) return threadSource(work, parentId, floor);
  if (params.pinned !== true) return conversationSource(work, row, floor);
  const pinned = await work.range('messages', 'pinned', { prefix: [row.id] });
  return arraySource(pinned.filter(({ seq }) => seq > floor));
}

interface Asked extends Sieve {
  readonly row: ConversationRow;
  readonly source: Source;
  readonly limit: number;
}
interface Found {
  readonly rows: Stretch['rows'];
  readonly before: number | null;
  readonly after: number | null;
}

/** M4: ascending inside a page, whatever the direction. */
async function pageAt(context: Context, asked: Asked, position: MessagePosition): Promise<Found> {
  const { row, source, limit } = asked;
  if (position === 'end' || position === undefined) {
    const { rows, next } = await take(source.before, Infinity, limit, asked);
    return { rows: rows.slice().reverse(), before: next, after: null };
  }
  if (position === 'start') {
    const { rows, next } = await take(source.after, 0, limit, asked);
    return { rows, before: null, after: next };
  }
  const place = objectOf(position, 'position') as Record<string, unknown>;
  if (place['before'] !== undefined) {
    const from = seqOf(place['before']);
    const { rows, next } = await take(source.before, from, limit, asked);
    return { rows: rows.slice().reverse(), before: next, after: rows[0]?.seq ?? from - 1 };
  }
  if (place['after'] !== undefined) {
    const from = seqOf(place['after']);
    const { rows, next } = await take(source.after, from, limit, asked);
    return { rows, before: rows[0]?.seq ?? from + 1, after: next };
  }
  if (place['around'] !== undefined) {
    const { row: message } = await readableMessage(
      context,
      mintedId(place['around'], 'message id'),
    );
    if (message.conversationId !== row.id) throw messageNotFound(message.id);
    return around(asked, message.seq);
  }
  if (place['at'] !== undefined) {
    return around(asked, await seqAt(context.work, row, timeOf(place['at'], 'at')));
  }
  throw refuse(
    'invalid',
    'NOT_ENOUGH_PARAMETERS',
    'A position is "end", "start", or names one of before, after, around and at.',
  );
}

async function around(asked: Asked, seq: number): Promise<Found> {
  const { source, limit } = asked;
  const half = Math.floor(limit / 2);
  const [older, newer] = await Promise.all([
    half > 0 ? take(source.before, seq, half, asked) : { rows: [], next: seq },
    take(source.after, seq - 1, limit - half, asked),
  ]);
  return {
    rows: [...older.rows.slice().reverse(), ...newer.rows],
    before: older.next,
    after: newer.next,
  };
}

function seqOf(cursor: unknown): number {
  const [seq] = fromCursor(cursor);
  return typeof seq === 'number' ? seq : 0;
}
