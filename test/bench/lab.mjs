// The pages of the benchmark in a browser, and what is measured from outside of them.
import { createServer } from 'node:http';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { chromeArgs, chromePath } from '../support/browser.mjs';

const here = import.meta.dirname;
const root = join(here, '../..');
const out = join(root, '.cache/bench');
const pages = ['kit', 'plain', 'members', 'rooms', 'fill'];

export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function newest(folder) {
  return Math.max(
    ...readdirSync(folder, { recursive: true }).map((file) => statSync(join(folder, file)).mtimeMs),
  );
}

async function buildPages() {
  const built = join(root, 'dist/demo.js');
  if (!existsSync(built) || statSync(built).mtimeMs < newest(join(root, 'src'))) {
    console.log('dist/ is older than src/: building the package');
    execFileSync('npm', ['run', '--silent', 'build:js'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  }
  await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    build: {
      target: 'es2022',
      outDir: out,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: Object.fromEntries(pages.map((name) => [name, join(here, `page-${name}.js`)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}

const page = (name) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>
<link rel="icon" href="data:,"><style>body{margin:0}#root{inline-size:800px;block-size:700px;overflow:hidden}</style>
<div id="root"></div><script type="module" src="/${name}.js"></script>`;

function serve() {
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname.slice(1);
    if (!name.includes('.')) return response.setHeader('content-type', 'text/html').end(page(name));
    const file = join(out, name);
    if (relative(out, file).startsWith('..') || !existsSync(file))
      return response.writeHead(404).end();
    const type = name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
    response.setHeader('content-type', type).end(readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

export async function createLab() {
  await buildPages();
  const server = await serve();
  const address = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({
    executablePath: await chromePath(),
    args: [...chromeArgs, '--disable-smooth-scrolling'],
  });
  const context = await browser.newContext({
    viewport: { width: 1000, height: 720 },
    reducedMotion: 'reduce',
  });
  return {
    version: browser.version(),

    /** A fresh page in a process of its own, and what it has taken. */
    async open(name, count, world = `bench-${count}`) {
      const tab = await context.newPage();
      tab.on('pageerror', (error) => console.error(`${name} ${count}:`, error.message));
      const cdp = await context.newCDPSession(tab);
      await cdp.send('Performance.enable');
      await tab.goto(`${address}/${name}?n=${count}&world=${world}`);
      return createPage(tab, cdp);
    },

    async close() {
      await browser.close();
      server.close();
    },
  };
}

function createPage(tab, cdp) {
  const cpu = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ProcessTime').value * 1000;
  };
  return {
    tab,
    cpu,
    close: () => tab.close(),

    /** What `run` comes to, and the processor time it takes. */
    async spent(run) {
      const before = await cpu();
      const value = await run();
      return { value, cpu: (await cpu()) - before };
    },

    async memory() {
      for (let i = 0; i < 3; i++) {
        await cdp.send('HeapProfiler.collectGarbage');
        await pause(60);
      }
      const { usedSize } = await cdp.send('Runtime.getHeapUsage');
      const { nodes } = await cdp.send('Memory.getDOMCounters');
      return { heap: usedSize / 1e6, nodes };
    },

    /** Turns of the wheel as fast as they are answered. */
    async fling(milliseconds, deltaY) {
      const at = await tab.evaluate(() => globalThis.bench.box());
      const until = Date.now() + milliseconds;
      let flying = 0;
      while (Date.now() < until) {
        if (flying < 6) {
          flying++;
          const turn = { type: 'mouseWheel', ...at, deltaX: 0, deltaY };
          void cdp.send('Input.dispatchMouseEvent', turn).then(
            () => flying--,
            () => undefined,
          );
        }
        await pause(16);
      }
    },
  };
}
