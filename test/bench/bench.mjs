// npm run bench [-- --write] [--only=opening|messages|lists] [--sizes=100,1000,10000,100000,1000000] [--rounds=2]: how fast the built message
// list is, beside a plain list of bubbles in the same browser, and how the flat lists do with many rows, beside few. Only the ratios of one
// run say anything on a busy machine.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLab } from './lab.mjs';
import { measureLists } from './lists.mjs';
import { measureMessages } from './messages.mjs';

const options = Object.fromEntries(
  process.argv.slice(2).map((arg) => [...arg.replace(/^--/, '').split('='), 'true'].slice(0, 2)),
);
const sizes = (options.sizes ?? '100,1000,10000,100000,1000000').split(',').map(Number);
const rounds = Number(options.rounds ?? 2);
const command = ['npm run bench', ...(process.argv.length > 2 ? ['--'] : [])]
  .concat(process.argv.slice(2))
  .join(' ');

const lab = await createLab();
const results = [];
if (options.only !== 'lists') {
  const opening = options.only === 'opening';
  results.push(['npm run bench', await measureMessages(lab, { sizes, rounds, opening })]);
}
if (options.only === undefined || options.only === 'lists') {
  results.push(['lists', await measureLists(lab, { rounds })]);
}
await lab.close();

const day = new Date().toISOString().slice(0, 10);
const how = `${day}, \`${command}\`, Chromium ${lab.version}, medians of ${rounds} rounds.`;
for (const [, text] of results) console.log(`\n${text}`);
console.log(
  '\nBeside other kits: test/bench/adapter.js is the adapter for the full harness, see RESULTS.md.',
);
if (options.write) {
  const file = join(import.meta.dirname, 'RESULTS.md');
  let all = readFileSync(file, 'utf8');
  for (const [section, text] of results) {
    const from = all.indexOf(`<!-- ${section} -->`) + `<!-- ${section} -->`.length;
    all = `${all.slice(0, from)}\n\n${how}\n${text}\n\n${all.slice(all.indexOf('<!-- end -->', from))}`;
  }
  writeFileSync(file, all);
}
