import { expect } from '@open-wc/testing';
import { usualLoaders, type Loaders } from '../../../src/backends/simulated/operations.js';
import { codeOf, createWorld } from '../../support/simulated.js';

/** Acts come when `release` says so; the first `failures` times they do not come at all. */
async function createSlowWorld(failures = 0) {
  let release!: () => void;
  const held = new Promise<void>((resolve) => (release = resolve));
  let left = failures;
  const loaders: Loaders = {
    ...usualLoaders,
    async acts() {
      await held;
      if (left-- > 0) throw new TypeError('Failed to fetch dynamically imported module');
      return usualLoaders.acts();
    },
  };
  const world = await createWorld({ loaders });
  await world.group('kiln', 'public');
  const ana = await world.person('ana');
  const id = await ana.send('#kiln', 'first');
  await ana.drain();
  return { world, ana, id, release };
}

describe('handlers that are loaded when they are needed', () => {
  it('C4: what was asked for first is done first, also when its handler has to come', async () => {
    const { world, ana, id, release } = await createSlowWorld();
    const pinned = ana.ask('message.pin', { id, pinned: true });
    const sent = ana.send('#kiln', 'second');
    release();
    await Promise.all([pinned, sent]);
    const causes = (await ana.drain()).map((event) => event.type === 'changed' && event.cause);
    expect(causes).to.deep.equal(['message.pin', 'message.send']);
    await world.server.close();
  });

  it('nothing waits for the handler of a question', async () => {
    const { world, ana, release } = await createSlowWorld();
    const device = world.server.open();
    await device.signIn({ token: ana.session.token });
    const found = device.request('message.search', { search: 'second' });
    const id = await ana.send('#kiln', 'second');
    release();
    expect((await found).ids).to.deep.equal([id]);
    await world.server.close();
  });

  it('C5: one that cannot be had is a failure that trying again mends, and stops nobody', async () => {
    const { world, ana, id, release } = await createSlowWorld(1);
    const pinned = ana.refusal('message.pin', { id, pinned: true });
    const sent = ana.send('#kiln', 'second');
    release();
    expect(await pinned).to.equal('unavailable ERR_MISSION_FAILED');
    await sent;
    expect(await ana.refusal('message.pin', { id, pinned: true })).to.equal('ok');
    await world.server.close();
  });

  it('one that never comes keeps nobody from closing', async () => {
    const { world, ana, id } = await createSlowWorld();
    const pinned = ana.refusal('message.pin', { id, pinned: true });
    const found = ana.refusal('message.search', { search: 'first' });
    await world.server.close();
    expect(await Promise.all([pinned, found])).to.deep.equal([
      'unavailable ERR_MISSION_FAILED',
      'unavailable ERR_MISSION_FAILED',
    ]);
  });

  it('what no part knows is no operation', async () => {
    const { world, ana, release } = await createSlowWorld();
    release();
    for (const name of ['message.fly', 'user.fly', 'fly', 'toString']) {
      expect(await codeOf(ana.ask(name as 'session.get', {}))).to.equal(
        'unsupported ERR_API_NOT_FOUND',
      );
    }
    await world.server.close();
  });
});
