import { ChatError, type ErrorRecord } from '../../../protocol/errors.js';
import type { BackendEvent } from '../../../protocol/events.js';
import type { Call } from './port.js';

/** What crosses between the tabs of one world. */
type Note =
  | { readonly kind: 'who' }
  | { readonly kind: 'serving'; readonly server: string }
  | { readonly kind: 'gone'; readonly server: string }
  | {
      readonly kind: 'call';
      readonly server: string;
      readonly tab: string;
      readonly device: string;
      readonly number: number;
      readonly call: Call;
    }
  | { readonly kind: 'bye'; readonly device: string }
  | {
      readonly kind: 'result';
      readonly tab: string;
      readonly number: number;
      readonly result: unknown;
    }
  | {
      readonly kind: 'error';
      readonly tab: string;
      readonly number: number;
      readonly error: ErrorRecord;
    }
  | {
      readonly kind: 'event';
      readonly tab: string;
      readonly device: string;
      readonly event: BackendEvent;
    };

/** The tab that serves, as the channel needs it. */
export interface Serving {
  readonly id: string;
  call(tab: string, device: string, call: Call): Promise<unknown>;
  bye(device: string): void;
}

export interface Tabs {
  /** Starts answering the other tabs. */
  serve(serving: Serving): void;
  /** Tells the others that nobody serves until one of them does. */
  stop(): void;
  send(server: string, device: string, call: Call): Promise<unknown>;
  event(tab: string, device: string, event: BackendEvent): void;
  bye(device: string): void;
  close(): void;
}

/** The channel between tabs; `found` hears of each new server that is not in this tab. */
export function createTabs(
  name: string,
  tab: string,
  on: {
    found(server: string): void;
    gone(): void;
    event(device: string, event: BackendEvent): void;
  },
): Tabs {
  const channel = new BroadcastChannel(name);
  const waiting = new Map<
    number,
    { resolve(result: unknown): void; reject(error: ChatError): void }
  >();
  let serving: Serving | undefined;
  let known: string | undefined;
  let count = 0;

  const post = (note: Note) => channel.postMessage(note);

  async function answer(here: Serving, note: Extract<Note, { kind: 'call' }>): Promise<void> {
    const { tab: to, number } = note;
    try {
      const result = await here.call(to, note.device, note.call);
      if (serving === here) post({ kind: 'result', tab: to, number, result });
    } catch (error) {
      if (serving === here)
        post({ kind: 'error', tab: to, number, error: ChatError.from(error).toJSON() });
    }
  }

  function settle(number: number) {
    const entry = waiting.get(number);
    waiting.delete(number);
    return entry;
  }

  channel.onmessage = ({ data }: MessageEvent<Note>) => {
    switch (data.kind) {
      case 'who':
        if (serving) post({ kind: 'serving', server: serving.id });
        return;
      case 'serving':
        if (data.server === known || serving) return;
        known = data.server;
        // Calls to the last server are asked again by their devices.
        waiting.clear();
        on.found(data.server);
        return;
      case 'gone':
        if (data.server !== known) return;
        known = undefined;
        waiting.clear();
        on.gone();
        return;
      case 'call':
        if (serving?.id === data.server) void answer(serving, data);
        return;
      case 'bye':
        serving?.bye(data.device);
        return;
      case 'result':
        if (data.tab === tab) settle(data.number)?.resolve(data.result);
        return;
      case 'error':
        if (data.tab === tab) settle(data.number)?.reject(ChatError.from(data.error));
        return;
      case 'event':
        if (data.tab === tab) on.event(data.device, data.event);
    }
  };
  post({ kind: 'who' });

  return {
    serve(here) {
      serving = here;
      known = here.id;
      post({ kind: 'serving', server: here.id });
    },
    stop() {
      if (serving) post({ kind: 'gone', server: serving.id });
      serving = undefined;
    },
    send(server, device, call) {
      const number = ++count;
      return new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        post({ kind: 'call', server, tab, device, number, call });
      });
    },
    event: (to, device, event) => post({ kind: 'event', tab: to, device, event }),
    bye: (device) => post({ kind: 'bye', device }),
    close: () => channel.close(),
  };
}
