import { expect } from '@open-wc/testing';
import { createRandom } from '../../src/backends/random.js';
import { createWeather } from '../../src/backends/weather.js';
import type { Backend, Sink } from '../../src/protocol/backend.js';
import { ChatError } from '../../src/protocol/errors.js';
import type { BackendEvent, ConnectionStatus } from '../../src/protocol/events.js';

const event = (uid: string): BackendEvent => ({
  type: 'typing',
  conversationId: 'group:kiln',
  uid,
  typing: true,
});

/** Counts what reaches it and lets the test push events. */
function createStation() {
  const requests: (string | undefined)[] = [];
  const sinks = new Set<Sink>();
  const backend: Backend = {
    name: 'station',
    signIn: () => Promise.reject(new ChatError('wrong-key', 'This station has no people.')),
    connect(sink) {
      sinks.add(sink);
      sink.status('online');
      return () => sinks.delete(sink);
    },
    request: (_name, _params, commandId) => {
      requests.push(commandId);
      return Promise.resolve({ changes: {} } as never);
    },
  };
  return {
    backend,
    requests,
    sinks,
    push: (uid: string) => sinks.forEach((sink) => sink.event(event(uid))),
  };
}

/** Time that passes when told to. */
function createClock() {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    after(milliseconds: number, run: () => void) {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    async pass(milliseconds: number) {
      const end = now + milliseconds;
      for (;;) {
        await Promise.resolve().then(() => undefined);
        await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = next.at;
        next.run();
      }
      now = end;
    },
  };
}

function setUp(settings: Parameters<typeof createWeather>[0] = {}) {
  const station = createStation();
  const clock = createClock();
  const weather = createWeather({ random: createRandom(7), after: clock.after, ...settings });
  const backend = weather.wrap(station.backend);
  const heard: string[] = [];
  const statuses: ConnectionStatus[] = [];
  const connect = () =>
    backend.connect({
      event: (received) => heard.push(received.type === 'typing' ? received.uid : received.type),
      status: (status) => statuses.push(status),
    });
  const ask = (commandId?: string) =>
    backend.request('group.get', { guid: 'kiln' }, commandId).then(
      () => 'ok',
      (error: ChatError) => error.code,
    );
  return { station, clock, weather, backend, heard, statuses, connect, ask };
}

describe('weather', () => {
  it('lets everything through when calm, at once', async () => {
    const { station, ask, connect, heard, statuses } = setUp();
    connect();
    station.push('ben');
    expect(await ask('a')).to.equal('ok');
    expect(heard).to.deep.equal(['ben']);
    expect(statuses).to.deep.equal(['online']);
  });

  it('delays a request on both ways', async () => {
    const { clock, ask } = setUp({ latency: 100 });
    let answer = '';
    void ask().then((result) => (answer = result));
    await clock.pass(199);
    expect(answer).to.equal('');
    await clock.pass(2);
    expect(answer).to.equal('ok');
  });

  it('keeps the order of events in spite of jitter', async () => {
    const { station, clock, connect, heard } = setUp({ latency: 10, jitter: 500 });
    connect();
    const names = Array.from({ length: 30 }, (_, i) => `p${i}`);
    names.forEach(station.push);
    await clock.pass(2000);
    expect(heard).to.deep.equal(names);
  });

  it('reorders and doubles events when told to, and loses none (N1)', async () => {
    const { station, clock, connect, heard } = setUp({
      latency: 10,
      reordering: 0.5,
      duplication: 0.3,
    });
    connect();
    const names = Array.from({ length: 40 }, (_, i) => `p${i}`);
    names.forEach(station.push);
    await clock.pass(5000);
    expect([...new Set(heard)].sort()).to.deep.equal([...names].sort());
    expect(heard.length).to.be.greaterThan(names.length);
    expect([...new Set(heard)]).not.to.deep.equal(names);
  });

  it('turns a lost request or reply into a timeout', async () => {
    const { station, clock, ask } = setUp({ loss: 0.5, timeout: 1000 });
    const answers = Promise.all(Array.from({ length: 40 }, (_, i) => ask(`c${i}`)));
    await clock.pass(1100);
    const codes = await answers;
    expect(new Set(codes)).to.deep.equal(new Set(['ok', 'timeout']));
    const arrived = station.requests.length;
    // Some were carried out although nobody was told.
    expect(arrived).to.be.greaterThan(codes.filter((code) => code === 'ok').length);
    expect(arrived).to.be.lessThan(40);
  });

  it('doubles commands with the same id, and answers once', async () => {
    const { station, ask } = setUp({ duplication: 1 });
    expect(await ask('c1')).to.equal('ok');
    expect(station.requests).to.deep.equal(['c1', 'c1']);
  });

  it('refuses everything offline, and says resync on return (N2)', async () => {
    const { station, weather, ask, connect, heard, statuses } = setUp();
    connect();
    weather.set({ offline: true });
    station.push('ben');
    expect(await ask('a')).to.equal('offline');
    expect(station.sinks.size).to.equal(0);
    weather.set({ offline: false });
    station.push('noor');
    expect(await ask('b')).to.equal('ok');
    expect(heard).to.deep.equal(['noor']);
    expect(statuses).to.deep.equal(['online', 'offline', 'resync']);
  });

  it('fails what was on its way when the connection breaks', async () => {
    const { clock, weather, ask } = setUp({ latency: 100 });
    const answer = ask('a');
    await clock.pass(50);
    weather.set({ offline: true });
    expect(await answer).to.equal('offline');
  });

  it('says resync when an event was lost', async () => {
    const { station, clock, connect, heard, statuses } = setUp({ gaps: 1 });
    connect();
    station.push('ben');
    await clock.pass(10);
    expect(heard).to.deep.equal([]);
    expect(statuses).to.deep.equal(['online', 'resync']);
  });

  it('is the same for the same seed', async () => {
    const run = async () => {
      const { station, clock, connect, heard } = setUp({
        jitter: 50,
        reordering: 0.3,
        duplication: 0.2,
      });
      connect();
      Array.from({ length: 20 }, (_, i) => station.push(`p${i}`));
      await clock.pass(3000);
      return heard;
    };
    expect(await run()).to.deep.equal(await run());
  });

  it('stops when disconnected', async () => {
    const { station, clock, weather, connect, heard, statuses } = setUp({ latency: 20 });
    const disconnect = connect();
    await clock.pass(30);
    station.push('ben');
    disconnect();
    weather.set({ offline: true });
    weather.set({ offline: false });
    await clock.pass(100);
    expect(heard).to.deep.equal([]);
    expect(statuses).to.deep.equal(['online']);
  });
});
