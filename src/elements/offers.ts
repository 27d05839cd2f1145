import type { ReactiveControllerHost } from 'lit';
import type { ChatClient } from '../client/types.js';
import { StoreController } from '../lit/store-controller.js';
import type { Capability } from '../protocol/backend.js';
import type { OperationName } from '../protocol/operations.js';

/** What no record's `can` tells: whether the backend is able to do something, and the person's role allows it (P8). */
export class Offers {
  #capabilities;
  #restricted;

  constructor(host: ReactiveControllerHost, client: () => ChatClient | undefined) {
    this.#capabilities = new StoreController(host, () => client()?.$capabilities);
    this.#restricted = new StoreController(host, () => client()?.$restricted);
  }

  /** False also while nobody is signed in. */
  has(operation: OperationName, capability?: Capability): boolean {
    return this.#capabilities.value !== undefined && !this.lacks(operation, capability);
  }

  /** False also while it is not known. */
  lacks(operation: OperationName, capability?: Capability): boolean {
    const level = capability && this.#capabilities.value?.[capability];
    return level === 'none' || (this.#restricted.value?.includes(operation) ?? false);
  }
}
