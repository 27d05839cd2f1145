import type { AppSettings, Credentials, Session } from '../../protocol/backend.js';
import type { BackendEvent } from '../../protocol/events.js';
import type { Management } from '../../protocol/management.js';
import type { OperationName, Params, Result } from '../../protocol/operations.js';

/** Everything that differs between a demo, a test and a screenshot; injected, so each of them is repeatable. */
export interface Environment {
  /** Unix milliseconds. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  /** A new id, in the order of time. */
  id(): string;
  /** Runs later; the returned function cancels. */
  after(milliseconds: number, run: () => void): () => void;
}

/** An app: one tenant with its keys. */
export interface App {
  readonly appId: string;
  readonly region: string;
  readonly authKey: string;
  readonly restApiKey: string;
  readonly settings: AppSettings;
}

/** One device's connection. What goes in and out is cloned, so that nobody shares memory with the server. */
export interface Connection {
  signIn(credentials: Credentials): Promise<Session>;
  request<N extends OperationName>(
    name: N,
    params: Params<N>,
    commandId?: string,
  ): Promise<Result<N>>;
  /** From now on the user counts as online and events flow; what was missed before is not repeated. */
  listen(receive: (event: BackendEvent) => void): void;
  close(): void;
}

/** The server in miniature: authenticate, already done?, authorize, handle in one transaction, commit, publish. */
export interface Server {
  open(): Connection;
  /** Every request checks the key. */
  manage(credentials: { readonly appId: string; readonly restApiKey: string }): Management;
  close(): Promise<void>;
}
