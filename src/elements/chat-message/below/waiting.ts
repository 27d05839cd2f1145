import type { MessageRow } from '../message-row.js';

/** Milliseconds after which a pending message is slow. */
const slowAfter = 10_000;

const timers = new WeakMap<MessageRow, ReturnType<typeof setTimeout>>();

/** Whether it has waited for long. The row is drawn again when it has, and every second while it counts them. */
export function isSlow(row: MessageRow): boolean {
  clearTimeout(timers.get(row));
  const { state, queuedAt, resumesAt = 0 } = row.item ?? {};
  if (state !== 'pending' || queuedAt === undefined) return false;
  const now = Date.now();
  const left = queuedAt + slowAfter - now;
  const next = resumesAt > now ? (resumesAt - now) % 1000 || 1000 : left;
  // One that has gone is drawn again when it is back.
  const draw = () => row.isConnected && row.requestUpdate();
  if (next > 0) timers.set(row, setTimeout(draw, next));
  return left <= 0;
}
