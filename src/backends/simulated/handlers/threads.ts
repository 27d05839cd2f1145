import { conversationId } from '../../../protocol/ids.js';
import { readableMessage, readablePlace } from '../rules/access.js';
import { command, mark, query, type Context, type Handlers } from '../context.js';
import { booleanOf, given, limitOf, mintedId, refuse, targetOf } from '../checks/input.js';
import { isThere } from '../rules/moderation.js';
import { compareKeys, shownPage } from '../queries/paging.js';
import { conversationsOf, placeOf, stateOf } from '../places.js';
import { demandMessageAction } from '../rules/policy.js';
import type { MessageRow } from '../storage/rows.js';
import { isThread, readReplies, subscribe } from '../changes/subscriptions.js';

/** M7: threads and who is told of their replies. */
export const threads: Pick<Handlers, 'thread.list' | 'thread.subscribe' | 'thread.read'> = {
  'thread.list': query(async (context, params) => {
    const limit = limitOf('thread.list', params.limit);
    const participated =
      given(params.participated, (value) => booleanOf(value, 'participated')) ?? true;
    const rows = (await Promise.all((await places(context, params.target)).map(parents(context))))
      .flat()
      .filter((row) => row.replyCount);
    const mine = participated ? await filter(rows, (row) => takesPart(context, row)) : rows;
    const key = (row: MessageRow) => [-(row.lastReplyAt ?? row.sentAt), row.id];
    const sorted = [...mine].sort((a, b) => compareKeys(key(a), key(b)));
    return shownPage(
      sorted,
      key,
      { after: params.after, limit },
      ({ id }) => id,
      (row) => context.show.message(row),
    );
  }),

  'thread.subscribe': command(async (context, params) => {
    const subscribed = booleanOf(params.subscribed, 'subscribed');
    const { row, place } = await readableMessage(context, mintedId(params.id, 'parent message id'));
    if (subscribed) demandMessageAction(place, context.me, row, 'reply');
    if (!isThread(row)) {
      throw refuse(
        'invalid',
        'INVALID_PARENT_MESSAGE_ID',
        `"${row.id}" begins no thread: name the first message of one.`,
      );
    }
    await subscribe(context.work, row, context.me, subscribed);
    context.show.message(row);
    return {};
  }),

  'thread.read': mark(async (context, params) => {
    const { work, me } = context;
    const { row, place } = await readableMessage(context, mintedId(params.id, 'message id'));
    const { parentId, seq } = row;
    if (parentId === undefined || place.large) return {};
    await readReplies(work, parentId, me, seq);
    return {};
  }),
};

async function places({ work, me, ...context }: Context, given: unknown) {
  if (given === undefined) return conversationsOf(work, me);
  const target = targetOf(given);
  await readablePlace({ work, me, ...context }, target);
  const row = await work.get('conversations', conversationId(me, target));
  return row ? [row] : [];
}

function parents({ work, me }: Context) {
  return async ({ id }: { readonly id: string }) => {
    const place = await placeOf(work, me, id);
    if (place.rank === 'stranger') return [];
    const { clearedSeq } = await stateOf(work, place, me);
    const rows = await work.range('messages', 'threads', { prefix: [id] });
    return rows.filter((row) => row.seq > clearedSeq && isThere(row, me));
  };
}

async function takesPart({ work, me }: Context, row: MessageRow): Promise<boolean> {
  if (row.sender === me) return true;
  const replies = await work.range('messages', 'thread', { prefix: [row.id] });
  return replies.some(({ sender, deletedAt }) => sender === me && deletedAt === undefined);
}

async function filter<T>(list: readonly T[], keep: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept = await Promise.all(list.map(keep));
  return list.filter((_, index) => kept[index]);
}
