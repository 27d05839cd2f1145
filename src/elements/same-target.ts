import type { Target } from '../protocol/ids.js';

export function isSameTarget(a: Target | undefined, b: Target | undefined): boolean {
  return a !== undefined && a.uid === b?.uid && a.guid === b?.guid;
}
