import { createChatClient } from '../../src/client/client.js';
import type { ChatClientOptions } from '../../src/client/client-options.js';
import type { Store } from '../../src/client/stores/list-types.js';
import type { ChatClient } from '../../src/client/types.js';
import {
  createSimulatedHost,
  type SimulatedHost,
  type SimulatedOptions,
} from '../../src/backends/simulated/simulated.js';
import { createLine, type Line } from './line.js';

/** A server in memory with a few people, and clients on lines that can be cut. */
export interface TestWorld {
  readonly host: SimulatedHost;
  /** A signed-in client. Same `space`: same storage, as after a reload. */
  client(uid: string, options?: Partial<ChatClientOptions>): Promise<TestClient>;
  signIn(client: ChatClient, uid: string): Promise<void>;
  close(): Promise<void>;
}
export interface TestClient extends ChatClient {
  readonly line: Line;
}

let count = 0;
/** A name that no other test's storage has. */
export function freshSpace(): string {
  return `test-${Date.now()}-${count++}`;
}

export const toAna = { uid: 'ana' } as const;
export const toBen = { uid: 'ben' } as const;
export const kiln = { guid: 'kiln' } as const;

// What the test that runs has: bound anew before each, by `useWorld` and `signIn`.
export let world: TestWorld;
export let ana: TestClient;
export let ben: TestClient;
export let cyd: TestClient;

type Uid = 'ana' | 'ben' | 'cyd';

/** A fresh world before each test of a suite, with these people signed in. */
export function useWorld(...uids: readonly Uid[]): void {
  beforeEach(async () => {
    world = await createWorld();
    await signIn(...uids);
  });
  afterEach(() => world.close());
}

/** One world for all tests of a suite, which leave it as they found it: for what takes long to fill. */
export function shareWorld(fill: () => Promise<unknown>): void {
  before(async () => {
    world = await createWorld();
    await fill();
  });
  after(() => world.close());
}

/** Signs in one after the other: `ana`, `ben` and `cyd` are theirs from now on. */
export async function signIn(...uids: readonly Uid[]): Promise<void> {
  for (const uid of uids) {
    const client = await world.client(uid);
    if (uid === 'ana') ana = client;
    else if (uid === 'ben') ben = client;
    else cyd = client;
  }
}

/** No two things happen in the same millisecond of the server, and nobody is behind it: what came last is on top. */
function createTicking() {
  let last = 0;
  const now = () => Math.max(Date.now(), last + 1);
  return { now, tick: () => (last = now()) };
}

export async function createWorld(options: SimulatedOptions = {}): Promise<TestWorld> {
  const { now, tick } = createTicking();
  const host = createSimulatedHost({
    storage: 'memory',
    seeded: false,
    people: false,
    ...options,
    environment: { now: tick, ...options.environment },
  });
  const management = host.manage();
  const clients: ChatClient[] = [];
  for (const name of ['Ana', 'Ben', 'Cyd']) {
    await management.request('user.create', { uid: name.toLowerCase(), name }, `make-${name}`);
  }
  const members = { ben: 'participant', cyd: 'participant' } as const;
  await management.request(
    'group.create',
    { guid: 'kiln', name: 'Kiln', type: 'public', owner: 'ana', members },
    'make-kiln',
  );
  return {
    host,
    async client(uid, more = {}) {
      const line = createLine(more.backend ?? host.backend());
      const client = createChatClient({
        appId: freshSpace(),
        ...more,
        backend: line.backend,
        environment: { now, ...more.environment },
      });
      clients.push(client);
      try {
        await client.signIn({ uid, authKey: host.app.authKey });
      } catch (error) {
        // It would go on trying.
        await client.close();
        throw error;
      }
      // What is sent before the line is up (typing, presence) reaches nobody, and a busy machine takes its time.
      if (!more.backend && !more.connection) {
        await until(
          client.$status,
          (status) => status.phase === 'signedIn' && status.connection === 'online',
        );
      }
      // The first act waits for what acts is made of; from then on all of them show in the same frame.
      await client.messages.markDelivered('');
      return { ...client, line };
    },
    async signIn(client, uid) {
      await client.signIn({ uid, authKey: host.app.authKey });
    },
    async close() {
      for (const client of clients) client.close();
      await host.close();
    },
  };
}

/** Looks at a store until it shows what is expected; gives up after ten seconds, for a busy machine takes its time. */
export function until<T>(
  $store: Store<T>,
  expected: (value: T) => boolean,
  milliseconds = 10_000,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let last: T;
    const timer = setTimeout(() => {
      stop?.();
      reject(new Error(`Never showed what was expected; last: ${JSON.stringify(last)}`));
    }, milliseconds);
    let stop: (() => void) | undefined = undefined;
    let done = false;
    const look = (value: T) => {
      last = value;
      if (done || !expected(value)) return;
      done = true;
      clearTimeout(timer);
      resolve(value);
      queueMicrotask(() => stop?.());
    };
    stop = $store.subscribe(look);
  });
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
