import { atom, computed, onMount } from 'nanostores';
import type { Session } from '../protocol/backend.js';
import { isMissed, isOpen } from '../protocol/calls.js';
import { ChatError } from '../protocol/errors.js';
import { pageLimits } from '../protocol/limits.js';
import type { CallQuery } from '../protocol/operations.js';
import type { Call } from '../protocol/records.js';
import type { CallFeature, OwnCall } from './call-types.js';
import type { CallVerbs } from './call-verbs.js';
import type { Core } from './core.js';
import { keepFresh } from './keep-fresh.js';
import { createList } from './list.js';
import { keepItems } from './memo.js';
import { queryOf } from './queries.js';
import { conversationOf } from './targets.js';

export function createCalls(core: Core): CallFeature {
  let former: readonly Call[] = [];
  const { tables } = core;
  const $mine = atom<OwnCall | undefined>();
  const $ending = atom<readonly string[]>([]);

  const $open = computed([tables.atoms.calls, $ending], (calls, ending) => {
    const open = [...calls.values()].filter((call) => isOpen(call) && !ending.includes(call.id));
    return (former = keepItems(former, open));
  });
  const activeOf = (calls: readonly Call[]) =>
    calls.find(({ participants }) => participants.includes(core.me() ?? ''));

  let verbs: Promise<CallVerbs> | undefined;
  // A page opens without calls.
  const load = () =>
    (verbs ??= import('./call-verbs.js').then(
      ({ createCallVerbs }) => createCallVerbs(core, { $mine, $ending, $open, activeOf }),
      (cause: unknown) => {
        verbs = undefined;
        const message = 'What calls need could not be loaded. Try again later.';
        throw new ChatError('offline', message, { cause });
      },
    ));

  const $calls = computed($open, (calls) => calls);
  onMount($calls, () => {
    let known: Session | undefined;
    return keepFresh(core, 'call.list', async (missed) => {
      const session = core.$session.get();
      if (!session || !core.can('calls') || (known === session && !missed)) return;
      await (await load()).fetchOpen();
      known = session;
    });
  });
  core.onSession(() => $mine.set(undefined));

  // Whoever is in a call is busy for the next one; in a group nobody rings.
  tables.onApplied(({ calls = [] }) => {
    for (const { before, after: call, arrival } of calls) {
      const rings = call.status === 'initiated' && call.initiator !== core.me();
      if (before || !arrival.live || !rings || call.receiverType !== 'user') continue;
      const active = activeOf([...tables.atoms.calls.get().values()].filter(isOpen));
      if (!active || active.id === call.id) continue;
      load()
        .then(({ busy }) => busy(call.id))
        .catch((error: unknown) => core.report(ChatError.from(error), 'call.end'));
    }
  });

  return {
    $calls,
    $active: computed($calls, activeOf),
    $own: computed([$mine, tables.atoms.calls], (mine, calls) => {
      const call = mine && calls.get(mine.id);
      return call ? { ...mine, call } : mine;
    }),
    async start(target, type) {
      const { start } = await load().catch((error: ChatError) => {
        $mine.set({ id: core.environment.id(), target, type, error });
        throw error;
      });
      return start(target, type);
    },
    accept: async (id) => (await load()).accept(id),
    reject: async (id) => (await load()).reject(id),
    end: async (id) => (await load()).end(id),
    dismiss: () => $mine.set(undefined),
    get: async (id) => (await load()).get(id),
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
