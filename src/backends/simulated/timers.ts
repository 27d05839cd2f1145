import type { Environment } from './types.js';

export interface Timers {
  after(milliseconds: number, run: () => unknown): void;
  /** Nothing runs any more, nor is anything begun. */
  stop(): void;
}

/** What a server does later, as long as it is open. */
export function createTimers(environment: Environment): Timers {
  const timers = new Set<() => void>();
  let stopped = false;
  return {
    after(milliseconds, run) {
      if (stopped) return;
      const cancel = environment.after(milliseconds, () => {
        timers.delete(cancel);
        run();
      });
      timers.add(cancel);
    },
    stop() {
      stopped = true;
      for (const cancel of timers) cancel();
      timers.clear();
    },
  };
}
