import { expect } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import { everyFrame, fill, openList, view } from '../support/messages.js';
import { textOf } from '../support/find.js';
import { waitUntil } from '../support/wait.js';
import { ana, ben, kiln, signIn, until, useWorld, type TestClient } from '../support/world.js';

useWorld();

describe('chat-messages: what stands beside the words of a message', () => {
  // First in its page: nothing that draws it is loaded yet.
  it('is there when its row is, though it is loaded later', async () => {
    await fill(4);
    await signIn('ben');
    const first = await ben.messages.send(kiln, { text: 'The kiln is hot' });
    await ben.messages.react(first.id, '🔥', true);
    await ben.messages.send(kiln, { text: 'Still hot', quotedId: first.id });
    await ben.messages.send(kiln, { text: 'In the thread', parentId: first.id });
    await signIn('ana');
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
    // Rows wait a second for what draws it (`late/row-part.test.ts`); on a busy machine that may take longer.
    const { setTimeout } = window;
    window.setTimeout = ((run: () => void, ms?: number) =>
      setTimeout(run, ms === 1000 ? 10_000 : ms)) as typeof setTimeout;
    try {
      await openList();
      await waitUntil(() => seen > 20, 'no row');
    } finally {
      window.setTimeout = setTimeout;
    }
    stop();
    expect(bare).to.equal(0);
  });

  it('counts what is new in its thread, until it is seen there (M7)', async () => {
    await signIn('ana', 'ben');
    const parent = await ben.messages.send(kiln, { text: 'Glaze or no glaze?' });
    const reply = (client: TestClient, text: string) =>
      client.messages.send(kiln, { text, parentId: parent.id });
    await reply(ana, 'Which glaze?');
    const { id } = await reply(ben, 'The blue one');
    await openList();
    const row = await view.seen('Glaze or no glaze?');
    const chip = () => textOf(row.querySelector('[part=thread]'));
    await waitUntil(() => chip().includes('2 replies 1 new'), 'not counted');
    expect(row.getAttribute('aria-label')).to.match(/, 2 replies, 1 new$/);
    await expect(view.list).to.be.accessible();
    const { $feed, seen } = ana.messages.feed(kiln, { parentId: parent.id });
    await until($feed, ({ items }) => items.length === 2);
    seen(id);
    await waitUntil(() => !chip().includes('new'), 'not seen');
  });
});
