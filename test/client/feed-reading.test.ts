import { expect } from '@open-wc/testing';
import { numbers, openFeed } from '../support/feeds.js';
import { ana, ben, pause, toAna, toBen, until, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

describe('what a feed has shown', () => {
  useWorld('ana', 'ben');

  /** Of Ana, to Ben. */
  async function say(to: number): Promise<void> {
    await Promise.all(numbers(1, to).map((text) => ana.messages.send(toBen, { text })));
  }

  it('sends read receipts at most twice a second, for the furthest row seen (B38)', async () => {
    await say(20);
    const feed = await openFeed(ben, toAna);
    for (const item of feed.$feed.get().items) feed.seen(item.id);
    await pause(700);
    const reads = ben.line.asked.filter(({ name }) => name === 'receipt.read');
    expect(reads.length).to.be.within(1, 2);
    const own = ana.messages.feed(toBen);
    await until(
      own.$feed,
      (state) => state.items.length > 0 && state.items.every((item) => item.state === 'read'),
    );
  });

  it('says what was read last as soon as one leaves (B38)', async () => {
    await say(20);
    // Nothing is said by the clock; what was left unsent is looked for all the same.
    const after = (milliseconds: number, run: () => void) => {
      const timer = milliseconds > 100 ? undefined : setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    };
    const reader = await world.client('ben', { environment: { after } });
    const feed = await openFeed(reader, toAna);
    const leave = feed.$feed.listen(() => undefined);
    const reads = () => reader.line.asked.filter(({ name }) => name === 'receipt.read').length;
    const { items } = feed.$feed.get();
    feed.seen(items[0]!.id);
    feed.seen(items[1]!.id);
    await waitUntil(() => reads() === 1, 'not said');
    await pause(50);
    expect(reads()).to.equal(1);
    dispatchEvent(new Event('blur'));
    await waitUntil(() => reads() === 2, 'not said on leaving the page');
    feed.seen(items[2]!.id);
    leave();
    await waitUntil(() => reads() === 3, 'not said on leaving the conversation');
  });

  it('tells the sender when a message has arrived', async () => {
    const feed = await openFeed(ana, toBen);
    await say(1);
    await until(feed.$feed, (state) => state.items[0]?.state === 'delivered');
  });

  it('takes the line away when the conversation is read elsewhere (B42)', async () => {
    await say(3);
    const phone = await world.client('ben');
    const desk = await openFeed(ben, toAna);
    expect(desk.$feed.get().unreadFrom).to.be.a('string');
    const other = await openFeed(phone, toAna);
    other.seen(other.$feed.get().items.at(-1)!.id);
    await until(desk.$feed, (state) => state.unreadFrom === undefined);
  });

  it('stays unread from a message marked by hand, however much is seen (B41)', async () => {
    await say(3);
    const feed = await openFeed(ben, toAna);
    const { items } = feed.$feed.get();
    feed.seen(items[2]!.id);
    const $conversation = ben.conversations.$conversation(toAna);
    await until($conversation, (it) => it?.unread === 0);
    await pause(550);
    await ben.messages.markUnread(items[1]!.id);
    await until($conversation, (it) => it?.unread === 2);
    expect(feed.$feed.get().unreadFrom).to.equal(items[1]!.id);
    feed.seen(items[2]!.id);
    await pause(600);
    expect($conversation.get()?.unread).to.equal(2);
  });
});
