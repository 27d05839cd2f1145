import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Chromium refuses its sandbox to root, and its background services only disturb a test. */
export const chromeArgs = [
  '--headless=new',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (folder && runnable(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}

/** The program this variable names; one that leads nowhere is an error. */
function given(variable) {
  const path = process.env[variable];
  if (!path || runnable(path)) return path || undefined;
  throw new Error(`${variable} is ${path}, but there is no program that can be run.`);
}

/** The path of a Chromium, or undefined where there is none. */
export async function findChrome() {
  const found = given('CHROME_PATH') ?? onPath(...names);
  if (found) return found;
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/** The path of a Firefox, or undefined. */
export const findFirefox = () => given('FIREFOX_PATH') ?? onPath('firefox', 'firefox-esr');

/** The paths of a WebKitGTK and its driver, or undefined. It needs a display: its own, or one of Xvfb. */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const places = ['4.1', '6.0', '4.0'].flatMap((version) =>
    [`/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`, '/usr/libexec'].map(
      (folder) => join(folder, `webkit2gtk-${version}`, 'MiniBrowser'),
    ),
  );
  const browser = given('WEBKIT_PATH') ?? places.find(runnable);
  const display = process.env.DISPLAY || onPath('Xvfb');
  return driver && browser && display ? { driver, browser } : undefined;
}

/** What `find` finds; ends the program with one line where there is none. */
async function orEnd(find, name, command) {
  try {
    const found = await find();
    if (found) return found;
    console.error(`No ${name} was found. Install one with: ${command}`);
  } catch (error) {
    console.error(error.message);
  }
  process.exit(2);
}

export const chromePath = () => orEnd(findChrome, 'Chrome or Chromium', 'npm run browsers');
export const firefoxPath = () => orEnd(findFirefox, 'Firefox', 'npm run browsers -- firefox');
export const webkitPaths = () => orEnd(findWebKit, 'WebKitGTK', 'npm run browsers -- webkit');
