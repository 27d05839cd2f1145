import type { ChatClient } from '../client/types.js';
import type { Target } from '../protocol/ids.js';
import { clientContext, Provided, targetContext } from './context.js';

/** The part of a page that shares one client and one conversation on show. */
export interface Scope {
  readonly client: Provided<ChatClient>;
  readonly target: Provided<Target>;
  /** Stops listening; what was provided stays. */
  detach(): void;
}

/** Marks an event as taken by the nearest scope, also across two copies of the kit. */
const taken = Symbol.for('chat-elements/taken');

/** Provides both contexts to everything below `host` and follows `chat-select`. */
export function createScope(host: HTMLElement): Scope {
  const client = new Provided(host, clientContext);
  const target = new Provided(host, targetContext);

  function onSelect(event: HTMLElementEventMap['chat-select']) {
    if (taken in event) return;
    Object.defineProperty(event, taken, { value: true });
    // The dispatch has to end first: a listener further out may still prevent it.
    queueMicrotask(() => {
      if (!event.defaultPrevented) target.value = event.detail.target;
    });
  }
  host.addEventListener('chat-select', onSelect);

  return {
    client,
    target,
    detach: () => host.removeEventListener('chat-select', onSelect),
  };
}
