/**
 * What the page says about itself. `shown`, `hidden`: looked at, or not any more; `stirred`: there may be a network
 * again, or somebody is back; `resumed`: it was frozen, or put aside and taken back, and whatever was open is dead.
 */
export type Sign = 'shown' | 'hidden' | 'stirred' | 'resumed';

/** The page the client lives in. */
export interface Page {
  isVisible(): boolean;
  onSign(run: (sign: Sign) => void): () => void;
}

/** Outside a browser a page is always in sight. */
export const realPage: Page = {
  isVisible: () => typeof document === 'undefined' || document.visibilityState !== 'hidden',
  onSign(run) {
    if (typeof document === 'undefined') return () => undefined;
    const stop = new AbortController();
    const on = (target: EventTarget, type: string, sign: (event: Event) => Sign | undefined) =>
      target.addEventListener(
        type,
        (event) => {
          const now = sign(event);
          if (now) run(now);
        },
        { signal: stop.signal },
      );
    on(document, 'visibilitychange', () => (realPage.isVisible() ? 'shown' : 'hidden'));
    on(document, 'resume', () => 'resumed');
    on(globalThis, 'pagehide', () => 'hidden');
    on(globalThis, 'pageshow', (event) =>
      (event as PageTransitionEvent).persisted ? 'resumed' : undefined,
    );
    on(globalThis, 'online', () => 'stirred');
    on(globalThis, 'focus', () => 'stirred');
    return () => stop.abort();
  },
};
