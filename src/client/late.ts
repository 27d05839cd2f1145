import { ChatError } from '../protocol/errors.js';

/** Milliseconds until what is on show is there to be read, and what is done with it is loaded. */
export const shownAfter = 300;

/** A part that is loaded when it is first needed. What is asked of it before that is done in order, and later at once. */
export interface Late<T> {
  /** Undefined until it is loaded. */
  readonly now: T | undefined;
  /** Rejects with a `ChatError` where it could not be had; the next one to ask tries again. */
  load(): Promise<T>;
  run<R>(act: (part: T) => R | Promise<R>): Promise<R>;
  /** Runs once the part is loaded, whoever asked for it, and before anything that waits in `run`. Does not load it. */
  follow(run: (part: T) => void): void;
  /** Resolves when it is not being loaded, and nothing waits for it. */
  settled(): Promise<void>;
}

const nothing = () => undefined;

export function createLate<T>(fetch: () => Promise<T>): Late<T> {
  let now: T | undefined;
  let loading: Promise<T> | undefined;
  let waiting: ((part: T) => unknown)[] = [];
  let followers: ((part: T) => void)[] = [];

  const load = () =>
    (loading ??= fetch().then(
      (part) => {
        now = part;
        const due = [...followers, ...waiting];
        followers = waiting = [];
        for (const act of due) act(part);
        return part;
      },
      (cause: unknown) => {
        loading = undefined;
        waiting = [];
        throw new ChatError('offline', 'What this needs could not be loaded. Try again later.', {
          cause,
        });
      },
    ));

  return {
    get now() {
      return now;
    },
    load,
    settled: () => Promise.resolve(loading).then(nothing, nothing),
    follow(run) {
      if (now) run(now);
      else followers.push(run);
    },
    async run<R>(act: (part: T) => R | Promise<R>) {
      if (now) return act(now);
      return new Promise<R>((resolve, reject) => {
        waiting.push((part) => new Promise<R>((done) => done(act(part))).then(resolve, reject));
        load().catch(reject);
      });
    },
  };
}
