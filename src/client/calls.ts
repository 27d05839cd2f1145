import { computed } from 'nanostores';
import type { Call } from '../protocol/records.js';
import type { Core } from './core.js';
import { keepItems } from './memo.js';
import { queryOf } from './queries.js';
import type { ChatClient } from './types.js';

export function createCalls(core: Core): ChatClient['calls'] {
  let former: readonly Call[] = [];
  return {
    query: (filter = {}) => queryOf(core, 'call.list', 'calls', filter),
    $calls: computed(core.tables.atoms.calls, (calls) => {
      const open = [...calls.values()].filter(
        (call) => call.status === 'initiated' || call.status === 'ongoing',
      );
      return (former = keepItems(
        former,
        open.filter((call) => call.removedAt === undefined),
      ));
    }),
  };
}
