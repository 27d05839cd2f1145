import type { Interaction, InteractionGoal } from '../../../protocol/records.js';
import { limits } from '../../../protocol/limits.js';
import { readableMessage } from '../rules/access.js';
import { command, type Handlers } from '../context.js';
import { mintedId, refuse, textOf } from '../checks/input.js';
import { demandMessageAction } from '../rules/policy.js';

/** M8: what people do with forms, cards and the like. */
export const interactions: Pick<Handlers, 'message.interact'> = {
  'message.interact': command(async (context, params) => {
    const { work, me, now, emit } = context;
    const id = mintedId(params.id, 'message id');
    const elementId = textOf(params.elementId, 'elementId', limits.idLength);
    if (elementId === '') {
      throw refuse('invalid', 'INVALID_ELEMENT_ID', 'Name the element that was interacted with.');
    }
    const { row, place } = await readableMessage(context, id);
    demandMessageAction(place, me, row, 'interact');
    const before = await work.get('interactions', id, me);
    const done = before?.interactions ?? [];
    if (done.some((one) => one.elementId === elementId)) return {};
    if (done.length >= limits.interactionElements) {
      throw refuse('limit', 'ERR_BAD_REQUEST', `${done.length} elements were used already.`);
    }
    const after = [...done, { elementId, at: now }];
    const completed = before?.goalCompletedAt === undefined && meets(row.interactionGoal, after);
    const goalCompletedAt = completed ? now : before?.goalCompletedAt;
    work.put('interactions', { messageId: id, uid: me, interactions: after, goalCompletedAt });
    if (completed) {
      const { conversationId } = row;
      const event = { type: 'goal', conversationId, messageId: id, uid: me, at: now } as const;
      emit(event, [...new Set([row.sender, me])]);
    }
    return {};
  }),
};

function meets(goal: InteractionGoal | undefined, done: readonly Interaction[]): boolean {
  const ids = goal?.elementIds ?? [];
  const has = (id: string) => done.some(({ elementId }) => elementId === id);
  if (goal?.type === 'anyAction') return done.length > 0;
  if (goal?.type === 'anyOf') return ids.some(has);
  return goal?.type === 'allOf' && ids.every(has);
}
