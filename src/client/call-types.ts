import type { ChatError } from '../protocol/errors.js';
import type { Target } from '../protocol/ids.js';
import type { CallQuery } from '../protocol/queries.js';
import type { Call } from '../protocol/records.js';
import type { Limited, List, Query, Store } from './stores/list-types.js';

/** The call that this device begins or takes part in, or did until it was dismissed. */
export interface OwnCall {
  /** Empty where what begins calls could not be loaded. */
  readonly id: string;
  readonly target: Target;
  readonly type: Call['type'];
  /** Absent until the server has it. */
  readonly call?: Call;
  /** Why it could not be begun or joined. */
  readonly error?: ChatError;
}

export interface CallFeature {
  /** Calls that ring or run, but for those this device is hanging up. */
  readonly $calls: Store<readonly Call[]>;
  /** The one this user is in, on whatever device: while it lasts, whoever rings is told that they are busy. */
  readonly $active: Store<Call | undefined>;
  /** After a reload there is none until `accept()` brings it back. */
  readonly $own: Store<OwnCall | undefined>;
  /**
   * Joins the call that a group has already (K1). Rejects with `conflict` while another one lasts, and with `offline` at
   * once: nobody is rung later.
   */
  start(target: Target, type: Call['type']): Promise<Call>;
  /** Ends the one this user is in, and takes part in this one here: anew, or after a reload, or from another device. */
  accept(id: string): Promise<void>;
  reject(id: string): Promise<void>;
  /** Hangs up; cancels or rejects where nobody has answered yet. */
  end(id: string): Promise<void>;
  /** Forgets an own call that is over or failed. */
  dismiss(): void;
  get(id: string): Promise<Call>;
  /** Newest first, kept live. */
  list(query?: CallQuery): List<Call>;
  query(filter?: CallQuery & Limited): Query<Call>;
}
