/** What a browser tells of a copy or a paste. */
export function clipboardEvent(
  type: 'copy' | 'paste',
  clipboardData: DataTransfer,
): ClipboardEvent {
  const event = new ClipboardEvent(type, { bubbles: true, cancelable: true, composed: true });
  // Firefox takes none from the constructor.
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  return event;
}
