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

/** The path of a Chromium, or undefined where there is none. A CHROME_PATH that leads nowhere is an error. */
export async function findChrome() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (runnable(given)) return given;
    throw new Error(`CHROME_PATH is ${given}, but there is no program that can be run.`);
  }
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (folder && runnable(join(folder, name))) return join(folder, name);
    }
  }
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/** The path of a Chromium; ends the program with one line where there is none. */
export async function chromePath() {
  try {
    const path = await findChrome();
    if (path) return path;
    console.error('No Chrome or Chromium was found. Install one with: npm run browsers');
  } catch (error) {
    console.error(error.message);
  }
  process.exit(2);
}
