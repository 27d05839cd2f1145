import { ContextProvider } from '@lit/context';
import type { ChatClient } from '../client/types.js';
import type { Target } from '../protocol/ids.js';
import { clientContext, targetContext } from './context.js';

/** The part of a page that shares one client and one conversation on show. */
export interface Scope {
  client: ChatClient | undefined;
  target: Target | undefined;
  /** Stops listening; what was provided stays. */
  detach(): void;
}

/** Marks an event as taken by the nearest scope, also across two copies of the kit. */
const taken = Symbol.for('chat-elements/taken');

/** Provides both contexts to everything below `host` and follows `chat-select`. */
export function createScope(host: HTMLElement): Scope {
  const client = new ContextProvider(host, { context: clientContext });
  const target = new ContextProvider(host, { context: targetContext });
  // Only custom elements call this themselves.
  if (!('addController' in host)) {
    client.hostConnected();
    target.hostConnected();
  }

  function onSelect(event: HTMLElementEventMap['chat-select']) {
    if (taken in event) return;
    Object.defineProperty(event, taken, { value: true });
    // The dispatch has to end first: a listener further out may still prevent it.
    queueMicrotask(() => {
      if (!event.defaultPrevented) target.setValue(event.detail.target);
    });
  }
  host.addEventListener('chat-select', onSelect);

  return {
    get client() {
      return client.value;
    },
    set client(value) {
      client.setValue(value);
    },
    get target() {
      return target.value;
    },
    set target(value) {
      target.setValue(value);
    },
    detach: () => host.removeEventListener('chat-select', onSelect),
  };
}
