import type { ClientStatus } from '../../client/client-status.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import type { ChatError } from '../../protocol/errors.js';

/** Why something failed, in plain words and in the reader's language; the error's own message is for developers. */
export function errorText(error: ChatError, localize: Localize): string {
  return localize.term('errorReason', error.code);
}

/** That one is signed out, and why; empty while one is not. */
export function signedOutText(status: ClientStatus | undefined, localize: Localize): string {
  if (status?.phase !== 'signedOut') return '';
  const { error } = status;
  const reason = error && error.code !== 'unauthenticated' ? errorText(error, localize) : '';
  return `${localize.term('signedOut')} ${reason}`.trim();
}
