import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Host extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** Tells when the view, or what is in it, has another size: one observer, whatever has grown. */
export class SizeWatcher implements ReactiveController {
  #host: Host;
  #sizes: ResizeObserver;
  #content: Element | null = null;

  constructor(host: Host, changed: () => void) {
    this.#host = host;
    this.#sizes = new ResizeObserver(changed);
    host.addController(this);
  }

  hostUpdated(): void {
    const content = this.#host.renderRoot.querySelector('.rows');
    if (content === this.#content) return;
    this.#sizes.disconnect();
    this.#content = content;
    const box = content?.parentElement;
    if (content) this.#sizes.observe(content);
    if (box) this.#sizes.observe(box);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#content = null;
  }
}
