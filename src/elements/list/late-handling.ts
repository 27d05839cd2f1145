import { createLate } from '../../client/late.js';

/** What is done in a list, and what stands in it besides rows; loaded a moment after them, or when it is needed. */
export const lateHandling = createLate(() => import('./handling.js').then((it) => it.ListHandling));
