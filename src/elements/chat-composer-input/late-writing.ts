import { createLate } from '../../client/late.js';

/** What helps one who writes; loaded a moment after the text area, or when somebody begins to write. */
export const lateWriting = createLate(() => import('./writing.js').then((it) => it.Writing));
