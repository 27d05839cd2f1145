import { html, type TemplateResult } from 'lit';
import type { MessageItem } from '../../../client/types.js';
import '../../../locales/en-later.js';
import '../../../locales/en-rows.js';
import { renderRow, type RowLook } from './render-row.js';

/** What a thread is about, above its replies: it scrolls with them, and everything can be done with it. */
export function renderParent(item: MessageItem, look: RowLook): TemplateResult {
  const { localize } = look;
  const { id: key, message } = item;
  const count = message.replyCount ?? 0;
  const text = count > 0 ? localize.term('replies', count) : localize.term('threadEmpty');
  return html`<div class="parent" part="parent">
      ${renderRow({ kind: 'day', key: 'parent day', at: message.sentAt }, look)}
      ${renderRow({ kind: 'message', key, item, first: true, last: true }, look)}
    </div>
    <div class="replies" part="replies" role="separator" aria-label=${text}>${text}</div>`;
}
