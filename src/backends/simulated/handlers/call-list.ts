import { isMissed } from '../../../protocol/calls.js';
import { conversationId } from '../../../protocol/ids.js';
import { appUser } from '../../../protocol/management.js';
import type { CallQuery } from '../../../protocol/queries.js';
import { readablePlace } from '../rules/access.js';
import { query, type Context, type Handlers } from '../context.js';
import { given, limitOf, mintedId, oneOf, targetOf, timeOf } from '../checks/input.js';
import { compareKeys, shownPage } from '../queries/paging.js';
import { placeOf } from '../places.js';
import type { CallRow } from '../storage/rows.js';
import { callNotFound } from '../rules/policy.js';

const statuses = [
  ...['initiated', 'ongoing', 'unanswered', 'rejected', 'busy', 'cancelled', 'ended'],
  'missed',
] as const satisfies readonly CallQuery['status'][];

/** Records of calls, newest first. */
export const callList: Pick<Handlers, 'call.list' | 'call.get'> = {
  'call.list': query(async (context, params) => {
    const limit = limitOf('call.list', params.limit);
    const fits = await filterOf(context, params);
    const rows: CallRow[] = [];
    for (const row of await context.work.range('calls', 'key')) {
      if (fits(row) && (await maySee(context, row))) rows.push(row);
    }
    const key = (row: CallRow) => [-row.initiatedAt, row.id];
    rows.sort((a, b) => compareKeys(key(a), key(b)));
    return shownPage(
      rows,
      key,
      { after: params.after, limit },
      ({ id }) => id,
      (row) => context.show.call(row),
    );
  }),

  'call.get': query(async (context, params) => {
    const id = mintedId(params.id, 'call id');
    const row = await context.work.get('calls', id);
    if (!row || !(await maySee(context, row))) throw callNotFound(id);
    context.show.call(row);
    return {};
  }),
};

/** Those between whom it was, whoever is in the group now, and the app itself. */
export async function maySee({ work, me }: Context, call: CallRow): Promise<boolean> {
  return (await placeOf(work, me, call.conversationId)).rank !== 'stranger';
}

async function filterOf(
  context: Context,
  params: { readonly [K in keyof CallQuery]?: unknown },
): Promise<(row: CallRow) => boolean> {
  const { me } = context;
  const target = given(params.target, targetOf);
  const type = given(params.type, (value) =>
    oneOf(value, ['audio', 'video'], 'type', 'ERROR_INVALID_TYPE'),
  );
  const receiverType = given(params.receiverType, (value) =>
    oneOf(value, ['user', 'group'], 'receiverType', 'INVALID_RECEIVER_TYPE'),
  );
  const status = given(params.status, (value) =>
    oneOf(value, statuses, 'status', 'INVALID_STATUS_VALUE'),
  );
  const direction = given(params.direction, (value) =>
    oneOf(value, ['incoming', 'outgoing'], 'direction', 'INVALID_DIRECTION_VALUE'),
  );
  const since = given(params.since, (value) => timeOf(value, 'since')) ?? 0;
  const until = given(params.until, (value) => timeOf(value, 'until')) ?? Infinity;
  if (target) await readablePlace(context, target);
  // The app itself calls nobody: it asks for somebody.
  const person = me === appUser ? target?.uid : undefined;
  const whose = person ?? me;
  const place = target && person === undefined ? conversationId(me, target) : undefined;
  return (row) =>
    (place === undefined || row.conversationId === place) &&
    (person === undefined || peopleOf(row).includes(person)) &&
    (type === undefined || row.type === type) &&
    (receiverType === undefined || row.receiverType === receiverType) &&
    (status === undefined ||
      (status === 'missed' ? isMissed(row, whose) : row.status === status)) &&
    (direction === undefined || (direction === 'outgoing') === (row.initiator === whose)) &&
    row.initiatedAt >= since &&
    row.initiatedAt < until;
}

function peopleOf({ initiator, receiver, participants, stays = [] }: CallRow): readonly string[] {
  return [initiator, receiver, ...participants, ...stays.map(({ uid }) => uid)];
}
