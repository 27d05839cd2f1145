import type { ReactiveControllerHost } from 'lit';
import { ChatError } from '../protocol/errors.js';
import type { Place } from './peer-stores.js';

/**
 * Why nobody is there. A store without a record does not tell "not yet" from "never", so whoever keeps one waiting is
 * asked for by name.
 */
export class Absence {
  #host: ReactiveControllerHost;
  #place: Place;
  #asked = '';
  #error: ChatError | undefined;

  constructor(host: ReactiveControllerHost, place: Place) {
    this.#host = host;
    this.#place = place;
  }

  /** Asked in each rendering that has waited long enough to show a skeleton; undefined while it is not known. */
  reason(): ChatError | undefined {
    const { client, target } = this.#place();
    const me = client?.$me.get()?.id;
    if (!client || !target || me === undefined) return undefined;
    const asked = JSON.stringify([me, target]);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#error = undefined;
      const { uid, guid } = target;
      const answer: Promise<unknown> =
        guid === undefined ? client.users.get(uid) : client.groups.get(guid);
      answer.then(
        () => this.#answered(asked),
        (error: unknown) => this.#answered(asked, ChatError.from(error)),
      );
    }
    return this.#error;
  }

  #answered(asked: string, error?: ChatError): void {
    if (asked !== this.#asked) return;
    // There, and may go; signed out; no answer could be had: whatever renders it anew asks again.
    if (!error || error.retryable || error.code === 'unauthenticated') this.#asked = '';
    else {
      this.#error = error;
      this.#host.requestUpdate();
    }
  }
}
