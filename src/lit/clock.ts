import type { ReactiveController, ReactiveControllerHost } from 'lit';

const minute = 60_000;

/** Renders an element anew at every full minute, and when the page comes back, so that "yesterday" stays true. */
export class Clock implements ReactiveController {
  #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#wait();
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tick, minute - (Date.now() % minute));
  }

  #tick = () => {
    this.#host.requestUpdate();
    this.#wait();
  };

  // Timers sleep with the page.
  #onVisibility = () => {
    if (document.visibilityState === 'visible') this.#tick();
  };
}
