import { ChatError } from './errors.js';
import { isId, type Target } from './ids.js';
import { limits } from './limits.js';
import type { ReceiverType } from './records.js';

/** UIDs, GUIDs and role ids are compared case-insensitively and kept lower-case. */
export function normalizeId(kind: 'UID' | 'GUID' | 'role' | 'reason', value: unknown): string {
  const id = typeof value === 'string' ? value.toLowerCase() : '';
  if (isId(id)) return id;
  throw new ChatError(
    'invalid',
    `${JSON.stringify(value) ?? 'undefined'} is not a ${kind}: use 1 to ${limits.idLength} letters, digits, "_" or "-".`,
    { detail: `INVALID_${kind.toUpperCase()}` },
  );
}

export function memberId(guid: string, uid: string): string {
  return `${guid}:${uid}`;
}

export function receiptId(conversation: string, uid: string): string {
  return `${conversation}|${uid}`;
}

export function receiverOf(target: Target): { receiverType: ReceiverType; receiver: string } {
  return target.guid !== undefined
    ? { receiverType: 'group', receiver: target.guid }
    : { receiverType: 'user', receiver: target.uid };
}
