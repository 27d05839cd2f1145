import type { LitElement, ReactiveController } from 'lit';
import type { Layout } from './layout.js';

/** Where there is no room any more for the pane that has the focus, that goes on to the conversation, or what is in its place. */
export class PaneFocus implements ReactiveController {
  readonly #host: LitElement;
  readonly #now: () => Layout;
  #layout: Layout;
  #held = false;

  constructor(host: LitElement, now: () => Layout) {
    this.#host = host;
    this.#now = now;
    this.#layout = now();
    host.addController(this);
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot as ShadowRoot;
  }

  hostUpdate(): void {
    this.#held = this.#root.activeElement !== null;
  }

  hostUpdated(): void {
    const layout = this.#now();
    if (layout === this.#layout) return;
    this.#layout = layout;
    // What has become inert loses it with the next frame.
    if (!this.#held || this.#root.activeElement?.closest('[inert]') === null) return;
    this.#host.focus();
  }
}
