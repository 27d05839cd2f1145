import { atom } from 'nanostores';
import type { Backend } from '../protocol/backend.js';
import type { BackendEvent, ConnectionStatus } from '../protocol/events.js';
import type { Environment } from './environment.js';
import type { Store } from './types.js';

export interface ConnectionState {
  readonly connection: ConnectionStatus;
  /** Unix milliseconds. */
  readonly since: number;
}
/**
 * Fetches again what it shows. `missed`: events may have been missed; otherwise only what has not come yet is
 * asked for. Rejects when it should be tried again.
 */
export type Refresh = (missed: boolean) => Promise<void>;

export interface Connection {
  readonly $connection: Store<ConnectionState>;
  connect(): void;
  disconnect(): void;
  isOpen(): boolean;
  /** What is on screen, for as long as it is. */
  onRefresh(refresh: Refresh): () => void;
}

interface ConnectionOptions {
  readonly backend: Backend;
  readonly environment: Environment;
  readonly receive: (event: BackendEvent) => void;
  /** The line is there (again). */
  readonly opened: () => void;
}

const firstPause = 1000;
const longestPause = 30_000;

export function createConnection({
  backend,
  environment,
  receive,
  opened,
}: ConnectionOptions): Connection {
  const $connection = atom<ConnectionState>({ connection: 'offline', since: environment.now() });
  const refreshes = new Set<Refresh>();
  let leave: (() => void) | undefined;
  /** Counts the gaps; what began before the last one is out of date. */
  let gap = 0;

  function set(connection: ConnectionStatus): void {
    if ($connection.get().connection !== connection)
      $connection.set({ connection, since: environment.now() });
  }

  function status(next: ConnectionStatus): void {
    if (next === 'online' && $connection.get().connection === 'resync') return;
    gap++;
    set(next);
    if (next !== 'online' && next !== 'resync') return;
    opened();
    void refresh(next === 'resync', gap, 0);
  }

  /** N2: only when everything on screen is there again does the client say it is up to date. */
  async function refresh(missed: boolean, mine: number, attempt: number): Promise<void> {
    const results = await Promise.allSettled([...refreshes].map((one) => one(missed)));
    if (mine !== gap) return;
    if (results.every((result) => result.status === 'fulfilled')) return set('online');
    const pause = Math.min(longestPause, firstPause * 2 ** attempt) * (0.5 + environment.random());
    environment.after(pause, () => {
      if (mine === gap) void refresh(missed, mine, attempt + 1);
    });
  }

  return {
    $connection,
    connect() {
      if (leave) return;
      set('connecting');
      leave = backend.connect({ event: receive, status });
    },
    disconnect() {
      gap++;
      leave?.();
      leave = undefined;
      set('offline');
    },
    isOpen: () => ['online', 'resync'].includes($connection.get().connection),
    onRefresh(refresh) {
      refreshes.add(refresh);
      return () => refreshes.delete(refresh);
    },
  };
}
