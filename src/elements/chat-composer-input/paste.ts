import { isAddress, visibleText } from './clean-text.js';
import { insertText } from './insert.js';

/**
 * A paste that a text area would not do well itself: files are given back; an address over selected words becomes a
 * link; invisible characters are left out.
 */
export function paste(event: ClipboardEvent, area: HTMLTextAreaElement): readonly File[] {
  const data = event.clipboardData;
  if (!data) return [];
  const text = data.getData('text/plain');
  // Office programs add a picture of the text they copy: then the text is meant.
  if (data.files.length > 0 && text === '') {
    event.preventDefault();
    return [...data.files];
  }
  const selected = area.value.slice(area.selectionStart, area.selectionEnd);
  const links = selected.trim() !== '' && isAddress(text) && !isAddress(selected);
  const visible = visibleText(text);
  if (links || visible !== text) {
    event.preventDefault();
    insertText(area, links ? `[${selected}](${visible.trim()})` : visible);
  }
  return [];
}
