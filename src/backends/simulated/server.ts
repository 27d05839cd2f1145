import type { Credentials, Session } from '../../protocol/backend.js';
import { ChatError, type ErrorRecord } from '../../protocol/errors.js';
import { createConnection } from './connection.js';
import { appUser, type Management, type ManagementCredentials } from '../../protocol/management.js';
import { begin } from './begin.js';
import type { Context } from './context.js';
import { copyOf } from './copy.js';
import { createDirectory } from './queries/directory.js';
import { createGatherer } from './views/gather.js';
import { mintedId, refuse } from './checks/input.js';
import { demandApp } from './rules/keys.js';
import { createLate } from './late.js';
import { expire } from './changes/open-calls.js';
import { keepPresence } from './changes/presence.js';
import { forget } from './forget.js';
import { createOperations, usualLoaders, type AnyHandler, type Loaders } from './operations.js';
import { createPipeline, type Actor, type Asked } from './pipeline.js';
import { demandUnrestricted, roleOf } from './rules/roles.js';
import { createSessions, fitting, type Device } from './sessions.js';
import { authenticate, capabilities, deactivated, presenceOf, tokenDeleted } from './signin.js';
import type { RecordStorage } from './storage/storage.js';
import { createTimers } from './timers.js';
import type { App, Cause, Environment, Server } from './types.js';

export interface ServerOptions {
  readonly app: App;
  readonly storage: RecordStorage;
  readonly environment: Environment;
  /** How handlers come that are loaded on demand. */
  readonly loaders?: Loaders;
}

/** Milliseconds after which the others learn that someone came: what that one asks for first does not wait for it. */
const toldAfter = 300;

/** What happens without anyone asking. */
const itself: Actor = { uid: appUser, token: '' };

const endings: Record<Parameters<Context['end']>[1], () => ErrorRecord> = {
  'token-deleted': () => tokenDeleted().toJSON(),
  'signed-out': () => ({
    code: 'unauthenticated',
    detail: 'USER_NOT_LOGED_IN',
    message: 'This session was signed out.',
  }),
  deactivated: () => deactivated().toJSON(),
};

/** A server in miniature: who is here, who is signed in, and what is asked of the pipeline. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { app, storage, environment, loaders = usualLoaders } = options;
  const sessions = createSessions();
  const { meta, open } = await begin(storage, app, environment.now());
  const directory = createDirectory();
  const operations = createOperations(loaders);
  const timers = createTimers(environment);
  let closed = false;
  const pipeline = createPipeline({
    app,
    environment,
    storage,
    sessions,
    directory,
    meta,
    end,
    later,
    send(uid, event) {
      for (const device of sessions.devices(uid)) {
        const own = fitting(device, event);
        if (own) device.receive?.(own);
      }
    },
  });

  const closedError = () =>
    refuse('unavailable', 'ERR_MISSION_FAILED', 'The server has been closed.');
  function demandOpen(): void {
    if (closed) throw closedError();
  }
  /** What is still being loaded when it is closed is waited for no longer. */
  let stopWaiting!: () => void;
  const closing = new Promise<never>((_, reject) => (stopWaiting = () => reject(closedError())));
  closing.catch(() => undefined);

  function execute(asked: Asked): Promise<object> {
    return asked.handler.mode === 'query' ? look(asked) : pipeline.inTurn(() => change(asked));
  }

  function look(asked: Asked): Promise<object> {
    demandOpen();
    const { handler, params, check } = asked;
    return pipeline.ask(asked, async (context) => {
      await check?.(context);
      return handler.run(context, params, undefined);
    });
  }

  async function change(asked: Asked): Promise<object> {
    // It may have ended while it waited its turn.
    demandOpen();
    const { actor, handler, name, cause, params, commandId, shows, check } = asked;
    const secret =
      handler.secret && (await storage.read((reader) => handler.secret!(params, reader)));
    const again = handler.again && ((context: Context) => handler.again!(context, params));
    const keepAs = handler.mode === 'command' && !again ? name : undefined;
    const act = async (context: Context) => {
      await check?.(context);
      return handler.run(context, params, secret);
    };
    return pipeline.mutate({ actor, cause, commandId, keepAs, again, shows, act });
  }

  async function request(device: Device, name: string, params: object, commandId: unknown) {
    demandOpen();
    const check = ({ work, me }: Context) =>
      name.startsWith('session.') ? Promise.resolve() : demandUnrestricted(work, me, name, params);
    const asked = (handler: AnyHandler): Asked => {
      const optional = commandId === undefined && handler.mode === 'mark';
      const none = optional || handler.mode === 'query';
      return {
        actor: device,
        handler,
        name,
        cause: name as Cause,
        params,
        shows: true,
        check,
        commandId: none ? undefined : mintedId(commandId, 'command id'),
      };
    };
    const handler = operations(name);
    if (!(handler instanceof Promise)) return execute(asked(handler));
    const loaded = Promise.race([handler, closing]);
    // A question has no command id, and nothing waits for it.
    if (commandId === undefined) return execute(asked(await loaded));
    // Its turn may come after it has failed.
    loaded.catch(() => undefined);
    return pipeline.inTurn(async () => {
      const found = asked(await loaded);
      return found.handler.mode === 'query' ? look(found) : change(found);
    });
  }

  async function signIn(credentials: Credentials): Promise<{ session: Session; device: Device }> {
    demandOpen();
    if (credentials.appId !== undefined) demandApp(app.appId, credentials.appId);
    const presence = presenceOf(credentials.presence);
    const { signedIn, guids, me, restricted } = await pipeline.aside(async (work) => {
      const signedIn = await authenticate(work, app, environment, credentials);
      const { uid } = signedIn;
      const rows = await work.range('members', 'user', { prefix: [uid, 'member'] });
      const show = createGatherer(work, sessions)(uid);
      show.user(uid);
      const { users } = await show.changes();
      const { restricted } = await roleOf(work, uid);
      return {
        signedIn,
        guids: rows.map(({ guid }) => guid),
        me: users![0]!,
        restricted,
      };
    });
    const { uid, token, retired } = signedIn;
    for (const old of retired) end({ uid, token: old }, 'token-deleted');
    const device: Device = { uid, token, presence };
    sessions.add(device, guids);
    const session = { me, token, capabilities, settings: pipeline.settings() };
    return { session: { ...session, ...(restricted.length > 0 && { restricted }) }, device };
  }

  function end(
    { uid, token }: { readonly uid: string; readonly token?: string },
    because: keyof typeof endings,
  ): void {
    const error = endings[because]();
    for (const device of sessions.devices(uid)) {
      if (token !== undefined && device.token !== token) continue;
      device.ended = error;
      // N3: nothing follows.
      const { receive } = device;
      left(device);
      receive?.({ type: 'ended', error });
    }
  }

  function left(device: Device): void {
    const was = sessions.isOnline(device.uid);
    sessions.remove(device);
    delete device.receive;
    if (was && !sessions.isOnline(device.uid)) presence(device.uid);
  }

  const loadManagement = createLate(() => import('./management.js'));
  function manage(credentials: ManagementCredentials): Management {
    const run = (asked: Asked) => guarded(() => execute(asked));
    let management: Management | undefined;
    return {
      async request(name, params, commandId) {
        // Before anything is waited for: it is the caller's, who may change it.
        const given = copyOf(params);
        const { createManagement } = await loadManagement();
        management ??= createManagement(app.appId, credentials, run);
        return management.request(name, given, commandId);
      },
    };
  }

  /** Nobody asked, so nobody is answered: the page learns of the failure, as of any uncaught one. */
  function byItself(
    cause: Cause,
    act: (context: Context) => Promise<unknown>,
    actor: Actor = itself,
  ): void {
    const run = async () => {
      if (closed) return;
      const quiet = async (context: Context) => {
        await act(context);
        return {};
      };
      await pipeline.mutate({ actor, cause, act: quiet });
    };
    pipeline.inTurn(run).catch((error) => reportError(error));
  }

  function presence(uid: string): void {
    byItself('presence', keepPresence(uid), { uid, token: '' });
  }

  function later(
    milliseconds: number,
    run: (context: Context) => Promise<unknown>,
    cause: Cause = 'management',
  ): void {
    timers.after(milliseconds, () => byItself(cause, run));
  }

  forget({ after: timers.after, inTurn: pipeline.inTurn, storage, now: environment.now });
  // Calls that rang when the server ended go on ringing for as long as they had left.
  for (const { id, status, initiatedAt } of open) {
    if (status === 'initiated') expire({ later }, id, initiatedAt, environment.now());
  }

  return {
    open: () =>
      createConnection({
        signIn: (credentials) => guarded(() => pipeline.inTurn(() => signIn(credentials))),
        request: (device, name, params, commandId) =>
          guarded(async () => request(device, name, params, commandId)),
        arrived: ({ uid }) =>
          timers.after(toldAfter, () => sessions.isOnline(uid) && presence(uid)),
        left,
      }),
    manage,
    async close() {
      closed = true;
      stopWaiting();
      timers.stop();
      await pipeline.inTurn(() => storage.close());
    },
  };
}

/** Whatever fails, fails with a ChatError. */
async function guarded<T>(run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof DOMException) {
      const message = `The change could not be kept (${error.name}): ${error.message}`;
      throw new ChatError('storage', message, { detail: 'ERR_OPERATION_FAILED', cause: error });
    }
    throw ChatError.from(error);
  }
}
