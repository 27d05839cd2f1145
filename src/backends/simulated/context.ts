import type { BackendEvent } from '../../protocol/events.js';
import type { ManagementName, ManagementOperations } from '../../protocol/management.js';
import type { OperationName, Params, Result } from '../../protocol/operations.js';
import type { Changes } from '../../protocol/records.js';
import type { AppSettings } from '../../protocol/settings.js';
import type { Directory } from './queries/directory.js';
import type { Secret } from './passwords.js';
import type { Sessions } from './sessions.js';
import type { CallRow, MemberRow, MessageRow, ReceiptRow } from './storage/rows.js';
import type { Reader } from './storage/storage.js';
import type { App, Cause, Environment } from './types.js';
import type { Work } from './work.js';

/** Records for one viewer, each with those it names (R6). Asked for what the viewer may not see, it adds nothing. */
export interface Gathering {
  readonly viewer: string;
  user(uid: string): void;
  group(guid: string): void;
  /** Without its owner. */
  groupAlone(guid: string): void;
  member(row: MemberRow): void;
  conversation(id: string): void;
  message(row: MessageRow): void;
  receipt(row: ReceiptRow): void;
  call(row: CallRow): void;
  /** What was asked for, as it is now. */
  changes(): Promise<Changes>;
}

/** What a handler has: the one who asks, one transaction, and the records for the answer. */
export interface Context {
  /** UID of the actor; `appUser` for the app's own server. */
  readonly me: string;
  readonly token: string;
  /** Of the command that is carried out. */
  readonly commandId: string | undefined;
  readonly now: number;
  readonly app: App;
  /** As management has changed them. */
  readonly settings: AppSettings;
  readonly environment: Environment;
  readonly work: Work;
  /** What goes into `changes` beside what was written. */
  readonly show: Gathering;
  readonly sessions: Sessions;
  readonly directory: Directory;
  readonly rosters: Rosters;
  /** Told after the commit to these people, where they are online; never kept. */
  emit(event: BackendEvent, uids: readonly string[]): void;
  /** Runs a mutation of its own, later: for what happens by itself. */
  later(milliseconds: number, run: (context: Context) => Promise<unknown>, cause?: Cause): void;
  /** Ends sessions after the commit. */
  end(
    of: { readonly uid: string; readonly token?: string },
    because: 'token-deleted' | 'signed-out' | 'deactivated',
  ): void;
}

export interface Rosters {
  /** Members of a group by name, no more of them read than are looked at. */
  of(work: Work, guid: string): AsyncIterable<readonly MemberRow[]>;
}

/** `query` reads; `command` writes once per command id; `mark` writes and may be repeated, since it only moves forward. */
export type Mode = 'query' | 'command' | 'mark';

export interface Handler<P, R> {
  readonly mode: Mode;
  /** Hashing takes time of its own, which no transaction may wait for. */
  secret?(params: P, reader: Reader): Promise<Secret | undefined>;
  run(context: Context, params: P, secret: Secret | undefined): Promise<R>;
  /** Knows a repeat by what the command has written, so that its result need not be kept. Undefined when it is none (C1). */
  again?(context: Context, params: P): Promise<R | undefined>;
}

export type Handlers = {
  readonly [N in OperationName]: Handler<Params<N>, Omit<Result<N>, 'changes'>>;
};
/** Operations that only the app's own server has, and that are not a session's under another name. */
type OwnName = Exclude<
  ManagementName,
  | Exclude<
      OperationName & ManagementName,
      'user.update' | 'group.create' | 'conversation.pin' | 'message.delete'
    >
  | ('user.act' | 'block.add' | 'block.remove' | 'block.list' | 'friend.list')
>;
export type OwnManagement = {
  readonly [N in OwnName]: Handler<
    ManagementOperations[N]['params'],
    ManagementOperations[N]['result']
  >;
};

export function query<P, R>(run: Handler<P, R>['run']): Handler<P, R> {
  return { mode: 'query', run };
}
export function command<P, R>(
  run: Handler<P, R>['run'],
  secret?: Handler<P, R>['secret'],
): Handler<P, R> {
  return { mode: 'command', run, ...(secret && { secret }) };
}
export function mark<P, R>(run: Handler<P, R>['run']): Handler<P, R> {
  return { mode: 'mark', run };
}
