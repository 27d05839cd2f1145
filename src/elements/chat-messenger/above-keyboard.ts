import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Less than this is the browser's own bars. Pixels. */
const leastKeyboard = 120;

/**
 * Some browsers (iOS) lay their keyboard over the page and push the page up to show the caret: the element takes the part
 * that is left instead, so that its header stays, and the last message above what one writes.
 */
export class AboveKeyboard implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.visualViewport?.addEventListener('resize', this.#fit);
  }

  hostDisconnected(): void {
    globalThis.visualViewport?.removeEventListener('resize', this.#fit);
    this.#free();
  }

  #free(): void {
    this.#host.style.minBlockSize = this.#host.style.maxBlockSize = '';
  }

  #fit = () => {
    const { visualViewport: view, innerHeight } = globalThis;
    this.#free();
    // Zoomed in, one sees a part as well, and means to.
    if (!view || view.scale > 1.01 || innerHeight - view.height < leastKeyboard) return;
    const { top, bottom } = this.#host.getBoundingClientRect();
    if (bottom <= view.height || top >= view.height) return;
    this.#host.style.minBlockSize = '0';
    this.#host.style.maxBlockSize = `${view.height - Math.max(0, top)}px`;
    // Nothing is hidden any more that the page was pushed up for.
    if (view.offsetTop > 0) scrollBy(0, -view.offsetTop);
  };
}
