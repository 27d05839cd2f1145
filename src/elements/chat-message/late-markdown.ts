import { createRowPart } from '../late/row-part.js';

/** What draws and reads more than words. Where it cannot be had, texts stay as typed. */
export const markdown = createRowPart(() => import('./text/rich-text.js'));
