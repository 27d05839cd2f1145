import type { Target } from '../../../protocol/ids.js';
import { appUser } from '../../../protocol/management.js';
import type { MessageDraft } from '../../../protocol/operations.js';
import { command, query, type Context, type OwnManagement } from '../context.js';
import {
  booleanOf,
  given,
  limitOf,
  mintedId,
  objectOf,
  oneOf,
  refuse,
  textsOf,
  uidOf,
} from '../checks/input.js';
import { asSeenBy, isHeld, setWaiting, waiting } from '../rules/moderation.js';
import { byPlace, type PageAsked, shownPage } from '../queries/paging.js';
import { placeOf } from '../places.js';
import { messageNotFound } from '../rules/policy.js';
import { erase, withdraw } from '../changes/removal.js';
import { demandUnrestricted } from '../rules/roles.js';
import { personOf } from '../signin.js';
import { lookUp } from '../previews.js';
import type { MessageRow } from '../storage/rows.js';
import { release } from '../changes/timeline.js';
import { batchSize, each } from '../checks/each.js';
import { applyEdit, messageChanges } from './message-changes.js';
import { messageSend, reply } from './message-send.js';

/** What the app does with messages beside what members may do. */
export const manageMessages: Pick<
  OwnManagement,
  'message.delete' | 'message.moderate' | 'message.waiting' | 'message.sendAll' | 'message.pinned'
> = {
  'message.delete': command(async (context, params) => {
    const permanent = given(params.permanent, (value) => booleanOf(value, 'permanent'));
    if (!permanent)
      return messageChanges['message.delete'].run(context, { id: params.id }, undefined);
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
    const { edit } = row;
    if (edit && (edit.moderation === 'pending' || status === 'approved')) {
      if (status === 'approved') {
        const after = { ...asSeenBy(row, edit.editedBy), moderation: status };
        await applyEdit(context, row, after, place.large);
      } else work.put('messages', { ...row, edit: { ...edit, moderation: status, rev: work.rev } });
      await setWaiting(context, row.id, false);
      return {};
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
      const released = await release(context, row);
      lookUp(context, released);
      const parent = row.parentId && (await work.get('messages', row.parentId));
      if (parent) await reply(context, parent, released);
    }
    await setWaiting(context, row.id, false);
    return {};
  }),

  'message.waiting': query(async (context, params) => {
    const ids = await waiting(context);
    const rows = await Promise.all(ids.map((id) => context.work.get('messages', id)));
    const limit = limitOf('message.waiting', params.limit);
    return listed(
      context,
      rows.filter((row) => row !== undefined),
      { after: params.after, limit },
    );
  }),

  'message.pinned': query(async (context, params) => {
    const rows = await context.work.range('messages', 'pinned');
    const own = rows.filter(({ pinnedBy }) => pinnedBy === appUser);
    own.sort((a, b) => b.pinnedAt! - a.pinnedAt! || (a.id < b.id ? 1 : -1));
    const limit = limitOf('message.pinned', params.limit);
    return listed(context, own, { after: params.after, limit });
  }),

  'message.sendAll': command(async (context, params) => {
    const sender = given(params.sender, uidOf);
    if (sender !== undefined) await personOf(context.work, sender);
    const draft = objectOf(params.message, 'message') as Omit<MessageDraft, 'id'>;
    const [uids = [], guids = []] = [params.uids, params.guids].map((ids, i) =>
      given(ids, (list) => distinct(textsOf(list, i === 0 ? 'uids' : 'guids'))),
    );
    batchSize([...uids, ...guids]);
    const as = { ...context, me: sender ?? context.me };
    const send = async (target: Target) => {
      if (sender !== undefined) {
        await demandUnrestricted(context.work, sender, 'message.send', { target });
      }
      const message = { ...draft, id: context.environment.id() };
      await messageSend['message.send'].run(as, { target, message }, undefined);
      return { id: message.id };
    };
    const users = await each(uids, (uid) => send({ uid }));
    const groups = await each(guids, (guid) => send({ guid }));
    return { users: users.results, groups: groups.results };
  }),
};

const distinct = (ids: readonly string[]) => [...new Set(ids.map((id) => id.toLowerCase()))];

/** Pages of what the app may see of rows in this order. */
async function listed({ show }: Context, rows: readonly MessageRow[], asked: PageAsked) {
  const found = shownPage(
    rows,
    byPlace,
    asked,
    ({ id }) => id,
    (row) => show.message(row),
  );
  return { ...found, changes: await show.changes() };
}

/** Of a group or of two people, as its author stands there. */
async function anyMessage({ work }: Context, given: unknown) {
  const id = mintedId(given, 'message id');
  const row = await work.get('messages', id);
  if (!row || row.removedAt !== undefined) throw messageNotFound(id);
  return { row, place: await placeOf(work, row.sender, row.conversationId) };
}
