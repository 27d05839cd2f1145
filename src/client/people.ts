import { ChatError } from '../protocol/errors.js';
import { pageLimits } from '../protocol/limits.js';
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

  async function fetch(): Promise<void> {
    const [, most] = pageLimits['user.list'];
    while (waiting.length > 0) {
      const uids = waiting.splice(0, most);
      try {
        await core.query('user.list', { uids, limit: most });
        const rest = uids.filter((uid) => !core.tables.get('users', uid));
        // Not listed does not mean not there: people outside the list still have names.
        await Promise.allSettled(rest.map((uid) => core.query('user.get', { uid })));
      } catch (thrown) {
        const error = ChatError.from(thrown);
        if (error.retryable) for (const uid of uids) asked.delete(uid);
      }
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
