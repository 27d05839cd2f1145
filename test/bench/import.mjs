// node test/bench/import.mjs LOG.ndjson[.gz] [--memory] [--batch=N]: speed and memory of importing a chat log in headless Chromium.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { chromeArgs, chromePath } from '../support/browser.mjs';

const file = process.argv[2];
const storage = process.argv.includes('--memory') ? 'memory' : 'indexeddb';
const batch = Number(process.argv.find((arg) => arg.startsWith('--batch='))?.slice(8) ?? 1000);
if (!file || !existsSync(file)) {
  console.error('Usage: node test/bench/import.mjs LOG.ndjson[.gz] [--memory] [--batch=N]');
  process.exit(2);
}

const blank = '<!doctype html><meta charset="utf-8"><title>import</title>';
const vite = await createServer({
  root: join(import.meta.dirname, '../..'),
  configFile: false,
  logLevel: 'error',
  server: { port: 0, hmr: false },
  optimizeDeps: { include: ['idb'], noDiscovery: true },
  plugins: [
    {
      name: 'log',
      configureServer: (server) =>
        void server.middlewares.use((request, response, next) => {
          if (request.url === '/bench') response.setHeader('content-type', 'text/html').end(blank);
          else if (request.url === '/log') createReadStream(file).pipe(response);
          else next();
        }),
    },
  ],
});
await vite.listen();
const address = `http://localhost:${vite.httpServer.address().port}`;

const browser = await chromium.launch({
  executablePath: await chromePath(),
  args: [...chromeArgs, '--enable-precise-memory-info'],
});
const page = await browser.newPage();
page.on('console', (message) => console.log(message.text()));
page.on('pageerror', (error) => console.error(error));
await page.goto(`${address}/bench`);

let heap = 0;
const cdp = await page.context().newCDPSession(page);
await cdp.send('Performance.enable');
const sampler = setInterval(async () => {
  const { metrics } = await cdp.send('Performance.getMetrics').catch(() => ({ metrics: [] }));
  heap = Math.max(heap, metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0);
}, 200);

const result = await page.evaluate(
  async ({ kind, batch }) => {
    const { createSimulatedHost } = await import('/src/backends/simulated/simulated.ts');
    const { importLog } = await import('/src/backends/simulated/import.ts');
    const host = createSimulatedHost({ name: 'bench', storage: kind, seeded: true, people: false });
    const begun = performance.now();
    await host.ready;
    const opened = performance.now() - begun;
    const response = await fetch('/log');
    let shown = 0;
    const report = await importLog(host.manage(), {
      stream: response.body,
      guid: 'ubuntu',
      name: 'Ubuntu',
      owner: 'ana',
      batch,
      onProgress({ lines, perSecond }) {
        if (lines - shown < 40_000) return;
        shown = lines;
        console.log(`${lines} lines, ${perSecond} messages/s`);
      },
    });
    const seconds = (performance.now() - begun - opened) / 1000;
    const backend = host.backend();
    await backend.signIn({ uid: 'ana', authKey: host.app.authKey });
    const { changes } = await backend.request('group.get', { guid: 'ubuntu' });
    const before = performance.now();
    const page = await backend.request('message.list', {
      target: { guid: 'ubuntu' },
      position: 'end',
    });
    const lastPage = performance.now() - before;
    const around = performance.now();
    await backend.request('message.list', {
      target: { guid: 'ubuntu' },
      position: { at: Date.parse('2010-06-01') },
    });
    const middlePage = performance.now() - around;
    await host.close();
    return {
      opened,
      seconds,
      lines: report.lines,
      accepted: report.accepted,
      rejected: report.rejected,
      problems: report.problems.slice(0, 5),
      members: changes.groups?.[0]?.membersCount,
      shown: page.ids.length,
      lastPage,
      middlePage,
    };
  },
  { kind: storage, batch },
);
clearInterval(sampler);

/** The most memory the page's process ever held; Linux tells. */
async function peakOfRenderer() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => `/proc/${id}/status`)
    .filter((path) => existsSync(path))
    .map((path) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) * 1024);
  return Math.max(0, ...peaks);
}

const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const milliseconds = (time) => `${time.toFixed(0)} ms`;
console.log(
  `file        ${megabytes(statSync(file).size)}, ${result.lines} lines, into ${storage}`,
);
console.log(
  `accepted    ${result.accepted}, rejected ${result.rejected}, members ${result.members}`,
);
if (result.rejected > 0) console.log(result.problems);
console.log(
  `time        ${result.seconds.toFixed(1)} s, ${Math.round(result.accepted / result.seconds)} messages/s`,
);
console.log(
  `memory      JS heap at most ${megabytes(heap)}, process at most ${megabytes(await peakOfRenderer())}`,
);
console.log(`first start ${milliseconds(result.opened)} (seeded world)`);
console.log(
  `last page   ${milliseconds(result.lastPage)}, a page in the middle ${milliseconds(result.middlePage)}`,
);
await browser.close();
await vite.close();
