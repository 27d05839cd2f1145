// WebKitGTK for Web Test Runner, by plain WebDriver over HTTP: its usual launcher brings a hundred packages along.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const startsWithin = 20_000;
const display = { width: 1280, height: 1024 };

const keys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F6: '\uE036',
  F10: '\uE03A',
  Meta: '\uE03D',
};
const shifted = /[A-Z~!@#$%^&*()_+{}|:"<>?]/;
const buttons = { left: 0, middle: 1, right: 2 };

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The name of a display that is ours. */
function startDisplay(started) {
  const screen = `${display.width}x${display.height}x24`;
  const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', screen], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.push(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb has ended with ${code}.`)));
    child.stdout.once('data', (text) => resolve(`:${String(text).trim()}`));
  });
}

async function send(base, method, path, body) {
  const response = await fetch(base + path, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = await response.json();
  if (value?.error)
    throw new Error(`WebDriver: ${method} ${path}: ${value.error} ${value.message}`);
  return value;
}

/** As much of Puppeteer's `Page` as the commands of the tests use. */
function createPage(ask) {
  const run = (script, ...args) => ask('POST', '/execute/sync', { script, args });
  const act = (type, id, actions, more) =>
    ask('POST', '/actions', { actions: [{ type, id, actions, ...more }] });
  const key = (type, name) => {
    const value = keys[name] ?? name;
    // The driver is of no use any more after a key it does not know.
    if ([...value].length > 1) throw new Error(`WebKit's driver has no key "${name}".`);
    return act('key', 'keys', [{ type, value }]);
  };
  const pointer = (...actions) =>
    act('pointer', 'mouse', actions, { parameters: { pointerType: 'mouse' } });
  const to = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });

  const keyboard = {
    down: (name) => key('keyDown', name),
    up: (name) => key('keyUp', name),
    async press(name) {
      await keyboard.down(name);
      await keyboard.up(name);
    },
    async type(text) {
      // In one sequence the driver drops repeated letters; after a right click it forgets Shift and accents.
      for (const letter of text) {
        const upper = shifted.test(letter);
        if (upper) await keyboard.down('Shift');
        if (/[ -~]/.test(letter)) await keyboard.press(letter);
        else await run("document.execCommand('insertText', false, arguments[0])", letter);
        if (upper) await keyboard.up('Shift');
      }
    },
  };
  const mouse = {
    move: (x, y) => pointer(to(x, y)),
    down: ({ button = 'left' } = {}) => pointer({ type: 'pointerDown', button: buttons[button] }),
    up: ({ button = 'left' } = {}) => pointer({ type: 'pointerUp', button: buttons[button] }),
    async click(x, y, options) {
      await mouse.move(x, y);
      await mouse.down(options);
      await mouse.up(options);
    },
    async reset() {
      await ask('DELETE', '/actions');
      await mouse.move(0, 0);
    },
    async wheel({ deltaY = 0, x, y }) {
      await act('wheel', 'wheel', [{ type: 'scroll', duration: 0, x, y, deltaX: 0, deltaY }]);
      // It tells the page of changes alone: the same turn again would be none.
      await ask('DELETE', '/actions');
    },
  };
  return {
    keyboard,
    mouse,
    async setViewport({ width, height }) {
      const inner = () => run('return [innerWidth, innerHeight]');
      let [w, h] = [width, height];
      // The window has edges and a bar, and takes its new size when it gets to it.
      for (let i = 0; i < 20; i++) {
        const [x, y] = await inner();
        if (x === width && y === height) return;
        const rect = await ask('GET', '/window/rect');
        if (i % 5 === 0) [w, h] = [rect.width + width - x, rect.height + height - y];
        // Without a window manager the focus is where the pointer is, which rests in the middle of the display.
        const place = { x: (display.width - w) >> 1, y: (display.height - h) >> 1 };
        await ask('POST', '/window/rect', { ...place, width: w, height: h });
        await sleep(50);
      }
      console.warn(`WebKit's window stays at ${await inner()}, ${width},${height} was wanted.`);
    },
  };
}

/** @param {{ driver: string, browser: string }} programs the paths of both */
export function webkitLauncher({ driver, browser }) {
  const started = [];
  let session;
  let active;

  async function start() {
    const DISPLAY = process.env.DISPLAY || (await startDisplay(started));
    const port = await freePort();
    const env = { ...process.env, DISPLAY };
    started.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env }));
    const base = `http://127.0.0.1:${port}`;
    const options = { binary: browser, args: ['--automation'] };
    const capabilities = {
      alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options },
    };
    const until = Date.now() + startsWithin;
    for (;;) {
      try {
        const { sessionId } = await send(base, 'POST', '/session', { capabilities });
        const ask = (method, path, body) =>
          send(base, method, `/session/${sessionId}${path}`, body);
        return { ask, page: createPage(ask) };
      } catch (error) {
        if (Date.now() > until) throw error;
        await sleep(200);
      }
    }
  }

  return {
    name: 'WebKit',
    // The commands of the tests know Puppeteer, and what they ask of it is in `createPage`.
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, url) {
      session ??= await start();
      active = { id, url };
      await session.page.setViewport({ width: 800, height: 600 });
      await session.ask('POST', '/url', { url });
    },
    isActive: (id) => active?.id === id,
    getBrowserUrl: () => active?.url,
    getPage: () => session.page,
    async stopSession() {
      active = undefined;
      await session.ask('POST', '/url', { url: 'about:blank' });
      return {};
    },
    async startDebugSession() {
      throw new Error('There is no debugging in WebKit here.');
    },
    async stop() {
      await session?.ask('DELETE', '').catch(() => undefined);
      for (const child of started.reverse()) child.kill();
    },
  };
}
