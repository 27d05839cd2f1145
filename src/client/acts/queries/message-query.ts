import { ChatError } from '../../../protocol/errors.js';
import type { MessagePosition, Page } from '../../../protocol/queries.js';
import type { Message } from '../../../protocol/records.js';
import type { Core } from '../../core.js';
import { queryOf, recordsOf } from './queries.js';
import { createTwoWayQuery } from './query.js';
import { checked } from './query-rules.js';
import { normalize } from '../../targets.js';
import type { MessageQuery, TwoWayQuery } from '../../stores/list-types.js';

/** Messages of one conversation from a place in it, or of all conversations, newest first. */
export function queryMessages(core: Core, query: MessageQuery): TwoWayQuery<Message> {
  const { target, from: given, ...rest } = query;
  if (target === undefined) return overAll(core, query);
  const filter = checked('message.list', rest);
  const from = given ?? (query.updatedAfter === undefined ? undefined : 'start');

  async function ask(position: MessagePosition): Promise<readonly [Page, readonly Message[]]> {
    const params = { ...filter, target: normalize(target!), position };
    const page = await core.query('message.list', params);
    return [page, recordsOf(core, 'messages', page.ids)];
  }

  return createTwoWayQuery<Message, MessagePosition>({
    start: typeof from === 'object' && 'id' in from ? { around: from.id } : (from ?? 'end'),
    forward: from !== undefined && from !== 'end',
    demand(side) {
      if (side === 'newer' && from === undefined) throw nowhere();
    },
    ask,
    async split(found) {
      if (from === 'start') return { older: [], newer: found };
      if (from === undefined || from === 'end') return { older: found, newer: [] };
      if ('at' in from) return halves(found, ({ sentAt }) => sentAt - from.at || 1);
      if (!core.tables.get('messages', from.id)) await core.query('message.get', { id: from.id });
      const place = core.tables.get('messages', from.id)?.seq ?? 0;
      return halves(found, ({ seq }) => seq - place);
    },
  });
}

/** What lies before the place and what lies after it; what stands there is known already. */
function halves(found: readonly Message[], side: (message: Message) => number) {
  return {
    older: found.filter((message) => side(message) < 0),
    newer: found.filter((message) => side(message) > 0),
  };
}

function overAll(core: Core, query: MessageQuery): TwoWayQuery<Message> {
  const { next, [Symbol.asyncIterator]: walk } = queryOf(core, 'message.search', 'messages', query);
  return {
    next: () => Promise.reject(nowhere()),
    previous: next,
    [Symbol.asyncIterator]: walk,
  };
}

function nowhere(): ChatError {
  return new ChatError(
    'invalid',
    'next() needs to know where to begin: give the query a target, and `from` (a message, a time, "start") or `updatedAfter`.',
    { detail: 'NOT_ENOUGH_PARAMETERS' },
  );
}
