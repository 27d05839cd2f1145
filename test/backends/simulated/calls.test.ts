import { expect } from '@open-wc/testing';
import type { Target } from '../../../src/protocol/ids.js';
import type { Params } from '../../../src/protocol/operations.js';
import type { CallQuery } from '../../../src/protocol/queries.js';
import type { Call } from '../../../src/protocol/records.js';
import { useWorld, type Person } from '../../support/simulated.js';

const kiln = { guid: 'kiln' } as const;

describe('calls end for whoever may take part no more', () => {
  const { world, ana, ben, cleo } = useWorld({
    signedIn: ['ana', 'ben', 'cleo'],
    groups: { kiln: { ben: 'participant', cleo: 'participant' } },
  });

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

describe('K1: nobody is in two calls', () => {
  const { world, ana, ben, cleo } = useWorld({
    signedIn: ['ana', 'ben', 'cleo'],
    groups: {
      kiln: { ben: 'participant', cleo: 'participant' },
      shop: { ben: 'participant', cleo: 'participant' },
    },
  });
  const start = (person: Person, id: string, target: Target) =>
    person.refusal('call.start', { id, target, type: 'audio' });

  it('and a group has one: who calls it again is told which', async () => {
    expect(await start(ana, 'c1', kiln)).to.equal('ok');
    expect(await start(ben, 'c2', kiln)).to.equal('conflict ERR_CALL_BUSY_GROUP');
    expect(await start(ben, 'c3', { guid: 'shop' })).to.equal('ok');
    await ben.ask('call.end', { id: 'c3', status: 'cancelled' });
    expect(await ben.refusal('call.accept', { id: 'c1' })).to.equal('ok');
    expect(await ben.refusal('call.accept', { id: 'c1' })).to.equal(
      'conflict ERR_CALL_GROUP_ALREADY_JOINED',
    );
  });

  it('who is in one answers no other', async () => {
    await start(ana, 'c1', kiln);
    await ben.ask('call.accept', { id: 'c1' });
    await start(cleo, 'c2', { guid: 'shop' });
    expect(await ben.refusal('call.accept', { id: 'c2' })).to.equal('conflict ERR_CALL_BUSY_SELF');
    await ben.ask('call.end', { id: 'c1', status: 'ended' });
    expect(await ben.refusal('call.accept', { id: 'c2' })).to.equal('ok');
    expect(await ben.refusal('call.accept', { id: 'c2' })).to.equal(
      'conflict ERR_CALL_GROUP_ALREADY_JOINED',
    );
  });

  it('only who is in it ends it; leaving twice is no error', async () => {
    await start(ana, 'c1', kiln);
    for (const person of [ben, cleo]) await person.ask('call.accept', { id: 'c1' });
    await world.management.request('member.add', {
      guid: 'kiln',
      members: { dan: 'participant' },
    });
    const dan = await world.person('dan');
    const end = { id: 'c1', status: 'ended' } as const;
    expect(await dan.refusal('call.end', end)).to.equal('forbidden ERR_CALL_NOT_A_PART');
    expect(await ben.refusal('call.end', end)).to.equal('ok');
    expect(await ben.refusal('call.end', end)).to.equal('ok');
    const { changes } = await dan.ask('call.get', { id: 'c1' });
    expect(changes.calls![0]!.participants).to.deep.equal(['ana', 'cleo']);
  });
});

describe('the stays in a call', () => {
  const { world, ana, ben, cleo } = useWorld({ signedIn: ['ana', 'ben', 'cleo'] });

  it('say who was in it and when, also of those who left early; who never came has missed it', async () => {
    await world.management.request('member.add', {
      guid: 'kiln',
      members: { dan: 'participant' },
    });
    const from = world.clock.now();
    await ana.ask('call.start', { id: 'c1', target: kiln, type: 'audio' });
    for (const person of [ben, cleo]) {
      world.clock.advance(1000);
      await person.ask('call.accept', { id: 'c1' });
    }
    world.clock.advance(1000);
    await ben.ask('call.end', { id: 'c1', status: 'ended' });
    world.clock.advance(1000);
    await ana.ask('call.end', { id: 'c1', status: 'ended' });
    const { changes } = await ben.ask('call.get', { id: 'c1' });
    const [call] = changes.calls!;
    expect(call!.status).to.equal('ended');
    expect(call!.stays).to.deep.equal([
      { uid: 'ana', joinedAt: from, leftAt: from + 4000 },
      { uid: 'ben', joinedAt: from + 1000, leftAt: from + 3000 },
      { uid: 'cleo', joinedAt: from + 2000, leftAt: from + 4000 },
    ]);
    expect(
      changes.users!.map(({ id }) => id),
      'R6',
    ).to.include.members(['ana', 'ben', 'cleo']);
    const dan = await world.person('dan');
    const missed = async (person: Person) =>
      (await person.ask('call.list', { status: 'missed' })).ids;
    expect(await missed(dan)).to.deep.equal(['c1']);
    for (const person of [ana, ben, cleo]) expect(await missed(person)).to.deep.equal([]);
    expect(
      (await world.management.request('call.list', { target: { uid: 'ben' } })).ids,
    ).to.deep.equal(['c1']);
  });
});

describe('calls are found by what one remembers of them', () => {
  const { world, ana, ben } = useWorld({
    signedIn: ['ana', 'ben'],
    groups: { kiln: { ben: 'participant', cleo: 'participant' } },
  });
  beforeEach(async () => {
    const ring = (person: Person, id: string, target: Target, type: Call['type']) => {
      world.clock.advance(1000);
      return person.ask('call.start', { id, target, type });
    };
    const end = (person: Person, id: string, status: Params<'call.end'>['status']) =>
      person.ask('call.end', { id, status });
    await ring(ana, 'c1', { uid: 'ben' }, 'audio');
    await end(ana, 'c1', 'cancelled');
    await ring(ana, 'c2', { uid: 'ben' }, 'video');
    await end(ben, 'c2', 'rejected');
    await ring(ben, 'c3', { uid: 'ana' }, 'audio');
    await ana.ask('call.accept', { id: 'c3' });
    await end(ana, 'c3', 'ended');
    await ring(ana, 'c4', kiln, 'video');
    await end(ana, 'c4', 'cancelled');
  });

  const idsOf = async (person: Person, filter: CallQuery) =>
    (await person.ask('call.list', filter)).ids;

  it('by direction, as the one who asks sees it', async () => {
    expect(await idsOf(ana, { direction: 'outgoing' })).to.deep.equal(['c4', 'c2', 'c1']);
    expect(await idsOf(ana, { direction: 'incoming' })).to.deep.equal(['c3']);
    expect(await idsOf(ben, { direction: 'incoming' })).to.deep.equal(['c4', 'c2', 'c1']);
  });

  it('missed: neither joined nor declined, and never by the one who rang', async () => {
    expect(await idsOf(ben, { status: 'missed' })).to.deep.equal(['c4', 'c1']);
    expect(await idsOf(ana, { status: 'missed' })).to.deep.equal([]);
  });

  it('by status, kind, receiver and time, all at once', async () => {
    expect(await idsOf(ana, { status: 'rejected' })).to.deep.equal(['c2']);
    expect(await idsOf(ana, { receiverType: 'group' })).to.deep.equal(['c4']);
    expect(await idsOf(ana, { target: { uid: 'ben' }, type: 'audio' })).to.deep.equal(['c3', 'c1']);
    const { initiatedAt } = (await ana.ask('call.get', { id: 'c2' })).changes.calls![0]!;
    expect(await idsOf(ana, { since: initiatedAt })).to.deep.equal(['c4', 'c3', 'c2']);
    expect(await idsOf(ana, { until: initiatedAt })).to.deep.equal(['c1']);
    expect(await idsOf(ana, { since: initiatedAt, direction: 'incoming' })).to.deep.equal(['c3']);
  });

  it('by the app, of a person', async () => {
    const of = async (filter: CallQuery) =>
      (await world.management.request('call.list', filter)).ids;
    expect(await of({ target: { uid: 'ben' } })).to.deep.equal(['c3', 'c2', 'c1']);
    expect(await of({ target: { uid: 'ben' }, status: 'missed' })).to.deep.equal(['c1']);
    expect(await of({ target: kiln })).to.deep.equal(['c4']);
    expect(await of({})).to.deep.equal(['c4', 'c3', 'c2', 'c1']);
  });

  it('what is no filter is refused', async () => {
    for (const [filter, detail] of [
      [{ direction: 'both' }, 'INVALID_DIRECTION_VALUE'],
      [{ status: 'lost' }, 'INVALID_STATUS_VALUE'],
      [{ receiverType: 'app' }, 'INVALID_RECEIVER_TYPE'],
      [{ since: 'today' }, 'MISSING_PARAMETERS'],
    ] as const)
      expect(await ana.refusal('call.list', filter as object)).to.equal(`invalid ${detail}`);
  });
});
