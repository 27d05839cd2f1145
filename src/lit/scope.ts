import { ContextProvider } from '@lit/context';
import { clientContext, targetContext } from './context.js';

/** The part of a page that shares one client and one conversation on show. */
export interface Scope {
  readonly client: ContextProvider<typeof clientContext>;
  readonly target: ContextProvider<typeof targetContext>;
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

  host.addEventListener('chat-select', (event) => {
    if (taken in event) return;
    Object.defineProperty(event, taken, { value: true });
    // The dispatch has to end first: a listener further out may still prevent it.
    queueMicrotask(() => {
      if (!event.defaultPrevented) target.value = event.detail.target;
    });
  });

  return { client, target };
}
