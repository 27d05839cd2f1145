import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { ChatClient } from '../../client/types.js';
import { StoreController } from '../../lit/store-controller.js';
import { later } from '../late/later.js';
import { leaveStage, takeStage } from './take-stage.js';

const loadCall = later(() => import('./chat-call.js'));

/** Loads `<chat-call>` with the first call that concerns the reader, where the page has none of its own. */
export class CallStage implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: () => ChatClient | undefined;
  readonly #calls;
  readonly #own;
  #stage: ChatClient | undefined;
  #wanted = false;
  #loaded = false;

  constructor(host: ReactiveControllerHost, client: () => ChatClient | undefined) {
    this.#host = host;
    this.#client = client;
    this.#calls = new StoreController(host, () => client()?.calls.$calls);
    this.#own = new StoreController(host, () => client()?.calls.$own);
    host.addController(this);
  }

  hostDisconnected(): void {
    leaveStage(this.#stage, this);
  }

  hostUpdate(): void {
    const client = this.#client();
    if (client !== this.#stage) leaveStage(this.#stage, this);
    this.#stage = client;
    if (!client || !takeStage(client, this, false) || this.#wanted) return;
    if (!this.#own.value && !this.#rings(client)) return;
    this.#wanted = true;
    loadCall().then(
      () => {
        this.#loaded = true;
        this.#host.requestUpdate();
      },
      // The next change of a call asks for it again.
      () => (this.#wanted = false),
    );
  }

  /** It passes on what the page has for a call. */
  render() {
    if (!this.#loaded) return nothing;
    return html`<chat-call .holder=${this}
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
