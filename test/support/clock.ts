/**
 * From now on timers run at once, in their order, but none of those that would be due later than this many milliseconds:
 * what happens all the same has happened within that time, however slow the machine is. Gives the timers back.
 */
export function within(limit: number): () => void {
  const { setTimeout: later, clearTimeout: forget } = globalThis;
  const held = new Set<() => void>();
  /** Of the clock, since it was stopped. */
  let now = 0;
  const set = (run: (...args: unknown[]) => void, after = 0, ...args: unknown[]) => {
    const due = now + after;
    if (due > limit) {
      const hold = () => later(run, after, ...args);
      held.add(hold);
      return { hold };
    }
    return later(() => {
      now = Math.max(now, due);
      run(...args);
    }, 0);
  };
  const clear = (timer: { hold?: () => void } | undefined) => {
    if (timer?.hold) held.delete(timer.hold);
    else forget(timer as unknown as number);
  };
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  return () => {
    Object.assign(globalThis, { setTimeout: later, clearTimeout: forget });
    for (const resume of held) resume();
  };
}
