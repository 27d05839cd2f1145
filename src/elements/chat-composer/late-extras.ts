import { createLate } from '../../client/late.js';

/** What a composer has besides its text field and its buttons; loaded a moment after them, or with the first use. */
export const lateExtras = createLate(() => import('./extras.js').then((it) => it.Extras));
