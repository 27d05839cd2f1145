/** Someone was led to this row: it has the focus, and stands out for a while. */
export function arrive(row: HTMLElement): void {
  row.focus({ preventScroll: true });
  row.classList.add('found');
  setTimeout(() => row.classList.remove('found'), 2000);
}
