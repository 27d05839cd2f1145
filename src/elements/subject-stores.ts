import type { ReactiveControllerHost } from 'lit';
import type { ClientStatus } from '../client/client-status.js';
import { StoreController } from '../lit/store-controller.js';
import type { User } from '../protocol/records.js';
import type { Subject } from './conversation-acts.js';
import { PeerStores, type Place } from './peer-stores.js';

/** Follows everything known about the conversation on show. */
export class SubjectStores {
  #place: Place;
  #status;
  #peer;
  #conversation;
  #typing;

  constructor(host: ReactiveControllerHost, place: Place) {
    this.#place = place;
    this.#status = new StoreController(host, () => place().client?.$status);
    this.#peer = new PeerStores(host, place);
    this.#conversation = new StoreController(host, () => {
      const { client, target } = place();
      return target && client?.conversations.$conversation(target);
    });
    this.#typing = new StoreController(host, () => {
      const { client, target } = place();
      return target && client?.typing.$typing(target);
    });
  }

  get status(): ClientStatus | undefined {
    return this.#status.value;
  }

  get typing(): readonly User[] {
    return this.#typing.value ?? [];
  }

  /** There is nothing to do with a group that is gone. */
  get subject(): Subject | undefined {
    const { target } = this.#place();
    if (!target) return undefined;
    const { user, group, name } = this.#peer;
    const there = group?.removedAt ? undefined : group;
    return { target, name, user, group: there, conversation: this.#conversation.value };
  }
}
