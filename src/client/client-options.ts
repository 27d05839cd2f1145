import type { Backend, PresenceMode } from '../protocol/backend.js';
import type { ConnectionMode } from './session/connection.js';
import type { ActEnvironment } from './environment.js';

export interface ChatClientOptions {
  readonly backend: Backend;
  /** Keeps what is stored in this browser apart from that of other apps. Default: the backend's name. */
  readonly appId?: string;
  /**
   * Where the session's token outlives the page. `local`: for all tabs, and whoever signs out in one has signed out in
   * all. Default: nowhere, `signIn` is called on every page.
   */
  readonly storage?: 'local' | 'session' | 'none';
  /**
   * Unsent messages and drafts outlive the page, in this browser's IndexedDB, and drafts are shared by its tabs. `false`:
   * they end with the page, and each tab is alone.
   */
  readonly keep?: boolean;
  /** Asked once when the token is worth nothing any more; the session then goes on as if nothing had been. */
  readonly refreshToken?: () => Promise<string>;
  /** Whose coming and going this client is told of. Default: everyone's. */
  readonly presence?: PresenceMode;
  /**
   * `always` (the default): connected while signed in. `auto`: only while the page is looked at. `manual`: only
   * `connect()` connects; in the background it is dropped after 30 s without `ping()`.
   */
  readonly connection?: ConnectionMode;
  /** Milliseconds after which an operation without answer counts as lost. Default: 15,000; files have ten times as long. */
  readonly timeout?: number;
  /** Clock, chance and timers, for tests. */
  readonly environment?: Partial<ActEnvironment>;
}

export function checkOptions(options: ChatClientOptions): ChatClientOptions {
  const backend: Partial<Backend> | undefined = (options as ChatClientOptions | undefined)?.backend;
  if (typeof backend?.request !== 'function' || typeof backend.connect !== 'function') {
    throw new TypeError(
      'createChatClient({ backend }) needs a backend: a simulated one, or that of a server.',
    );
  }
  return options;
}
