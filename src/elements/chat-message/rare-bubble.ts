import { html, nothing, type TemplateResult } from 'lit';
import type { MessageItem } from '../../client/types.js';
import type { Localize } from '../../lit/localize.js';
import { rowIcons } from '../../lit/row-icons.js';
import '../../locales/en-rows.js';
import { renderAttachments } from './media/attachments.js';
import { isLong } from './is-plain.js';
import { renderLinks } from './media/link-cards.js';
import type { MessageHost } from './message-host.js';
import { messageKind } from './message-kinds.js';
import type { MessageRow } from './message-row.js';
import { renderQuote } from './quote.js';
import { emojiOnly } from './text/emoji-only.js';

/** A bubble that holds more, or less, than a few words: files, emoji, a long text, what is deleted or veiled. */
export function renderRareBubble(
  row: MessageRow,
  item: MessageItem,
  host: MessageHost,
  meta: unknown,
  toolbar: unknown,
): TemplateResult {
  const { message } = item;
  if (message.deletedAt !== undefined) {
    return html`<div class="bubble deleted" part="bubble">
      <p>${rowIcons.ban} ${host.localize.term('messageDeleted')}${meta}</p>
    </div>`;
  }
  if (row.veiled) {
    return html`<div class="bubble deleted" part="bubble">
      <p>
        ${rowIcons.ban} ${host.localize.term('messageVeiled')}
        ${renderFold(row, host.localize.term('messageUnveil'))}${meta}
      </p>
    </div>`;
  }
  const large = message.attachments || message.quotedId ? 0 : emojiOnly(message.text ?? '');
  const media = message.type === 'image' || message.type === 'video' ? 'media-bubble' : '';
  return html`<div class=${large ? `bubble large of-${large}` : `bubble ${media}`} part="bubble">
    ${renderQuote(item, host)}${renderContent(row, item, host, meta)}${renderLinks(item, host)}${toolbar}
  </div>`;
}

/** A text that may be too long to be shown whole is measured when it is there. */
export function measureFold(row: MessageRow): void {
  const text = row.querySelector<HTMLElement>('.foldable');
  if (text) row.overflowing = text.scrollHeight > text.clientHeight + 4;
}

function renderContent(row: MessageRow, item: MessageItem, host: MessageHost, meta: unknown) {
  const { message } = item;
  const kind = messageKind(message);
  if (kind) return [kind.render(item, host.localize), meta];
  const attachments = message.category === 'message' ? renderAttachments(item, host) : undefined;
  if (message.text?.trim()) {
    const text = renderText(row, isLong(message), host.localize, meta);
    return attachments ? [attachments, text] : text;
  }
  if (attachments) return [attachments, meta];
  const term = message.type === 'text' ? 'messageEmpty' : 'messageUnsupported';
  return html`<p class="unsupported" dir="auto">
    ${message.conversationText ?? host.localize.term(term)}${meta}
  </p>`;
}

function renderText(row: MessageRow, long: boolean, localize: Localize, meta: unknown) {
  const { unfolded, overflowing } = row;
  const folded = long && overflowing && !unfolded;
  const look = long ? `${unfolded ? '' : 'foldable'} ${overflowing ? 'overflowing' : ''}` : '';
  return html`<div class="text ${look}" part="text" dir="auto">
      ${row.renderText(folded ? nothing : meta)}
    </div>
    ${
      long && (overflowing || unfolded)
        ? html`${renderFold(row, localize.term(unfolded ? 'showLess' : 'showMore'))}
          ${folded ? meta : nothing}`
        : nothing
    }`;
}

function renderFold(row: MessageRow, label: string) {
  return html`<button class="link" type="button" tabindex="-1" @click=${() => row.fold()}>
    ${label}
  </button>`;
}
