/** Where a key moves the focus in a list of `count` rows, or undefined when it moves nothing. */
export function rowForKey(
  key: string,
  at: number,
  count: number,
  page: number,
): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(at + page, count - 1);
    case 'PageUp':
      return Math.max(at - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** A letter typed while a row has the focus: it begins a search. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.altKey || event.isComposing) return false;
  return event.key.length === 1 && event.key !== ' ';
}

/** The row's other button that an arrow key leads to. */
export function besides(event: KeyboardEvent, row: Element, rtl: boolean): HTMLElement | undefined {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return undefined;
  const stops = [...row.querySelectorAll<HTMLElement>('button')];
  const step = (event.key === 'ArrowRight') === rtl ? -1 : 1;
  return stops[stops.indexOf(event.target as HTMLElement) + step];
}
