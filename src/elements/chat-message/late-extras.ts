import { createRowPart } from '../late/row-part.js';

/** All that rows show besides a few words. Where it cannot be had, a line of text stands for it. */
export const extras = createRowPart(() => import('./extras.js'));
