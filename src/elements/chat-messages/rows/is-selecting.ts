/** Whether text in here is selected. Where a browser does not look into shadow trees, nobody knows. */
export function isSelecting(box: HTMLElement): boolean {
  const root = box.getRootNode();
  const selection = document.getSelection();
  if (!(root instanceof ShadowRoot) || selection?.type === 'None') return false;
  const range = selection?.getComposedRanges?.({ shadowRoots: [root] })[0];
  return range !== undefined && !range.collapsed && box.contains(range.startContainer);
}
