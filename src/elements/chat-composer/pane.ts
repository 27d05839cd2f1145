/** The part of the page that a composer shares with its messages: what holds more than it. Itself where that is the page. */
export function paneOf(composer: HTMLElement): HTMLElement {
  for (let inner = composer; inner.parentNode;) {
    const parent: ParentNode = inner.parentNode;
    const box = parent instanceof ShadowRoot ? parent.host : parent;
    if (!(box instanceof HTMLElement) || box === document.body) break;
    // Asked of the structure and not of sizes: those depend on how far the composer has grown.
    const boxed = getComputedStyle(box).display !== 'contents';
    if (boxed && parent.children.length > 1) return box;
    inner = box;
  }
  return composer;
}

/** Tells the height of the pane, now and whenever it changes. Returns how to stop. */
export function watchPane(composer: HTMLElement, onHeight: (height: number) => void): () => void {
  let watched: HTMLElement | undefined;
  let told: number | undefined;
  let frame = 0;

  function look(): void {
    const pane = paneOf(composer);
    if (pane !== watched) {
      if (watched && watched !== composer) observer.unobserve(watched);
      observer.observe(pane);
      watched = pane;
    }
    const height = pane === composer ? innerHeight : pane.clientHeight;
    if (height !== told) onHeight(height);
    told = height;
  }

  const observer = new ResizeObserver(() => {
    // In the next frame: what follows may resize what is observed.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(look);
  });
  observer.observe(composer);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}

/** Lays a box of the top layer over the pane. */
export function cover(box: HTMLElement, pane: Element): void {
  const { left, top, width, height } = pane.getBoundingClientRect();
  for (const [name, value] of Object.entries({ left, top, width, height })) {
    box.style.setProperty(name, `${value}px`);
  }
}
