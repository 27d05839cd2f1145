import type { LitElement } from 'lit';
import type { ChatClient } from '../../client/types.js';
import { emit } from '../../lit/events.js';
import type { Localize } from '../../lit/localize.js';
import { isAttentive } from '../chat-messages/seen-watcher.js';
import { chime } from '../tones.js';
import { Alerts, type Alert } from './alerts.js';
import { PopUps } from './pop-ups.js';
import { Prompt } from './prompt.js';
import { isAnswered, obstacle } from './reach.js';
import { setCount } from './title-count.js';

/** Messages that come closer together than this are one burst, and heard once. Milliseconds. */
const burst = 3000;
/** Two soft notes, higher than those of a call. */
const notes = [880, 1175];

type Host = LitElement & { readonly audible: boolean; readonly desktop: boolean };

/** Tells of the messages of one client at a time, in every way its element has. */
export class Teller {
  readonly #host: Host;
  readonly #localize: Localize;
  readonly #prompt: Prompt;
  #client: ChatClient | undefined;
  #alerts: Alerts | undefined;
  #popUps: PopUps | undefined;
  #heardAt = -Infinity;

  constructor(host: Host, localize: Localize) {
    this.#host = host;
    this.#localize = localize;
    this.#prompt = new Prompt(host, localize);
  }

  /** @param count what is unread; 0 where that is not to be shown */
  follow(client: ChatClient | undefined, count: number): void {
    setCount(this, client ?? this, count);
    if (client === this.#client) return;
    this.#alerts?.close();
    this.#popUps?.close();
    void this.#prompt.show(undefined);
    this.#client = client;
    this.#alerts = client && new Alerts(client, this.#tell);
    this.#popUps = client && new PopUps(client, this.#localize, this.#onPopUp);
  }

  ask(): void {
    void this.#prompt.show(obstacle());
  }

  render(): unknown {
    return this.#prompt.render();
  }

  #tell = (alerts: readonly Alert[]) => {
    const wanted = alerts.filter(({ message, conversation }) =>
      emit(this.#host, 'chat-notify', { message, conversation }),
    );
    if (wanted.length === 0) return;
    if (this.#host.audible) this.#sound();
    if (!this.#host.desktop) return;
    if (!isAttentive()) for (const alert of wanted) this.#popUps?.show(alert);
    const question = obstacle();
    if (question && !isAnswered(question) && !this.#prompt.open) this.ask();
  };

  #sound(): void {
    const now = performance.now();
    if (now - this.#heardAt > burst) chime(notes);
    this.#heardAt = now;
  }

  #onPopUp = ({ target, message: { id, parentId } }: Alert) => {
    if (!emit(this.#host, 'chat-select', { target })) return;
    emit(this.#host, 'chat-show', { target, id, ...(parentId !== undefined && { parentId }) });
  };
}
