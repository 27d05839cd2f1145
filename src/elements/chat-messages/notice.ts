import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';

/** Something said in the list, for as long as it takes to read it. */
export class Notice implements ReactiveController {
  #host: ReactiveControllerHost;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#text = '';
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(''), 6000);
    this.#set(text);
  }

  #set(text: string): void {
    this.#text = text;
    this.#host.requestUpdate();
  }

  render(): unknown {
    return this.#text ? html`<p class="notice">${this.#text}</p>` : nothing;
  }
}
