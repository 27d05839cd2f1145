import { atom, computed } from 'nanostores';
import type { Backend, Credentials, PresenceMode, Session } from '../../protocol/backend.js';
import { ChatError } from '../../protocol/errors.js';
import type { User } from '../../protocol/records.js';
import { pauseAfter, type Environment } from '../environment.js';
import type { Store } from '../stores/list-types.js';

export interface TokenStore {
  get(): string | null;
  set(token: string | null): void;
}

export type Phase =
  | { readonly phase: 'signedOut'; readonly error?: ChatError; readonly ended?: boolean }
  | { readonly phase: 'signingIn' }
  | { readonly phase: 'signedIn'; readonly session: Session };

export interface SessionKeeper {
  readonly $phase: Store<Phase>;
  readonly $session: Store<Session | undefined>;
  signIn(credentials: Credentials): Promise<User>;
  signOut(): Promise<void>;
  /** The server has ended it (N3). A token that is worth nothing any more is first asked for anew, once. */
  end(error: ChatError): void;
  /** Tries again what was asked for in vain, or opens the session that an earlier page left. */
  resume(): void;
  /** It is over, and whoever asks is told why. */
  close(error?: ChatError): void;
  /** The client is closed: nothing begins any more. */
  stop(): void;
  isLeaving(): boolean;
  asked(credentials: Credentials): Credentials;
  /** This user has signed out in another tab, whose session is the same. */
  follow(uid: string): void;
}

interface SessionOptions {
  readonly backend: Backend;
  readonly environment: Environment;
  readonly tokens: TokenStore;
  readonly presence: PresenceMode | undefined;
  readonly refreshToken: (() => Promise<string>) | undefined;
  readonly started: (session: Session) => void;
  /** `uid` of whoever was signed in; `error` where it was not their wish. */
  readonly stopped: (uid: string, error?: ChatError) => void;
  readonly failed: (error: ChatError) => void;
  /** Gets a new token where the old one is worth nothing any more. */
  readonly renew: ((ended: ChatError) => void) | undefined;
  /** Tells the server; fails silently, the session is over here anyway. */
  readonly leave: () => Promise<void>;
}

export function createSession(options: SessionOptions): SessionKeeper {
  const { backend, environment, tokens, presence, started, stopped } = options;
  const $phase = atom<Phase>({ phase: 'signedOut' });
  const $session = computed($phase, (now) => (now.phase === 'signedIn' ? now.session : undefined));
  /** Whom `signIn` could not sign in yet. */
  let wanted: Credentials | undefined;
  let failures = 0;
  let cancelRetry: (() => void) | undefined;
  let resuming: Promise<unknown> | undefined;
  let signingIn: Promise<unknown> | undefined;
  let isOver = false;
  let leaving: Promise<void> | undefined;

  const asked = (credentials: Credentials): Credentials => ({
    ...(presence && { presence }),
    ...credentials,
  });

  async function open(credentials: Credentials): Promise<User> {
    cancelRetry?.();
    $phase.set({ phase: 'signingIn' });
    try {
      const session = await backend.signIn(asked(credentials));
      if (isOver) throw new ChatError('unauthenticated', 'The client was closed while signing in.');
      tokens.set(session.token);
      wanted = undefined;
      failures = 0;
      $phase.set({ phase: 'signedIn', session });
      started(session);
      return session.me;
    } catch (thrown) {
      const error = ChatError.from(thrown);
      $phase.set({ phase: 'signedOut', error });
      options.failed(error);
      const pause = pauseAfter(failures++, environment, error);
      if (error.retryable) cancelRetry = environment.after(pause, () => resume(true));
      else wanted = undefined;
      throw error;
    }
  }

  function resume(isDue?: boolean): void {
    const token = tokens.get();
    const credentials = wanted ?? (token ? { token } : undefined);
    const now = $phase.get();
    if (!credentials || resuming || signingIn || now.phase !== 'signedOut') return;
    // A server that said when it may be asked again is not asked before.
    if (now.error?.retryAfter && !isDue) return;
    resuming = open(credentials)
      .catch(async (error: ChatError) => {
        // A token that was refused is of no use; one that could not be tried is.
        if (error.retryable) return;
        tokens.set(null);
        if (options.refreshToken && isExpired(error))
          await open({ token: await options.refreshToken() });
      })
      // The phase says already why nobody is signed in.
      .catch(() => undefined)
      .finally(() => (resuming = undefined));
  }

  function close(error?: ChatError): void {
    const now = $phase.get();
    if (now.phase === 'signingIn' || (error && now.phase !== 'signedIn')) return;
    tokens.set(null);
    $phase.set({ phase: 'signedOut', ...(error && { error, ended: true }) });
    if (now.phase === 'signedIn') stopped(now.session.me.id, error);
  }

  async function signIn(credentials: Credentials): Promise<User> {
    if (signingIn) {
      throw new ChatError('conflict', 'A sign-in is under way. Wait for it.', {
        detail: 'LOGIN_IN_PROGRESS',
      });
    }
    const user = begin(credentials);
    // Only now: where somebody is signed in already, it is over before it is known.
    const done = () => (signingIn = undefined);
    signingIn = user.then(done, done);
    return user;
  }

  async function begin(credentials: Credentials): Promise<User> {
    // No `await` without need: what is drawn next has to see that somebody signs in.
    if (resuming || leaving) await Promise.all([resuming, leaving]);
    const now = $phase.get();
    if (now.phase === 'signedIn') {
      const { me, token } = now.session;
      if (credentials.uid?.toLowerCase() === me.id || credentials.token === token) return me;
      await leave();
    }
    wanted = credentials;
    return open(credentials);
  }

  async function signOut(): Promise<void> {
    // No `await` without need: a `signIn()` right after this call has to see that `leaving` is set.
    if (resuming || signingIn) await Promise.all([resuming, signingIn]);
    wanted = undefined;
    await leave();
  }

  function leave(): Promise<void> {
    leaving ??= ($session.get() ? options.leave() : Promise.resolve()).finally(() => {
      leaving = undefined;
      close();
    });
    return leaving;
  }

  return {
    $phase,
    $session,
    signIn,
    signOut,
    resume,
    close,
    asked,
    stop: () => void (isOver = true),
    isLeaving: () => leaving !== undefined,
    end(error) {
      if (leaving) return;
      if (options.renew && isExpired(error)) options.renew(error);
      else close(error);
    },
    follow(uid) {
      if ($session.get()?.me.id !== uid || leaving) return;
      close(new ChatError('unauthenticated', 'Signed out in another tab. Sign in again.'));
    },
  };
}

function isExpired({ code }: ChatError): boolean {
  return code === 'token-deleted' || code === 'unauthenticated';
}

/** The token of the session, for one app. Where the browser refuses storage it is not kept. */
export function createTokenStore(kind: 'local' | 'session' | 'none', key: string): TokenStore {
  const area = (): Storage | undefined => {
    try {
      return kind === 'none' ? undefined : globalThis[`${kind}Storage`];
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
