import type { Backend, Sink } from '../../../src/protocol/backend.js';
import { createIndexedDbStorage } from '../../../src/backends/simulated/storage/indexeddb.js';
import { createMemoryStorage } from '../../../src/backends/simulated/storage/memory.js';
import type { RecordStorage } from '../../../src/backends/simulated/storage/storage.js';
import { backendContract, type Setting } from '../backend-contract.js';
import { app, createWorld } from '../../support/simulated.js';

/** The server without tabs and weather: one connection is one device. */
async function open(storage: RecordStorage): Promise<Setting> {
  const world = await createWorld({ storage });
  await world.group('open', 'public', { ben: 'participant' });
  await world.group('secret', 'private', { ben: 'participant' });
  return {
    backend(): Backend {
      const connection = world.server.open();
      return {
        name: 'simulated',
        signIn: (credentials) => connection.signIn(credentials),
        request: (name, params, commandId) => connection.request(name, params, commandId),
        connect(sink: Sink) {
          connection.listen((event) => sink.event(event));
          sink.status('online');
          return () => connection.close();
        },
      };
    },
    signIn: (backend, uid) => backend.signIn({ uid, authKey: app.authKey }),
    close: () => world.server.close(),
  };
}

backendContract('simulated server in memory', () => open(createMemoryStorage()));
backendContract('simulated server in IndexedDB', async () =>
  open(await createIndexedDbStorage(`backend-test-${crypto.randomUUID()}`)),
);
