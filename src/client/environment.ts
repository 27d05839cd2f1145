import type { ChatError } from '../protocol/errors.js';
import { realPage, type Page } from './page.js';

/** Clock, chance, timers and the page, injected so that tests are repeatable. */
export interface Environment {
  /** Unix milliseconds. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  /** Runs later; the returned function cancels. */
  after(milliseconds: number, run: () => void): () => void;
  readonly page: Page;
}

/** What is done needs new ids, too. */
export interface ActEnvironment extends Environment {
  /** A new id; ids minted later sort later. */
  id(): string;
}

/**
 * Milliseconds until something is tried again that has failed so often before this time: ever more, never the same for
 * all, and no less than the server asks for.
 */
export function pauseAfter(failures: number, { random }: Environment, error?: ChatError): number {
  const pause = Math.min(30_000, 500 * 2 ** failures) * (0.5 + random());
  return Math.max(pause, error?.retryAfter ?? 0);
}

/** Real time, whose timers all stop on `stop()`. */
export function createEnvironment(
  given: Partial<Environment> = {},
): Environment & { stop(): void } {
  const timers = new Set<() => void>();
  const { now = () => Date.now(), random = () => Math.random(), after = realAfter } = given;
  let stopped = false;
  return {
    now,
    page: given.page ?? realPage,
    random,
    after(milliseconds, run) {
      if (stopped) return () => undefined;
      const cancel = after(milliseconds, () => {
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
