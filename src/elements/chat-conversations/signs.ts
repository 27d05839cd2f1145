import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationItem } from '../../client/types.js';
import { rowIcons } from '../../lit/row-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-rows.js';
import type { Conversation, Group } from '../../protocol/records.js';
import { beginningOf } from '../chat-message/text/words.js';
import { typingText } from '../words/typing-text.js';
import { says } from './says.js';
import { signStyles } from './signs.styles.js';

// What a row of the list of chats tells besides its name, its last message and how much of it is unread, loaded with
// the first row that does: see late-signs.ts.
export { signStyles };
export const mutedIcon = rowIcons.bellOff;

/** That a group is not open to all. */
export function renderKind(group: Group | undefined): unknown {
  if (!group || group.type === 'public') return nothing;
  return html`<span class="kind" part="kind"
    >${group.type === 'private' ? rowIcons.shield : rowIcons.lock}</span
  >`;
}

/** Who writes, or what one was writing oneself, in the place of the last message. */
export function renderWriting(
  { typing, draft, target, user, last }: ConversationItem,
  localize: Localize,
): TemplateResult | undefined {
  if (typing.length > 0) {
    const text = typingText(typing, target.guid !== undefined, localize);
    return html`<span class="typing truncate">${text}</span>`;
  }
  if (!draft) return undefined;
  const people = new Map(last?.people);
  for (const one of [user, last?.sender]) if (one) people.set(one.id, one);
  return html`<span class="draft">${localize.term('chatDraft')}</span>
    <bdi class="truncate">${beginningOf({ text: draft }, people)}</bdi>`;
}

export function renderHeld(localize: Localize): TemplateResult {
  return html`${rowIcons.held}${says(localize.term('stateHeld'))}`;
}

export function renderMention({ unreadMentions }: Conversation, localize: Localize): unknown {
  if (unreadMentions === 0) return nothing;
  return html`<span class="badge mention" part="mention"
    ><span aria-hidden="true">@</span>${says(localize.term('chatMentioned'))}</span
  >`;
}

export function renderKept(
  { pinnedAt }: Conversation,
  muted: boolean,
  localize: Localize,
): TemplateResult {
  return html`${
    pinnedAt === undefined ? nothing : html`${rowIcons.pin}${says(localize.term('chatPinned'))}`
  }${muted ? says(localize.term('chatMuted')) : nothing}`;
}
