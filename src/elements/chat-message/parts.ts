import type { CSSResult, LitElement, ReactiveControllerHost } from 'lit';
import { adopt } from '../../lit/adopt.js';

/** Loaded after this where nothing has asked for it: the page has shown itself by then. */
const later = 4000;

/** What few rows need is loaded with the first of them; rows that need it wait for it. */
export interface Part<T> {
  /** Undefined until it is loaded, and for ever where it cannot be had. */
  get(): T | undefined;
  load(): Promise<void>;
  /** Loaded, or given up. */
  isReady(): boolean;
  /** Whether it is there, or none of these needs it; the first that does has it loaded. */
  serves<I>(items: Iterable<I>, needs: (item: I) => boolean): boolean;
  /** Settles when somebody has loaded it. */
  readonly arrival: Promise<void>;
}

export function createPart<T>(fetch: () => Promise<T>): Part<T> {
  let part: T | undefined;
  let ready = false;
  let loading: Promise<void> | undefined;
  let arrived!: () => void;
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const settle = (value?: T) => {
    part = value;
    ready = true;
    arrived();
  };
  const load = () => (loading ??= fetch().then(settle, () => settle()));
  return {
    get: () => part,
    load,
    isReady: () => ready,
    serves(items, needs) {
      if (ready) return true;
      for (const item of items) {
        if (!needs(item)) continue;
        void load();
        return false;
      }
      return true;
    },
    arrival,
  };
}

/** The element renders again when what it needs has come, which it will, needed or not. */
export function follow(host: ReactiveControllerHost, part: Part<unknown>): void {
  if (part.isReady()) return;
  void part.arrival.then(() => host.requestUpdate());
  setTimeout(() => void part.load(), later);
}

/** The element has its styles as soon as it has come, and the element stands in a page. */
export function dress<T>(
  host: LitElement,
  part: Part<T>,
  stylesOf: (part: T) => readonly CSSResult[],
): void {
  const put = () => {
    const now = part.get();
    if (now) adopt(host, ...stylesOf(now));
  };
  host.addController({ hostConnected: () => void part.arrival.then(put) });
}

/** What draws and reads more than words. Where it cannot be had, texts stay as typed. */
export const markdown = createPart(() => import('./text/rich-text.js'));
/** What tells in one line of messages that are no text. */
export const previews = createPart(() => import('../message-preview.js'));
/** All that rows show besides a few words. Where it cannot be had, a line of text stands for it. */
export const extras = createPart(() => import('./extras.js'));
