import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { ChatClient } from '../client/types.js';
import { StoreController } from '../lit/store-controller.js';

/** By client: the one element that shows its calls. */
const stages = new WeakMap<ChatClient, object>();

export function takeStage(client: ChatClient, by: object): boolean {
  if (!stages.has(client)) stages.set(client, by);
  return stages.get(client) === by;
}

export function leaveStage(client: ChatClient | undefined, by: object): void {
  if (client && stages.get(client) === by) stages.delete(client);
}

/** Loads `<chat-call>` with the first call that concerns the reader, where the page has none of its own. */
export class CallStage implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => ChatClient | undefined;
  readonly #calls;
  readonly #own;
  #wanted = false;
  #loaded = false;

  constructor(host: ReactiveControllerHost, client: () => ChatClient | undefined) {
    this.#host = host;
    this.#client = client;
    this.#calls = new StoreController(host, () => client()?.calls.$calls);
    this.#own = new StoreController(host, () => client()?.calls.$own);
    host.addController(this);
  }

  hostUpdate(): void {
    const client = this.#client();
    if (this.#wanted || !client || !(this.#own.value || this.#rings(client))) return;
    if (stages.has(client)) return;
    this.#wanted = true;
    void import('./chat-call/chat-call.js').then(() => {
      this.#loaded = true;
      this.#host.requestUpdate();
    });
  }

  /** It passes on what the page has for a call. */
  render() {
    if (!this.#loaded) return nothing;
    return html`<chat-call
      ><slot name="call-media" slot="media"></slot><slot name="call-action" slot="action"></slot
    ></chat-call>`;
  }

  #rings(client: ChatClient): boolean {
    const me = client.$me.get()?.id ?? '';
    return (this.#calls.value ?? []).some(
      ({ receiver, receiverType, participants }) =>
        participants.includes(me) || (receiverType === 'user' && receiver === me),
    );
  }
}
