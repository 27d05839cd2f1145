import { html, nothing } from 'lit';
import type { MessageItem } from '../../client/types.js';
import { asideStyles } from './asides.styles.js';
import { attachmentStyles } from './media/attachments.styles.js';
import { callNoteStyles } from './notices/call-note.js';
import { linkStyles } from './media/link-cards.styles.js';
import type { MessageHost } from './message-host.js';
import { noteRunStyles } from './notices/note-run.js';
import { rareStyles } from './rare-bubble.styles.js';
import { renderReactions } from './below/reactions.js';
import { renderReplies } from './below/replies.js';

// What rows show besides a few words, in one file, loaded when there is something to show: see late-extras.ts.
export { copyRows } from '../chat-messages/rows/copy-rows.js';
export { runAround } from '../chat-messages/rows/runs.js';
export { messageLabel } from './label.js';
export { renderLinks } from './media/link-cards.js';
export { renderMarks } from './below/marks.js';
export { renderNote } from './notices/note.js';
export { renderQuote } from './quote.js';
export { measureFold, renderRareBubble } from './rare-bubble.js';
export { playerOf } from './media/voice-player.js';

export const extraStyles = [
  attachmentStyles,
  asideStyles,
  linkStyles,
  callNoteStyles,
  noteRunStyles,
  rareStyles,
];

/** What stands below a bubble. */
export function renderBelow(item: MessageItem, host: MessageHost): unknown {
  const [reactions, replies] = [renderReactions(item, host), renderReplies(item, host)];
  // Most rows have neither, and a template without them still has a node for each.
  return reactions === nothing && replies === nothing ? nothing : html`${reactions}${replies}`;
}
