import { command, query, type Context, type OwnManagement } from '../context.js';
import { booleanOf, given, limitOf, mintedId, oneOf, refuse } from '../input.js';
import { isHeld, setWaiting, waiting } from '../moderation.js';
import { page, pageOf } from '../paging.js';
import { placeOf } from '../places.js';
import { messageNotFound } from '../policy.js';
import { erase, withdraw } from '../removal.js';
import { release } from '../timeline.js';
import { messages, reply } from './messages.js';

/** What the app does with messages beside what members may do. */
export const manageMessages: Pick<
  OwnManagement,
  'message.delete' | 'message.moderate' | 'message.waiting'
> = {
  'message.delete': command(async (context, params) => {
    const permanent = given(params.permanent, (value) => booleanOf(value, 'permanent'));
    if (!permanent) return messages['message.delete'].run(context, { id: params.id }, undefined);
    const { row, place } = await anyMessage(context, params.id);
    await erase(context, row, place.large);
    return {};
  }),

  'message.moderate': command(async (context, params) => {
    const { work, now } = context;
    const status = oneOf(
      params.status,
      ['approved', 'disapproved'] as const,
      'status',
      'INVALID_STATUS_VALUE',
    );
    const { row, place } = await anyMessage(context, params.id);
    if (row.deletedAt !== undefined) throw messageNotFound(row.id);
    if (row.category !== 'message') {
      throw refuse(
        'forbidden',
        'ERR_MESSAGE_ACTION_NOT_ALLOWED',
        `A message of the category ${row.category} is not moderated.`,
      );
    }
    if (row.moderation === status) return {};
    if (status === 'disapproved' && !isHeld(row)) {
      await withdraw(context, row, place.large);
    } else if (status === 'disapproved' || !isHeld(row)) {
      work.put('messages', { ...row, moderation: status, changedAt: now });
    } else {
      if (place.blocked) {
        throw refuse(
          'blocked',
          'ERR_BLOCKED_RECEIVER',
          'The two are apart by a block meanwhile: nothing passes between them.',
        );
      }
      await release(context, row);
      const parent = row.parentId && (await work.get('messages', row.parentId));
      if (parent) await reply(context, parent, row.sender, row.mentions ?? []);
    }
    await setWaiting(context, row.id, false);
    return {};
  }),

  'message.waiting': query(async (context, params) => {
    const limit = limitOf('message.waiting', params.limit);
    const ids = await waiting(context);
    const { items, after } = pageOf(
      ids.map((id, index) => ({ id, index })),
      ({ index }) => [index],
      { after: params.after, limit },
    );
    for (const { id } of items) {
      const row = await context.work.get('messages', id);
      if (row) await context.show.message(row);
    }
    const found = page(
      items.map(({ id }) => id),
      after,
      ids.length,
    );
    return { ...found, changes: context.show.changes() };
  }),
};

/** Of a group or of two people, as its author stands there. */
async function anyMessage({ work }: Context, given: unknown) {
  const id = mintedId(given, 'message id');
  const row = await work.get('messages', id);
  if (!row || row.removedAt !== undefined) throw messageNotFound(id);
  return { row, place: await placeOf(work, row.sender, row.conversationId) };
}
