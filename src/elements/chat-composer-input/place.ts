/**
 * Opens a box of the top layer above, or below, what it belongs to: as wide as that up to 360 px, and as high as there is
 * room up to 380 px, which is little above a screen's keyboard.
 */
export async function placePopup(box: HTMLElement, anchor: Element): Promise<void> {
  const { computePosition, flip, offset, shift, size } = await import('@floating-ui/dom');
  if (!box.isConnected) return;
  if (!box.matches(':popover-open')) box.showPopover();
  const { width } = anchor.getBoundingClientRect();
  box.style.setProperty('inline-size', `${Math.min(width, 360)}px`);
  const fit = ({ availableHeight }: { readonly availableHeight: number }) =>
    box.style.setProperty('max-block-size', `${Math.min(380, availableHeight)}px`);
  const { x, y } = await computePosition(anchor, box, {
    strategy: 'fixed',
    placement: 'top-start',
    middleware: [offset(8), flip(), size({ padding: 8, apply: fit }), shift({ padding: 8 })],
  });
  box.style.setProperty('left', `${x}px`);
  box.style.setProperty('top', `${y}px`);
}
