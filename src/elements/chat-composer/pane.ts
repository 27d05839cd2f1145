/** The part of the page that a composer belongs to: what holds it. Its own box where that is the page itself. */
export function paneOf(composer: Element): Element {
  const root = composer.getRootNode();
  const pane = composer.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  return !pane || pane === document.body || pane === document.documentElement ? composer : pane;
}

/** Tells the height of the pane, now and whenever it changes. Returns how to stop. */
export function watchPane(composer: Element, onHeight: (height: number) => void): () => void {
  const pane = paneOf(composer);
  if (pane === composer) {
    const onResize = () => onHeight(innerHeight);
    addEventListener('resize', onResize);
    onResize();
    return () => removeEventListener('resize', onResize);
  }
  const observer = new ResizeObserver(() => onHeight(pane.clientHeight));
  observer.observe(pane);
  return () => observer.disconnect();
}

/** Lays a box of the top layer over the pane. */
export function cover(box: HTMLElement, pane: Element): void {
  const { left, top, width, height } = pane.getBoundingClientRect();
  for (const [name, value] of Object.entries({ left, top, width, height })) {
    box.style.setProperty(name, `${value}px`);
  }
}
