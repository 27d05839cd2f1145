import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';

const emojiFile = fileURLToPath(
  import.meta.resolve('emoji-picker-element-data/en/emojibase/data.json'),
);

/** The same answer for the emoji data as vite.config.ts gives. */
async function emojiData(context, next) {
  if (!context.path.endsWith('/emoji-data.json')) return next();
  context.type = 'json';
  context.set('etag', '"1"');
  context.body = await readFile(emojiFile);
}

/** The paths of modules that cannot be had, see `support/withhold.ts`. */
let withheld = [];
const withhold = {
  name: 'withhold',
  executeCommand({ command, payload }) {
    if (command !== 'withhold') return undefined;
    withheld = payload;
    return true;
  },
};
async function unlessWithheld(context, next) {
  if (!withheld.includes(context.path)) return next();
  // No answer at all: the server keeps those that it has given.
  context.respond = false;
  context.req.destroy();
}

function allTests({ tests = [], suites = [] } = {}) {
  return [...tests, ...suites.flatMap(allTests)];
}

/** Writes how many tests passed and failed; a file that could not be run is a failure too. */
function countReporter(path) {
  return {
    async onTestRunFinished({ sessions }) {
      const count = { passed: 0, failed: 0 };
      for (const session of sessions) {
        const tests = allTests(session.testResults).filter((test) => !test.skipped);
        const failed = tests.filter((test) => !test.passed).length;
        count.passed += tests.length - failed;
        count.failed += failed || session.passed ? failed : 1;
      }
      await writeFile(path, JSON.stringify(count));
    },
  };
}

const { COUNT_FILE, SEED, RUNS } = process.env;

// nanostores reads process.env.NODE_ENV, which bundlers replace and browsers lack; the storms read SEED and RUNS.
const pageEnv = JSON.stringify({ NODE_ENV: 'development', SEED, RUNS });

/** A turn of the wheel, as a person makes it: `executeServerCommand('wheel', { x, y, deltaY })`. */
const wheel = {
  name: 'wheel',
  async executeCommand({ command, payload, session }) {
    if (command !== 'wheel') return undefined;
    const { mouse } = session.browser.getPage(session.id);
    await mouse.move(payload.x, payload.y);
    await mouse.wheel({ deltaX: 0, ...payload });
    return true;
  },
};

/** A finger on the screen of Chromium: `executeServerCommand('finger', { type: 'touchMove', x, y })`. */
const screens = new WeakMap();
const finger = {
  name: 'finger',
  async executeCommand({ command, payload: { type, x, y } = {}, session }) {
    if (command !== 'finger') return undefined;
    const page = session.browser.getPage(session.id);
    if (!screens.has(page)) screens.set(page, await page.createCDPSession());
    const touchPoints = type === 'touchEnd' ? [] : [{ x, y }];
    await screens.get(page).send('Input.dispatchTouchEvent', { type, touchPoints });
    return true;
  },
};

/** What every browser's configuration shares. */
export const base = {
  files: 'test/**/*.test.ts',
  nodeResolve: true,
  // A page behind another one gets neither focus nor animation frames, and its tests would hang.
  concurrency: 1,
  // Longer than any wait of a test: each of them says what it missed.
  testFramework: { config: { timeout: 30_000 } },
  testsFinishTimeout: 180_000,
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <head>
    <title>test</title>
    <script>window.process = { env: ${pageEnv} };</script>
  </head>
  <body><script type="module" src="${framework}"></script></body>
</html>`,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), ...(COUNT_FILE ? [countReporter(COUNT_FILE)] : [])],
  middleware: [unlessWithheld, emojiData],
  plugins: [
    wheel,
    finger,
    withhold,
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: 'tsconfig.json' }),
  ],
};
