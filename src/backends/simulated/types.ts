import type { Credentials, Session } from '../../protocol/backend.js';
import type { BackendEvent } from '../../protocol/events.js';
import type { Management, ManagementCredentials, Role } from '../../protocol/management.js';
import type { OperationName, Params, Result } from '../../protocol/operations.js';
import type { FlagReason, LinkPreview } from '../../protocol/records.js';
import type { AppSettings } from '../../protocol/settings.js';

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

/** An app: one tenant. Keys, roles and reasons are what it begins with; more are made by management. */
export interface App {
  readonly appId: string;
  readonly region: string;
  /** What the app itself is called where it does something. */
  readonly name?: string;
  readonly authKey: string;
  readonly restApiKey: string;
  readonly settings: AppSettings;
  readonly roles?: readonly (Partial<Role> & Pick<Role, 'role'>)[];
  /** What it knows of pages behind links, by host and path. */
  readonly pages?: Readonly<Record<string, Omit<LinkPreview, 'url'>>>;
  readonly flagReasons?: readonly FlagReason[];
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
  manage(credentials: ManagementCredentials): Management;
  close(): Promise<void>;
}

/** Why records changed, as events tell it. */
export type Cause = NonNullable<Extract<BackendEvent, { type: 'changed' }>['cause']>;
