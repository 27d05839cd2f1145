import type { OperationName } from '../../protocol/operations.js';
import type { Handler, Handlers } from './context.js';
import { atOnce } from './handlers/at-once.js';
import { refuse } from './checks/input.js';
import { createLate } from './late.js';

type Table = Partial<Handlers>;
export type AnyHandler = Handler<object, object>;

/** Handlers that are loaded when one of them is first asked for. */
export interface Loaders {
  /** Of people, groups and calls. */
  people(): Promise<Table>;
  /** The rest of those of conversations and messages. */
  acts(): Promise<Table>;
}

export const usualLoaders: Loaders = {
  people: () => import('./handlers/people.js').then(({ people }) => people),
  acts: () => import('./handlers/acts.js').then(({ acts }) => acts),
};

const ofPeople = /^(user|group|member|call)\./;
const ofActs = /^(conversation|message|receipt|reaction|thread|link|flag|file|unread|presence)\./;

/** Finds the handler of an operation, at once where it is loaded already. */
export function createOperations(loaders: Loaders) {
  const table: Table = { ...atOnce };
  const loadPeople = createLate(loaders.people);
  const loadActs = createLate(loaders.acts);

  const isLoaded = (name: string): name is OperationName => Object.hasOwn(table, name);

  async function from(load: () => Promise<Table>, name: string): Promise<AnyHandler> {
    Object.assign(table, await load());
    if (!isLoaded(name)) throw unknown(name);
    return table[name] as AnyHandler;
  }

  return (name: string): AnyHandler | Promise<AnyHandler> => {
    if (isLoaded(name)) return table[name] as AnyHandler;
    if (ofPeople.test(name)) return from(loadPeople, name);
    if (ofActs.test(name)) return from(loadActs, name);
    throw unknown(name);
  };
}

function unknown(name: string) {
  return refuse('unsupported', 'ERR_API_NOT_FOUND', `There is no operation "${name}".`);
}
