import type { Backend, Session, SessionOptions, Sink } from '../../../protocol/backend.js';
import { ChatError } from '../../../protocol/errors.js';
import type { BackendEvent } from '../../../protocol/events.js';
import type { Management, ManagementCredentials } from '../../../protocol/management.js';
import { optionsOf, type Call } from './port.js';

/** One device: outlives the tab that serves it. */
export interface Device {
  readonly id: string;
  readonly backend: Backend;
  /** With the app's own key where none is given. */
  manage(credentials?: ManagementCredentials): Management;
  /** Another server: signs in again, asks again whatever was not answered, in order, and says `resync`. */
  attach(send: (call: Call) => Promise<unknown>): void;
  /** Nobody serves just now. */
  detach(): void;
  receive(event: BackendEvent): void;
  /** For good. */
  fail(error: ChatError): void;
}

interface Pending {
  readonly call: Call;
  resolve(result: unknown): void;
  reject(error: ChatError): void;
}

export function createDevice(id: string): Device {
  const pending = new Set<Pending>();
  let send: ((call: Call) => Promise<unknown>) | undefined;
  /** Grows with each server, so that a late answer of the last one is not taken. */
  let generation = 0;
  let token: string | undefined;
  /** What the session was asked for, and is asked for again at the next server. */
  let options: SessionOptions = {};
  let sink: Sink | undefined;
  let listening = false;
  let connected = false;
  let failure: ChatError | undefined;

  // The result of a call is whatever its operation answers; the typed methods below say which.
  function ask<T>(call: Call): Promise<T> {
    if (failure) return Promise.reject(failure);
    return new Promise<T>((resolve, reject) => {
      const entry: Pending = { call, resolve, reject };
      pending.add(entry);
      if (send) dispatch(entry, send);
    });
  }

  function dispatch(entry: Pending, to: (call: Call) => Promise<unknown>): void {
    const current = generation;
    const settle = (run: () => void) => {
      if (current !== generation || !pending.delete(entry)) return;
      run();
    };
    to(entry.call).then(
      (result) => settle(() => entry.resolve(result)),
      (error: unknown) => settle(() => entry.reject(ChatError.from(error))),
    );
  }

  async function listen(status: 'online' | 'resync'): Promise<void> {
    if (!send || !sink || listening || token === undefined) return;
    listening = true;
    const current = generation;
    try {
      await send({ kind: 'listen' });
      if (current !== generation || !listening) return;
      connected = true;
      sink.status(status);
    } catch (error) {
      if (current === generation)
        sink?.event({ type: 'ended', error: ChatError.from(error).toJSON() });
    }
  }

  const backend: Backend = {
    name: 'simulated',
    async signIn(credentials) {
      const session = await ask<Session>({ kind: 'signIn', credentials });
      token = session.token;
      options = optionsOf(credentials);
      listening = false;
      void listen(connected ? 'resync' : 'online');
      return session;
    },
    async request(name, params, commandId) {
      const result = await ask<never>({ kind: 'request', name, params, commandId });
      if (name === 'session.signOut') {
        token = undefined;
        listening = false;
      }
      return result;
    },
    connect(next) {
      sink = next;
      next.status('connecting');
      void listen(connected ? 'resync' : 'online');
      return () => {
        if (sink !== next) return;
        sink = undefined;
        if (listening) void send?.({ kind: 'hush' });
        listening = false;
      };
    },
  };

  return {
    id,
    backend,
    manage: (credentials) => ({
      request: (name, params, commandId) =>
        ask<never>({ kind: 'manage', credentials, name, params, commandId }),
    }),
    attach(next) {
      const current = ++generation;
      send = undefined;
      listening = false;
      const start = () => {
        if (current !== generation) return;
        send = next;
        for (const entry of [...pending]) dispatch(entry, next);
        void listen(connected ? 'resync' : 'online');
      };
      if (token === undefined) return start();
      next({ kind: 'signIn', credentials: { ...options, token } }).then(
        start,
        (reason: unknown) => {
          if (current !== generation) return;
          const error = ChatError.from(reason);
          // Lost what it is kept in while it began: another one follows.
          if (error.code === 'storage') return;
          token = undefined;
          for (const entry of pending) entry.reject(error);
          pending.clear();
          sink?.event({ type: 'ended', error: error.toJSON() });
          start();
        },
      );
    },
    detach() {
      generation++;
      send = undefined;
      listening = false;
      sink?.status('connecting');
    },
    receive(event) {
      if (listening) sink?.event(event);
    },
    fail(error) {
      generation++;
      send = undefined;
      failure = error;
      for (const entry of pending) entry.reject(error);
      pending.clear();
      sink?.status('offline');
    },
  };
}
