import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds. */
const patience = 200;

/**
 * Whether to draw grey shapes in the place of what is loading: not before it has kept one waiting. A quick answer shows
 * none, and is not held up by them: animations that run unseen cost a page a tenth of its opening.
 */
export class Skeleton implements ReactiveController {
  #host: ReactiveControllerHost;
  #waits = false;
  #isDue = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Asked in each rendering that waits. */
  isDue(): boolean {
    this.#waits = true;
    this.#timer ??= setTimeout(() => {
      this.#isDue = true;
      this.#host.requestUpdate();
    }, patience);
    return this.#isDue;
  }

  hostUpdate(): void {
    this.#waits = false;
  }

  hostUpdated(): void {
    if (!this.#waits) this.hostDisconnected();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isDue = false;
  }
}
