import { expect } from '@open-wc/testing';
import { createDemo, type Demo } from '../../../src/demo.js';
import type { CallStatus } from '../../../src/protocol/records.js';
import { until } from '../../support/world.js';

/** Minutes in moments, and what takes its time between two acts in still fewer. */
const moments = (milliseconds: number) => milliseconds / (milliseconds > 180_000 ? 3000 : 100);

describe('the people of the demo and their telephones', () => {
  let demo: Demo;
  const open = async (seed: number) => {
    demo = createDemo({
      storage: 'memory',
      seed,
      environment: {
        after(milliseconds, run) {
          const timer = setTimeout(run, moments(milliseconds));
          return () => clearTimeout(timer);
        },
      },
    });
    await demo.ready;
  };
  afterEach(() => demo.close());

  it('answer, decline, are busy, or let it ring', async () => {
    await open(1);
    const { calls } = demo.client;
    const seen = new Set<CallStatus>();
    const uids = ['ben', 'chiara', 'noor', 'lena', 'omar', 'priya', 'yu', 'mateo'];
    for (let i = 0; i < 40 && seen.size < 2; i++) {
      const uid = uids[i % uids.length]!;
      const { id } = await calls.start({ uid }, 'audio');
      const own = await until(calls.$own, (now) => now?.call?.status !== 'initiated');
      seen.add(own!.call!.status);
      if (own?.call?.status === 'ongoing') await calls.end(id);
      calls.dismiss();
    }
    expect(seen.size).to.equal(2);
    expect([...seen].every((status) => status !== 'cancelled')).to.equal(true);
  }).timeout(60_000);

  it('call now and then, and never at once', async () => {
    await open(2);
    expect(demo.client.calls.$calls.get()).to.deep.equal([]);
    const [call] = await until(
      demo.client.calls.$calls,
      (now) => now.some(({ receiver }) => receiver === 'ana'),
      50_000,
    );
    expect(call?.status).to.equal('initiated');
  }).timeout(60_000);
});
