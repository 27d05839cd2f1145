import type { MessageItem } from '../../../client/types.js';
import type { Localize } from '../../../lit/localize.js';
import { format } from '../../chat-message/time/dates.js';
import { plainWords } from '../../chat-message/text/words.js';
import { glimpseOf, previewOf } from '../../words/message-preview.js';

/** Several messages are copied as who said what and when, a line each (B93); of one, what is selected. */
export function copyRows(event: ClipboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const shadowRoots = [list.getRootNode() as ShadowRoot];
  const [selected] = document.getSelection()?.getComposedRanges?.({ shadowRoots }) ?? [];
  if (!selected || !event.clipboardData) return;
  const range = document.createRange();
  range.setStart(selected.startContainer, selected.startOffset);
  range.setEnd(selected.endContainer, selected.endOffset);
  const touched = [...list.querySelectorAll('chat-message')].filter((row) =>
    range.intersectsNode(row),
  );
  if (touched.length < 2) return;
  const lines = touched.flatMap(({ run, item, host, veiled }) =>
    (run ?? (item ? [item] : [])).map((one) => (host ? lineOf(one, host.localize, veiled) : '')),
  );
  event.clipboardData.setData('text/plain', lines.join('\n'));
  event.preventDefault();
}

function lineOf(item: MessageItem, localize: Localize, veiled: boolean): string {
  const { message, people, sender } = item;
  const { sentAt, text, attachments, category, deletedAt } = message;
  const when = format(localize.lang(), 'copy', { dateStyle: 'short', timeStyle: 'short' });
  const plain = !veiled && text && !attachments?.length && deletedAt === undefined;
  const said = plain
    ? plainWords(message, people, '\n')
    : veiled
      ? glimpseOf(item, localize)
      : previewOf(message, people, localize);
  if (category === 'action' || category === 'call') return `[${when.format(sentAt)}] ${said}`;
  return `[${when.format(sentAt)}] ${sender?.name ?? message.sender}: ${said}`;
}
