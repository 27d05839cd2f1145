import { html, nothing } from 'lit';
import { quotedBy } from '../../client/feed/item.js';
import type { MessageItem } from '../../client/types.js';
import { rowIcons } from '../../lit/row-icons.js';
import '../../locales/en-rows.js';
import { glimpseOf } from '../words/message-preview.js';
import type { MessageHost } from './message-host.js';

/** That a message of the conversation is a reply in a thread; empty where it is none, and in the thread itself. */
export function threadNote({ message }: MessageItem, host: MessageHost): string {
  return message.broadcast && !host.inThread ? host.localize.term('replyInThreadNote') : '';
}

/** What a message answers to, for those who hear it; empty where that is nothing. */
export function quoteText(item: MessageItem, { me, localize }: MessageHost): string {
  const { message, people, quoted } = item;
  if (message.quotedId === undefined || message.deletedAt !== undefined) return '';
  if (!quoted || isGone(item)) return localize.term('quoteGone');
  const { sender } = quoted.message;
  const whom = sender === me ? undefined : (quoted.sender?.name ?? sender);
  const text = glimpseOf({ ...quoted, people, mine: false }, localize);
  return localize.term('replyTo', whom, text);
}

/** What a message answers to: pressed, it is shown. The original may be gone, and then says so. */
export function renderQuote(item: MessageItem, host: MessageHost): unknown {
  const { quotedId } = item.message;
  const note = threadNote(item, host);
  const thread = note && renderThread(item, host, note);
  if (quotedId === undefined) return thread || nothing;
  const quote = isGone(item)
    ? html`<div class="quote gone" part="quote">${host.localize.term('quoteGone')}</div>`
    : html`<button
        class="quote"
        part="quote"
        type="button"
        tabindex="-1"
        @click=${() => host.act((acts) => acts.jump(quotedId))}
      >
        ${renderOriginal(item, host)}
      </button>`;
  return [thread || nothing, quote];
}

/** The way into the thread, with what that is about unless something else is quoted. */
function renderThread(item: MessageItem, host: MessageHost, note: string) {
  const isAbout = item.message.quotedId === undefined && !isGone(item);
  return html`<button
    class="quote"
    part="quote"
    type="button"
    tabindex="-1"
    @click=${() => host.act((acts) => acts.openThread(item))}
  >
    <span class="quote-thread">${rowIcons.thread} ${note}</span>
    ${isAbout ? renderOriginal(item, host) : nothing}
  </button>`;
}

function isGone({ message, quoted }: MessageItem): boolean {
  return quotedBy(message) !== undefined && (!quoted || quoted.message.deletedAt !== undefined);
}

function renderOriginal({ quoted, people }: MessageItem, { me, localize }: MessageHost): unknown {
  if (!quoted) return nothing;
  const { message, sender } = quoted;
  const name = message.sender === me ? localize.term('you') : (sender?.name ?? message.sender);
  return html`<bdi class="quote-name truncate">${name}</bdi>
    <span class="quote-text" dir="auto"
      >${glimpseOf({ ...quoted, people, mine: false }, localize)}</span
    >`;
}
