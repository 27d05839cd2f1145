import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findProblems, readSources } from './layers.mjs';

const problemsOf = (files) => findProblems(new Map(Object.entries(files)));

test('the sources keep to the layers', () => {
  const sources = readSources(join(import.meta.dirname, '..'));
  assert.ok(sources.size > 0);
  assert.deepEqual(findProblems(sources), []);
});

test('every rule of the contract is cited by the title of a test', () => {
  const root = join(import.meta.dirname, '..');
  const readme = readFileSync(join(root, 'src/protocol/README.md'), 'utf8');
  const rules = [...readme.matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(([, rule]) => rule);
  assert.ok(rules.length > 30, `${rules.length} rules were found`);
  assert.deepEqual(
    rules.filter((rule, i) => rules.indexOf(rule) !== i),
    [],
    'no number is given twice',
  );
  const titles = [...readSources(root)]
    .filter(([path]) => path.endsWith('.test.ts'))
    .flatMap(([, text]) => [...text.matchAll(/\b(?:it|describe)\(\s*(['"`])(.*?)\1/gs)])
    .map(([, , title]) => title);
  const cited = new Set(titles.flatMap((title) => title.match(/\b[A-Z]\d+\b/g) ?? []));
  assert.deepEqual(
    rules.filter((rule) => !cited.has(rule)),
    [],
  );
});

const mistakes = {
  'protocol that imports the client': {
    'src/protocol/a.ts': `import type { B } from '../client/b.js';`,
    'src/client/b.ts': `export type B = string;`,
  },
  'protocol that imports a package': { 'src/protocol/a.ts': `import { atom } from 'nanostores';` },
  'a client that imports a backend': { 'src/client/a.ts': `import '../backends/weather.js';` },
  'a backend that imports the client': { 'src/backends/a.ts': `export * from '../client/a.js';` },
  'a client that renders': { 'src/client/a.ts': `import { html } from 'lit';` },
  'a backend that imports another': {
    'src/backends/xmpp/a.ts': `import '../simulated/server.js';`,
  },
  'an element reached from below': { 'src/lit/a.ts': `await import('../elements/x/x.js');` },
  'an index that brings the simulator': {
    'src/index.ts': `import './backends/simulated/server.js';`,
  },
  'a source that imports a test': { 'src/client/a.ts': `import '../../test/support/a.js';` },
  'a folder outside the layers': { 'src/things/a.ts': `import '../protocol/a.js';` },
  'a store that brings what acts': {
    'src/client/a.ts': `import { b } from './acts/b.js'; await import('./acts/b.js');`,
    'src/client/acts/b.ts': `import './c.js'; import type { A } from '../d.js';`,
    'src/client/acts/c.ts': '',
  },
  'a type import written in place': {
    'src/protocol/a.ts': `export type A = import('../client/b.js').B;`,
  },
  'a cycle': {
    'src/client/a.ts': `import './b.js';`,
    'src/client/b.ts': `import './c.js';`,
    'src/client/c.ts': `import { a } from './a.js';`,
  },
  'a cycle of types': {
    'src/client/a.ts': `import type { B } from './b.js';`,
    'src/client/b.ts': `import { a } from './a.js';`,
  },
  'a missing extension': { 'src/client/a.ts': `import './b';` },
  'a later word that is not brought': {
    'src/elements/a.ts': `localize.term(old ? 'profile' : 'close');`,
    'src/locales/en-later.ts': `const later = { profile: 'Your profile' };`,
  },
  'an explicit any': { 'test/a.test.ts': `const a: Array<any> = [];` },
  'a long file': { 'src/client/a.ts': '\n'.repeat(401) },
  'a barrel': { 'src/client/index.ts': `export {};` },
  'a drawer for everything': { 'src/client/utils.ts': `export {};` },
};

for (const [name, files] of Object.entries(mistakes)) {
  test(`${name} is found`, () => assert.equal(problemsOf(files).length, 1));
}

test('what the layers allow is not complained about', () => {
  const problems = problemsOf({
    'src/protocol/a.ts': `export type A = 'any';`,
    'src/client/a.ts': `import type { A } from '../protocol/a.js'; import type { B } from './b.js';`,
    'src/client/b.ts': `import { atom } from 'nanostores'; // any`,
    'src/backends/weather.ts': `import '../protocol/a.js';`,
    'src/backends/xmpp/a.ts': `import '../weather.js'; import './b.js';`,
    'src/elements/x/x.ts': `import { html } from 'lit'; import '../../lit/a.js'; await import('./y.js');`,
    'src/elements/x/y.ts': `import './x.js';`,
    'src/index.ts': `import './elements/x/x.js'; export * from './client/a.js';`,
    'src/demo.ts': `import './index.js'; import './backends/weather.js';`,
    'src/client/c.ts': '\n'.repeat(400),
    'src/locales/ar.ts': '\n'.repeat(401),
    'src/lit/a.ts': `import type { Later } from '../locales/later.js';`,
    'src/locales/later.ts': `import '../lit/a.js';`,
    'src/demo/log.ts': `import '../demo.js'; import '../backends/weather.js';`,
  });
  assert.deepEqual(problems, []);
});
