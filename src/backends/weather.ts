import type { Backend, Sink } from '../protocol/backend.js';
import { ChatError } from '../protocol/errors.js';
import type { BackendEvent } from '../protocol/events.js';
import { createRandom } from './random.js';

/** Times in milliseconds, chances from 0 to 1. */
export interface WeatherSettings {
  readonly latency: number;
  /** Up to this much is added to each latency. */
  readonly jitter: number;
  /** Chance that a request, and again that its reply, is lost. The asker learns it by a timeout. */
  readonly loss: number;
  /** Chance that a request or an event arrives twice. */
  readonly duplication: number;
  /** Chance that an event is late, so that others overtake it. */
  readonly reordering: number;
  /** Chance that an event is lost; the connection notices and says `resync`. */
  readonly gaps: number;
  readonly offline: boolean;
  /** After this time an unanswered request has failed. */
  readonly timeout: number;
}

export interface Weather {
  readonly settings: WeatherSettings;
  set(settings: Partial<WeatherSettings>): void;
  /** The same backend, seen through this weather. */
  wrap(backend: Backend): Backend;
}

interface WeatherOptions extends Partial<WeatherSettings> {
  readonly random?: () => number;
  /** Runs later; the returned function cancels. */
  readonly after?: (milliseconds: number, run: () => void) => () => void;
}

const calm: WeatherSettings = {
  latency: 0,
  jitter: 0,
  loss: 0,
  duplication: 0,
  reordering: 0,
  gaps: 0,
  offline: false,
  timeout: 5000,
};

export const weathers: Readonly<Record<string, Partial<WeatherSettings>>> = {
  calm,
  slow: { latency: 600, jitter: 900 },
  bad: { latency: 120, jitter: 400, loss: 0.1, duplication: 0.1, reordering: 0.1, timeout: 3000 },
  storm: {
    latency: 300,
    jitter: 900,
    loss: 0.3,
    duplication: 0.2,
    reordering: 0.3,
    gaps: 0.1,
    timeout: 3000,
  },
  offline: { offline: true },
};

export function createWeather(options: WeatherOptions = {}): Weather {
  const { random = createRandom(1), after = later, ...initial } = options;
  let settings: WeatherSettings = { ...calm, ...initial };
  const changed = new Set<() => void>();

  const happens = (chance: number) => chance > 0 && random() < chance;
  const delay = () => settings.latency + (settings.jitter > 0 ? random() * settings.jitter : 0);
  const pass = (lane: Lane, run: () => void, extra = 0) =>
    lane.pass(delay() + extra, run, extra > 0);

  function wrap(backend: Backend): Backend {
    const out = createLane(after);
    const back = createLane(after);
    const waiting = new Set<(error: ChatError) => void>();

    function travel<T>(what: string, ask: () => Promise<T>, mayRepeat: boolean): Promise<T> {
      if (settings.offline) return Promise.reject(offline(what));
      return new Promise<T>((resolve, reject) => {
        const timer = after(settings.timeout, () =>
          fail(
            new ChatError(
              'timeout',
              `${what} got no answer in ${settings.timeout} ms. It can be tried again.`,
            ),
          ),
        );
        const settle = () => {
          timer();
          waiting.delete(fail);
        };
        const fail = (error: ChatError) => {
          settle();
          reject(error);
        };
        waiting.add(fail);
        const reply = (answer: () => void) => {
          if (happens(settings.loss)) return;
          pass(back, () => {
            if (!waiting.has(fail)) return;
            settle();
            answer();
          });
        };
        const send = () =>
          void ask().then(
            (result) => reply(() => resolve(result)),
            (error: unknown) => reply(() => reject(ChatError.from(error))),
          );
        if (!happens(settings.loss)) pass(out, () => waiting.has(fail) && send());
        if (mayRepeat && happens(settings.duplication))
          pass(out, () => !settings.offline && send());
      });
    }

    changed.add(() => {
      if (!settings.offline) return;
      for (const fail of [...waiting]) fail(offline('What was on its way'));
    });

    return {
      name: backend.name,
      signIn: (credentials) => travel('Signing in', () => backend.signIn(credentials), false),
      request: (name, params, commandId) =>
        travel(name, () => backend.request(name, params, commandId), commandId !== undefined),
      connect: (sink) => connect(backend, sink),
    };
  }

  function connect(backend: Backend, sink: Sink): () => void {
    let disconnect: (() => void) | undefined;
    let session = 0;
    let missed = false;

    function open(): void {
      const current = ++session;
      const lane = createLane(after);
      const deliver = (run: () => void, extra = 0) =>
        pass(lane, () => current === session && run(), extra);
      const event = (received: BackendEvent) => {
        if (happens(settings.gaps)) return deliver(() => sink.status('resync'));
        deliver(() => sink.event(received), happens(settings.reordering) ? 50 + random() * 500 : 0);
        if (happens(settings.duplication)) deliver(() => sink.event(received), random() * 300);
      };
      disconnect = backend.connect({
        event,
        status: (status) =>
          deliver(() => sink.status(status === 'online' && missed ? 'resync' : status)),
      });
    }
    function close(): void {
      session++;
      disconnect?.();
      disconnect = undefined;
    }
    function update(): void {
      if (settings.offline && disconnect) {
        close();
        missed = true;
      } else if (!settings.offline && !disconnect) open();
      else return;
      if (settings.offline) sink.status('offline');
    }

    changed.add(update);
    if (settings.offline) {
      missed = true;
      sink.status('offline');
    } else open();
    return () => {
      changed.delete(update);
      close();
    };
  }

  return {
    get settings() {
      return settings;
    },
    set(more) {
      settings = { ...settings, ...more };
      for (const tell of [...changed]) tell();
    },
    wrap,
  };
}

interface Lane {
  /** In the order given, unless this one may be overtaken. */
  pass(milliseconds: number, run: () => void, overtaken: boolean): void;
}

/** What goes one way: jitter alone never changes the order, as on one socket. */
function createLane(after: (milliseconds: number, run: () => void) => () => void): Lane {
  const queue: { ready: boolean; run: () => void }[] = [];
  function flush(): void {
    while (queue[0]?.ready) queue.shift()?.run();
  }
  return {
    pass(milliseconds, run, overtaken) {
      if (overtaken) return void after(milliseconds, run);
      const item = { ready: milliseconds <= 0 && queue.length === 0, run };
      if (item.ready) return run();
      queue.push(item);
      after(milliseconds, () => {
        item.ready = true;
        flush();
      });
    },
  };
}

function offline(what: string): ChatError {
  return new ChatError(
    'offline',
    `${what} needs a connection. It can be tried again when there is one.`,
  );
}

function later(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
