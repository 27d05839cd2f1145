import type { ReactiveControllerHost } from 'lit';
import type { ChatClient } from '../client/types.js';
import { StoreController } from '../lit/store-controller.js';
import type { Target } from '../protocol/ids.js';
import type { Group, User } from '../protocol/records.js';

export type Place = () => { client: ChatClient | undefined; target: Target | undefined };

/** Follows whom the conversation on show is with: a user or a group. */
export class PeerStores {
  #place: Place;
  #user;
  #group;

  constructor(host: ReactiveControllerHost, place: Place) {
    this.#place = place;
    this.#user = new StoreController(host, () => {
      const { client, target } = place();
      return target?.uid === undefined ? undefined : client?.users.$user(target.uid);
    });
    this.#group = new StoreController(host, () => {
      const { client, target } = place();
      return target?.guid === undefined ? undefined : client?.groups.$group(target.guid);
    });
  }

  get user(): User | undefined {
    return this.#user.value;
  }
  get group(): Group | undefined {
    return this.#group.value;
  }
  /** Until the record has come, the id. */
  get name(): string {
    const { target } = this.#place();
    return this.user?.name ?? this.group?.name ?? target?.uid ?? target?.guid ?? '';
  }
}
