import type { Session } from '../../src/protocol/backend.js';
import type { BackendEvent } from '../../src/protocol/events.js';
import type {
  Management,
  ManagementName,
  ManagementOperations,
} from '../../src/protocol/management.js';
import type { OperationName, Params, Result } from '../../src/protocol/operations.js';
import { createId } from '../../src/protocol/create-id.js';
import type { Loaders } from '../../src/backends/simulated/operations.js';
import { createServer } from '../../src/backends/simulated/server.js';
import type { App, Environment, Server } from '../../src/backends/simulated/types.js';
import { createMemoryStorage } from '../../src/backends/simulated/storage/memory.js';
import type { RecordStorage } from '../../src/backends/simulated/storage/storage.js';

export const app: App = {
  appId: 'app1',
  region: 'eu',
  authKey: 'auth-key',
  restApiKey: 'rest-key',
  pages: { 'studio.example/kiln': { title: 'Kiln logger' } },
  settings: {
    updateOnCallActivity: true,
    updateOnGroupActions: true,
    updateOnCustomMessage: true,
    updateOnReplies: false,
  },
};

/** A clock that stands still until it is moved, and numbers that repeat. */
export interface Clock extends Environment {
  advance(milliseconds: number): void;
}
export function createClock(start = Date.UTC(2026, 0, 5, 9)): Clock {
  let now = start;
  let seed = 1;
  let timers: { at: number; run: () => void }[] = [];
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  return {
    now: () => now,
    random,
    id: () => createId(now, random),
    after(milliseconds, run) {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(milliseconds) {
      now += milliseconds;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
  };
}

/** One device of one person, for tests. */
export interface Person {
  readonly uid: string;
  readonly session: Session;
  readonly events: BackendEvent[];
  /** Mints a command id where none is given. */
  ask<N extends OperationName>(name: N, params: Params<N>, commandId?: string): Promise<Result<N>>;
  /** The code of the refusal, with the domain's own; `ok` where nothing was refused. */
  refusal<N extends OperationName>(name: N, params: Params<N>): Promise<string>;
  /** Takes what has been received until now. */
  drain(): Promise<BackendEvent[]>;
  send(to: string, text: string, more?: object): Promise<string>;
  close(): void;
}

export interface World {
  readonly server: Server;
  readonly clock: Clock;
  readonly storage: RecordStorage;
  readonly management: Management;
  readonly id: () => string;
  person(
    uid: string,
    options?: { readonly listen?: boolean; readonly token?: string },
  ): Promise<Person>;
  group(
    guid: string,
    type?: 'public' | 'password' | 'private',
    members?: Record<string, 'admin' | 'moderator' | 'participant'>,
  ): Promise<void>;
  settled(): Promise<void>;
  /** After the others were told who came: they learn of it a moment later. */
  arrived(): Promise<void>;
}

/** Ana owns what groups there are. */
export async function createWorld(
  options: {
    readonly storage?: RecordStorage;
    readonly people?: readonly string[];
    readonly settings?: Partial<App['settings']>;
    readonly clock?: Clock;
    readonly loaders?: Loaders;
  } = {},
): Promise<World> {
  const clock = options.clock ?? createClock();
  const storage = options.storage ?? createMemoryStorage();
  const used = { ...app, settings: { ...app.settings, ...options.settings } };
  const server = await createServer({
    app: used,
    storage,
    environment: clock,
    ...(options.loaders && { loaders: options.loaders }),
  });
  const management = server.manage(used);
  for (const uid of options.people ?? ['ana', 'ben', 'cleo', 'dan']) {
    await management.request('user.create', { uid, name: uid[0]!.toUpperCase() + uid.slice(1) });
  }
  let count = 0;
  const id = () => `t${String(++count).padStart(6, '0')}`;

  const world: World = {
    server,
    clock,
    storage,
    management,
    id,
    async person(uid, { listen = true, token } = {}) {
      const connection = server.open();
      const session = await connection.signIn(token ? { token } : { uid, authKey: used.authKey });
      const events: BackendEvent[] = [];
      if (listen) connection.listen((event) => events.push(event));
      const person: Person = {
        uid,
        session,
        events,
        ask: (name, params, commandId = id()) => connection.request(name, params, commandId),
        refusal: (name, params) => codeOf(person.ask(name, params)),
        async drain() {
          await world.settled();
          return events.splice(0);
        },
        async send(to, text, more = {}) {
          const message = { id: id(), type: 'text', text, ...more };
          const target = to.startsWith('#') ? { guid: to.slice(1) } : { uid: to };
          await person.ask('message.send', { target, message });
          return message.id;
        },
        close: () => connection.close(),
      };
      if (listen) await world.arrived();
      return person;
    },
    async group(guid, type = 'public', members = {}) {
      await management.request('group.create', {
        guid,
        name: guid,
        type,
        owner: 'ana',
        members,
        ...(type === 'password' && { password: 'sesame' }),
      });
    },
    async arrived() {
      clock.advance(300);
      await world.settled();
    },
    /** After everything that was asked for until now. */
    async settled() {
      await management.request('token.create', { uid: 'ana' });
    },
  };
  return world;
}

/** How a request ended: `ok`, or the code of the refusal with the domain's own. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'ok';
  } catch (error) {
    const { name, code, detail } = error as { name: string; code?: string; detail?: string };
    return name === 'ChatError' ? `${code} ${detail}` : `not a ChatError: ${String(error)}`;
  }
}

type Members = Record<string, 'admin' | 'moderator' | 'participant'>;
type Uid = 'ana' | 'ben' | 'cleo';
/** What the test that runs has: the same names in every test, a fresh world in each. */
interface EachTest extends Readonly<Record<Uid, Person>> {
  readonly world: World;
  manage<N extends ManagementName>(
    name: N,
    params: ManagementOperations[N]['params'],
  ): Promise<ManagementOperations[N]['result']>;
  /** How management's request ended, as `codeOf` says it. */
  refusal<N extends ManagementName>(
    name: N,
    params: ManagementOperations[N]['params'],
  ): Promise<string>;
}

/** A fresh world before each test of a suite, with public groups of Ana's, and people signed in. */
export function useWorld({
  signedIn = [],
  groups = { kiln: { ben: 'participant', cleo: 'moderator' } },
}: {
  readonly signedIn?: readonly Uid[];
  readonly groups?: Readonly<Record<string, Members>>;
} = {}): EachTest {
  let world: World;
  let people: Partial<Record<Uid, Person>>;
  beforeEach(async () => {
    world = await createWorld();
    for (const [guid, members] of Object.entries(groups))
      await world.group(guid, 'public', members);
    people = {};
    for (const uid of signedIn) people[uid] = await world.person(uid);
  });
  afterEach(() => world.server.close());

  /** Suites are written before their tests run: each name looks up whom it means when it is used. */
  const standIn = <T extends object>(now: () => T) =>
    new Proxy({} as T, { get: (_, key): unknown => Reflect.get(now(), key) });
  const person = (uid: Uid) => standIn(() => people[uid]!);
  const manage: EachTest['manage'] = (name, params) => world.management.request(name, params);
  return {
    world: standIn(() => world),
    ana: person('ana'),
    ben: person('ben'),
    cleo: person('cleo'),
    manage,
    refusal: (name, params) => codeOf(manage(name, params)),
  };
}
