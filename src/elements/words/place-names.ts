import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChatClient } from '../../client/types.js';
import type { Target } from '../../protocol/ids.js';

/** Names of the conversations that a list's rows come from, kept current while they are on show. */
export class PlaceNames implements ReactiveController {
  #host: ReactiveControllerHost;
  #client: ChatClient | undefined;
  #stops = new Map<string, () => void>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const stop of this.#stops.values()) stop();
    this.#stops.clear();
  }

  /** The bare id while the name is not known. */
  of(target: Target, client: ChatClient): string {
    if (client !== this.#client) this.hostDisconnected();
    this.#client = client;
    const { uid, guid } = target;
    const store = guid !== undefined ? client.groups.$group(guid) : client.users.$user(uid);
    const key = guid !== undefined ? `guid ${guid}` : `uid ${uid}`;
    if (!this.#stops.has(key)) {
      this.#stops.set(
        key,
        store.listen(() => this.#host.requestUpdate()),
      );
    }
    return store.get()?.name ?? guid ?? uid ?? '';
  }
}
