import { computed } from 'nanostores';
import { ChatError } from '../protocol/errors.js';
import { limits } from '../protocol/limits.js';
import type { Params } from '../protocol/operations.js';
import type { Call } from '../protocol/records.js';
import type { Core } from './core.js';
import { keepItems } from './memo.js';
import { queryOf } from './queries.js';
import { normalize } from './targets.js';
import type { ChatClient } from './types.js';

type Ending = Params<'call.end'>['status'];
const lane = { lane: 'calls', volatile: true };

const isOpen = ({ status, removedAt }: Call) =>
  (status === 'initiated' || status === 'ongoing') && removedAt === undefined;

export function createCalls(core: Core): ChatClient['calls'] {
  let former: readonly Call[] = [];
  const { tables } = core;

  const $calls = computed(tables.atoms.calls, (calls) => {
    return (former = keepItems(former, [...calls.values()].filter(isOpen)));
  });
  const activeOf = (calls: readonly Call[]) =>
    calls.find(({ participants }) => participants.includes(core.me() ?? ''));

  async function end(id: string, status: Ending): Promise<void> {
    await core.command('call.end', { id, status }, lane);
  }

  // Whoever is in a call is busy for the next one; in a group nobody rings.
  tables.onApplied(({ calls = [] }) => {
    for (const { before, after: call, arrival } of calls) {
      const rings = call.status === 'initiated' && call.initiator !== core.me();
      if (before || !arrival.live || !rings || call.receiverType !== 'user') continue;
      const active = activeOf([...tables.atoms.calls.get().values()].filter(isOpen));
      if (active && active.id !== call.id) end(call.id, 'busy').catch(() => undefined);
    }
  });

  async function start(target: Parameters<ChatClient['calls']['start']>[0], type: Call['type']) {
    const active = activeOf($calls.get());
    if (active) {
      throw new ChatError('conflict', 'You are in a call already. End it before the next one.', {
        detail: 'CALL_ALREADY_INITIATED',
      });
    }
    const id = core.environment.id();
    await core.command('call.start', { id, target: normalize(target), type }, lane);
    core.environment.after(limits.callTimeout, () => {
      if (tables.get('calls', id)?.status === 'initiated')
        end(id, 'unanswered').catch(() => undefined);
    });
    return recordOf(id);
  }

  function recordOf(id: string): Call {
    const call = tables.get('calls', id);
    if (call) return call;
    throw new ChatError('not-found', `There is no call ${id}, or you may not see it.`);
  }

  return {
    $calls,
    $active: computed($calls, activeOf),
    start,
    async accept(id) {
      const active = activeOf($calls.get());
      if (active && active.id !== id) await end(active.id, endingOf(active, core.me()));
      await core.command('call.accept', { id }, lane);
    },
    reject: (id) => end(id, 'rejected'),
    end: (id) => end(id, endingOf(recordOf(id), core.me())),
    async get(id) {
      await core.query('call.get', { id });
      return recordOf(id);
    },
    query: (filter = {}) => queryOf(core, 'call.list', 'calls', filter),
  };
}

/** A call that nobody has answered is cancelled by whoever made it, and rejected by the other. */
function endingOf({ status, initiator }: Call, me: string | undefined): Ending {
  if (status === 'ongoing') return 'ended';
  return initiator === me ? 'cancelled' : 'rejected';
}
