import { expect } from '@open-wc/testing';
import { numbers, openFeed, textsOf } from '../support/feeds.js';
import type { Feed } from '../../src/client/types.js';
import { ana, ben, kiln, pause, toBen, until, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

/** More than are remembered one by one. */
const many = 620;

describe('in long use', () => {
  useWorld('ana', 'ben');

  async function say(from: number, to: number): Promise<readonly string[]> {
    const sent = numbers(from, to).map((text) => ben.messages.send(kiln, { text }));
    return (await Promise.all(sent)).map(({ id }) => id);
  }

  it('what comes where nobody looks is let go, but for what is shown', async () => {
    const ids = await say(1, 40);
    const feed = await openFeed(ana, toBen);
    const stops = [feed.$feed.listen(() => undefined)];
    const own = await ana.messages.send(toBen, { text: 'Stays' });
    const { $list } = ana.conversations.list();
    stops.push($list.listen(() => undefined));
    stops.push(ana.messages.$message(ids[20]!).listen(() => undefined));
    const more = await say(41, many);
    await until($list, ({ items }) => items[0]?.last?.message.text === String(many));
    await pause(1500);
    expect($list.get().items[0]?.last?.message.text).to.equal(String(many));
    expect(ana.messages.$message(ids[20]!).get(), 'looked at').not.to.be.undefined;
    expect(textsOf(feed.$feed.get()), 'on show').to.deep.equal(['Stays']);
    expect(ana.messages.$message(own.id).get()).not.to.be.undefined;
    expect(ana.messages.$message(more[10]!).get(), 'nobody looked at it').to.be.undefined;
    stops.forEach((stop) => stop());
  });

  /** A reader at the beginning of 200 messages. */
  async function openStart(): Promise<readonly [Feed, readonly string[]]> {
    const ids = await say(1, 200);
    await until(ana.conversations.$conversation(kiln), (known) => known?.unread === 200);
    await ana.conversations.markRead(kiln);
    const feed = await openFeed(ana, kiln);
    feed.$feed.listen(() => undefined);
    await feed.show('start');
    return [feed, ids];
  }

  async function toEnd(feed: Feed, reached: () => void = () => undefined): Promise<void> {
    while (feed.$feed.get().newer === 'more') {
      await feed.newer();
      reached();
    }
  }

  /** What was written; a group begins with a notice. */
  const said = (feed: Feed) => textsOf(feed.$feed.get()).filter((text) => text !== undefined);

  it('all that came after the window counts, however much, and nothing that only changed (B5)', async () => {
    const [feed, ids] = await openStart();
    await ben.messages.react(ids[150]!, '🌱', true);
    await say(201, 200 + many);
    await waitUntil(() => feed.$feed.get().waiting >= many, 'not counted');
    expect(feed.$feed.get().waiting).to.equal(many);
    await pause(1500);
    expect(feed.$feed.get().waiting, 'also after most were let go').to.equal(many);
    expect(said(feed)).to.deep.equal(numbers(1, 29));
    await toEnd(feed, () => {
      const last = Math.max(200, Number(said(feed).at(-1)));
      expect(feed.$feed.get().waiting, `after ${last}`).to.equal(200 + many - last);
    });
    expect(feed.$feed.get().waiting).to.equal(0);
    expect(said(feed)).to.deep.equal(numbers(1, 200 + many));
  });

  it('a page that was asked for before more came than is remembered is not taken for the end (R4)', async () => {
    const [feed] = await openStart();
    while (feed.$feed.get().items.length < 180) await feed.newer();
    const give = ana.line.withhold('message.list');
    const coming = feed.newer();
    await say(201, 200 + many);
    await waitUntil(() => feed.$feed.get().waiting === many, 'not counted');
    give();
    await coming;
    expect(said(feed)).to.deep.equal(numbers(1, 200));
    expect(feed.$feed.get().newer).to.equal('more');
    await toEnd(feed);
    expect(said(feed)).to.deep.equal(numbers(1, 200 + many));
  });
});
