export interface Part<T> {
  /** Undefined until it is loaded, and for ever where it cannot be had. */
  get(): T | undefined;
  load(): Promise<void>;
  /** Loaded, or given up. */
  isReady(): boolean;
  /** Settles when somebody has loaded it. */
  readonly arrival: Promise<void>;
}

function createPart<T>(fetch: () => Promise<T>): Part<T> {
  let part: T | undefined;
  let ready = false;
  let loading: Promise<void> | undefined;
  let arrived!: () => void;
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const settle = (value?: T) => {
    part = value;
    ready = true;
    arrived();
  };
  return {
    get: () => part,
    load: () => (loading ??= fetch().then(settle, () => settle())),
    isReady: () => ready,
    arrival,
  };
}

/** What draws and reads more than words. Where it cannot be had, texts stay as typed. */
export const markdown = createPart(() => import('./text/rich-text.js'));
/** What tells in one line of messages that are no text. */
export const previews = createPart(() => import('../message-preview.js'));
/** All that rows show besides a few words. Where it cannot be had, a line of text stands for it. */
export const extras = createPart(() => import('./extras.js'));
