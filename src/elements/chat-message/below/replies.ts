import { html, nothing } from 'lit';
import type { MessageItem } from '../../../client/types.js';
import { rowIcons } from '../../../lit/row-icons.js';
import '../../../locales/en-rows.js';
import { renderFace } from '../../chat-avatar/face.js';
import { rowTime } from '../../words/row-time.js';
import type { MessageHost } from '../message-host.js';

/** How often it was answered in a thread, and the way there. */
export function renderReplies(item: MessageItem, host: MessageHost): unknown {
  const { replyCount, lastReplyAt, repliers = [], unreadReplies } = item.message;
  if (!replyCount) return nothing;
  const faces = repliers.flatMap((uid) => item.people.get(uid) ?? []);
  return html`<button
    class="thread"
    part="thread"
    type="button"
    tabindex="-1"
    @click=${() => host.act((acts) => acts.openThread(item))}
  >
    ${
      faces.length > 0
        ? faces.map(({ name, avatar }) => renderFace({ name, src: avatar }))
        : rowIcons.thread
    }<span>${host.localize.term('replies', replyCount)}</span>
    ${unreadReplies ? html`<b>${host.localize.term('unseen', unreadReplies)}</b>` : nothing}
    ${
      lastReplyAt === undefined
        ? nothing
        : html`<time datetime=${new Date(lastReplyAt).toISOString()}
            >${rowTime(lastReplyAt, Date.now(), host.localize)}</time
          >`
    }
  </button>`;
}
