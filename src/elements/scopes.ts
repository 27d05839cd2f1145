/** Two people on one page have providers of their own, and their threads stay apart. */
function isSameScope(a: Node, b: Node): boolean {
  return around(a, 'chat-provider') === around(b, 'chat-provider');
}

/** Where an event came from, if that is of the same scope as `element`. */
export function originIn(event: Event, element: Node): HTMLElement | undefined {
  const [from] = event.composedPath();
  return from instanceof HTMLElement && isSameScope(from, element) ? from : undefined;
}

/** The nearest element of this name around a node, through shadow roots. */
export function around(node: Node, name: string): Element | undefined {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof Element && at.localName === name) return at;
  }
  return undefined;
}
