import { ChatError } from '../../protocol/errors.js';

/** A part of the server that is loaded when it is first needed. Where that fails, the next one to need it tries again. */
export function createLate<T>(fetch: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= fetch().catch((cause: unknown) => {
      loading = undefined;
      throw new ChatError('unavailable', 'What this needs could not be loaded. Try again later.', {
        cause,
      });
    }));
}
