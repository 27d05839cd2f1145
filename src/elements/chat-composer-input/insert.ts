/**
 * Replaces the selection as if it had been typed: an `input` event follows and the browser's own undo takes it back.
 * The text area keeps, or gets, the focus.
 */
export function insertText(area: HTMLTextAreaElement, text: string): void {
  area.focus({ preventScroll: true });
  // Setting the caret ends a run of typing: without it, undo would take back the words before as well.
  area.setSelectionRange(area.selectionStart, area.selectionEnd);
  // Deprecated and without successor: the only way into the undo history of a text field.
  const done = document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  if (done) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}

/** Replaces what stands from `start` to `end`. */
export function replaceText(
  area: HTMLTextAreaElement,
  start: number,
  end: number,
  text: string,
): void {
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  insertText(area, text);
}

/** Puts Markdown marks around the selection, or takes them away, and keeps the same words selected. */
export function toggleMarks(area: HTMLTextAreaElement, mark: string): void {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const selected = value.slice(start, end);
  const size = mark.length;
  if (
    value.slice(Math.max(start - size, 0), start) === mark &&
    value.slice(end, end + size) === mark
  ) {
    replaceText(area, start - size, end + size, selected);
    area.setSelectionRange(start - size, end - size);
  } else {
    insertText(area, mark + selected + mark);
    area.setSelectionRange(start + size, end + size);
  }
}
