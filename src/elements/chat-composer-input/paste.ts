import { isAddress, visibleText } from './clean-text.js';
import { insertText } from './insert.js';

/** What a text area would not do well itself: an address over selected words becomes a link; invisible characters go. */
export function paste(event: ClipboardEvent, area: HTMLTextAreaElement): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const selected = area.value.slice(area.selectionStart, area.selectionEnd);
  const links = selected.trim() !== '' && isAddress(text) && !isAddress(selected);
  const visible = visibleText(text);
  if (!links && visible === text) return;
  event.preventDefault();
  insertText(area, links ? `[${selected}](${visible.trim()})` : visible);
}
