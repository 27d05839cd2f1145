import type { Session } from '../../protocol/backend.js';
import { ChatError, type ErrorRecord } from '../../protocol/errors.js';
import type { BackendEvent } from '../../protocol/events.js';
import type { Management } from '../../protocol/management.js';
import type { Changes } from '../../protocol/records.js';
import { createConnection, type Desk } from './connection.js';
import { appActor, type Context, type Handler } from './context.js';
import { createDirectory } from './directory.js';
import { createGatherer } from './gather.js';
import { expire } from './handlers/calls.js';
import { handlers } from './handlers/handlers.js';
import { mintedId, refuse } from './input.js';
import { createManagement } from './management.js';
import { gatherChanges } from './publish.js';
import { createRosters } from './rosters.js';
import { createSessions, type Device } from './sessions.js';
import { authenticate, capabilities, tokenDeleted } from './signin.js';
import { schema, type Rows, type Table } from './storage/rows.js';
import type { Key, Reader, RecordStorage, Writer } from './storage/storage.js';
import type { App, Environment, Server } from './types.js';
import { createWork, type Work } from './work.js';

export interface ServerOptions {
  readonly app: App;
  readonly storage: RecordStorage;
  readonly environment: Environment;
}

/** Who asks. */
interface Actor {
  readonly uid: string;
  readonly token: string;
}
/** What a transaction leaves to be done once it is durable. */
interface Outcome {
  readonly work: Work;
  readonly answer: object;
  readonly tell: readonly (() => void)[];
}
type AnyHandler = Handler<object, object>;
type Cause = NonNullable<Extract<BackendEvent, { type: 'changed' }>['cause']>;

const revKey = 'rev';
/** Milliseconds for which the result of a command is kept. */
const commandAge = 7 * 24 * 3600_000;

const keyOf = (table: Table, row: Rows[Table]): Key =>
  schema[table].key.map((field) => (row as unknown as Record<string, string | number>)[field]!);

const endings: Record<Parameters<Context['end']>[1], () => ErrorRecord> = {
  'token-deleted': () => tokenDeleted().toJSON(),
  'signed-out': () => ({
    code: 'unauthenticated',
    detail: 'USER_NOT_LOGED_IN',
    message: 'This session was signed out.',
  }),
  deactivated: () => ({
    code: 'unauthenticated',
    detail: 'ERR_UID_NOT_FOUND',
    message: 'This user was deactivated.',
  }),
};

/** authenticate → already done? → authorize → handle in one transaction → commit → publish to those who may see. */
export async function createServer({ app, storage, environment }: ServerOptions): Promise<Server> {
  const sessions = createSessions();
  const directory = await createDirectory(storage);
  const rosters = createRosters();
  const timers = new Set<() => void>();
  let rev = Number((await storage.read((reader) => reader.get('meta', revKey)))?.value ?? 0);
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  /** C4: mutations happen one after the other, in the order in which they were asked for. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  function createContext(work: Work, actor: Actor, tell: (() => void)[]): Context {
    return {
      me: actor.uid,
      token: actor.token,
      now: environment.now(),
      ...{ app, environment, work, sessions, directory, rosters },
      show: createGatherer(work, sessions)(actor.uid),
      emit: (event, uids) => {
        tell.push(() => {
          for (const uid of uids) send(uid, event);
        });
      },
      afterwards: (run) => {
        tell.push(run);
      },
      later: (milliseconds, run) => {
        tell.push(() => later(milliseconds, run));
      },
      end: (of, because) => {
        tell.push(() => end(of, endings[because]()));
      },
    };
  }

  function send(uid: string, event: BackendEvent): void {
    for (const device of sessions.devices(uid)) device.receive?.(event);
  }

  function later(milliseconds: number, run: (context: Context) => Promise<unknown>): void {
    const cancel = environment.after(milliseconds, () => {
      timers.delete(cancel);
      if (closed) return;
      const actor = { uid: appActor, token: '' };
      void inTurn(async () => finish(await mutate(actor, 'management', undefined, run))).catch(
        () => undefined,
      );
    });
    timers.add(cancel);
  }

  function end({ uid, token }: { uid: string; token?: string }, error: ErrorRecord): void {
    for (const device of sessions.devices(uid)) {
      if (token !== undefined && device.token !== token) continue;
      device.ended = error;
      // N3: nothing follows.
      const { receive } = device;
      left(device);
      receive?.({ type: 'ended', error });
    }
  }

  /** One transaction: the act, the answer, and what each of those who are here learns of it. */
  function mutate(
    actor: Actor,
    cause: Cause,
    commandId: string | undefined,
    act: (context: Context) => Promise<unknown>,
    keep?: { readonly name: string },
  ): Promise<Outcome> {
    return storage.write(async (writer) => {
      const work = createWork(writer, rev + 1, keyOf);
      if (keep && commandId !== undefined) {
        const done = await work.get('commands', actor.uid, commandId);
        if (done && done.name !== keep.name) {
          throw refuse(
            'conflict',
            'ERR_BAD_REQUEST',
            `The command id "${commandId}" was used for ${done.name} already: mint a new one.`,
          );
        }
        // C1: the stored result.
        if (done) return { work, answer: done.result as object, tell: [] };
      }
      const tell: (() => void)[] = [];
      const context = createContext(work, actor, tell);
      const body = (await act(context)) as object;
      const written = work.changes().length > 0;
      const changed = written ? await publish(work, actor, cause, commandId, context) : [];
      let answer = body;
      if (actor.uid !== appActor) {
        await gatherChanges(work, context.show);
        answer = { ...body, changes: context.show.changes() };
      }
      if (keep && commandId !== undefined) {
        writer.put('commands', {
          ...{ actor: actor.uid, commandId, name: keep.name },
          ...{ result: answer, at: context.now, rev: work.rev },
        });
      }
      if (written) writer.put('meta', { key: revKey, value: work.rev, rev: work.rev });
      return { work, answer, tell: [...changed, ...tell] };
    });
  }

  /** Whoever is here and may see, is told; the author's devices learn which command it was (C2). */
  async function publish(
    work: Work,
    actor: Actor,
    cause: Cause,
    commandId: string | undefined,
    context: Context,
  ): Promise<(() => void)[]> {
    const gatherer = createGatherer(work, sessions);
    const events = await Promise.all(
      sessions.online().map(async (uid) => {
        const own = uid === actor.uid;
        const show = own ? context.show : gatherer(uid);
        await gatherChanges(work, show);
        const changes: Changes = show.changes();
        if (Object.keys(changes).length === 0) return undefined;
        const event: BackendEvent = {
          ...{ type: 'changed', changes, cause },
          ...(actor.uid !== appActor && { actor: actor.uid }),
          ...(own && commandId !== undefined && { commandId }),
        };
        return () => send(uid, event);
      }),
    );
    return events.filter((event) => event !== undefined);
  }

  /** After the commit. */
  function finish({ work, answer, tell }: Outcome): object {
    if (work.changes().length > 0) rev = work.rev;
    directory.apply(work);
    rosters.apply(work);
    for (const run of tell) run();
    for (const { guid, uid, standing } of work.changed('members')) {
      sessions.joined(uid, guid, standing === 'member');
    }
    return answer;
  }

  async function execute(
    actor: Actor,
    handler: AnyHandler,
    name: string,
    cause: Cause,
    params: object,
    commandId: string | undefined,
  ): Promise<object> {
    return inTurn(async () => {
      // It may have ended while it waited its turn.
      demandOpen();
      const secret =
        handler.secret && (await storage.read((reader) => handler.secret!(params, reader)));
      const act = (context: Context) => handler.run(context, params, secret);
      const keep = handler.mode === 'command' ? { name } : undefined;
      return finish(await mutate(actor, cause, commandId, act, keep));
    });
  }

  async function ask(actor: Actor, handler: AnyHandler, params: object): Promise<object> {
    const tell: (() => void)[] = [];
    const answer = await storage.read(async (reader) => {
      const context = createContext(createWork(reader, rev, keyOf), actor, tell);
      const body = await handler.run(context, params, undefined);
      return { ...body, changes: context.show.changes() };
    });
    for (const run of tell) run();
    return answer;
  }

  function demandOpen(): void {
    if (closed) throw refuse('unavailable', 'ERR_MISSION_FAILED', 'The server has been closed.');
  }

  const desk: Desk = {
    signIn: (credentials) =>
      guarded(() =>
        inTurn(async () => {
          demandOpen();
          const outcome = await storage.write(async (writer) => {
            const work = createWork(writer, rev + 1, keyOf);
            const signedIn = await authenticate(work, app, environment, credentials);
            const guids = await groupsOf(writer, signedIn.uid);
            const show = createGatherer(work, sessions)(signedIn.uid);
            await show.user(signedIn.uid);
            return { signedIn, guids, me: show.changes().users![0]! };
          });
          const { signedIn, guids, me } = outcome;
          const { uid, token, retired } = signedIn;
          for (const old of retired) end({ uid, token: old }, endings['token-deleted']());
          const device: Device = { uid, token };
          sessions.add(device, guids);
          const session: Session = { me, token, capabilities, settings: app.settings };
          return { session, device };
        }),
      ),
    request: (device, name, params, commandId) =>
      guarded(async () => {
        demandOpen();
        const handler = Object.hasOwn(handlers, name)
          ? (handlers[name as keyof typeof handlers] as AnyHandler)
          : undefined;
        if (!handler) {
          throw refuse('unsupported', 'ERR_API_NOT_FOUND', `There is no operation "${name}".`);
        }
        if (handler.mode === 'query') return ask(device, handler, params);
        const id =
          commandId === undefined && handler.mode === 'mark'
            ? undefined
            : mintedId(commandId, 'command id');
        return execute(device, handler, name, name as Cause, params, id);
      }),
    arrived: (device) => presence(device.uid),
    left,
  };

  function left(device: Device): void {
    const was = sessions.isOnline(device.uid);
    sessions.remove(device);
    delete device.receive;
    if (was && !sessions.isOnline(device.uid)) presence(device.uid);
  }

  /** Being online is not kept, but its `rev` is, so that "offline" after a restart is newer than "online" before it. */
  function presence(uid: string): void {
    const act = async ({ work, now }: Context) => {
      const row = await work.get('users', uid);
      if (row) work.put('users', { ...row, ...(!sessions.isOnline(uid) && { lastActiveAt: now }) });
      return {};
    };
    void inTurn(async () => {
      if (!closed) finish(await mutate({ uid: appActor, token: '' }, 'presence', undefined, act));
    }).catch(() => undefined);
  }

  await storage.write(async (writer) => {
    const old = environment.now() - commandAge;
    for (const row of await writer.range('commands', 'at', { before: [old], limit: 10_000 })) {
      writer.delete('commands', row.actor, row.commandId);
    }
  });
  // Calls that rang when the server ended go on ringing for as long as they had left.
  const ringing = await storage.read((reader) => reader.range('calls', 'open', { prefix: [1] }));
  for (const { id, status, initiatedAt } of ringing) {
    if (status === 'initiated') expire({ later }, id, initiatedAt - environment.now());
  }

  return {
    open: () => createConnection(desk),
    manage: (credentials): Management =>
      createManagement(app, credentials, (handler, name, params, commandId) =>
        guarded(() => {
          const actor = { uid: appActor, token: '' };
          const id = commandId === undefined ? undefined : mintedId(commandId, 'command id');
          return execute(actor, handler, name, 'management', params, id);
        }),
      ),
    async close() {
      closed = true;
      for (const cancel of timers) cancel();
      await queue;
      await storage.close();
    },
  };
}

async function groupsOf(reader: Reader | Writer, uid: string): Promise<readonly string[]> {
  const rows = await reader.range('members', 'user', { prefix: [uid, 'member'] });
  return rows.map(({ guid }) => guid);
}

/** Whatever fails, fails with a ChatError. */
async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof DOMException) {
      throw new ChatError(
        'storage',
        `The change could not be kept (${error.name}): ${error.message}`,
        {
          detail: 'ERR_OPERATION_FAILED',
          cause: error,
        },
      );
    }
    throw ChatError.from(error);
  }
}
