import { ChatError } from '../../protocol/errors.js';
import type { BatchResult } from '../../protocol/operations.js';
import { uidOf } from './input.js';

/** Several people at once, a result each. */
export function eachUid(
  uids: readonly string[],
  act: (uid: string) => Promise<unknown>,
): Promise<BatchResult> {
  return each(uids, async (uid) => {
    await act(uidOf(uid));
    return {};
  });
}

/** One failure never fails the call. */
export async function each<T extends object>(
  ids: readonly string[],
  act: (id: string) => Promise<T>,
): Promise<{ results: Record<string, BatchResult['results'][string] & Partial<T>> }> {
  const results: Record<string, BatchResult['results'][string] & Partial<T>> = {};
  for (const id of ids) {
    try {
      results[id] = { ok: true, ...(await act(id)) };
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      const refused: BatchResult['results'][string] = { ok: false, ...error.toJSON() };
      results[id] = refused as (typeof results)[string];
    }
  }
  return { results };
}
