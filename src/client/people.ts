import { ChatError } from '../protocol/errors.js';
import { pageLimits } from '../protocol/page-limits.js';
import type { User } from '../protocol/records.js';
import type { Core } from './core.js';

export interface People {
  /** Who it is; somebody unknown is asked for, together with all others of this tick, once. */
  get(uid: string): User | undefined;
}

export function createPeople(core: Core): People {
  const asked = new Set<string>();
  let waiting: string[] = [];
  const forget = () => {
    asked.clear();
    waiting = [];
  };
  core.onSession(forget);
  core.connection.onRefresh((missed) => {
    if (missed) forget();
    return Promise.resolve();
  });

  /** What may pass is asked for again with the next look; what was refused has no name here. */
  const unask =
    (...uids: readonly string[]) =>
    (thrown: unknown) => {
      if (ChatError.from(thrown).retryable) for (const uid of uids) asked.delete(uid);
    };

  async function fetch(): Promise<void> {
    const [, most] = pageLimits['user.list'];
    while (waiting.length > 0) {
      const uids = waiting.splice(0, most);
      await core.query('user.list', { uids, limit: most }).then(
        () => {
          const rest = uids.filter((uid) => !core.tables.get('users', uid));
          // Not listed does not mean not there: people outside the list still have names.
          return Promise.all(rest.map((uid) => core.query('user.get', { uid }).catch(unask(uid))));
        },
        unask(...uids),
      );
    }
  }

  return {
    get(uid) {
      const user = core.$shown.get().get('users', uid);
      if (user || asked.has(uid) || uid === '' || !core.$session.get()) return user;
      asked.add(uid);
      if (waiting.push(uid) === 1) queueMicrotask(() => void fetch());
      return undefined;
    },
  };
}
