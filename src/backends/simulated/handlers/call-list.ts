import { conversationId } from '../../../protocol/ids.js';
import { readablePlace } from '../access.js';
import { query, type Context, type Handlers } from '../context.js';
import { given, limitOf, mintedId, oneOf, targetOf } from '../input.js';
import { page, pageOf } from '../paging.js';
import { placeOf } from '../places.js';
import type { CallRow } from '../storage/rows.js';
import { callNotFound } from '../policy.js';

const statuses = [
  ...(['initiated', 'ongoing', 'unanswered', 'rejected', 'busy', 'cancelled', 'ended'] as const),
];

/** Records of calls, newest first. */
export const callList: Pick<Handlers, 'call.list' | 'call.get'> = {
  'call.list': query(async (context, params) => {
    const { work, me, show } = context;
    const limit = limitOf('call.list', params.limit);
    const type = given(params.type, (value) =>
      oneOf(value, ['audio', 'video'] as const, 'type', 'ERROR_INVALID_TYPE'),
    );
    const status = given(params.status, (value) =>
      oneOf(value, statuses, 'status', 'INVALID_STATUS_VALUE'),
    );
    const target = given(params.target, targetOf);
    if (target) await readablePlace(context, target);
    const place = target && conversationId(me, target);
    const rows: CallRow[] = [];
    for (const row of await work.range('calls', 'key')) {
      const fits =
        (type === undefined || row.type === type) &&
        (status === undefined || row.status === status) &&
        (place === undefined || row.conversationId === place);
      if (fits && (await maySee(context, row))) rows.push(row);
    }
    const key = (row: CallRow) => [-row.initiatedAt, row.id];
    rows.sort((a, b) => b.initiatedAt - a.initiatedAt || (a.id < b.id ? -1 : 1));
    const { items, after } = pageOf(rows, key, { after: params.after, limit });
    await Promise.all(items.map((row) => show.call(row)));
    return page(
      items.map(({ id }) => id),
      after,
      rows.length,
    );
  }),

  'call.get': query(async (context, params) => {
    const id = mintedId(params.id, 'call id');
    const row = await context.work.get('calls', id);
    if (!row || !(await maySee(context, row))) throw callNotFound(id);
    await context.show.call(row);
    return {};
  }),
};

/** Those between whom it was, whoever is in the group now, and the app itself. */
export async function maySee({ work, me }: Context, call: CallRow): Promise<boolean> {
  return (await placeOf(work, me, call.conversationId)).rank !== 'stranger';
}
