import { limits } from '../../../protocol/limits.js';
import { scopes } from '../../../protocol/permissions.js';
import type { Scope } from '../../../protocol/records.js';
import { coded, refuse, textOf } from './input.js';

/** Checks of what describes people and groups. */

/** Faces drawn in code travel as data addresses, which are longer than links. */
export const avatarLength = 100_000;

export function nameOf(value: unknown): string {
  const name = textOf(value, 'name', limits.nameLength).trim();
  if (name === '') throw refuse('invalid', 'INVALID_NAME', 'A name must not be empty.');
  return name;
}

/** An http(s) or data address: nothing that a browser would run. */
export function urlOf(value: unknown, what: string, most: number = limits.urlLength): string {
  const url = textOf(value, what, most);
  if (url === '' || /^(https?:\/\/|data:image\/)/i.test(url)) return url;
  throw refuse(
    'invalid',
    `INVALID_${coded(what)}`,
    `"${what}" must be an address that begins with https://, http:// or data:image/.`,
  );
}

export function scopeOf(value: unknown): Scope {
  if (scopes.includes(value as Scope)) return value as Scope;
  throw refuse('invalid', 'INVALID_SCOPE_VALUE', `A scope is one of ${scopes.join(', ')}.`);
}
