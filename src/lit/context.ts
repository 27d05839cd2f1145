import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChatClient } from '../client/types.js';
import type { Target } from '../protocol/ids.js';

/** What is provided under a name. Typed as `@lit/context` does, whose elements may ask and provide as well. */
export type Context<T> = symbol & { readonly __context__: T | undefined };

type Take<T> = (value: T | undefined, stop?: () => void) => void;

/** What the events of the community's context protocol carry. */
interface Asked<T> {
  readonly context: Context<T>;
  readonly contextTarget: HTMLElement;
  readonly callback: Take<T>;
  readonly subscribe?: boolean;
}

// Keys by name and major version: two copies of the kit on one page share them.

/** The client of the nearest scope. */
export const clientContext = Symbol.for('chat-elements/client@0') as Context<ChatClient>;
/** The conversation on show in the nearest scope. */
export const targetContext = Symbol.for('chat-elements/target@0') as Context<Target>;

function tell<T>(from: HTMLElement, type: string, asked: Partial<Asked<T>>): void {
  const event = new Event(type, { bubbles: true, composed: true });
  from.dispatchEvent(Object.assign(event, asked, { contextTarget: from }));
}

/** Re-renders an element when the nearest scope provides something else. */
export class Consumed<T> implements ReactiveController {
  value: T | undefined;
  #host: ReactiveControllerHost & HTMLElement;
  #context: Context<T>;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, context: Context<T>) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  hostConnected(): void {
    const asked = { context: this.#context, callback: this.#take, subscribe: true };
    tell(this.#host, 'context-request', asked);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #take: Take<T> = (value, stop) => {
    // A nearer scope has come between.
    if (this.#stop !== stop) this.#stop?.();
    this.#stop = stop;
    this.value = value;
    this.#host.requestUpdate();
  };
}

/** What everything below `host` is given, unless a scope between gives something else. */
export class Provided<T> {
  #value: T | undefined;
  #takers = new Map<Take<T>, { readonly from: HTMLElement; readonly stop: () => void }>();

  constructor(host: HTMLElement & Partial<ReactiveControllerHost>, context: Context<T>) {
    const on = (type: string, act: (asked: Asked<T>, from: HTMLElement) => void) =>
      host.addEventListener(type, (event) => {
        const asked = event as Event & Asked<T>;
        const from = asked.contextTarget ?? event.composedPath()[0];
        if (asked.context !== context || from === host) return;
        event.stopPropagation();
        act(asked, from);
      });
    on('context-request', ({ callback, subscribe }, from) => {
      // The same for the same one: another would mean another scope.
      const stop = this.#takers.get(callback)?.stop ?? (() => void this.#takers.delete(callback));
      if (subscribe) this.#takers.set(callback, { from, stop });
      callback(this.#value, subscribe ? stop : undefined);
    });
    // Those below the new scope ask again, and it answers them.
    on('context-provider', () => {
      for (const [callback, { from }] of [...this.#takers])
        tell(from, 'context-request', { context, callback, subscribe: true });
    });
    const hostConnected = () => tell(host, 'context-provider', { context });
    if (host.addController) host.addController({ hostConnected });
    else hostConnected();
  }

  get value(): T | undefined {
    return this.#value;
  }
  set value(value: T | undefined) {
    if (value === this.#value) return;
    this.#value = value;
    for (const [take, { stop }] of this.#takers) take(value, stop);
  }
}
