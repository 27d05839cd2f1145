// npm run browsers: a Chromium for the tests, and fonts for the scripts that the demo's people write in.
// npm run browsers -- firefox webkit: the other engines.
import { spawnSync } from 'node:child_process';
import { findChrome, findFirefox, findWebKit } from './browser.mjs';

const engines = {
  chromium: {
    find: findChrome,
    packages: ['chromium', 'fonts-noto-core', 'fonts-noto-color-emoji'],
    hint: 'Set CHROME_PATH to one.',
  },
  firefox: {
    find: findFirefox,
    packages: ['firefox-esr'],
    hint: 'Set FIREFOX_PATH to one.',
  },
  webkit: {
    find: findWebKit,
    packages: ['webkit2gtk-driver', 'xvfb'],
    hint: 'On Debian and Ubuntu: apt-get install webkit2gtk-driver xvfb',
  },
};

function run(command, ...args) {
  console.log(`$ ${[command, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

function fromDebian(packages) {
  if (process.getuid?.() !== 0) return false;
  return run('apt-get', 'update') && run('apt-get', 'install', '-y', ...packages);
}

async function install(name) {
  const { find, packages, hint } = engines[name];
  const present = await find();
  if (present) {
    console.log(`${name} is there:`, present);
    return;
  }
  // Once each: where neither works, saying so helps more than trying again.
  const done = fromDebian(packages);
  if (!done && name === 'chromium') run('npx', 'playwright', 'install', 'chromium');
  const installed = await find();
  if (!installed) throw new Error(`${name} could not be installed. ${hint}`);
  console.log(`Installed ${name}:`, installed);
}

try {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !(name in engines));
  if (unknown.length) throw new Error(`No such engine: ${unknown.join(', ')}.`);
  for (const name of wanted.length ? wanted : ['chromium']) await install(name);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
