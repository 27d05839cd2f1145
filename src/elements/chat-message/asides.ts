import { html } from 'lit';
import type { MessageItem } from '../../client/types.js';
import type { MessageHost } from './message-host.js';
import { renderReactions } from './reactions.js';
import { renderReplies } from './replies.js';

// Loaded when there is something to show: see rich.ts.
export { renderQuote, threadNote } from './quote.js';
export { asideStyles } from './asides.styles.js';

/** What stands below a bubble. */
export function renderBelow(item: MessageItem, host: MessageHost): unknown {
  return html`${renderReactions(item, host)}${renderReplies(item, host)}`;
}
