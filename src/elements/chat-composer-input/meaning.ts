/** What a key means to the text, apart from being written and from sending it. */
export function meaningOf(
  event: KeyboardEvent,
  isEmpty: boolean,
): 'escape' | 'recall' | 'bold' | 'italic' | undefined {
  if (event.key === 'Escape') return 'escape';
  if (event.altKey || event.shiftKey) return undefined;
  const command = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowUp':
      return isEmpty && !command ? 'recall' : undefined;
    case 'b':
    case 'B':
      return command ? 'bold' : undefined;
    case 'i':
    case 'I':
      return command ? 'italic' : undefined;
    default:
      return undefined;
  }
}
