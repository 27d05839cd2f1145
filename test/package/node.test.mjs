import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDemo } from '../../dist/demo.js';

test('without a browser the demo lives in memory, and says so', async () => {
  const warnings = [];
  const demo = createDemo({ people: false, onWarning: ({ kind }) => warnings.push(kind) });
  await demo.ready;
  const sent = await demo.client.messages.send({ uid: 'ben' }, { text: 'Hi' });
  assert.equal(sent.text, 'Hi');
  assert.deepEqual(warnings, ['memory']);
  await demo.close();
});
