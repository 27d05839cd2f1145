import type { Backend } from '../../protocol/backend.js';
import { ChatError } from '../../protocol/errors.js';
import type { OperationName, Params, Result } from '../../protocol/operations.js';
import type { Core } from '../core.js';
import { pauseAfter, type Environment } from '../environment.js';
import type { SessionKeeper } from './session.js';
import type { RecordTables } from '../stores/table.js';

/** How often a question is asked again. */
const repeats = 2;

export interface Requests extends Pick<Core, 'query'> {
  /**
   * One request, or `timeout`. An answer that tells that the session is over ends it.
   * @param limit milliseconds
   */
  ask<N extends OperationName>(
    name: N,
    params: Params<N>,
    commandId?: string,
    limit?: number,
  ): Promise<Result<N>>;
  /** The session is another one. */
  forget(): void;
}

interface RequestsOptions {
  readonly backend: Backend;
  readonly environment: Environment;
  readonly session: SessionKeeper;
  readonly tables: RecordTables;
  /** Milliseconds. */
  readonly timeout: number;
}

export function createRequests(options: RequestsOptions): Requests {
  const { backend, environment, session, tables, timeout } = options;
  /** Answers in a row that knew nobody. */
  let strangers = 0;

  const ask: Requests['ask'] = (name, params, commandId, limit = timeout) =>
    new Promise((resolve, reject) => {
      const mine = session.$session.get();
      const cancel = environment.after(limit, () =>
        reject(new ChatError('timeout', `${name} got no answer in ${limit / 1000} s. Try again.`)),
      );
      backend.request(name, params, commandId).then(
        (result) => {
          cancel();
          strangers = 0;
          resolve(result);
        },
        (thrown: unknown) => {
          const error = ChatError.from(thrown);
          cancel();
          reject(error);
          // What was asked in the session before says nothing of this one.
          if (session.$session.get() !== mine) return;
          // A session that is being opened again is unknown for a moment, one that stays unknown is over.
          const isUnknown = error.code === 'unauthenticated' && ++strangers >= 3;
          if (error.code === 'token-deleted' || isUnknown) session.end(error);
        },
      );
    });

  /** Reading may be repeated without harm, so a lost answer is not shown as a failure at once. */
  async function persistently<N extends OperationName>(
    name: N,
    params: Params<N>,
  ): Promise<Result<N>> {
    for (let attempt = 0; ;) {
      try {
        return await ask(name, params);
      } catch (thrown) {
        const error = ChatError.from(thrown);
        // After a reconnect the backend may still be opening the session again; one that is over says so by an event.
        const mayPass = error.retryable || error.code === 'unauthenticated';
        if (!mayPass || error.code === 'offline' || attempt === repeats) throw error;
        const pause = pauseAfter(attempt++, environment, error);
        await new Promise<void>((resolve) => environment.after(pause, resolve));
      }
    }
  }

  return {
    ask,
    forget() {
      strangers = 0;
    },
    async query(name, params) {
      const mine = session.$session.get();
      if (!mine)
        throw new ChatError('unauthenticated', `${name}: nobody is signed in. Sign in first.`);
      const result = await persistently(name, params);
      if (session.$session.get() !== mine)
        throw new ChatError('unauthenticated', `${name}: signed out meanwhile.`);
      await tables.take({ changes: result.changes, live: false });
      return result;
    },
  };
}
