import { expect } from '@open-wc/testing';
import { createChatClient } from '../../src/client/client.js';
import type { Environment } from '../../src/client/environment.js';
import type { Page, Sign } from '../../src/client/page.js';
import type { ChatClient } from '../../src/client/types.js';
import type { Backend } from '../../src/protocol/backend.js';
import { openFeed } from '../support/feeds.js';
import { ana, ben, freshSpace, pause, signIn, until, useWorld, world } from '../support/world.js';
import { createLine } from '../support/line.js';
import { waitUntil } from '../support/wait.js';

/** A page that a test hides, freezes and wakes. */
function createPage() {
  const listeners = new Set<(sign: Sign) => void>();
  let visible = true;
  const page: Page = {
    isVisible: () => visible,
    onSign(run) {
      listeners.add(run);
      return () => listeners.delete(run);
    },
  };
  return {
    page,
    sign(sign: Sign) {
      if (sign === 'hidden') visible = false;
      if (sign === 'shown') visible = true;
      for (const listener of [...listeners]) listener(sign);
    },
  };
}

/** Timers that a test runs: those of a second and more, by their length. */
function createTimers() {
  const waiting: { milliseconds: number; run: () => void }[] = [];
  const after: Environment['after'] = (milliseconds, run) => {
    if (milliseconds < 400) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    }
    const timer = { milliseconds, run };
    waiting.push(timer);
    return () => void (waiting.includes(timer) && waiting.splice(waiting.indexOf(timer), 1));
  };
  return {
    after,
    lengths: () => waiting.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b),
    pass(milliseconds: number) {
      for (const timer of waiting.filter((one) => one.milliseconds <= milliseconds)) {
        if (!waiting.includes(timer)) continue;
        waiting.splice(waiting.indexOf(timer), 1);
        timer.run();
      }
    },
  };
}

/** Counts the connections that are open. */
function counted(backend: Backend) {
  const count = { made: 0, open: 0 };
  const connect: Backend['connect'] = (sink) => {
    count.made++;
    count.open++;
    const leave = backend.connect(sink);
    return () => {
      count.open--;
      leave();
    };
  };
  return { count, backend: { ...backend, connect } };
}

const line = (client: ChatClient) => {
  const status = client.$status.get();
  return status.phase === 'signedIn' ? status.connection : status.phase;
};
const online = (client: ChatClient) => until(client.$status, () => line(client) === 'online');

describe('a connection', () => {
  useWorld();

  it('is up to date only when one record on show, too, was fetched again; a refusal is no obstacle (N2)', async () => {
    const { after, pass } = createTimers();
    const ana = await world.client('ana', { environment: { after } });
    await online(ana);
    const { id } = await ana.messages.send({ uid: 'ben' }, { text: 'Which?' });
    const stores = [
      ana.users.$user('ben'),
      ana.groups.$group('kiln'),
      ana.conversations.$conversation({ uid: 'ben' }),
      ana.messages.$message(id),
    ];
    const stops = stores.map(($store) => $store.subscribe(() => undefined));
    const group = ana.groups.$group('kiln');
    await until(group, (it) => it !== undefined);
    const asks = ['user.get', 'group.get', 'conversation.get', 'message.get'] as const;
    const afresh = () => {
      // The client waits before it tries again.
      pass(3000);
      return line(ana) === 'online';
    };
    for (const name of asks) {
      for (const [code, times] of [
        ['offline', 2],
        ['forbidden', 1],
      ] as const) {
        ana.line.cut();
        ana.line.refuse(name, code);
        const from = ana.line.asked.length;
        ana.line.mend();
        await waitUntil(afresh, `${name} ${code}`);
        const asked = ana.line.asked.slice(from).filter((one) => one.name === name);
        expect(asked.length, `${name} ${code}`).to.equal(times);
      }
    }
    stops.forEach((stop) => stop());
  });

  it('asks once for what is looked at while session and line begin', async () => {
    const backend = createLine(world.host.backend());
    const client = createChatClient({ backend: backend.backend, appId: freshSpace() });
    const group = client.groups.$group('kiln');
    const stop = group.subscribe(() => undefined);
    await client.signIn({ uid: 'ana', authKey: world.host.app.authKey });
    await until(group, (it) => it !== undefined);
    await waitUntil(() => line(client) === 'online');
    await pause(50);
    expect(backend.asked.filter(({ name }) => name === 'group.get').length).to.equal(1);
    stop();
    await client.close();
  });

  it('tells of a record that could not be fetched while it stands', async () => {
    await signIn('ana');
    const told: string[] = [];
    ana.on('error', ({ error, operation }) => told.push(`${operation} ${error.code}`));
    ana.line.refuse('group.get', 'offline');
    const stop = ana.groups.$group('loom').subscribe(() => undefined);
    await waitUntil(() => told.length > 0);
    expect(told).to.deep.equal(['group.get offline']);
    stop();
  });

  it('`always` stays in the background', async () => {
    const { page, sign } = createPage();
    const ana = await world.client('ana', { environment: { page } });
    await online(ana);
    sign('hidden');
    await pause(20);
    expect(line(ana)).to.equal('online');
  });

  it('`auto` ends at once in the background, and catches up in the foreground (N2)', async () => {
    const { page, sign } = createPage();
    const { count, backend } = counted(world.host.backend());
    const ana = await world.client('ana', { backend, connection: 'auto', environment: { page } });
    await signIn('ben');
    await online(ana);
    const { $feed } = await openFeed(ana, { uid: 'ben' });
    sign('hidden');
    expect(line(ana)).to.equal('offline');
    expect(count.open).to.equal(0);
    await ben.messages.send({ uid: 'ana' }, { text: 'Meanwhile' });
    await pause(20);
    expect($feed.get().items).to.have.length(0);
    sign('shown');
    await until($feed, (feed) => feed.items.length === 1);
    await online(ana);
  });

  it('`auto` begins when a page that was opened in the background is looked at', async () => {
    const { page, sign } = createPage();
    sign('hidden');
    const ana = await world.client('ana', { connection: 'auto', environment: { page } });
    await pause(20);
    expect(line(ana)).to.equal('offline');
    sign('shown');
    await online(ana);
  });

  it('`manual` waits for connect(), and stays ended after disconnect() whatever the page says', async () => {
    const { page, sign } = createPage();
    const ana = await world.client('ana', { connection: 'manual', environment: { page } });
    await pause(20);
    expect(line(ana)).to.equal('offline');
    ana.connect();
    await online(ana);
    ana.disconnect();
    expect(line(ana)).to.equal('offline');
    sign('stirred');
    sign('resumed');
    await pause(20);
    expect(line(ana)).to.equal('offline');
  });

  it('`manual` is dropped 30 s after going to the background without a ping', async () => {
    const { page, sign } = createPage();
    const timers = createTimers();
    const environment = { page, after: timers.after };
    const ana = await world.client('ana', { connection: 'manual', environment });
    ana.connect();
    await online(ana);
    expect(timers.lengths()).not.to.include(30_000);
    sign('hidden');
    expect(timers.lengths()).to.include(30_000);
    ana.ping();
    expect(timers.lengths().filter((length) => length === 30_000)).to.have.length(1);
    sign('shown');
    expect(timers.lengths()).not.to.include(30_000);
    sign('hidden');
    timers.pass(30_000);
    expect(line(ana)).to.equal('offline');
    sign('shown');
    expect(line(ana)).to.equal('offline');
    ana.connect();
    await online(ana);
  });

  it('`manual` is dropped too where it has not come before the page went to the background', async () => {
    const { page, sign } = createPage();
    const timers = createTimers();
    const environment = { page, after: timers.after };
    const ana = await world.client('ana', { connection: 'manual', environment });
    ana.connect();
    expect(line(ana)).to.equal('connecting');
    sign('hidden');
    await online(ana);
    timers.pass(30_000);
    expect(line(ana)).to.equal('offline');
  });

  it('that is lost is tried again after growing pauses with jitter (B112)', async () => {
    const timers = createTimers();
    const { count, backend } = counted(world.host.backend());
    const environment = { after: timers.after, random: () => 0.25 };
    const ana = await world.client('ana', { backend, environment });
    await online(ana);
    timers.pass(2000);
    ana.line.cut();
    const status = ana.$status.get();
    const retry = () => timers.lengths().filter((length) => length < 15_000);
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      pauses.push(...retry());
      timers.pass(14_000);
    }
    expect(pauses).to.deep.equal([750, 1500, 3000, 6000]);
    expect(count.made).to.equal(5);
    expect(count.open).to.equal(1);
    expect(ana.$status.get()).to.deep.equal(status);
    ana.line.mend();
    await online(ana);
    expect(retry()).to.deep.equal([]);
  });

  for (const [sign, when] of [
    ['stirred', 'on `online` and focus'],
    ['shown', 'when the page is looked at'],
  ] as const) {
    it(`that is lost is tried again at once ${when} (B112)`, async () => {
      const page = createPage();
      const { count, backend } = counted(world.host.backend());
      const ana = await world.client('ana', { backend, environment: { page: page.page } });
      await online(ana);
      page.sign(sign);
      expect(count.made).to.equal(1);
      ana.line.cut();
      page.sign(sign);
      expect(count.made).to.equal(2);
    });
  }

  it('is made anew after the page was frozen or taken back from the cache, and what was missed comes (B113)', async () => {
    const page = createPage();
    const { count, backend } = counted(world.host.backend());
    const ana = await world.client('ana', { backend, environment: { page: page.page } });
    await signIn('ben');
    await online(ana);
    const { $feed } = await openFeed(ana, { uid: 'ben' });
    ana.line.deaf = true;
    await ben.messages.send({ uid: 'ana' }, { text: 'Asleep' });
    await pause(20);
    ana.line.deaf = false;
    page.sign('resumed');
    expect(count).to.deep.equal({ made: 2, open: 1 });
    await until($feed, (feed) => feed.items.length === 1);
    await online(ana);
  });

  it('is made anew after the machine slept (B113)', async () => {
    const timers = createTimers();
    let now = Date.now();
    const { count, backend } = counted(world.host.backend());
    const environment = { after: timers.after, now: () => now };
    const ana = await world.client('ana', { backend, environment });
    await online(ana);
    now += 15_000;
    timers.pass(15_000);
    expect(count.made).to.equal(1);
    now += 3_600_000;
    timers.pass(15_000);
    expect(count.made).to.equal(2);
    await online(ana);
  });

  it('says since when it is gone, however often it was tried since (B112)', async () => {
    const page = createPage();
    const ana = await world.client('ana', { environment: { page: page.page } });
    await online(ana);
    ana.line.cut();
    const before = ana.$status.get();
    await pause(10);
    page.sign('stirred');
    expect(ana.$status.get()).to.have.property('since', 'since' in before ? before.since : NaN);
  });

  it('leaves nothing behind when the client closes', async () => {
    const { count, backend } = counted(world.host.backend());
    const page = createPage();
    const ana = await world.client('ana', { backend, environment: { page: page.page } });
    await online(ana);
    ana.close();
    page.sign('resumed');
    page.sign('stirred');
    expect(count.open).to.equal(0);
    expect(count.made).to.equal(1);
  });
});
