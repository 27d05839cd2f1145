import { expect } from '@open-wc/testing';
import type { Backend, Sink } from '../../src/protocol/backend.js';
import { numbers, openFeed, textsOf } from '../support/feeds.js';
import {
  ana,
  ben,
  kiln,
  pause,
  toAna,
  toBen,
  until,
  useWorld,
  world,
  type TestClient,
} from '../support/world.js';
import { waitUntil } from '../support/wait.js';

describe('a feed', () => {
  useWorld('ana', 'ben');

  async function say(client: TestClient, from: number, to: number): Promise<void> {
    const target = client === ana ? toBen : toAna;
    await Promise.all(numbers(from, to).map((text) => client.messages.send(target, { text })));
  }
  it('is the same for the same conversation', () => {
    expect(ana.messages.feed(toBen)).to.equal(ana.messages.feed({ uid: 'BEN' }));
    expect(ana.messages.feed(toBen)).to.not.equal(ana.messages.feed({ uid: 'cyd' }));
  });

  it('opens at the end and pages back, meeting every message once (M4)', async () => {
    await say(ana, 1, 75);
    const again = await world.client('ana');
    const feed = await openFeed(again, toBen);
    expect(textsOf(feed.$feed.get())).to.deep.equal(numbers(46, 75));
    expect(feed.$feed.get().newer).to.equal('end');
    expect(feed.$feed.get().older).to.equal('more');
    await Promise.all([feed.older(), feed.older()]);
    expect(textsOf(feed.$feed.get())).to.deep.equal(numbers(16, 75));
    await feed.older();
    expect(textsOf(feed.$feed.get())).to.deep.equal(numbers(1, 75));
    expect(feed.$feed.get().older).to.equal('end');
  });

  it('keeps rows as they are when others change', async () => {
    await say(ana, 1, 5);
    const feed = await openFeed(ana, toBen);
    const before = feed.$feed.get().items;
    await ana.messages.edit(before[2]!.id, 'three');
    const after = feed.$feed.get().items;
    expect(after.map((item, i) => item === before[i])).to.deep.equal([
      true,
      true,
      false,
      true,
      true,
    ]);
  });

  it('appends what comes, in the order of the server (R4)', async () => {
    const feed = await openFeed(ana, toBen);
    await say(ben, 1, 3);
    await until(feed.$feed, (state) => state.items.length === 3);
    expect(textsOf(feed.$feed.get())).to.deep.equal(['1', '2', '3']);
    expect(feed.$feed.get().items[0]?.sender?.name).to.equal('Ben');
  });

  it('puts the unread line where reading begins, once, and takes it away on an answer (B35)', async () => {
    await say(ana, 1, 3);
    const reading = await openFeed(ben, toAna);
    reading.seen(reading.$feed.get().items.at(-1)!.id);
    await until(ana.messages.feed(toBen).$feed, ({ items }) => items.at(-1)?.state === 'read');
    await say(ana, 4, 8);
    const again = await world.client('ben');
    const feed = await openFeed(again, toAna);
    const { items, unreadFrom, unreadCount } = feed.$feed.get();
    expect(items.find((item) => item.id === unreadFrom)?.message.text).to.equal('4');
    expect(unreadCount).to.equal(5);
    feed.seen(items.at(-1)!.id);
    await until(again.conversations.$conversation(toAna), (it) => it?.unread === 0);
    expect(feed.$feed.get().unreadFrom).to.equal(unreadFrom);
    await again.messages.send(toAna, { text: 'answer' });
    expect(feed.$feed.get().unreadFrom).to.be.undefined;
  });

  it('loads enough to reach the first unread message', async () => {
    await say(ana, 1, 70);
    const feed = await openFeed(await world.client('ben'), toAna);
    expect(textsOf(feed.$feed.get())).to.deep.equal(numbers(1, 70));
    expect(feed.$feed.get().items[0]?.id).to.equal(feed.$feed.get().unreadFrom);
  });

  it('opens where reading stopped, however much came since (B2)', async () => {
    await say(ana, 1, 40);
    const reading = await openFeed(ben, toAna);
    reading.seen(reading.$feed.get().items.at(-1)!.id);
    await until(ana.messages.feed(toBen).$feed, ({ items }) => items.at(-1)?.state === 'read');
    await say(ana, 41, 240);
    const { items, unreadFrom, unreadCount, newer } = (
      await openFeed(await world.client('ben'), toAna)
    ).$feed.get();
    const at = items.findIndex(({ id }) => id === unreadFrom);
    expect(items[at]?.message.text).to.equal('41');
    expect(at, 'read ones above it').to.be.within(10, 20);
    expect([unreadCount, newer]).to.deep.equal([200, 'more']);
  });

  it('begins where there is nothing above when nothing was ever read', async () => {
    await say(ana, 1, 140);
    const { items, unreadFrom } = (await openFeed(await world.client('ben'), toAna)).$feed.get();
    expect(items[0]).to.include({ id: unreadFrom });
    expect(items[0]?.message.text).to.equal('1');
  });

  it('lets go of all but a few windows that are not on show, and comes back to its place', async () => {
    await say(ana, 1, 80);
    const look = async (feed: ReturnType<typeof ana.messages.feed>) => {
      const stop = feed.$feed.listen(() => undefined);
      await until(feed.$feed, (state) => state.ready);
      await pause(0);
      return stop;
    };
    const reader = await world.client('ana');
    const first = reader.messages.feed(toBen);
    const leave = await look(first);
    await first.show('start');
    const place = first.$feed.get().items[20]!.id;
    first.trim(place, 5);
    expect(textsOf(first.$feed.get())).to.deep.equal(numbers(16, 26));
    leave();
    const others = ['a', 'b', 'c', 'd', 'e'].map((search) =>
      reader.messages.feed(kiln, { filter: { search } }),
    );
    const stops = await Promise.all(others.slice(0, 4).map(look));
    stops.forEach((stop) => stop());
    await pause(1100);
    const again = await look(first);
    expect(textsOf(first.$feed.get())).to.include('21');
    again();
    await pause(1100);
    for (const stop of await Promise.all(others.map(look))) stop();
    await pause(1100);
    expect(reader.messages.$message(place).get()).to.be.undefined;
    expect(first.$feed.value?.items, 'what it has shown is let go, too').to.be.empty;
    const asked = reader.line.asked.length;
    const back = await look(first);
    expect(textsOf(first.$feed.get())).to.include('21').and.not.include('80');
    const positions = reader.line.asked
      .slice(asked)
      .filter(({ name }) => name === 'message.list')
      .map(({ params }) => (params as { position: unknown }).position);
    expect(positions).to.deep.equal([{ around: place }]);
    back();
    await pause(1100);
    for (const stop of await Promise.all(others.map(look))) stop();
    await pause(1100);
    reader.line.refuse('message.list', 'not-found');
    const end = await look(first);
    expect(textsOf(first.$feed.get()), 'what it was at is gone').to.include('80');
    end();
  });

  it('that could not be fetched again is asked for again, and holds nothing back for ever (N2, N4)', async () => {
    await say(ana, 1, 3);
    const feed = await openFeed(ana, toBen);
    const stop = feed.$feed.listen(() => undefined);
    const asked = (name: string) => ana.line.asked.filter((one) => one.name === name).length;
    for (const name of ['message.list', 'conversation.get'] as const) {
      const before = asked(name);
      ana.line.refuse(name, 'offline');
      ana.line.say({ type: 'refetch', conversationId: 'user:ana:ben' });
      await ben.messages.send(toAna, { text: name });
      await until(feed.$feed, (state) => textsOf(state).at(-1) === name);
      expect(asked(name) - before, name).to.be.at.least(2);
    }
    stop();
  });

  it('that is not on show is dropped when its conversation changes in bulk (N4)', async () => {
    await say(ana, 1, 3);
    const feed = ana.messages.feed(toBen);
    const stop = feed.$feed.listen(() => undefined);
    await until(feed.$feed, (state) => state.ready);
    const [first, second] = feed.$feed.get().items;
    stop();
    await pause(1100);
    // Whoever looks at a message holds it.
    expect(ana.messages.$message(first!.id).get()).not.to.be.undefined;
    ana.line.say({ type: 'refetch', conversationId: 'user:ana:ben' });
    expect(ana.messages.$message(second!.id).get()).to.be.undefined;
  });

  it('counts what comes while it does not reach the end, and shows it on going there', async () => {
    await say(ana, 1, 80);
    const reader = await world.client('ana');
    const feed = await openFeed(reader, toBen);
    expect(await feed.show('start')).to.be.true;
    expect(textsOf(feed.$feed.get())).to.deep.equal(numbers(1, 30));
    await say(ben, 81, 82);
    await until(feed.$feed, (state) => state.waiting === 2);
    expect(textsOf(feed.$feed.get())).to.deep.equal(numbers(1, 30));
    await reader.messages.send(toBen, { text: 'mine' });
    expect(textsOf(feed.$feed.get()).at(-1)).to.equal('mine');
    expect(await feed.show('end')).to.be.true;
    expect(feed.$feed.get().waiting).to.equal(0);
    expect(textsOf(feed.$feed.get()).slice(-3)).to.deep.equal(['81', '82', 'mine']);
    expect(feed.$feed.get().newer).to.equal('end');
  });

  it('shows the place of one message, and stays where there is none', async () => {
    await say(ana, 1, 120);
    const reader = await world.client('ana');
    const feed = await openFeed(reader, toBen);
    const last = feed.$feed.get().items.at(-1)!.id;
    await feed.show('start');
    const tenth = feed.$feed.get().items[9]!.id;
    await feed.show('end');
    expect(await feed.show({ id: tenth })).to.be.true;
    expect(feed.$feed.get().items.map((item) => item.id)).to.include(tenth);
    expect(feed.$feed.get().items.map((item) => item.id)).to.not.include(last);
    const before = textsOf(feed.$feed.get());
    expect(await feed.show({ id: '01j00000000000000000000000' })).to.be.false;
    expect(textsOf(feed.$feed.get())).to.deep.equal(before);
    while (feed.$feed.get().newer === 'more') await feed.newer();
    expect(textsOf(feed.$feed.get()).slice(-90)).to.deep.equal(numbers(31, 120));
  });

  it('lets rows go on both sides and pages them in again', async () => {
    await say(ana, 1, 90);
    const reader = await world.client('ana');
    const feed = await openFeed(reader, toBen);
    await feed.older();
    await feed.older();
    const middle = feed.$feed.get().items.find((item) => item.message.text === '40')!;
    feed.trim(middle.id, 10);
    expect(textsOf(feed.$feed.get())).to.deep.equal(numbers(30, 50));
    expect(feed.$feed.get().newer).to.equal('more');
    while (feed.$feed.get().newer === 'more') await feed.newer();
    while (feed.$feed.get().older === 'more') await feed.older();
    expect(textsOf(feed.$feed.get())).to.deep.equal(numbers(1, 90));
  });

  it('fills the gap after a reconnect and keeps what it shows (N2, B112)', async () => {
    await say(ana, 1, 40);
    const feed = await openFeed(ana, toBen);
    const before = feed.$feed.get().items;
    ana.line.cut();
    await say(ben, 41, 45);
    const edited = before[3]!;
    ana.line.mend();
    expect(ana.$status.get()).to.include({ connection: 'resync' });
    await until(
      ana.$status,
      (status) => status.phase === 'signedIn' && status.connection === 'online',
    );
    expect(textsOf(feed.$feed.get())).to.deep.equal(numbers(11, 45));
    expect(feed.$feed.get().items[3]).to.equal(edited);
  });

  it('shows nothing any more of what was removed at its ends while the line was down (N2, R2)', async () => {
    await say(ana, 1, 5);
    const feed = await openFeed(ana, toBen);
    const leave = feed.$feed.listen(() => undefined);
    const [first, , , , last] = feed.$feed.get().items;
    ana.line.cut();
    for (const { id } of [first!, last!])
      await world.host.manage().request('message.delete', { id, permanent: true }, `erase-${id}`);
    ana.line.mend();
    await until(feed.$feed, (state) => state.items.length === 3);
    expect(textsOf(feed.$feed.get())).to.deep.equal(numbers(2, 4));
    leave();
  });

  it('shows nothing any more of what was deleted altogether elsewhere while the line was down (N2, M6)', async () => {
    await say(ana, 1, 5);
    const feed = await openFeed(ana, toBen);
    const leave = feed.$feed.listen(() => undefined);
    ana.line.cut();
    const other = await world.client('ana');
    await other.conversations.delete(toBen);
    ana.line.mend();
    await until(feed.$feed, (state) => state.items.length === 0);
    ana.line.cut();
    await say(ben, 6, 6);
    await other.conversations.delete(toBen);
    await say(ben, 7, 7);
    ana.line.mend();
    await until(feed.$feed, (state) => textsOf(state).join() === '7');
    leave();
  });

  it('takes what comes after two interruptions whose answers overtook each other (N2)', async () => {
    const server = world.host.backend();
    const answers: (() => void)[] = [];
    let held = false;
    let sink: Sink | undefined;
    const backend: Backend = {
      ...server,
      connect: (own) => server.connect((sink = own)),
      async request(name, params, commandId) {
        const answer = await server.request(name, params, commandId);
        if (held && name === 'message.list')
          await new Promise<void>((resolve) => answers.push(resolve));
        return answer;
      },
    };
    const reader = await world.client('ana', { backend });
    const feed = await openFeed(reader, toBen);
    const leave = feed.$feed.listen(() => undefined);
    held = true;
    for (const interruption of [1, 2]) {
      sink!.status('resync');
      await waitUntil(() => answers.length === interruption, 'not asked again');
    }
    answers[1]!();
    await until(
      reader.$status,
      (status) => status.phase === 'signedIn' && status.connection === 'online',
    );
    answers[0]!();
    await pause(20);
    await say(ben, 1, 1);
    await until(feed.$feed, (state) => textsOf(state).includes('1'));
    leave();
  });

  it('says honestly that more came than it can fill (N2)', async () => {
    await say(ana, 1, 5);
    const feed = await openFeed(ana, toBen);
    feed.$feed.listen(() => undefined);
    ana.line.cut();
    await say(ben, 6, 160);
    ana.line.mend();
    await until(
      ana.$status,
      (status) => status.phase === 'signedIn' && status.connection === 'online',
    );
    expect(feed.$feed.get().newer).to.equal('more');
    expect(textsOf(feed.$feed.get()).slice(0, 5)).to.deep.equal(numbers(1, 5));
    while (feed.$feed.get().newer === 'more') await feed.newer();
    expect(textsOf(feed.$feed.get())).to.deep.equal(numbers(1, 160));
  });

  it('shows a failed page as failed and asks again only when told', async () => {
    await say(ana, 1, 40);
    const reader = await world.client('ana');
    const feed = await openFeed(reader, toBen);
    reader.line.cut();
    await feed.older();
    expect(feed.$feed.get().older).to.equal('failed');
    const asked = reader.line.asked.length;
    await pause(50);
    expect(reader.line.asked.length).to.equal(asked);
    reader.line.mend();
    await until(
      reader.$status,
      (status) => status.phase === 'signedIn' && status.connection === 'online',
    );
    await feed.older();
    expect(feed.$feed.get().older).to.equal('end');
  });
});
