import { expect, waitUntil } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import { everyFrame, fill, kiln, openList } from '../support/messages.js';
import { createWorld, type TestWorld } from '../support/world.js';

let world: TestWorld;
beforeEach(async () => (world = await createWorld()));
afterEach(() => world.close());

describe('chat-messages: what stands beside the words of a message', () => {
  // First in its page: nothing that draws it is loaded yet.
  it('is there when its row is, though it is loaded later', async () => {
    await fill(world, 4);
    const ben = await world.client('ben');
    const first = await ben.messages.send(kiln, { text: 'The kiln is hot' });
    await ben.messages.react(first.id, '🔥', true);
    await ben.messages.send(kiln, { text: 'Still hot', quotedId: first.id });
    await ben.messages.send(kiln, { text: 'In the thread', parentId: first.id });
    const ana = await world.client('ana');
    let seen = 0;
    let bare = 0;
    const stop = everyFrame(() => {
      const root = document.querySelector('chat-messages')?.renderRoot;
      const rows = [...(root?.querySelectorAll('chat-message') ?? [])].slice(-2);
      const has = (name: string) => rows.some((row) => row.querySelector(`[part="${name}"]`));
      if (!has('text')) return;
      seen++;
      if (!has('reactions') || !has('thread') || !has('quote')) bare++;
    });
    await openList(ana);
    await waitUntil(() => seen > 20, 'no row', { timeout: 10_000 });
    stop();
    expect(bare).to.equal(0);
  });
});
