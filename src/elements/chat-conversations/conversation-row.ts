import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationItem } from '../../client/types.js';
import { icons } from '../../lit/icons.js';
import type { Localize } from '../../lit/localize.js';
import { renderFace } from '../chat-avatar/face.js';
import { glimpse } from '../chat-message/glimpse.js';
import { isHeld } from '../chat-message/status.js';
import type { Subject } from '../conversation-acts.js';
import { isMuted } from '../is-muted.js';
import { rowTime } from '../row-time.js';
import { firstName, typingText } from '../typing-text.js';

/** The name of a conversation: of the person or group, or its bare id while that is not known. */
export function conversationName(item: ConversationItem): string {
  return item.group?.name ?? item.user?.name ?? item.conversation.with;
}

export function subjectOf(item: ConversationItem): Subject {
  const { target, conversation, user, group } = item;
  return { target, name: conversationName(item), conversation, user, group };
}

export function renderConversation(
  item: ConversationItem,
  me: string | undefined,
  now: number,
  localize: Localize,
): TemplateResult {
  const { conversation, group, user } = item;
  const { unread, unreadMentions } = conversation;
  const muted = isMuted(conversation, now);
  const at = item.last?.message.sentAt ?? conversation.activeAt;
  const name = conversationName(item);
  return html`<span class="face">
      ${renderFace({
        name,
        src: group?.icon ?? user?.avatar,
        shape: conversation.type === 'group' ? 'square' : 'circle',
        online: user?.status === 'online',
      })}
      ${group && group.type !== 'public' ? renderKind(group.type) : nothing}
    </span>
    <span class="lines ${unread > 0 ? 'unread' : ''}">
      <span class="title">
        <bdi class="name truncate" part="name">${name}</bdi>
        ${muted ? icons.bellOff : nothing}
        ${user?.status === 'online' ? says(`, ${localize.term('online')}`) : nothing}
        <time class="yields" part="time" datetime=${new Date(at).toISOString()}
          >${rowTime(at, now, localize)}</time
        >
      </span>
      <span class="sub">
        <span class="preview" part="preview">${renderPreview(item, me, localize)}</span>
        <span class="marks">
          ${renderState(item, localize)}
          ${
            unreadMentions > 0
              ? html`<span class="badge mention" part="mention"
                  ><span aria-hidden="true">@</span>${says(localize.term('chatMentioned'))}</span
                >`
              : nothing
          }
          ${
            unread > 0
              ? html`<span class="badge ${muted ? 'quiet' : ''}" part="badge"
                  ><span aria-hidden="true"
                    >${unread > 99 ? `${localize.number(99)}+` : localize.number(unread)}</span
                  >${says(localize.term('chatUnreadCount', unread))}</span
                >`
              : nothing
          }
          ${
            conversation.pinnedAt !== undefined
              ? html`${icons.pin}${says(localize.term('chatPinned'))}`
              : nothing
          }
          ${muted ? says(localize.term('chatMuted')) : nothing}
        </span>
      </span>
    </span>`;
}

function renderKind(type: 'private' | 'password'): TemplateResult {
  return html`<span class="kind" part="kind"
    >${type === 'private' ? icons.shield : icons.lock}</span
  >`;
}

/** Draft, typing, or the last message: one line of plain text (B107). */
function renderPreview(item: ConversationItem, me: string | undefined, localize: Localize) {
  const { typing, draft, last } = item;
  const group = item.target.guid !== undefined;
  if (typing.length > 0)
    return html`<span class="typing truncate">${typingText(typing, group, localize)}</span>`;
  if (draft)
    return html`<span class="draft">${localize.term('chatDraft')}</span>
      <bdi class="truncate">${draft.replaceAll(/\s+/g, ' ')}</bdi>`;
  if (!last) return nothing;
  const { message, sender } = last;
  // Cut at the end of its own direction, not at that of the row.
  const text = html`<bdi class="truncate">${glimpse(last, localize)}</bdi>`;
  if (message.category === 'action' || message.category === 'call') return text;
  if (message.sender === me) return html`<span>${localize.term('you')}:</span> ${text}`;
  if (!group || !sender) return text;
  return html`<span class="by"><bdi>${firstName(sender.name)}</bdi>:</span> ${text}`;
}

/** Where one's own last message is: distinct in shape, spoken in words. */
function renderState(item: ConversationItem, localize: Localize) {
  const { last } = item;
  if (!last?.mine || item.draft || item.typing.length > 0) return nothing;
  if (last.message.deletedAt !== undefined || /^(action|call)$/.test(last.message.category))
    return nothing;
  if (isHeld(last)) return html`${icons.held}${says(localize.term('stateHeld'))}`;
  switch (last.state) {
    case 'pending':
      return html`${icons.pending}${says(localize.term('stateSending'))}`;
    case 'failed':
      return html`<span class="failed">${icons.failed}</span>${says(localize.term('stateFailed'))}`;
    case 'sent':
      return html`${icons.sent}${says(localize.term('stateSent'))}`;
    case 'delivered':
      return html`${icons.delivered}${says(localize.term('stateDelivered'))}`;
    case 'read':
      return html`<span class="read">${icons.read}</span>${says(localize.term('stateRead'))}`;
    default:
      return nothing;
  }
}

/** Words for what others see in a shape or a colour. */
function says(text: string): TemplateResult {
  return html`<span class="visually-hidden">${text}</span>`;
}
