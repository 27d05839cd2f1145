import type { ClientEvents } from './client-events.js';

export interface Facts {
  on<E extends keyof ClientEvents>(
    event: E,
    listener: (detail: ClientEvents[E]) => void,
  ): () => void;
  emit<E extends keyof ClientEvents>(event: E, detail: ClientEvents[E]): void;
}

type Listener = (detail: never) => void;

export function createFacts(): Facts {
  const listeners = new Map<keyof ClientEvents, Set<Listener>>();
  return {
    on(event, listener) {
      const set = listeners.get(event) ?? new Set<Listener>();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
    emit(event, detail) {
      for (const listener of [...(listeners.get(event) ?? [])]) {
        try {
          (listener as (detail: unknown) => void)(detail);
        } catch (error) {
          // A listener's mistake is its own: it reaches the page, not the client.
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}
