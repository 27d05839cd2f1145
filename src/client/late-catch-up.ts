import { createLate } from './late.js';

/** Wanted only after a gap, when the page has long shown itself. */
export const lateCatchUp = createLate(() => import('./catch-up.js'));
