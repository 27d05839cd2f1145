import { atom } from 'nanostores';
import type { Backend } from '../../protocol/backend.js';
import type { BackendEvent, ConnectionStatus } from '../../protocol/events.js';
import { pauseAfter, type Environment } from '../environment.js';
import type { Store } from '../stores/list-types.js';

/** When the client is connected: while signed in, while in addition the page is looked at, or when it is told to. */
export type ConnectionMode = 'always' | 'auto' | 'manual';

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
  /** Lets go of what may be dead, and connects anew. */
  restart(): void;
  disconnect(): void;
  /** Another session: it can have missed nothing. */
  forget(): void;
  /** Something is other than events tell: all that is on screen is fetched again. */
  refetch(): void;
  isOpen(): boolean;
  /** Connected, or trying to be. */
  isAttached(): boolean;
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

const open: ReadonlySet<ConnectionStatus> = new Set(['online', 'resync']);

export function createConnection({
  backend,
  environment,
  receive,
  opened,
}: ConnectionOptions): Connection {
  const $connection = atom<ConnectionState>({ connection: 'offline', since: environment.now() });
  const refreshes = new Set<Refresh>();
  let leave: (() => void) | undefined;
  /** Counts the connections; what an earlier one still says is not heard. */
  let attached = 0;
  let wasOpen = false;
  /** Counts the gaps; what began before the last one is out of date. */
  let gap = 0;

  function set(connection: ConnectionStatus): void {
    const before = $connection.get();
    if (before.connection === connection) return;
    // `since` is when the interruption began, however often it is tried again.
    const goesOn = !isOpen() && !open.has(connection);
    $connection.set({ connection, since: goesOn ? before.since : environment.now() });
  }

  const isOpen = () => open.has($connection.get().connection);

  function attach(): void {
    const mine = ++attached;
    leave = backend.connect({
      event: (event) => {
        if (mine === attached) receive(event);
      },
      status: (next) => {
        // A connection that was opened anew may have missed events, even where the backend says `online`.
        if (mine === attached) status(next === 'online' && mine > 1 && wasOpen ? 'resync' : next);
      },
    });
  }

  function status(next: ConnectionStatus): void {
    if (next === 'online' && $connection.get().connection === 'resync') return;
    gap++;
    set(next);
    if (!open.has(next)) return;
    wasOpen = true;
    opened();
    void refresh(next === 'resync', gap, 0);
  }

  /** N2: only when everything on screen is there again does the client say it is up to date. */
  async function refresh(missed: boolean, mine: number, attempt: number): Promise<void> {
    const results = await Promise.allSettled([...refreshes].map((one) => one(missed)));
    if (mine !== gap) return;
    if (results.every((result) => result.status === 'fulfilled')) return set('online');
    environment.after(pauseAfter(attempt, environment), () => {
      if (mine === gap) void refresh(missed, mine, attempt + 1);
    });
  }

  return {
    $connection,
    connect() {
      if (leave) return;
      set('connecting');
      attach();
    },
    restart() {
      gap++;
      leave?.();
      if (isOpen()) set('connecting');
      attach();
    },
    disconnect() {
      gap++;
      attached++;
      leave?.();
      leave = undefined;
      set('offline');
    },
    forget: () => void (wasOpen = false),
    refetch: () => (isOpen() ? status('resync') : undefined),
    isOpen,
    isAttached: () => leave !== undefined,
    onRefresh(refresh) {
      refreshes.add(refresh);
      return () => refreshes.delete(refresh);
    },
  };
}
