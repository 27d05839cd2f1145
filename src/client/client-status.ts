import type { ChatError } from '../protocol/errors.js';
import type { ConnectionStatus } from '../protocol/events.js';

export type ClientStatus =
  | {
      readonly phase: 'signedOut';
      /** One that is `retryable`: it is tried again by itself, with growing pauses and when the page says there is hope. */
      readonly error?: ChatError;
      /** The error ended a session; otherwise it is that of a sign-in. */
      readonly ended?: boolean;
    }
  | { readonly phase: 'signingIn' }
  | { readonly phase: 'signedIn'; readonly connection: ConnectionStatus; readonly since: number };
