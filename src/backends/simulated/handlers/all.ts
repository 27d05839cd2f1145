import type { Handlers } from '../context.js';
import { acts } from './acts.js';
import { atOnce } from './at-once.js';
import { people } from './people.js';

/** One handler for each operation of the contract. */
export const handlers: Handlers = { ...atOnce, ...acts, ...people };
