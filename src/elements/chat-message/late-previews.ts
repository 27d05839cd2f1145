import { createRowPart } from '../row-part.js';

/** What tells in one line of messages that are no text. */
export const previews = createRowPart(() => import('../message-preview.js'));
