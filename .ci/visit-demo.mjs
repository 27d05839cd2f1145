// Starts `npm start` on a free port, visits the page as a newcomer would, and stops it again.
import { spawn } from 'node:child_process';
import { chromium } from 'playwright';
import { chromeArgs, chromePath } from '../test/support/browser.mjs';

const patience = 60_000;

/** The address that `npm start` prints. */
function start() {
  const child = spawn('npm', ['start', '--', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  const stop = () => {
    // npm, its shell and the server are one process group.
    if (child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
  };
  const url = new Promise((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      const found = /http:\/\/\S+/.exec(output);
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}\n${output}`)));
    setTimeout(
      () => reject(new Error(`npm start printed no address\n${output}`)),
      patience,
    ).unref();
  });
  return { stop, url };
}

const { stop, url } = start();
let browser;
try {
  const address = await url;
  browser = await chromium.launch({ executablePath: await chromePath(), args: chromeArgs });
  const tab = await browser.newPage();
  const errors = [];
  tab.on('pageerror', (error) => errors.push(String(error)));
  const response = await tab.goto(address);
  if (response?.status() !== 200) throw new Error(`${address} answered ${response?.status()}`);
  const rows = tab.locator('chat-messenger [part~="row"]');
  await rows.first().waitFor({ timeout: patience });
  if (errors.length) throw new Error(errors.join('\n'));
  console.log(`${address} shows ${await rows.count()} conversations`);
} catch (error) {
  console.error(`The demo page does not work: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser?.close();
  stop();
}
