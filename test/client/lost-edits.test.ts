import { expect } from '@open-wc/testing';
import type { FeedState } from '../../src/client/types.js';
import { openFeed, textsOf } from '../support/feeds.js';
import { ana, freshSpace, pause, toBen, until, useWorld, world } from '../support/world.js';

describe('an edit whose message is removed altogether', () => {
  useWorld('ana');

  const erase = (id: string) =>
    world.host.manage().request('message.delete', { id, permanent: true }, `erase-${id}`);

  /** These words stand there alone, and none of them was sent. */
  const isLost =
    (...texts: readonly string[]) =>
    (feed: FeedState) =>
      textsOf(feed).join() === texts.join() && feed.items.every(({ state }) => state === 'failed');

  it('while the line is down leaves its words as a message that was not sent (B56, C6)', async () => {
    const feed = await openFeed(ana, toBen);
    const leave = feed.$feed.listen(() => undefined);
    const { id } = await ana.messages.send(toBen, { text: 'Before' });
    ana.line.cut();
    void ana.messages.edit(id, 'After');
    await erase(id);
    ana.line.mend();
    const { items } = await until(feed.$feed, isLost('After'));
    expect(items[0]?.error?.code).to.equal('not-found');
    expect(ana.messages.discard(items[0]!.id)).to.equal('After');
    expect(feed.$feed.get().items).to.be.empty;
    leave();
  });

  it('can be sent as a message of its own', async () => {
    const feed = await openFeed(ana, toBen);
    const leave = feed.$feed.listen(() => undefined);
    const { id } = await ana.messages.send(toBen, { text: 'Before' });
    ana.line.cut();
    void ana.messages.edit(id, 'After');
    await erase(id);
    ana.line.mend();
    const { items } = await until(feed.$feed, isLost('After'));
    ana.messages.retry(items[0]!.id);
    await until(feed.$feed, (state) => state.items[0]?.state === 'sent');
    leave();
  });

  it('after it was refused, or since the page was there, is found as well (B57)', async () => {
    const appId = freshSpace();
    const before = await world.client('ana', { appId });
    const feed = await openFeed(before, toBen);
    const leave = feed.$feed.listen(() => undefined);
    for (const text of ['live', 'gone']) {
      const { id } = await before.messages.send(toBen, { text });
      before.line.refuse('message.edit', 'moderated');
      await before.messages.edit(id, `${text}, edited`).catch(() => undefined);
      if (text === 'live') await erase(id);
    }
    await until(feed.$feed, isLost('gone, edited', 'live, edited'));
    leave();
    const [gone] = feed.$feed.get().items;
    await pause(100);
    await before.close();
    await erase(gone!.id);
    const after = await world.client('ana', { appId });
    const { $feed } = after.messages.feed(toBen);
    await until($feed, isLost('live, edited', 'gone, edited'));
  });

  it('stays on its row where the place of the message is left', async () => {
    const feed = await openFeed(ana, toBen);
    const leave = feed.$feed.listen(() => undefined);
    const { id } = await ana.messages.send(toBen, { text: 'Before' });
    ana.line.cut();
    void ana.messages.edit(id, 'After');
    await (await world.client('ana')).messages.delete(id);
    ana.line.mend();
    await until(feed.$feed, ({ items }) => items[0]?.state === 'failed');
    await pause(100);
    expect(feed.$feed.get().items.map((item) => item.id)).to.deep.equal([id]);
    expect(ana.messages.discard(id)).to.equal('After');
    leave();
  });
});
