import { computed } from 'nanostores';
import type { User } from '../protocol/records.js';
import type { Core } from './core.js';
import { unlessRefused } from './session/keep-fresh.js';
import type { People } from './people.js';
import type { StandIns } from './stand-ins.js';
import { createStores } from './stores/stores.js';
import type { ChatClient } from './types.js';

export function createUsers(
  core: Core,
  people: People,
  { verbs, lists, queries }: StandIns,
): ChatClient['users'] {
  const $user = createStores<User | undefined>(
    (uid) => computed([core.$shown, core.$session], () => people.get(uid)),
    (uid) =>
      core.connection.onRefresh(async (missed) => {
        if (missed) await unlessRefused(core.query('user.get', { uid }));
      }),
  );

  return {
    $user: (uid) => $user(uid.toLowerCase()),
    ...lists('users', 'list', 'blocked'),
    ...queries('users', 'query', 'queryBlocked'),
    ...verbs(
      'users',
      'get',
      'onlineCounts',
      'update',
      'block',
      'unblock',
      'blockAll',
      'unblockAll',
    ),
  };
}
