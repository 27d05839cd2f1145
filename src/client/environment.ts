import { createId } from '../protocol/ids.js';
import { realPage, type Page } from './page.js';

/** Clock, chance, timers and the page, injected so that tests are repeatable. */
export interface Environment {
  /** Unix milliseconds. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  /** A new id; ids minted later sort later. */
  id(): string;
  /** Runs later; the returned function cancels. */
  after(milliseconds: number, run: () => void): () => void;
  readonly page: Page;
}

/** Real time, whose timers all stop on `stop()`. */
export function createEnvironment(
  given: Partial<Environment> = {},
): Environment & { stop(): void } {
  const timers = new Set<() => void>();
  const now = given.now ?? (() => Date.now());
  const random = given.random;
  const later = given.after ?? realAfter;
  let stopped = false;
  return {
    now,
    page: given.page ?? realPage,
    random: random ?? (() => Math.random()),
    id: given.id ?? (() => createId(now(), random)),
    after(milliseconds, run) {
      if (stopped) return () => undefined;
      const cancel = later(milliseconds, () => {
        timers.delete(forget);
        run();
      });
      const forget = () => {
        timers.delete(forget);
        cancel();
      };
      timers.add(forget);
      return forget;
    },
    stop() {
      stopped = true;
      for (const cancel of [...timers]) cancel();
    },
  };
}

function realAfter(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
