import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');

function passes(command, ...args) {
  const bin = join(root, 'node_modules/.bin', command);
  const { status, stdout, stderr } = spawnSync(bin, args, { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
}

test('package.json keeps what it promises (publint)', () => passes('publint', '--strict'));

test('every entry has its types (are the types wrong)', () =>
  passes('attw', '--pack', '.', '--profile', 'esm-only'));

test('both files for a script tag stay within their size (size-limit)', () => passes('size-limit'));
