import { atom, computed, onMount, type WritableAtom } from 'nanostores';
import type { Session } from '../../protocol/backend.js';
import { isMissed, isOpen } from '../../protocol/calls.js';
import { pageLimits } from '../../protocol/page-limits.js';
import type { CallQuery } from '../../protocol/queries.js';
import type { Call } from '../../protocol/records.js';
import type { CallFeature, OwnCall } from '../call-types.js';
import { keepFresh } from '../session/keep-fresh.js';
import { createList } from '../stores/list.js';
import { keepItems } from '../stores/memo.js';
import type { RecordTables } from '../stores/table.js';
import { conversationOf } from '../targets.js';
import type { ActCore } from './act-core.js';
import { createCallVerbs } from './call-verbs.js';
import { queryOf } from './queries/queries.js';

export function createCalls(
  core: ActCore,
  $mine: WritableAtom<OwnCall | undefined>,
  onNews: RecordTables['onApplied'],
): Omit<CallFeature, '$own' | 'dismiss'> {
  let former: readonly Call[] = [];
  const { tables } = core;
  const $ending = atom<readonly string[]>([]);

  const $open = computed([tables.atoms.calls, $ending], (calls, ending) => {
    const open = [...calls.values()].filter((call) => isOpen(call) && !ending.includes(call.id));
    return (former = keepItems(former, open));
  });
  const activeOf = (calls: readonly Call[]) =>
    calls.find(({ participants }) => participants.includes(core.me() ?? ''));

  const verbs = createCallVerbs(core, { $mine, $ending, $open, activeOf });

  const $calls = computed($open, (calls) => calls);
  onMount($calls, () => {
    let known: Session | undefined;
    return keepFresh(core, 'call.list', async (missed) => {
      const session = core.$session.get();
      if (!session || !core.can('calls') || (known === session && !missed)) return;
      await verbs.fetchOpen();
      known = session;
    });
  });

  // Whoever is in a call is busy for the next one; in a group nobody rings.
  onNews(({ calls = [] }) => {
    for (const { before, after: call, arrival } of calls) {
      const rings = call.status === 'initiated' && call.initiator !== core.me();
      if (before || !arrival.live || !rings || call.receiverType !== 'user') continue;
      const active = activeOf([...tables.atoms.calls.get().values()].filter(isOpen));
      if (!active || active.id === call.id) continue;
      void verbs.busy(call.id);
    }
  });

  return {
    $calls,
    $active: computed($calls, activeOf),
    ...verbs,
    list: (query = {}) =>
      createList<'calls', Call>(core, {
        table: 'calls',
        limit: pageLimits['call.list'][0],
        fetch: (page) => core.query('call.list', { ...query, ...page }),
        item: (call) => call,
        belongs: (call) => belongs(call, query, core.me()),
        compare: (a, b) => b.initiatedAt - a.initiatedAt || (a.id < b.id ? -1 : 1),
      }),
    query: (filter = {}) => queryOf(core, 'call.list', 'calls', filter),
  };
}

function belongs(call: Call, query: CallQuery, me: string | undefined): boolean {
  const { target, receiverType, type, status, direction, since = 0, until = Infinity } = query;
  return (
    (target === undefined || call.conversationId === conversationOf(me, target)) &&
    (receiverType === undefined || call.receiverType === receiverType) &&
    (type === undefined || call.type === type) &&
    (status === undefined || (status === 'missed' ? isMissed(call, me) : call.status === status)) &&
    (direction === undefined || (direction === 'outgoing') === (call.initiator === me)) &&
    call.initiatedAt >= since &&
    call.initiatedAt < until
  );
}
