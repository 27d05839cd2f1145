import { scope } from './root.js';
import '../index.js';
import { openLog } from './log.js';
import { createDemo, weathers, type Demo } from '../demo.js';
import { later } from '../elements/late/later.js';
import { addLocale } from '../lit/localize.js';
import type { User } from '../protocol/records.js';

export * from '../index.js';
export * from '../demo.js';

/** The page's address says how it starts: ?as=ben &people=off &weather=bad &storage=memory &seed=1 &log=URL &name=Ubuntu &reset */
const query = new URLSearchParams(location.search);
const name = 'chat-elements-demo';
const started = Symbol.for('chat-elements/demo');

/** Whoever reads it need not wait for it; a page that turns to it later has it by then. */
const loadArabic = later(() => import('../locales/ar.js').then(({ ar }) => addLocale(ar)));

function begin(): Demo {
  const seed = query.get('seed');
  const demo = createDemo({
    name,
    uid: query.get('as') ?? 'ana',
    storage: query.get('storage') === 'memory' ? 'memory' : 'indexeddb',
    people: query.get('people') !== 'off',
    weather: weathers[query.get('weather') ?? 'calm'] ?? {},
    ...(seed !== null && { seed: Number(seed) }),
    onWarning({ kind, message }) {
      console.warn(`[chat-elements] ${message}`);
      if (kind !== 'blocked') return;
      import('./notice.js').then((it) => it.tellUntil(demo.ready, message), console.warn);
    },
  });
  return demo;
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

if (navigator.language.startsWith('ar') || document.querySelector('[lang^="ar"]'))
  loadArabic().catch(console.warn);
// One page, one world, however often and under however many addresses the file is loaded.
const page = globalThis as { [started]?: Demo };
/** None while `?reset` starts the page over. */
export const demo: Demo | undefined = query.has('reset') ? undefined : (page[started] ??= start());
if (!demo) import('./reset.js').then((it) => it.reset(query), console.warn);
