import { waitUntil as wait } from '@open-wc/testing';

/** Looks every so many milliseconds until this holds; gives up after ten seconds, for a busy machine takes its time. */
export function waitUntil(holds: () => unknown, otherwise?: string, interval = 50): Promise<void> {
  return wait(holds, otherwise, { timeout: 10_000, interval });
}
