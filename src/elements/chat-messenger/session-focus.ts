import type { LitElement, ReactiveController } from 'lit';
import type { ClientStatus } from '../../client/client-status.js';
import { deepActiveElement } from '../../lit/focus.js';

export type Phase = ClientStatus['phase'];

/**
 * What has the focus is gone when somebody signs out here, or in again: it goes on to the words that say so, and back to
 * the face that led out.
 */
export class SessionFocus implements ReactiveController {
  readonly #host: LitElement;
  readonly #now: () => Phase | undefined;
  #phase: Phase | undefined;
  #held = false;

  constructor(host: LitElement, now: () => Phase | undefined) {
    this.#host = host;
    this.#now = now;
    this.#phase = now();
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#now() === this.#phase) return;
    // Not `:focus-within`, which Chromium does not match around a modal dialog further in.
    const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
    this.#held ||= this.#host.contains(activeElement);
  }

  hostUpdated(): void {
    const phase = this.#now();
    if (phase === this.#phase) return;
    this.#phase = phase;
    if (phase === 'signingIn') return;
    if (this.#held) void this.#focus(phase === 'signedIn' ? 'chat-me' : 'h2');
    this.#held = false;
  }

  async #focus(selector: 'chat-me' | 'h2'): Promise<void> {
    const { renderRoot } = this.#host;
    await renderRoot.querySelector('chat-me')?.updateComplete;
    const active = deepActiveElement();
    // Somebody may have gone on elsewhere; a way to sign in has it until the next frame.
    if (active !== document.body && !this.#host.contains(active ?? null)) return;
    renderRoot.querySelector<HTMLElement>(selector)?.focus();
    // Where there is room for one pane, the face may be in one that is not on show.
    if (deepActiveElement() === active) this.#host.focus();
  }
}
