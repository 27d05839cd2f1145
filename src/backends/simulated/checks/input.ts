import { ChatError, type ErrorCode } from '../../../protocol/errors.js';
import type { Target } from '../../../protocol/ids.js';
import { normalizeId } from '../../../protocol/record-ids.js';
import { limits } from '../../../protocol/limits.js';
import { pageLimits, type PagedOperation } from '../../../protocol/page-limits.js';
import type { JsonObject } from '../../../protocol/records.js';

/** Checks of what came in: nothing here trusts its argument, whatever its type says. */

/** As the domain's codes name it. */
export const coded = (what: string): string => what.toUpperCase().replace(/ /g, '_');

export function refuse(code: ErrorCode, detail: string, message: string): ChatError {
  return new ChatError(code, message, { detail });
}

export const uidOf = (value: unknown): string => normalizeId('UID', value);
export const guidOf = (value: unknown): string => normalizeId('GUID', value);

/** Ids minted by clients: messages, files, calls, commands. */
export function mintedId(value: unknown, what: string): string {
  if (typeof value === 'string' && /^[\w:.-]{1,300}$/.test(value)) return value;
  throw refuse(
    'invalid',
    `INVALID_${coded(what)}`,
    `A ${what} must be a string of 1 to 300 letters, digits, "_", "-", "." or ":"; make one with createId().`,
  );
}

export function targetOf(value: unknown): Target {
  const { uid, guid } = objectOf(value, 'target') as { uid?: unknown; guid?: unknown };
  if ((uid === undefined) === (guid === undefined)) {
    throw refuse(
      'invalid',
      'INVALID_RECEIVER_TYPE',
      'A target names either a uid or a guid, and not both.',
    );
  }
  return guid !== undefined ? { guid: guidOf(guid) } : { uid: uidOf(uid) };
}

export function objectOf(
  value: unknown,
  what: string,
  detail = 'MISSING_PARAMETERS',
): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw refuse('invalid', detail, `"${what}" must be an object.`);
}

export function textOf(value: unknown, what: string, most: number): string {
  if (typeof value !== 'string') {
    throw refuse('invalid', `INVALID_${coded(what)}`, `"${what}" must be a text.`);
  }
  if (value.length > most) {
    throw refuse(
      'too-long',
      `ERROR_${coded(what)}_EXCEEDED`,
      `"${what}" has ${value.length} characters, and at most ${most} are allowed. Shorten it.`,
    );
  }
  return value;
}

/** What is looked for, as names are kept for being looked for. */
export function searchOf(value: unknown): string | undefined {
  const search = given(value, (text) => textOf(text, 'search keyword', limits.nameLength));
  return search?.trim().toLowerCase() || undefined;
}

export function jsonOf(value: unknown, what: string, most: number): JsonObject {
  const detail = `ERR_INVALID_${what === 'data' ? 'CUSTOM_DATA' : 'METADATA'}`;
  const object = objectOf(value, what, detail);
  let size: number;
  try {
    size = new TextEncoder().encode(JSON.stringify(object)).length;
  } catch {
    throw refuse('invalid', detail, `"${what}" must be plain JSON.`);
  }
  if (size > most) {
    throw refuse(
      'too-large',
      detail,
      `"${what}" takes ${size} bytes as JSON, and at most ${most} are allowed.`,
    );
  }
  // What is not JSON (dates, functions) becomes what JSON makes of it.
  return JSON.parse(JSON.stringify(object)) as JsonObject;
}

export function listOf(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw refuse('invalid', 'MISSING_PARAMETERS', `"${what}" must be a list.`);
}

export function textsOf(value: unknown, what: string): readonly string[] {
  return listOf(value, what).map((item) => textOf(item, what, limits.urlLength));
}

export function tagsOf(value: unknown): readonly string[] {
  const tags = [
    ...new Set(listOf(value, 'tags').map((tag) => textOf(tag, 'tag', limits.tagLength))),
  ];
  if (tags.length > limits.tags) {
    throw refuse(
      'limit',
      'ERROR_TAGS_EXCEEDED',
      `${tags.length} tags were given, and at most ${limits.tags} are allowed.`,
    );
  }
  return tags;
}

export function oneOf<T extends string>(
  value: unknown,
  choices: readonly T[],
  what: string,
  detail: string,
): T {
  if (choices.includes(value as T)) return value as T;
  throw refuse('invalid', detail, `"${what}" must be one of ${choices.join(', ')}.`);
}

export function booleanOf(value: unknown, what: string): boolean {
  if (typeof value === 'boolean') return value;
  throw refuse('invalid', 'MISSING_PARAMETERS', `"${what}" must be true or false.`);
}

export function timeOf(value: unknown, what: string): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw refuse('invalid', 'MISSING_PARAMETERS', `"${what}" must be a time in Unix milliseconds.`);
}

/** M5: more than the most is refused, never clamped. */
export function limitOf(operation: PagedOperation, value: unknown): number {
  const [usual, most] = pageLimits[operation];
  if (value === undefined) return usual;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) {
    return value;
  }
  throw refuse(
    'limit',
    operation === 'thread.list' ? 'INVALID_SET_LIMIT' : 'ERROR_SET_LIMIT_EXCEEDED',
    `${operation} was asked for a page of ${JSON.stringify(value)}: use 1 to ${most}.`,
  );
}

/** `undefined` stays, everything else must pass: for fields that may be left out. */
export function given<T>(value: unknown, check: (value: unknown) => T): T | undefined {
  return value === undefined ? undefined : check(value);
}

export function withoutUndefined<T extends object>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
