import type { BackendEvent, ConnectionStatus } from './events.js';
import type { OperationName, Params, Result } from './operations.js';
import type { User } from './records.js';
import type { AppSettings } from './settings.js';

/** Whose coming and going a session is told of. Nobody ever learns of those they are apart from by a block. */
export type PresenceMode = 'all' | 'friends' | 'none' | { readonly roles: readonly string[] };

/** What a session is asked for beside who signs in. */
export interface SessionOptions {
  /** May be left out where a backend serves one app. */
  readonly appId?: string;
  /** `all` by default. */
  readonly presence?: PresenceMode;
}

/** UID and Auth Key for development; an auth token, minted by the app's server, in production. */
export type Credentials = SessionOptions &
  (
    | { readonly uid: string; readonly authKey: string; readonly token?: never }
    | { readonly token: string; readonly uid?: never; readonly authKey?: never }
  );

export type Capability =
  | 'users.list'
  | 'users.block'
  | 'groups.create'
  | 'groups.moderate'
  | 'messages.edit'
  | 'messages.delete'
  | 'messages.react'
  | 'messages.thread'
  | 'messages.broadcast'
  | 'messages.search'
  | 'messages.pin'
  | 'receipts'
  | 'typing'
  | 'presence'
  | 'files'
  | 'calls';
/** `emulated`: works, with the adapter's help and weaker promises; `none`: elements hide it. */
export type CapabilityLevel = 'native' | 'emulated' | 'none';
export type Capabilities = { readonly [C in Capability]: CapabilityLevel };

export interface Session {
  readonly me: User;
  /** The auth token of this device; a stored one resumes the session. */
  readonly token: string;
  readonly capabilities: Capabilities;
  readonly settings: AppSettings;
  /** Operations that the role of this user may not ask for: elements hide them. */
  readonly restricted?: readonly OperationName[];
}

export interface Sink {
  event(event: BackendEvent): void;
  status(status: ConnectionStatus): void;
}

/**
 * Whatever answers operations and pushes events, for one device of one user. Identity belongs to the session that
 * `signIn` opens: no param names the actor. Every method fails with a `ChatError` and nothing else.
 */
export interface Backend {
  /** For people: "simulated", "xmpp" … */
  readonly name: string;
  signIn(credentials: Credentials): Promise<Session>;
  /** Starts events and status; the returned function disconnects. One sink at a time. */
  connect(sink: Sink): () => void;
  /** Idempotent by `commandId`: a repeat is answered with the stored result. Queries carry none. */
  request<N extends OperationName>(
    name: N,
    params: Params<N>,
    commandId?: string,
  ): Promise<Result<N>>;
}
