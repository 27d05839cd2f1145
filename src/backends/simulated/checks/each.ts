import { ChatError } from '../../../protocol/errors.js';
import { limits } from '../../../protocol/limits.js';
import type { BatchResult } from '../../../protocol/operations.js';
import { listOf, refuse, uidOf } from './input.js';

/** Distinct ids of one batch call. */
export function batchOf(value: unknown, detail = 'EMPTY_USERS_LIST'): readonly string[] {
  const uids = listOf(value, 'uids').map((uid) =>
    typeof uid === 'string' ? uid.toLowerCase() : String(uid),
  );
  return batchSize([...new Set(uids)], detail);
}
export function batchSize(uids: readonly string[], detail = 'EMPTY_USERS_LIST'): readonly string[] {
  if (uids.length === 0) throw refuse('invalid', detail, 'No UID was given: name at least one.');
  if (uids.length > limits.batch) {
    throw refuse(
      'limit',
      'ERROR_UIDS_EXCEEDED',
      `${uids.length} UIDs were given, and at most ${limits.batch} are allowed in one call.`,
    );
  }
  return uids;
}

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
