import type { ReactiveControllerHost } from 'lit';
import type { ChatClient, ClientStatus } from '../client/types.js';
import { StoreController } from '../lit/store-controller.js';
import type { Target } from '../protocol/ids.js';
import type { User } from '../protocol/records.js';
import type { Subject } from './conversation-acts.js';

/** Follows everything known about the conversation on show. */
export class SubjectStores {
  #place: () => { client: ChatClient | undefined; target: Target | undefined };
  #status;
  #user;
  #group;
  #conversation;
  #typing;

  constructor(
    host: ReactiveControllerHost,
    place: () => { client: ChatClient | undefined; target: Target | undefined },
  ) {
    this.#place = place;
    this.#status = new StoreController(host, () => place().client?.$status);
    this.#user = new StoreController(host, () => {
      const { client, target } = place();
      return target?.uid === undefined ? undefined : client?.users.$user(target.uid);
    });
    this.#group = new StoreController(host, () => {
      const { client, target } = place();
      return target?.guid === undefined ? undefined : client?.groups.$group(target.guid);
    });
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

  get subject(): Subject | undefined {
    const { target } = this.#place();
    if (!target) return undefined;
    const user = this.#user.value;
    const group = this.#group.value;
    const name = user?.name ?? group?.name ?? target.uid ?? target.guid ?? '';
    return { target, name, user, group, conversation: this.#conversation.value };
  }
}
