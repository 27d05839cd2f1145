import { readableMessage, type ReadableMessage } from '../rules/access.js';
import { command, query, type Context, type Handlers } from '../context.js';
import { limitOf, mintedId, refuse, textOf } from '../checks/input.js';
import { byPlace, page, pageOf } from '../queries/paging.js';
import { demandMessageAction } from '../rules/policy.js';
import type { ReactionRow } from '../storage/rows.js';

/** Longer than any emoji with all its joiners. */
const reactionLength = 64;

export const reactions: Pick<Handlers, 'reaction.add' | 'reaction.remove' | 'reaction.list'> = {
  'reaction.add': command(async (context, params) => {
    const reaction = reactionOf(params.reaction);
    await change(context, params.id, (list) => {
      const found = list.find((row) => row.reaction === reaction);
      if (!found) return [...list, { reaction, by: [own(context)] }];
      if (found.by.some(({ uid }) => uid === context.me)) return list;
      const grown = { reaction, by: [...found.by, own(context)] };
      return list.map((row) => (row === found ? grown : row));
    });
    return {};
  }),

  'reaction.remove': command(async (context, params) => {
    const reaction = reactionOf(params.reaction);
    await change(context, params.id, (list) =>
      list
        .map((row) =>
          row.reaction === reaction
            ? { reaction, by: row.by.filter(({ uid }) => uid !== context.me) }
            : row,
        )
        .filter(({ by }) => by.length > 0),
    );
    return {};
  }),

  'reaction.list': query(async (context, params) => {
    const limit = limitOf('reaction.list', params.limit);
    const wanted = params.reaction === undefined ? undefined : reactionOf(params.reaction);
    const { row } = await readableMessage(context, mintedId(params.id, 'message id'));
    const all = (row.reactions ?? [])
      .filter(({ reaction }) => wanted === undefined || reaction === wanted)
      .flatMap(({ reaction, by }) => by.map(({ uid, at }) => ({ reaction, uid, at })))
      .sort((a, b) => a.at - b.at);
    const { items, after } = pageOf(all, byPlace, { after: params.after, limit });
    context.show.message(row);
    for (const { uid } of items) context.show.user(uid);
    return {
      ...page(
        items.map(({ uid }) => uid),
        after,
        all.length,
      ),
      reactions: items.map(({ reaction, uid, at }) => ({ reaction, uid, at })),
    };
  }),
};

function own({ me, now }: Context) {
  return { uid: me, at: now };
}

function reactionOf(value: unknown): string {
  const reaction = textOf(value, 'reaction', reactionLength);
  if (reaction !== '' && !/\s/.test(reaction)) return reaction;
  throw refuse('invalid', 'INVALID_REACTION', 'A reaction is one emoji, without spaces.');
}

async function change(
  context: Context,
  id: unknown,
  act: (list: readonly ReactionRow[]) => readonly ReactionRow[],
): Promise<ReadableMessage> {
  const found = await readableMessage(context, mintedId(id, 'message id'));
  const { row, place } = found;
  demandMessageAction(place, context.me, row, 'react');
  const before = row.reactions ?? [];
  const after = act(before);
  context.work.put('messages', {
    ...row,
    reactions: after.length > 0 ? after : undefined,
    changedAt: context.now,
  });
  return found;
}
