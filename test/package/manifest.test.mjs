import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const read = (path) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const elements = new Map(
  JSON.parse(read('custom-elements.json'))
    .modules.flatMap(({ declarations = [] }) => declarations)
    .map((element) => [element.tagName, element]),
);
const [...registered] = read('src/index.ts').matchAll(/^import '.*\/(chat-[\w-]+)\.js';/gm);
const tags = [...registered.map(([, tag]) => tag), 'chat-call'];

test('custom-elements.json says of all that a page can use what it is', () => {
  const said = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssStates'];
  const silent = tags.flatMap((tag) =>
    said.flatMap((what) =>
      (elements.get(tag)[what] ?? [])
        .filter(({ description }) => !description)
        .map(({ name }) => `${tag} ${what} ${name}`),
    ),
  );
  assert.deepEqual(silent, []);
});

test('it names what each event tells', () => {
  const events = tags.flatMap((tag) => elements.get(tag).events ?? []);
  const { type } = events.find(({ name }) => name === 'chat-send');
  assert.equal(type.text, 'CustomEvent<{ target: Target; message: Outgoing }>');
  const unclear = events.filter(({ type }) => !type || type.text.includes('ChatEventMap'));
  assert.deepEqual(unclear, []);
});

test('it names every custom property that elements share', () => {
  const { cssProperties } = elements.get('chat-provider');
  const [table] = read('src/lit/tokens.styles.ts').match(/defaults[^]+?\n};/);
  const names = [...table.matchAll(/^ {2}'?([\w-]+)'?:/gm)].map(([, name]) => `--chat-${name}`);
  assert.deepEqual(
    cssProperties.map(({ name }) => name),
    names,
  );
  assert.ok(names.includes('--chat-color-accent'));
});

test('each element has a page of its own in Storybook', () => {
  const pages = tags.filter((tag) => {
    const story = read(`stories/${tag}.stories.ts`);
    return story.includes(`component: '${tag}'`);
  });
  assert.deepEqual(pages, tags);
});
