import type { CSSResult, LitElement, ReactiveControllerHost } from 'lit';
import { adopt } from '../../lit/adopt.js';

/** Loaded after this where nothing has asked for it, when the page has shown itself; tried again no sooner. */
const later = 4000;
/** Milliseconds that rows wait for it: on a slow line they are drawn without it, and once more when it has come. */
const patience = 1000;

/** What few rows need is loaded with the first of them; rows that need it wait for it. */
export interface RowPart<T> {
  /** Undefined until it is loaded. */
  get(): T | undefined;
  load(): Promise<void>;
  /** Whether these can be drawn: it is there, or was waited for long enough, or none needs it. The first that does has it loaded. */
  serves<I>(items: Iterable<I>, needs: (item: I) => boolean): boolean;
  /** Runs when rows can be drawn; and once more, `again`, when it comes after they were. */
  follow(run: (again: boolean) => unknown): void;
}

export function createRowPart<T>(fetch: () => Promise<T>): RowPart<T> {
  let part: T | undefined;
  /** Loaded, or given up for now: rows are drawn without it. */
  let ready = false;
  let loading: Promise<void> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const followers: ((again: boolean) => unknown)[] = [];

  function settle(loaded?: T): void {
    const again = ready;
    ready = true;
    part = loaded;
    if (!loaded) setTimeout(() => (loading = undefined), later);
    if (!loaded && again) return;
    for (const run of loaded ? followers.splice(0) : followers) run(again);
  }

  function giveUp(): void {
    if (ready) return;
    ready = true;
    for (const run of followers) run(false);
  }

  const load = () => (loading ??= fetch().then(settle, () => settle()));

  return {
    get: () => part,
    load,
    serves(items, needs) {
      if (part) return true;
      for (const item of items) {
        if (!needs(item)) continue;
        void load();
        waiting ??= setTimeout(giveUp, patience);
        return ready;
      }
      return true;
    },
    follow(run) {
      if (part) run(false);
      else followers.push(run);
    },
  };
}

/** The element renders again when what it needs has come, which it will, needed or not. */
export function follow(host: ReactiveControllerHost, part: RowPart<unknown>): void {
  if (part.get()) return;
  part.follow(() => host.requestUpdate());
  setTimeout(() => void part.load(), later);
}

/** The element has its styles as soon as it has come, and the element stands in a page. */
export function dress<T>(
  host: LitElement,
  part: RowPart<T>,
  stylesOf: (part: T) => readonly CSSResult[],
): void {
  const put = () => {
    const now = part.get();
    if (now) adopt(host, ...stylesOf(now));
  };
  host.addController({ hostConnected: () => part.follow(put) });
}
