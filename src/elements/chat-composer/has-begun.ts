import type { Draft } from '../../client/draft-types.js';

/** A reply or an edit that was not there before. */
export function hasBegun(before: Draft, after: Draft): boolean {
  return (
    (after.replyTo !== undefined && after.replyTo !== before.replyTo) ||
    (after.editing !== undefined && after.editing !== before.editing)
  );
}
