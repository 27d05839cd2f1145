import type { Capability, Session } from '../protocol/backend.js';
import type { ChatError } from '../protocol/errors.js';
import type { OperationName, Params, Result } from '../protocol/operations.js';
import type { Command } from './command.js';
import type { Connection } from './session/connection.js';
import type { Environment } from './environment.js';
import type { Facts } from './facts.js';
import type { Shown } from './stores/patches.js';
import type { RecordTables } from './stores/table.js';
import type { Tabs } from './session/tabs.js';
import type { Store } from './stores/list-types.js';

/** What every feature is built on. */
export interface Core {
  readonly environment: Environment;
  readonly tables: RecordTables;
  /** The outbox: commands in order. Nothing is in it before the acts are loaded. */
  readonly $commands: Store<readonly Command[]>;
  readonly tabs: Tabs;
  readonly facts: Facts;
  readonly connection: Connection;
  readonly $session: Store<Session | undefined>;
  readonly $shown: Store<Shown>;
  me(): string | undefined;
  can(capability: Capability): boolean;
  /** Asks, and takes the records that come with the answer. Tries again by itself where that may help. */
  query<N extends OperationName>(name: N, params: Params<N>): Promise<Result<N>>;
  /** Runs at every start and end of a session. */
  onSession(listener: (session: Session | undefined) => void): () => void;
  /** A conversation has changed in ways that records do not tell (N4). */
  onRefetch(listener: (conversationId: string) => void): () => void;
  onClose(listener: () => void): void;
  report(error: ChatError, operation: string): void;
}
