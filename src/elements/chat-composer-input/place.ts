/** Opens a box of the top layer above, or below, what it belongs to, and as wide as that up to 360 px. */
export async function placePopup(box: HTMLElement, anchor: Element): Promise<void> {
  const { computePosition, flip, offset, shift } = await import('@floating-ui/dom');
  if (!box.isConnected) return;
  if (!box.matches(':popover-open')) box.showPopover();
  const { width } = anchor.getBoundingClientRect();
  box.style.setProperty('inline-size', `${Math.min(width, 360)}px`);
  const { x, y } = await computePosition(anchor, box, {
    strategy: 'fixed',
    placement: 'top-start',
    middleware: [offset(8), flip(), shift({ padding: 8 })],
  });
  box.style.setProperty('left', `${x}px`);
  box.style.setProperty('top', `${y}px`);
}
