import type { Backend } from '../protocol/backend.js';
import { ChatError } from '../protocol/errors.js';
import type { OperationName, Params, Result } from '../protocol/operations.js';
import { pauseAfter, type Environment } from './environment.js';

const attempts = 3;

/** An answer, or `timeout`. */
export function request<N extends OperationName>(
  context: {
    readonly backend: Backend;
    readonly environment: Environment;
    readonly timeout: number;
  },
  name: N,
  params: Params<N>,
  commandId?: string,
): Promise<Result<N>> {
  const { backend, environment, timeout } = context;
  return new Promise((resolve, reject) => {
    const cancel = environment.after(timeout, () =>
      reject(new ChatError('timeout', `${name} got no answer in ${timeout / 1000} s. Try again.`)),
    );
    backend.request(name, params, commandId).then(
      (result) => {
        cancel();
        resolve(result);
      },
      (error: unknown) => {
        cancel();
        reject(ChatError.from(error));
      },
    );
  });
}

/** Reading may be repeated without harm, so a lost answer is not shown as a failure at once. */
export async function persistently<T>(environment: Environment, ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (thrown) {
      const error = ChatError.from(thrown);
      // After a reconnect the backend may still be opening the session again; one that is over says so by an event.
      const mayPass = error.retryable || error.code === 'unauthenticated';
      if (!mayPass || error.code === 'offline' || attempt === attempts) throw error;
      const pause = pauseAfter(attempt - 1, environment, error);
      await new Promise<void>((resolve) => environment.after(pause, resolve));
    }
  }
}
