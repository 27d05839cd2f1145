import { normalizeId } from '../../../protocol/record-ids.js';
import { limits } from '../../../protocol/limits.js';
import { command, query, type OwnManagement } from '../context.js';
import { given, limitOf, refuse, textOf } from '../checks/input.js';
import { nameOf } from '../checks/profiles.js';
import { byPlace, page, pageOf } from '../queries/paging.js';

/** Why messages can be reported, and which were. */
export const manageFlags: Pick<OwnManagement, 'reason.create' | 'reason.delete' | 'flag.list'> = {
  'reason.create': command(async ({ work }, params) => {
    const id = normalizeId('reason', params.id);
    const name = nameOf(params.name);
    const description = given(params.description, (value) =>
      textOf(value, 'description', limits.descriptionLength),
    );
    if (await work.get('reasons', id)) {
      throw refuse('already-exists', 'ERR_BAD_REQUEST', `There is a reason "${id}" already.`);
    }
    const count = await work.count('reasons', 'key');
    if (count >= limits.flagReasons) {
      throw refuse(
        'limit',
        'ERR_PLAN_QUOTA_RESTRICTION',
        `The app has ${count} reasons, which is the most. Delete one first.`,
      );
    }
    work.put('reasons', { id, name, ...(description !== undefined && { description }) });
    return {};
  }),

  'reason.delete': command(async ({ work }, params) => {
    const id = normalizeId('reason', params.id);
    if (!(await work.get('reasons', id))) {
      throw refuse('not-found', 'INVALID_REASON_ID', `There is no reason "${id}".`);
    }
    work.delete('reasons', id);
    return {};
  }),

  'flag.list': query(async ({ work, show }, params) => {
    const limit = limitOf('flag.list', params.limit);
    const rows = await work.range('flags', 'at', { reverse: true });
    const { items, after } = pageOf(rows, byPlace, { after: params.after, limit });
    const messages = await Promise.all(items.map((row) => work.get('messages', row.messageId)));
    for (const { uid } of items) show.user(uid);
    for (const message of messages) if (message) show.message(message);
    const flags = items.map(({ rev: _, remark, ...flag }) => ({
      ...flag,
      ...(remark !== undefined && { remark }),
    }));
    const ids = flags.map(({ messageId }) => messageId);
    return { ...page(ids, after, rows.length), flags, changes: await show.changes() };
  }),
};
