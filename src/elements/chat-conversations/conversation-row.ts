import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationItem } from '../../client/types.js';
import { icons } from '../../lit/icons.js';
import type { Localize } from '../../lit/localize.js';
import { renderFace } from '../chat-avatar/face.js';
import { glimpse } from '../chat-message/glimpse.js';
import { isHeld, stateText } from '../chat-message/status.js';
import { isMuted } from '../is-muted.js';
import { firstName } from '../words/first-name.js';
import { rowTime } from '../words/row-time.js';
import { signs } from './late-signs.js';
import { says } from './says.js';

/** The name of a conversation: of the person or group, or its bare id while that is not known. */
export function conversationName(item: ConversationItem): string {
  return item.group?.name ?? item.user?.name ?? item.conversation.with;
}

export function renderConversation(
  item: ConversationItem,
  now: number,
  localize: Localize,
): TemplateResult {
  const { conversation, group, user } = item;
  const { unread } = conversation;
  const muted = isMuted(conversation, now);
  const at = item.last?.message.sentAt ?? conversation.activeAt;
  const name = conversationName(item);
  const few = signs.get();
  return html`<span class="face">
      ${renderFace({
        name,
        src: group?.icon ?? user?.avatar,
        shape: conversation.type === 'group' ? 'square' : 'circle',
        online: user?.status === 'online',
      })}
      ${few?.renderKind(group)}
    </span>
    <span class="lines ${unread > 0 ? 'unread' : ''}">
      <span class="title">
        <bdi class="name truncate" part="name">${name}</bdi>
        ${muted ? few?.mutedIcon : nothing}
        ${user?.status === 'online' ? says(`, ${localize.term('online')}`) : nothing}
        <time class="yields" part="time" datetime=${new Date(at).toISOString()}
          >${rowTime(at, now, localize)}</time
        >
      </span>
      <span class="sub">
        <span class="preview" part="preview">${renderPreview(item, localize)}</span>
        <span class="marks">
          ${renderState(item, localize)} ${few?.renderMention(conversation, localize)}
          ${
            unread > 0
              ? html`<span class="badge ${muted ? 'quiet' : ''}" part="badge"
                  ><span aria-hidden="true"
                    >${unread > 99 ? `${localize.number(99)}+` : localize.number(unread)}</span
                  >${says(localize.term('chatUnreadCount', unread))}</span
                >`
              : nothing
          }
          ${few?.renderKept(conversation, muted, localize)}
        </span>
      </span>
    </span>`;
}

/** Draft, typing, or the last message: one line of plain text (B107). */
function renderPreview(item: ConversationItem, localize: Localize) {
  const { last } = item;
  const now = signs.get()?.renderWriting(item, localize);
  if (now || !last) return now ?? nothing;
  const { message, sender } = last;
  // Cut at the end of its own direction, not at that of the row.
  const text = html`<bdi class="truncate">${glimpse(last, localize)}</bdi>`;
  if (message.category === 'action' || message.category === 'call') return text;
  if (last.mine) return html`<span>${localize.term('you')}:</span> ${text}`;
  if (item.target.guid === undefined || !sender) return text;
  return html`<span class="by"><bdi>${firstName(sender.name)}</bdi>:</span> ${text}`;
}

/** Where one's own last message is: distinct in shape, spoken in words. */
function renderState(item: ConversationItem, localize: Localize) {
  const { last } = item;
  if (!last?.mine || item.draft || item.typing.length > 0) return nothing;
  if (last.message.deletedAt !== undefined || /^(action|call)$/.test(last.message.category))
    return nothing;
  if (isHeld(last)) return signs.get()?.renderHeld(localize);
  if (last.state === 'none') return nothing;
  return html`<span class=${last.state}>${icons[last.state]}</span
    >${says(stateText(last, localize))}`;
}
