import type { Backend } from '../../../protocol/backend.js';
import { ChatError } from '../../../protocol/errors.js';
import type { Management, ManagementCredentials } from '../../../protocol/management.js';
import { createDevice, type Device } from './device.js';
import { createPort, type Call, type Port } from './port.js';
import { createTabs, type Tabs } from './tabs.js';
import type { App, Server } from '../types.js';

/** A world that runs in this tab. */
export interface World {
  readonly server: Server;
  /** Who is signed in on a real device, whenever that changes. */
  present(uids: ReadonlySet<string>): void;
  close(): Promise<void>;
}

export interface Host {
  /** One for each device. */
  backend(): Backend;
  manage(credentials?: ManagementCredentials): Management;
  /** Settles when the world is open, here or in another tab. */
  readonly ready: Promise<void>;
  /** True while this tab serves. */
  readonly serving: boolean;
  close(): Promise<void>;
}

interface HostOptions {
  /** Names the lock and the channel. */
  readonly name: string;
  /** Several tabs on one world. */
  readonly shared: boolean;
  readonly app: App;
  /** @param lost what it was kept in is gone: it is started anew */
  start(lost: () => void): Promise<World>;
}

/**
 * The tab that holds the lock runs the server; the others reach it over a channel. When it closes, the next one in
 * the lock's queue starts a server on the same storage, and every device asks again what was not answered.
 */
export function createHost({ name, shared, app, start }: HostOptions): Host {
  const tab = crypto.randomUUID();
  const devices = new Map<string, Device>();
  const ports = new Map<string, Port>();
  const closing = new AbortController();
  const ready = createGate();
  let world: World | undefined;
  let connect: ((device: Device) => void) | undefined;
  let failure: ChatError | undefined;

  const tabs: Tabs | undefined = shared
    ? createTabs(name, tab, {
        // A call that came before the lock would find this tab gone.
        found: (server) =>
          void held.then(() =>
            attach((device) => device.attach((call) => tabs!.send(server, device.id, call))),
          ),
        gone: detach,
        event: (id, event) => devices.get(id)?.receive(event),
      })
    : undefined;

  function attach(next: (device: Device) => void): void {
    connect = next;
    for (const device of devices.values()) next(device);
    ready.resolve();
  }

  function detach(): void {
    connect = undefined;
    for (const device of devices.values()) device.detach();
  }

  function present(): void {
    const uids = new Set<string>();
    for (const { uid } of ports.values()) if (uid !== undefined) uids.add(uid);
    world?.present(uids);
  }

  function portOf(running: World, owner: string, device: string): Port {
    let port = ports.get(device);
    if (!port) {
      const receive: Device['receive'] =
        owner === tab
          ? (event) => devices.get(device)?.receive(event)
          : (event) => tabs?.event(owner, device, event);
      port = createPort(running.server, app, receive, present);
      ports.set(device, port);
      if (owner !== tab) watch(owner, device);
    }
    return port;
  }

  function bye(device: string): void {
    const port = ports.get(device);
    ports.delete(device);
    port?.close();
  }

  /** Whoever gets the lock of a tab knows that it is gone, however it ended. */
  function watch(owner: string, device: string): void {
    navigator.locks
      .request(`${name}/${owner}`, { signal: closing.signal }, () => bye(device))
      .catch((error: unknown) => closing.signal.aborted || reportError(error));
  }

  async function serve(lost: () => void): Promise<void> {
    try {
      const running = await start(lost);
      if (closing.signal.aborted) return await running.close();
      world = running;
      const call = (owner: string, device: string, what: Call) =>
        portOf(running, owner, device).call(what);
      tabs?.serve({ id: crypto.randomUUID(), call, bye });
      attach((device) => device.attach((what) => call(tab, device.id, what)));
    } catch (error) {
      failure = ChatError.from(error);
      for (const device of devices.values()) device.fail(failure);
      ready.reject(failure);
    }
  }

  async function stop(): Promise<void> {
    if (!world) return;
    const ending = world;
    world = undefined;
    // First, so that no answer leaves after another tab has taken over.
    tabs?.stop();
    ports.clear();
    await ending.close();
  }

  const forever = new Promise<void>((resolve) =>
    closing.signal.addEventListener('abort', () => resolve()),
  );

  async function live(): Promise<void> {
    while (!closing.signal.aborted) {
      const lost = createGate();
      await serve(() => {
        // At once: what can no longer be answered is asked of the next.
        tabs?.stop();
        detach();
        lost.resolve();
      });
      // A tab that cannot open the world leaves it to the next.
      if (failure) return;
      await Promise.race([forever, lost.promise]);
      await stop();
    }
  }

  /** Settles when this tab has the lock of its own, which it keeps. */
  function hold(): Promise<void> {
    return new Promise((resolve) => {
      const keep = () => {
        resolve();
        return forever;
      };
      // Refused to a sandboxed frame alone, which no other tab reaches.
      navigator.locks.request(`${name}/${tab}`, keep).catch(() => resolve());
    });
  }

  async function queue(): Promise<void> {
    let lives = false;
    try {
      await navigator.locks.request(name, { signal: closing.signal }, () => {
        lives = true;
        return live();
      });
    } catch (error) {
      if (lives) throw error;
      // A sandboxed frame is refused locks; what it may keep is its own anyway. Otherwise: closed while it waited.
      if (!closing.signal.aborted) await live();
    }
  }
  const held = shared ? hold() : Promise.resolve();
  const ended = shared ? queue() : live();

  function create(): Device {
    const device = createDevice(crypto.randomUUID());
    devices.set(device.id, device);
    if (closing.signal.aborted) device.fail(closed(name));
    else if (failure) device.fail(failure);
    else connect?.(device);
    return device;
  }

  return {
    backend: () => create().backend,
    manage: (credentials) => create().manage(credentials),
    ready: ready.promise,
    get serving() {
      return world !== undefined;
    },
    async close() {
      if (closing.signal.aborted) return void (await ended);
      for (const device of devices.values()) {
        device.fail(closed(name));
        if (!world) tabs?.bye(device.id);
      }
      closing.abort();
      ready.reject(closed(name));
      await ended;
      tabs?.close();
    },
  };
}

function createGate() {
  let resolve!: () => void;
  let reject!: (error: ChatError) => void;
  const promise = new Promise<void>((...settle) => ([resolve, reject] = settle));
  // Whoever does not ask for it learns of the failure by the requests.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

function closed(name: string): ChatError {
  return new ChatError('unavailable', `The world "${name}" is closed. Create its host again.`);
}
