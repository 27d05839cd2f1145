import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Target } from '../../protocol/ids.js';
import { isSameTarget } from '../same-target.js';
import { around, originIn } from '../scopes.js';

interface Messages extends ReactiveControllerHost, HTMLElement {
  readonly target: Target | undefined;
  show(id: string): Promise<boolean>;
}

/**
 * A message that is to be shown is brought into view wherever it was chosen; of a reply, the message its thread is about.
 * A messenger and a thread do so with what they are made of, and prevent the event.
 */
export class FollowShow implements ReactiveController {
  #host: Messages;

  constructor(host: Messages) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('chat-show', this.#onShow);
  }

  hostDisconnected(): void {
    document.removeEventListener('chat-show', this.#onShow);
  }

  #onShow = (event: HTMLElementEventMap['chat-show']) => {
    const host = this.#host;
    if (!originIn(event, host)) return;
    if (around(host, 'chat-messenger') || around(host, 'chat-thread')) return;
    const { target, id, parentId } = event.detail;
    // The dispatch has to end first, the scope follows then, and what it was chosen in closes.
    setTimeout(() => void this.#show(event, target, parentId ?? id));
  };

  async #show(event: Event, target: Target, id: string): Promise<void> {
    if (event.defaultPrevented) return;
    await this.#host.updateComplete;
    if (isSameTarget(target, this.#host.target)) await this.#host.show(id);
  }
}
