import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright';
import { chromeArgs, chromePath } from '../support/browser.mjs';
import { serve } from './static-server.mjs';

// The page of the README: nothing but the script and three tags, in any place and order.
const page = `<!doctype html>
<html lang="en">
  <head>
    <title>Script tag</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="page.css" />
    <script type="module" src="chat-elements.demo.js"></script>
  </head>
  <body>
    <main><chat-messages></chat-messages></main>
    <footer><chat-composer></chat-composer></footer>
    <aside><chat-conversations></chat-conversations></aside>
  </body>
</html>`;

const patience = 25_000;

const twice = page.replace(
  '</head>',
  '<script type="module" src="chat-elements.js"></script></head>',
);

const arabic = page.replace('lang="en"', 'lang="ar" dir="rtl"');

const empty = `<!doctype html><title>Elements alone</title><link rel="icon" href="data:,">
<script type="module" src="chat-elements.js"></script><chat-conversations></chat-conversations>`;

const policy = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; '),
};

const cdn = join(import.meta.dirname, '../../dist/cdn');
let browser;
let server;
let strict;

before(async () => {
  const pages = { '/': page, '/twice': twice, '/arabic': arabic, '/empty': empty, '/page.css': '' };
  server = await serve(cdn, pages);
  strict = await serve(cdn, pages, policy);
  browser = await chromium.launch({ executablePath: await chromePath(), args: chromeArgs });
});

after(async () => {
  await browser?.close();
  await server?.close();
  await strict?.close();
});

/** Opens a page in a world of its own; everything it complains about is collected. */
async function open(url) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 1400 } });
  const tab = await context.newPage();
  tab.setDefaultTimeout(patience);
  const complaints = [];
  tab.on('pageerror', (error) => complaints.push(error.stack ?? String(error)));
  tab.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await tab.goto(url);
  return { tab, complaints, close: () => context.close() };
}

/** Playwright's own waiting runs code from a string, which the policy forbids. */
async function until(holds, what) {
  const end = Date.now() + patience;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `Not in time: ${what}`);
    await sleep(100);
  }
}

async function livesIn(url) {
  const { tab, complaints, close } = await open(url);
  const rows = tab.locator('chat-conversations [part~="row"]');
  const messages = tab.locator('chat-messages [part~="message"]');
  await rows.nth(1).waitFor();

  // Every conversation but the one already on show must bring other messages.
  await rows.nth(0).click();
  await messages.first().waitFor();
  const before = await messages.allInnerTexts();
  await rows.nth(1).click();
  await until(async () => {
    const now = await messages.allInnerTexts();
    return now.length > 0 && now.join() !== before.join();
  }, 'the second conversation shows its own messages');

  const text = `Written by a test ${Date.now()}`;
  await tab.locator('chat-composer').getByRole('textbox').click();
  await tab.keyboard.type(text);
  await tab.keyboard.press('Enter');
  await messages.filter({ hasText: text }).first().waitFor();
  await rows.filter({ hasText: text }).first().waitFor();
  assert.deepEqual(complaints, []);
  await close();
}

const timeout = 60_000;

test('three tags and one script are a messenger', { timeout }, () => livesIn(server.url));

test('a strict Content-Security-Policy stops nothing', { timeout }, () => livesIn(strict.url));

test('both files on one page get along', { timeout }, () => livesIn(`${server.url}/twice`));

test('the page says the language', { timeout }, async () => {
  const { tab, complaints, close } = await open(`${server.url}/arabic`);
  const box = tab.locator('chat-composer').getByRole('textbox', { name: /[\u0600-\u06ff]/ });
  await box.waitFor();
  assert.equal(await box.evaluate((node) => getComputedStyle(node).direction), 'rtl');
  assert.deepEqual(complaints, []);
  await close();
});

test('a page that turns to another language finds it there', { timeout }, async () => {
  const { tab, complaints, close } = await open(server.url);
  const box = (name) => tab.locator('chat-composer').getByRole('textbox', { name });
  await box(/[a-z]/i).waitFor();
  await tab.evaluate(() => document.documentElement.setAttribute('lang', 'ar'));
  await box(/[\u0600-\u06ff]/).waitFor();
  assert.deepEqual(complaints, []);
  await close();
});

test('the elements without a backend wait quietly', { timeout }, async () => {
  const { tab, complaints, close } = await open(`${server.url}/empty`);
  const defined = () => tab.evaluate(() => !!customElements.get('chat-conversations'));
  await until(defined, 'the elements are defined');
  await sleep(500);
  assert.deepEqual(complaints, []);
  await close();
});
