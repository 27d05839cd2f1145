import { existing, readableMessage, visibleGroup } from '../rules/access.js';
import { query, type Handlers } from '../context.js';
import { guidOf, mintedId, uidOf } from '../checks/input.js';
import { demandActive } from '../rules/policy.js';

/** One record, by its name. */
export const records: Pick<
  Handlers,
  'user.get' | 'group.get' | 'conversation.get' | 'message.get'
> = {
  'user.get': query(async ({ work, show }, params) => {
    const uid = uidOf(params.uid);
    demandActive(uid, await work.get('users', uid));
    show.user(uid);
    return {};
  }),

  'group.get': query(async (context, params) => {
    const { group } = await visibleGroup(context, guidOf(params.guid));
    context.show.group(group.guid);
    return {};
  }),

  'conversation.get': query(async (context, params) => {
    const { row } = await existing(context, params.target);
    context.show.conversation(row.id);
    return {};
  }),

  'message.get': query(async (context, params) => {
    const { row } = await readableMessage(context, mintedId(params.id, 'message id'));
    context.show.message(row);
    return {};
  }),
};
