import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from '../client/stores/list-types.js';

/**
 * Re-renders an element when a store changes. The store may be another one at every update (another conversation,
 * another query): `select` is asked each time. Subscribing is what makes a store fetch.
 */
export class StoreController<T> implements ReactiveController {
  #host: ReactiveControllerHost;
  #select: () => Store<T> | undefined;
  #store: Store<T> | undefined;
  #stop: (() => void) | undefined;
  #connected = false;

  constructor(host: ReactiveControllerHost, select: () => Store<T> | undefined) {
    this.#host = host;
    this.#select = select;
    host.addController(this);
  }

  get value(): T | undefined {
    return this.#store?.get();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#stop?.();
    this.#stop = undefined;
    this.#store = undefined;
  }

  // After the host's willUpdate, before its render: properties and contexts are settled.
  hostUpdate(): void {
    // An element that has gone may still render, and nobody would let go of what it takes up then.
    const store = this.#connected ? this.#select() : undefined;
    if (store === this.#store) return;
    this.#stop?.();
    this.#store = store;
    this.#stop = store?.listen(() => this.#host.requestUpdate());
  }
}
