import { scope } from './root.js';
import '../index.js';
import { openLog } from './log.js';
import { createDemo, weathers, type Demo } from '../demo.js';
import { addLocale } from '../lit/localize.js';
import { ar } from '../locales/ar.js';
import type { User } from '../protocol/records.js';

export * from '../index.js';
export * from '../demo.js';

/** The page's address says how it starts: ?as=ben &people=off &weather=bad &storage=memory &seed=1 &log=URL &name=Ubuntu &reset */
const query = new URLSearchParams(location.search);
const name = 'chat-elements-demo';
const started = Symbol.for('chat-elements/demo');

/** Forgets the world and all that was not sent, and opens the page again. */
async function reset(): Promise<void> {
  const found = (await indexedDB.databases?.()) ?? [];
  const own = found.flatMap((database) =>
    database.name?.startsWith('chat-elements') ? [database.name] : [],
  );
  await Promise.all(
    own.map(
      (database) =>
        new Promise<void>((resolve) => {
          const request = indexedDB.deleteDatabase(database);
          request.onsuccess = request.onerror = request.onblocked = () => resolve();
        }),
    ),
  );
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('chat-elements')) localStorage.removeItem(key);
  }
  query.delete('reset');
  location.replace(`${location.pathname}${query.size > 0 ? `?${query}` : ''}${location.hash}`);
}

function begin(): Demo {
  const seed = query.get('seed');
  return createDemo({
    name,
    uid: query.get('as') ?? 'ana',
    storage: query.get('storage') === 'memory' ? 'memory' : 'indexeddb',
    people: query.get('people') !== 'off',
    weather: weathers[query.get('weather') ?? 'calm'] ?? {},
    ...(seed !== null && { seed: Number(seed) }),
    onWarning: ({ message }) => console.warn(`[chat-elements] ${message}`),
  });
}

/** `<chat-provider uid="ben">` asks the page for its backend; one that names a server asks for that. */
function answerProviders(demo: Demo): void {
  document.addEventListener('chat-connect', (event) => {
    const { detail } = event;
    const { server, uid = 'ana', authToken, authKey } = detail.options;
    if (server !== undefined || event.defaultPrevented) return;
    const { backend, credentials } = demo.device(uid.toLowerCase());
    const own = authKey === undefined ? credentials : { uid, authKey };
    detail.provide(backend, authToken === undefined ? own : { token: authToken });
    wayBack(demo, event.composedPath()[0] as Element);
  });
}

/** For who has signed out of the page, or of a provider. */
function wayBack(demo: Demo, of: User | Element | undefined): void {
  import('./way-back.js').then((it) => it.lead(demo, of), console.warn);
}

/** Whoever signs out finds the way back in; what shows it is loaded by then. */
function offerWayBack(demo: Demo): void {
  const { client } = demo;
  let me: User | undefined;
  const offer = () => wayBack(demo, me);
  client.on('session.started', (session) => (me = session.me));
  client.on('session.left', offer);
  client.on('session.ended', offer);
}

/** One group a log, so that two logs never mix. */
function guidOf(title: string): string {
  if (/ubuntu/i.test(title)) return 'ubuntu';
  return (
    title
      .toLowerCase()
      .replace(/[^a-z0-9_-]+/g, '-')
      .slice(0, 90) || 'log'
  );
}

async function showLog(demo: Demo, url: string, show: (guid: string) => void): Promise<void> {
  const title = query.get('name') ?? 'ubuntu';
  const guid = guidOf(title);
  const { createProgress } = await import('./progress.js');
  const progress = createProgress(title);
  try {
    const report = await openLog(demo, { url, guid, name: title, onProgress: progress.show });
    if (report) progress.end(report);
    else progress.close();
    show(guid);
  } catch (error) {
    progress.fail(error instanceof Error ? error.message : String(error));
  }
}

function start(): Demo {
  const begun = begin();
  scope.client.value = begun.client;
  answerProviders(begun);
  offerWayBack(begun);
  const log = query.get('log');
  if (log) showLog(begun, log, (guid) => (scope.target.value = { guid })).catch(console.warn);
  return begun;
}

addLocale(ar);
// One page, one world, however often and under however many addresses the file is loaded.
const page = globalThis as { [started]?: Demo };
/** None while `?reset` starts the page over. */
export const demo: Demo | undefined = query.has('reset') ? undefined : (page[started] ??= start());
if (!demo) void reset();
