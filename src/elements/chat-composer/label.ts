import type { Localize } from '../../lit/localize.js';

/** What the text area is for: whom one writes to (empty while that is not known), or that it goes into a thread. */
export function labelOf(name: string | undefined, thread: unknown, localize: Localize): string {
  if (name === undefined) return localize.term('composerNobody');
  return thread ? localize.term('replyInThread') : localize.term('composerPlaceholder', name);
}
