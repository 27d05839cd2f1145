import type { Localize } from '../lit/localize.js';
import type { ChatError } from '../protocol/errors.js';

/** Why something failed, in plain words and in the reader's language; the error's own message is for developers. */
export function errorText(error: ChatError, localize: Localize): string {
  return localize.term('errorReason', error.code);
}
