import type { OperationName, Params, Result } from '../../protocol/operations.js';
import type { Upload } from '../command.js';
import type { Core } from '../core.js';
import type { ActEnvironment } from '../environment.js';
import type { Keep } from './keep/keep-types.js';
import type { Outbox } from './outbox/outbox.js';

export interface CommandOptions {
  /** Commands of one lane are carried out one after the other. */
  readonly lane: string;
  readonly uploads?: readonly Upload[];
  /** Not worth keeping over a reload. */
  readonly volatile?: boolean;
}

/** What every act is built on. */
export interface ActCore extends Core {
  readonly environment: ActEnvironment;
  readonly keep: Keep;
  readonly outbox: Outbox;
  /** Once, without outbox or answer: what is late is worthless. */
  tell<N extends OperationName>(name: N, params: Params<N>): void;
  /** Into the outbox. The result is missing where an event confirmed the command before its reply. */
  command<N extends OperationName>(
    name: N,
    params: Params<N>,
    options: CommandOptions,
  ): Promise<Result<N> | undefined>;
}
