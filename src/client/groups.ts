import { computed } from 'nanostores';
import type { Group } from '../protocol/records.js';
import type { Core } from './core.js';
import { keepFresh } from './session/keep-fresh.js';
import type { StandIns } from './stand-ins.js';
import { createStores } from './stores/stores.js';
import type { ChatClient } from './types.js';

export function createGroups(
  core: Core,
  { verbs, lists, queries }: StandIns,
): ChatClient['groups'] {
  const $group = createStores<Group | undefined>(
    (guid) => computed(core.$shown, (shown) => shown.get('groups', guid)),
    (guid) => {
      const refresh = async (missed: boolean) => {
        if (!core.me() || (!missed && core.tables.get('groups', guid))) return;
        await core.query('group.get', { guid });
      };
      return keepFresh(core, 'group.get', refresh, `group:${guid}`);
    },
  );

  return {
    $group: (guid) => $group(guid.toLowerCase()),
    ...lists('groups', 'list'),
    ...queries('groups', 'query'),
    ...verbs('groups', 'get', 'create', 'update', 'delete', 'join', 'leave', 'transfer'),
  };
}
