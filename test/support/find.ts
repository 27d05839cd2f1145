/** Every element below a node, through open shadow roots, in the order of the page. */
export function* below(root: ParentNode): Generator<Element> {
  for (const child of root.children) {
    yield child;
    if (child.shadowRoot) yield* below(child.shadowRoot);
    yield* below(child);
  }
}

/** What assistive technology calls it: its label, or the text it shows. */
export function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label') ?? textWithout('[aria-hidden=true]', element);
  return label.replaceAll(/\s+/g, ' ').trim();
}

/** The text of a node, without that of some below it. */
export function textWithout(selector: string, node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && node.matches(selector)) return '';
  return [...node.childNodes].map((child) => textWithout(selector, child)).join('');
}

const tags: Readonly<Record<string, string>> = {
  button: 'button, [role=button]',
  textbox:
    'textarea, input:not([type]), input[type=text], input[type=password], input[type=search]',
  link: 'a[href]',
};

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** Everything on show of a role, also in shadow roots, whose name is this text or fits this pattern. */
export function allByRole(root: ParentNode, role: string, name?: string | RegExp): HTMLElement[] {
  const selector = tags[role] ?? `[role=${role}]`;
  const found = root instanceof Element && root.shadowRoot ? [...below(root.shadowRoot)] : [];
  return [...found, ...below(root)].filter((element): element is HTMLElement => {
    if (!(element instanceof HTMLElement) || !element.matches(selector) || !isShown(element))
      return false;
    if (name === undefined) return true;
    return typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element));
  });
}

/** The one such element; fails where there is none. */
export function byRole(root: ParentNode, role: string, name?: string | RegExp): HTMLElement {
  const [element] = allByRole(root, role, name);
  if (!element) {
    const there = allByRole(root, role).map(nameOf).join(', ');
    throw new Error(`No ${role} named ${String(name)} is on show; there are: ${there || 'none'}.`);
  }
  return element;
}

/** What is to be read below a node, through shadow roots, on one line; faces say nothing. */
export function textOf(node: Node | null | undefined): string {
  return node ? deepText(node).replaceAll(/\s+/g, ' ').trim() : '';
}

function deepText(node: Node): string {
  if (node instanceof Text) return node.data;
  const element = node instanceof Element ? node : undefined;
  if (element?.matches('[part=avatar]')) return '';
  const inside = element?.shadowRoot ? ` ${deepText(element.shadowRoot)} ` : '';
  return inside + [...node.childNodes].map(deepText).join('');
}
