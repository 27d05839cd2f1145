import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, parseSync } from 'vite';

const root = join(import.meta.dirname, '../..');

function passes(command, ...args) {
  const bin = join(root, 'node_modules/.bin', command);
  const { status, stdout, stderr } = spawnSync(bin, args, { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
}

test('package.json keeps what it promises (publint)', () => passes('publint', '--strict'));

test('every entry has its types (are the types wrong)', () =>
  passes('attw', '--pack', '.', '--profile', 'esm-only'));

for (const file of ['chat-elements.js', 'chat-elements.demo.js']) {
  test(`all that a page needs at start is in ${file}`, () => {
    const code = readFileSync(join(root, 'dist/cdn', file), 'utf8');
    const { staticImports, staticExports } = parseSync(file, code).module;
    const reexports = staticExports.flatMap(({ entries }) => entries.map((e) => e.moduleRequest));
    const loaded = [...staticImports.map((i) => i.moduleRequest), ...reexports].filter(Boolean);
    assert.deepEqual(
      loaded.map((request) => request.value),
      [],
    );
  });
}

// What was reached and a little room, in package.json; the goal for a page is 40 kB.
test('a page stays within its size (size-limit)', async () => {
  await build({ root, mode: 'page', logLevel: 'error' });
  passes('size-limit');
});
