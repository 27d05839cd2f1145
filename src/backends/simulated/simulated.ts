import type { Backend } from '../../protocol/backend.js';
import { createId, secureRandom } from '../../protocol/create-id.js';
import type { Management, ManagementCredentials } from '../../protocol/management.js';
import { createRandom } from '../random.js';
import { demoApp } from './app.js';
import { createApps } from './apps.js';
import { createHost, type World } from './tabs/host.js';
import type { People } from './people/bots.js';
import { createCachedStorage } from './storage/cached.js';
import { createMemoryStorage } from './storage/memory.js';
import { openStorage } from './storage/open.js';
import type { StorageWarning } from './storage/storage-warning.js';
import type { RecordStorage } from './storage/storage.js';
import type { App, Environment } from './types.js';

export type { App, Environment } from './types.js';
export type { StorageWarning } from './storage/storage-warning.js';

export interface SimulatedOptions {
  /** Names the world: its database, lock and channel. */
  readonly name?: string;
  /** In memory a world ends with its page and belongs to one tab. */
  readonly storage?: 'indexeddb' | 'memory';
  readonly environment?: Partial<Environment>;
  /** The same seed and the same clock make the same world. */
  readonly seed?: number;
  /** False: the world begins empty, and is filled by management. */
  readonly seeded?: boolean;
  /** False: nobody but who is signed in does anything. */
  readonly people?: boolean;
  readonly app?: Partial<App>;
  /** Further apps beside it: they begin empty and are apart. */
  readonly apps?: readonly App[];
  /** The saved world could not be read, or nothing can be saved. */
  readonly onWarning?: (warning: StorageWarning) => void;
}

export interface SimulatedHost {
  readonly app: App;
  /** A new device. */
  backend(): Backend;
  /** What the app's own server does; with the app's own key where none is given. */
  manage(credentials?: ManagementCredentials): Management;
  readonly ready: Promise<void>;
  /** True while this tab runs the server. */
  readonly serving: boolean;
  /** The people of this world; without effect where another tab serves. */
  pausePeople(): void;
  resumePeople(): void;
  close(): Promise<void>;
}

export function createSimulatedHost(options: SimulatedOptions = {}): SimulatedHost {
  const {
    name = 'chat-elements',
    storage: kind = 'indexeddb',
    seed,
    people: alive = true,
  } = options;
  const { seeded = true, onWarning = () => undefined } = options;
  const app: App = { ...demoApp, ...options.app };
  const environment = createEnvironment(options.environment, seed);
  const database = `${name}:world`;
  const shared =
    kind === 'indexeddb' && globalThis.navigator?.locks && typeof BroadcastChannel === 'function';
  let people: People | undefined;
  let paused = false;

  async function start(lost: () => void): Promise<World> {
    const creating = createApps({
      apps: [app, ...(options.apps ?? [])],
      environment,
      async storage(of) {
        const where = of === app ? database : `${database}:${of.appId}`;
        const storage =
          kind === 'memory'
            ? createMemoryStorage()
            : createCachedStorage(await openStorage(where, onWarning, lost));
        if (seeded && of === app && (await isEmpty(storage))) {
          const { seedStorage } = await import('./people/plant.js');
          await seedStorage(storage, { app, now: environment.now(), seed: seed ?? 1 });
        }
        return storage;
      },
    });
    const [server, bots] = await Promise.all([
      creating,
      alive ? import('./people/bots.js') : undefined,
    ]);
    people = bots?.createPeople({ server, app, environment });
    if (paused) people?.pause();
    return {
      server,
      present: (uids) => people?.present(uids),
      async close() {
        people?.close();
        people = undefined;
        await server.close();
      },
    };
  }

  const host = createHost({ name: database, shared, app, start });
  return {
    app,
    backend: host.backend,
    manage: host.manage,
    ready: host.ready,
    get serving() {
      return host.serving;
    },
    pausePeople() {
      paused = true;
      people?.pause();
    },
    resumePeople() {
      paused = false;
      people?.resume();
    },
    close: host.close,
  };
}

export interface ManagementOptions extends ManagementCredentials {
  /** Where the app lives. */
  readonly host: SimulatedHost;
}

/** What an app's own server does, with its App ID and REST API Key: never in the page of a real app. */
export function createManagement({ host, ...credentials }: ManagementOptions): Management {
  if (typeof host?.manage !== 'function') {
    throw new TypeError('createManagement needs the `host` in which the app lives.');
  }
  return host.manage(credentials);
}

function isEmpty(storage: RecordStorage): Promise<boolean> {
  return storage.read(async (reader) => (await reader.count('users', 'key')) === 0);
}

function createEnvironment(
  given: Partial<Environment> = {},
  seed: number | undefined,
): Environment {
  const now = given.now ?? Date.now;
  // Without a seed: a saved world that is opened again must not mint its ids and tokens once more.
  const random = given.random ?? (seed === undefined ? secureRandom : createRandom(seed));
  return {
    now,
    random,
    id: given.id ?? (() => createId(now(), random)),
    after: given.after ?? later,
  };
}

function later(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
