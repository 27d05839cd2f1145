import { createRowPart } from '../late/row-part.js';

/** What tells in one line of messages that are no text. */
export const previews = createRowPart(() => import('../words/message-preview.js'));
