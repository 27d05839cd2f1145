import { atom, computed, type WritableAtom } from 'nanostores';
import type { ChatError } from '../protocol/errors.js';
import type { Call } from '../protocol/records.js';
import type { CallFeature, OwnCall } from './call-types.js';
import type { Core } from './core.js';
import type { StandIns } from './stand-ins.js';

const none: readonly Call[] = [];

export interface Calls {
  readonly $mine: WritableAtom<OwnCall | undefined>;
  readonly feature: CallFeature;
}

export function createCalls(core: Core, standIns: StandIns): Calls {
  const { late, store, lists, queries, verbs } = standIns;
  const $mine = atom<OwnCall | undefined>();
  core.onSession(() => $mine.set(undefined));

  function failed(error: ChatError): undefined {
    core.report(error, 'call.list');
  }

  return {
    $mine,
    feature: {
      $calls: store(
        none,
        ({ calls }) => calls.$calls,
        (error) => failed(error) ?? none,
      ),
      $active: store<Call | undefined>(undefined, ({ calls }) => calls.$active, failed),
      $own: computed([$mine, core.tables.atoms.calls], (mine, calls) => {
        const call = mine && calls.get(mine.id);
        return call ? { ...mine, call } : mine;
      }),
      ...lists('calls', 'list'),
      ...queries('calls', 'query'),
      ...verbs('calls', 'accept', 'reject', 'end', 'get'),
      async start(target, type) {
        const { calls } = await late.load().catch((error: ChatError) => {
          $mine.set({ id: '', target, type, error });
          throw error;
        });
        return calls.start(target, type);
      },
      dismiss: () => $mine.set(undefined),
    },
  };
}
