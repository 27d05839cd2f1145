/** Milliseconds after which what opens when somebody acts is fetched. */
const pause = 4000;

let begun = false;

/**
 * Fetches, once a page and while nothing else happens, what else is loaded when it is first used: by then there may be
 * no network. The elements on the page say what that is.
 */
export function fetchLater(): void {
  if (begun) return;
  begun = true;
  setTimeout(() => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchNow);
    else fetchNow();
  }, pause);
}

function fetchNow(): void {
  void import('./fetch-all.js').then(
    ({ fetchAll }) => fetchAll(),
    () => undefined,
  );
}
