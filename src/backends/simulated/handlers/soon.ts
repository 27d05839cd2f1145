import { query, type Handler } from '../context.js';
import { refuse } from '../input.js';

/** Operations of the contract that this server does not answer yet. */
export function soon<N extends string>(...names: readonly N[]) {
  const handler = query<object, never>(() =>
    Promise.reject(refuse('unsupported', 'ERR_API_NOT_FOUND', 'This is not answered yet.')),
  );
  return Object.fromEntries(names.map((name) => [name, handler])) as {
    readonly [K in N]: Handler<object, never>;
  };
}
