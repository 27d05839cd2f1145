/** Milliseconds after which what opens when somebody acts is fetched. */
const pause = 4000;

const waiting: (() => Promise<unknown>)[] = [];
/** Whether the page has shown itself; undefined until it has an element. */
let shown: boolean | undefined;

/**
 * What opens when somebody acts. `load` fetches it then; and once the page has shown itself and nothing else happens it is
 * fetched unasked, since by then there may be no network.
 */
export function later<T>(load: () => Promise<T>): () => Promise<T> {
  waiting.push(load);
  if (shown) fetchWhenIdle();
  return load;
}

/** The first element of the page is there. */
export function fetchLater(): void {
  if (shown !== undefined) return;
  shown = false;
  setTimeout(() => {
    shown = true;
    fetchWhenIdle();
  }, pause);
}

function fetchWhenIdle(): void {
  // Not in WebKit.
  const { requestIdleCallback: whenIdle = setTimeout } = globalThis;
  // What cannot be had now is asked for again when it is needed.
  whenIdle(() => void Promise.allSettled(waiting.splice(0).map((load) => load())));
}
