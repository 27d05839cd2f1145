import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright';
import { build } from 'vite';
import { chromeArgs, chromePath } from '../support/browser.mjs';
import { serve } from './static-server.mjs';

const root = join(import.meta.dirname, '../..');
let app;

const script = `
import 'chat-elements';
import 'chat-elements/elements/chat-avatar.js';
import { createDemo } from 'chat-elements/demo';

const { client } = createDemo();
document.querySelector('chat-provider').client = client;
`;

const page = `<!doctype html>
<html lang="en">
  <head>
    <title>App</title>
    <link rel="icon" href="data:," />
    <script type="module" src="./app.js"></script>
  </head>
  <body>
    <chat-provider><chat-messenger></chat-messenger></chat-provider>
  </body>
</html>`;

/** An application with the packed package in its node_modules; inside the project, so that the dependencies are found. */
before(async () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  app = mkdtempSync(join(root, '.cache/app-'));
  const installed = join(app, 'node_modules/chat-elements');
  mkdirSync(installed, { recursive: true });
  const quiet = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', app], quiet);
  const [{ filename }] = JSON.parse(packed);
  execFileSync('tar', ['-xzf', join(app, filename), '-C', installed, '--strip-components=1']);

  writeFileSync(join(app, 'app.js'), script);
  writeFileSync(join(app, 'index.html'), page);
  await build({ root: app, base: './', configFile: false, logLevel: 'error' });
});

after(() => app && rmSync(app, { recursive: true, force: true }));

test(
  'an application that imports the package gets every element',
  { timeout: 60_000 },
  async () => {
    const server = await serve(join(app, 'dist'));
    const browser = await chromium.launch({ executablePath: await chromePath(), args: chromeArgs });
    try {
      const tab = await browser.newPage();
      const errors = [];
      tab.on('pageerror', (error) => errors.push(String(error)));
      await tab.goto(`${server.url}/index.html`);
      await tab.locator('chat-messenger [part~="row"]').first().waitFor();
      const missing = await tab.evaluate(() =>
        ['conversations', 'messages', 'composer', 'group-members', 'users', 'groups', 'messenger']
          .map((name) => `chat-${name}`)
          .filter((tag) => !customElements.get(tag)),
      );
      assert.deepEqual(missing, []);
      assert.deepEqual(errors, []);
    } finally {
      await browser.close();
      await server.close();
    }
  },
);

test('the emoji data comes along', () => {
  const assets = readdirSync(join(app, 'dist/assets'));
  assert.ok(
    assets.some((name) => /^emoji-data.*\.json$/.test(name)),
    assets.join(),
  );
});

const parts = `
import 'chat-elements/elements/chat-conversations.js';
import 'chat-elements/elements/chat-messages.js';
import 'chat-elements/elements/chat-composer.js';
import { createDemo } from 'chat-elements/demo';

createDemo();
`;

test('an application of conversations, messages and composer fetches one file before its first rows', async () => {
  writeFileSync(join(app, 'parts.js'), parts);
  writeFileSync(join(app, 'index.html'), page.replace('app.js', 'parts.js'));
  const outDir = join(app, 'dist-parts');
  await build({ root: app, base: './', configFile: false, logLevel: 'error', build: { outDir } });
  const html = readFileSync(join(outDir, 'index.html'), 'utf8');
  const files = html.match(/assets\/[^"]+\.js/g);
  assert.equal(files?.length, 1, `fetched before the first rows: ${files?.join(', ')}`);
});
