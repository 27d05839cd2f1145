import { expect } from '@open-wc/testing';
import type { Call } from '../../../src/protocol/records.js';
import { createWorld, type Person, type World } from './world.js';

const kiln = { guid: 'kiln' } as const;

describe('calls end for whoever may take part no more', () => {
  let world: World;
  let ana: Person;
  let ben: Person;
  let cleo: Person;
  beforeEach(async () => {
    world = await createWorld();
    await world.group('kiln', 'public', { ben: 'participant', cleo: 'participant' });
    [ana, ben, cleo] = [
      await world.person('ana'),
      await world.person('ben'),
      await world.person('cleo'),
    ];
  });
  afterEach(() => world.server.close());

  const call = async (person: Person) =>
    (await person.ask('call.get', { id: 'c1' })).changes.calls![0]!;
  const told = async (person: Person): Promise<Call | undefined> =>
    (await person.drain())
      .flatMap((event) => (event.type === 'changed' ? (event.changes.calls ?? []) : []))
      .at(-1);
  const start = (target: { guid: string } | { uid: string }) =>
    ana.ask('call.start', { id: 'c1', target: target, type: 'audio' });
  const accept = (person: Person) => person.ask('call.accept', { id: 'c1' });
  /** Busy no more. */
  const free = async (person: Person) => {
    const id = world.id();
    await person.ask('call.start', { id, target: { uid: 'dan' }, type: 'audio' });
    await person.ask('call.end', { id, status: 'cancelled' });
  };

  it('P6: removed from the group: out of its call, told so, and not busy; the others go on', async () => {
    await start(kiln);
    for (const person of [ben, cleo]) await accept(person);
    await ben.drain();
    await ana.ask('member.kick', { guid: 'kiln', uid: 'ben' });
    expect(await told(ben)).to.deep.include({ id: 'c1', participants: [] });
    expect(await call(ana)).to.deep.include({ status: 'ongoing', participants: ['ana', 'cleo'] });
    await free(ben);
    await ana.ask('member.ban', { guid: 'kiln', uid: 'cleo' });
    expect((await call(ana)).status).to.equal('ended');
  });

  it('P6: it rings no more for whoever is removed while it rings', async () => {
    await start(kiln);
    await ben.drain();
    await ana.ask('member.kick', { guid: 'kiln', uid: 'ben' });
    expect((await told(ben))?.removedAt).to.be.a('number');
    expect((await call(cleo)).status).to.equal('initiated');
  });

  it('of a group that is deleted: for everyone', async () => {
    await start(kiln);
    await accept(ben);
    for (const person of [ben, cleo]) await person.drain();
    await ana.ask('group.delete', kiln);
    for (const person of [ben, cleo]) expect((await told(person))?.status).to.equal('ended');
    for (const person of [ana, cleo]) await free(person);
  });

  it('P5: between two, with a block; and with a deactivated account', async () => {
    await start({ uid: 'ben' });
    await ben.ask('user.block', { uids: ['ana'] });
    expect((await call(ana)).status).to.equal('rejected');
    await ben.ask('user.unblock', { uids: ['ana'] });
    await ana.ask('call.start', { id: 'c2', target: { uid: 'ben' }, type: 'audio' });
    await ben.ask('call.accept', { id: 'c2' });
    await world.management.request('user.deactivate', { uid: 'ana' });
    const { changes } = await ben.ask('call.get', { id: 'c2' });
    expect(changes.calls![0]!.status).to.equal('ended');
    await free(ben);
  });
});
