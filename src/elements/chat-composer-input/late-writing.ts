import { createLate } from '../../client/late.js';

/** What helps one who writes; loaded when somebody begins to. */
export const lateWriting = createLate(() => import('./writing.js'));
