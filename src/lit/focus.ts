/** The focused element itself, through every shadow root on the way. */
export function deepActiveElement(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
}

/** Whether `node` is below `root`, in its tree or in a shadow tree inside. */
export function holds(root: Node, node: Node): boolean {
  let at: Node | undefined = node;
  while (at) {
    if (root.contains(at)) return true;
    const tree = at.getRootNode();
    at = tree instanceof ShadowRoot ? tree.host : undefined;
  }
  return false;
}

/** Where what had the focus is gone: to the nearest element around this one that takes it. */
export function focusAround(node: Node): void {
  // A button in a dialog that has just been closed still counts as focused.
  const before = deepActiveElement();
  let tree = node.getRootNode();
  while (tree instanceof ShadowRoot && deepActiveElement() === before) {
    (tree.host as HTMLElement).focus();
    tree = tree.host.getRootNode();
  }
}

/** Back to what had the focus before; where that is gone, or hidden, to what is around `node`. */
export function giveFocusBack(before: HTMLElement | undefined, node: Node): void {
  // Nothing had it: Safari gives none to a button that is pressed.
  if (before === document.body) return;
  if (before?.isConnected) before.focus({ preventScroll: true });
  if (!before || deepActiveElement() !== before) focusAround(node);
}
