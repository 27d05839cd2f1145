import type { BackendEvent } from '../../protocol/events.js';
import { refuse } from './checks/input.js';
import { demandApp } from './rules/keys.js';
import { createServer } from './server.js';
import type { RecordStorage } from './storage/storage.js';
import type { App, Connection, Environment, Server } from './types.js';

export interface AppsOptions {
  /** The first is meant where nobody names one. */
  readonly apps: readonly [App, ...App[]];
  readonly environment: Environment;
  /** A storage of its own for each: what is apart cannot leak. */
  storage(app: App): RecordStorage | Promise<RecordStorage>;
}

/** P9: many apps behind one door. Each has a server of its own, and nothing else is shared. */
export async function createApps({ apps, environment, storage }: AppsOptions): Promise<Server> {
  const servers = new Map<string, Server>();
  for (const app of apps) {
    const own = { app, storage: await storage(app), environment };
    servers.set(app.appId, await createServer(own));
  }

  function serverOf(appId: unknown): Server {
    const id = appId === undefined ? apps[0].appId : appId;
    const server = typeof id === 'string' ? servers.get(id) : undefined;
    if (!server) demandApp(apps[0].appId, id);
    return server!;
  }

  /** Belongs to no app until someone signs in. */
  function open(): Connection {
    let connection: Connection | undefined;
    let receive: ((event: BackendEvent) => void) | undefined;
    let closed = false;
    return {
      async signIn(credentials) {
        const server = serverOf((credentials as { appId?: unknown } | null)?.appId);
        const next = server.open();
        const session = await next.signIn(credentials);
        connection?.close();
        connection = next;
        if (receive) next.listen(receive);
        if (closed) next.close();
        return session;
      },
      async request(name, params, commandId) {
        if (connection) return connection.request(name, params, commandId);
        throw refuse(
          'unauthenticated',
          'USER_NOT_LOGED_IN',
          'Nobody is signed in on this connection: sign in first.',
        );
      },
      listen(next) {
        receive = next;
        connection?.listen(next);
      },
      close() {
        closed = true;
        connection?.close();
      },
    };
  }

  return {
    open,
    manage(credentials) {
      const server = servers.get(credentials.appId);
      // Each request is refused, as with a key that is none.
      return (server ?? servers.get(apps[0].appId)!).manage(credentials);
    },
    async close() {
      for (const server of servers.values()) await server.close();
    },
  };
}
