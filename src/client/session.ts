import { atom, computed } from 'nanostores';
import type { Backend, Credentials, Session } from '../protocol/backend.js';
import { ChatError } from '../protocol/errors.js';
import type { User } from '../protocol/records.js';
import type { Store } from './types.js';

export interface TokenStore {
  get(): string | null;
  set(token: string | null): void;
}

export type Phase =
  | { readonly phase: 'signedOut'; readonly error?: ChatError }
  | { readonly phase: 'signingIn' }
  | { readonly phase: 'signedIn'; readonly session: Session };

export interface SessionKeeper {
  readonly $phase: Store<Phase>;
  readonly $session: Store<Session | undefined>;
  signIn(credentials: Credentials): Promise<User>;
  signOut(): Promise<void>;
  /** The server has ended it (N3). */
  end(error: ChatError): void;
  /** Opens the session that an earlier page left, if there is one. */
  resume(): void;
}

interface SessionOptions {
  readonly backend: Backend;
  readonly tokens: TokenStore;
  readonly started: (session: Session) => void;
  readonly stopped: () => void;
  /** Tells the server; fails silently, the session is over here anyway. */
  readonly leave: () => Promise<void>;
}

export function createSession({
  backend,
  tokens,
  started,
  stopped,
  leave,
}: SessionOptions): SessionKeeper {
  const $phase = atom<Phase>({ phase: 'signedOut' });
  const $session = computed($phase, (now) => (now.phase === 'signedIn' ? now.session : undefined));
  let resuming: Promise<unknown> | undefined;

  async function open(credentials: Credentials): Promise<User> {
    $phase.set({ phase: 'signingIn' });
    try {
      const session = await backend.signIn(credentials);
      tokens.set(session.token);
      $phase.set({ phase: 'signedIn', session });
      started(session);
      return session.me;
    } catch (thrown) {
      const error = ChatError.from(thrown);
      $phase.set({ phase: 'signedOut', error });
      throw error;
    }
  }

  function close(error?: ChatError): void {
    if ($phase.get().phase !== 'signedIn') return;
    tokens.set(null);
    $phase.set({ phase: 'signedOut', ...(error && { error }) });
    stopped();
  }

  async function signIn(credentials: Credentials): Promise<User> {
    await resuming;
    const now = $phase.get();
    if (now.phase === 'signingIn') {
      throw new ChatError(
        'conflict',
        'A sign-in is already under way. Wait for it before the next one.',
      );
    }
    if (now.phase === 'signedIn') {
      if (credentials.uid?.toLowerCase() === now.session.me.id) return now.session.me;
      await signOut();
    }
    return open(credentials);
  }

  async function signOut(): Promise<void> {
    if ($phase.get().phase !== 'signedIn') return;
    await leave();
    close();
  }

  return {
    $phase,
    $session,
    signIn,
    signOut,
    end: close,
    resume() {
      const token = tokens.get();
      if (!token) return;
      resuming = open({ token })
        .catch((error: ChatError) => {
          // A token that was refused is of no use; one that could not be tried is.
          if (!error.retryable) tokens.set(null);
        })
        .finally(() => (resuming = undefined));
    },
  };
}

/** The token of the session, for one app. Where the browser refuses storage it is not kept. */
export function createTokenStore(kind: 'local' | 'session' | 'none', key: string): TokenStore {
  const area = (): Storage | undefined => {
    try {
      return kind === 'none' ? undefined : kind === 'local' ? localStorage : sessionStorage;
    } catch {
      return undefined;
    }
  };
  return {
    get: () => area()?.getItem(key) ?? null,
    set(token) {
      try {
        if (token === null) area()?.removeItem(key);
        else area()?.setItem(key, token);
      } catch {
        // Full or refused: the session lives as long as the page.
      }
    },
  };
}
