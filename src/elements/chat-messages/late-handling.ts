import { createLate } from '../../client/late.js';

/** What one does in a list of messages, apart from reading it; loaded a moment after it, or with the first touch. */
export const lateHandling = createLate(() => import('./handling.js').then((it) => it.Handling));
