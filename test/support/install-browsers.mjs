// npm run browsers: a Chromium for the tests, and fonts for the scripts that the demo's people write in.
import { spawnSync } from 'node:child_process';
import { findChrome } from './browser.mjs';

function run(command, ...args) {
  console.log(`$ ${[command, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

function fromDebian() {
  if (process.getuid?.() !== 0) return false;
  const packages = ['chromium', 'fonts-noto-core', 'fonts-noto-color-emoji'];
  return run('apt-get', 'update') && run('apt-get', 'install', '-y', ...packages);
}

try {
  const present = await findChrome();
  if (present) {
    console.log(`Nothing to install: ${present}`);
  } else {
    // Once each: where neither works, saying so helps more than trying again.
    if (!fromDebian()) run('npx', 'playwright', 'install', 'chromium');
    const installed = await findChrome();
    if (!installed) throw new Error('No Chromium could be installed. Set CHROME_PATH to one.');
    console.log(`Installed: ${installed}`);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
