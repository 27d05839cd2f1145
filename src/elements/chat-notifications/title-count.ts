/** By whoever counts, and for whom: two elements of one client count the same. */
const counts = new Map<object, { readonly of: object; readonly count: number }>();

/** The page's own title, and ours that stands in its place. */
let title: { readonly host: string; readonly shown: string } | undefined;

// The page may change its title meanwhile; by then ours is gone, unless the page has put its words around it.
const watch = new MutationObserver(show);

/** What one counter has to say; 0 where it has nothing, or counts no more. */
export function setCount(by: object, of: object, count: number): void {
  const before = counts.get(by);
  if (before ? before.of === of && before.count === count : count === 0) return;
  if (count > 0) counts.set(by, { of, count });
  else counts.delete(by);
  show();
  showBadge();
}

function total(): number {
  const each = new Map([...counts.values()].map(({ of, count }) => [of, count]));
  return [...each.values()].reduce((sum, count) => sum + count, 0);
}

function show(): void {
  const count = total();
  if (title && document.title !== title.shown) {
    const ours = title.shown.slice(0, -title.host.length || undefined);
    title = { host: document.title.replace(ours, ''), shown: document.title };
  }
  const host = title?.host ?? document.title;
  const shown = count > 0 ? `(${count > 99 ? '99+' : count}) ${host}` : host;
  watch.disconnect();
  if (document.title !== shown) document.title = shown;
  title = count > 0 ? { host, shown: document.title } : undefined;
  if (title) watch.observe(document.head, { childList: true, characterData: true, subtree: true });
}

/** On the icon of a page that is installed; elsewhere it is refused, and nothing is lost. */
function showBadge(): void {
  const count = total();
  const asked = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  // Refused where the app is not installed: the title says it all the same.
  asked?.catch(() => undefined);
}
