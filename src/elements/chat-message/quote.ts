import { html, nothing } from 'lit';
import type { MessageItem } from '../../client/types.js';
import { glimpseOf } from '../message-preview.js';
import type { MessageHost } from './message-host.js';

/** What a message answers to: pressed, it is shown. The original may be gone, and then says so. */
export function renderQuote(item: MessageItem, host: MessageHost): unknown {
  const { message, quoted } = item;
  const { quotedId } = message;
  if (quotedId === undefined) return nothing;
  const { localize } = host;
  if (!quoted || quoted.message.deletedAt !== undefined) {
    return html`<div class="quote gone" part="quote">${localize.term('quoteGone')}</div>`;
  }
  const { sender } = quoted;
  const text = glimpseOf({ ...quoted, people: item.people, mine: false }, localize);
  const name =
    quoted.message.sender === host.me
      ? localize.term('you')
      : (sender?.name ?? quoted.message.sender);
  return html`<button
    class="quote"
    part="quote"
    type="button"
    tabindex="-1"
    @click=${() => host.jump(quotedId)}
  >
    <bdi class="quote-name truncate">${name}</bdi>
    <span class="quote-text" dir="auto">${text}</span>
  </button>`;
}
