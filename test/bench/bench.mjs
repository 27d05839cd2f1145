// npm run bench [-- --write] [--only=opening] [--sizes=100,1000,10000,100000,1000000] [--rounds=2]: how fast the built message list is, beside a
// plain list of bubbles in the same browser. Only the ratios of one run say anything on a busy machine.
import { createServer } from 'node:http';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { chromeArgs, chromePath } from '../support/browser.mjs';

const here = import.meta.dirname;
const root = join(here, '../..');
const out = join(root, '.cache/bench');
const options = Object.fromEntries(
  process.argv.slice(2).map((arg) => [...arg.replace(/^--/, '').split('='), 'true'].slice(0, 2)),
);
const sizes = (options.sizes ?? '100,1000,10000,100000,1000000').split(',').map(Number);
const rounds = Number(options.rounds ?? 2);
/** More bubbles than this take a plain list longer than anyone waits. */
const mostPlain = 10_000;
const command = [
  'npm run bench',
  ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : []),
].join(' ');

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
        input: Object.fromEntries(
          ['kit', 'plain', 'fill'].map((name) => [name, join(here, `page-${name}.js`)]),
        ),
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

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

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

/** A fresh page in a process of its own, and the processor time it has taken. */
async function open(name, count, world = `bench-${count}`) {
  const tab = await context.newPage();
  tab.on('pageerror', (error) => console.error(`${name} ${count}:`, error.message));
  const cdp = await context.newCDPSession(tab);
  await cdp.send('Performance.enable');
  const metrics = async () => {
    const all = (await cdp.send('Performance.getMetrics')).metrics;
    return Object.fromEntries(all.map((one) => [one.name, one.value]));
  };
  const cpu = async () => (await metrics()).ProcessTime * 1000;
  await tab.goto(`${address}/${name}?n=${count}&world=${world}`);
  return { tab, cdp, cpu, close: () => tab.close() };
}

async function opening(name, count) {
  const { tab, cdp, cpu, close } = await open(name, count);
  const wall = await tab.evaluate(() => globalThis.opened);
  const processor = await cpu();
  const held = await memory(cdp);
  await close();
  return { wall, cpu: processor, ...held };
}

async function memory(cdp) {
  for (let i = 0; i < 3; i++) {
    await cdp.send('HeapProfiler.collectGarbage');
    await pause(60);
  }
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes } = await cdp.send('Memory.getDOMCounters');
  return { heap: usedSize / 1e6, nodes };
}

/** What is held after ten thousand messages were passed on the way back. */
async function scrolledBack(count) {
  const { tab, cdp, close } = await open('kit', count);
  await tab.evaluate(() => globalThis.opened);
  await tab.evaluate(() => globalThis.bench.back(10_000));
  const { heap, nodes } = await memory(cdp);
  await close();
  return { heapBack: heap, nodesBack: nodes };
}

/** What happens once it is open. */
async function living(name, count, world) {
  if (name === 'kit') {
    const filling = await open('fill', 0);
    await filling.tab.evaluate(([n, to]) => globalThis.fill(n, to), [count, world]);
    await filling.close();
  }
  const fresh = await open(name, count, world);
  await fresh.tab.evaluate(() => globalThis.opened);
  await pause(300);
  const prepends = [];
  for (const place of [150, 0]) {
    prepends.push(await fresh.tab.evaluate((top) => globalThis.bench.prepend(top), place));
  }
  await fresh.close();
  const { tab, cdp, cpu, close } = await open(name, count, world);
  await tab.evaluate(() => globalThis.opened);
  await pause(500);
  const spent = async (run) => {
    const before = await cpu();
    const value = await run();
    return { value, cpu: (await cpu()) - before };
  };
  const appends = [];
  for (let i = 0; i < 5; i++) {
    appends.push(await spent(() => tab.evaluate(() => globalThis.bench.append())));
    await pause(150);
  }
  await tab.evaluate(() => globalThis.bench.watch());
  const at = await tab.evaluate(() => globalThis.bench.box());
  const wheel = await spent(async () => {
    const until = Date.now() + 3000;
    let flying = 0;
    while (Date.now() < until) {
      if (flying < 6) {
        flying++;
        const turn = { type: 'mouseWheel', ...at, deltaX: 0, deltaY: -200 };
        void cdp.send('Input.dispatchMouseEvent', turn).then(
          () => flying--,
          () => undefined,
        );
      }
      await pause(16);
    }
    return tab.evaluate(() => globalThis.bench.watched());
  });
  // The last turns of the wheel may still be on their way.
  await pause(700);
  await tab.evaluate(() => globalThis.bench.toEnd());
  await pause(1000);
  const names = Array.from({ length: 19 }, (_, i) => `Person ${i + 1}`);
  const sustained = await spent(() =>
    tab.evaluate((all) => globalThis.bench.sustain(all, 100, 5), names),
  );
  await close();
  return {
    append: median(appends.map((one) => one.cpu)),
    appendFrames: median(appends.map(({ value }) => value.frames)),
    sustained: sustained.cpu / 500,
    dropped: sustained.value.dropped * 100,
    wheelP95: wheel.value.p95,
    wheelBlank: wheel.value.blank,
    wheelCpu: wheel.cpu / Math.max(1, wheel.value.travelled),
    wheelRows: wheel.value.travelled,
    prepend: Math.max(...prepends),
  };
}

const opened = new Map();
const lived = new Map();
const add = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);

const stored = [];
const filling = await open('fill', 0);
for (const count of sizes) {
  const took = await filling.tab.evaluate((n) => globalThis.fill(n, `bench-${n}`), count);
  stored.push(`${count.toLocaleString('en')} in ${(took / 1000).toFixed(0)} s`);
  console.log(`${count} messages stored in ${(took / 1000).toFixed(1)} s`);
}
await filling.close();

const livingAt = sizes.includes(10_000) ? 10_000 : sizes.at(-1);
for (let round = 0; round < rounds; round++) {
  for (const count of sizes) {
    add(opened, `kit ${count}`, await opening('kit', count));
    if (round === 0) add(opened, `kit ${count}`, await scrolledBack(count));
    if (count <= mostPlain) add(opened, `plain ${count}`, await opening('plain', count));
  }
  for (const name of ['kit', 'plain']) {
    if (options.only === 'opening' || (name === 'plain' && livingAt > mostPlain)) continue;
    add(lived, name, await living(name, livingAt, `live-${round}`));
  }
}
await browser.close();
server.close();

const of = (map, key, field) => {
  const samples = map
    .get(key)
    ?.map((one) => one[field])
    .filter((value) => Number.isFinite(value));
  return samples?.length ? median(samples) : undefined;
};
const show = (value, digits = 0) => (value === undefined ? '–' : value.toFixed(digits));
const ratio = (a, b) => (a === undefined || !b ? '–' : `${(a / b).toFixed(2)} ×`);
const base = of(opened, `kit ${sizes[0]}`, 'cpu');
const lines = [
  `| opening with | CPU ms | × ${sizes[0]} | × plain | wall ms | heap MB | nodes | heap MB 10,000 back | nodes 10,000 back |`,
  '|---|---:|---:|---:|---:|---:|---:|---:|---:|',
  ...sizes.map((count) => {
    const kit = (field, digits) => show(of(opened, `kit ${count}`, field), digits);
    const cpu = of(opened, `kit ${count}`, 'cpu');
    const plain = of(opened, `plain ${count}`, 'cpu');
    return `| ${count.toLocaleString('en')} | ${show(cpu)} | ${ratio(cpu, base)} | ${ratio(cpu, plain)} | ${kit('wall')} | ${kit('heap', 1)} | ${kit('nodes')} | ${kit('heapBack', 1)} | ${kit('nodesBack')} |`;
  }),
  '',
  `| with ${livingAt.toLocaleString('en')} messages | ours | plain | ratio |`,
  '|---|---:|---:|---:|',
  ...[
    ['append one of one’s own, CPU ms', 'append', 0],
    ['… seen after frames', 'appendFrames', 0],
    ['100 messages a second for 5 s, CPU ms each', 'sustained', 2],
    ['… frames dropped, %', 'dropped', 1],
    ['wheel fling, 95 % of frames within ms', 'wheelP95', 1],
    ['… blank frames', 'wheelBlank', 0],
    ['… CPU ms a row passed', 'wheelCpu', 2],
    ['… rows passed', 'wheelRows', 0],
    ['older messages come: farthest any frame moved, px', 'prepend', 1],
  ].map(([title, field, digits]) => {
    const [kit, plain] = ['kit', 'plain'].map((name) => of(lived, name, field));
    return `| ${title} | ${show(kit, digits)} | ${show(plain, digits)} | ${ratio(kit, plain)} |`;
  }),
];
console.log(`\n${lines.join('\n')}`);
console.log(`\nStored beforehand: ${stored.join(', ')}.`);
console.log(
  'Beside other kits: test/bench/adapter.js is the adapter for the full harness, see RESULTS.md.',
);
if (options.write) {
  const file = join(here, 'RESULTS.md');
  const [begin, end] = ['<!-- npm run bench -->', '<!-- end -->'];
  const before = readFileSync(file, 'utf8');
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  const text = `${begin}

${new Date().toISOString().slice(0, 10)}, \`${command}\`, Chromium ${browser.version()}, medians of ${rounds} rounds.
Stored beforehand: ${stored.join(', ')}.

${lines.join('\n')}

`;
  writeFileSync(file, before.slice(0, from) + text + before.slice(to));
}
