import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { BackendEvent } from '../../../src/protocol/events.js';
import type { GroupType, Scope } from '../../../src/protocol/records.js';
import type { MemberRow } from '../../../src/backends/simulated/storage/rows.js';
import { createWorld, type Person, type World } from '../../support/simulated.js';

const people = ['ana', 'ben', 'cleo', 'dan'] as const;
const kiln = { guid: 'kiln' } as const;
const target = kiln;

type Act = (world: World, person: Person, uid: string) => Promise<unknown>;
const scope =
  (to: Scope): Act =>
  (_, person, uid) =>
    person.refusal('member.scope', { ...kiln, uid, scope: to });

/** Whatever can be done in or to a group, refused or not. */
const acts: Readonly<Record<string, Act>> = {
  join: (_, person) => person.refusal('group.join', { ...kiln, password: 'sesame' }),
  joinWrongly: (_, person) => person.refusal('group.join', { ...kiln, password: 'open' }),
  leave: (_, person) => person.refusal('group.leave', kiln),
  transfer: (_, person, uid) => person.refusal('group.transfer', { ...kiln, uid }),
  update: (_, person) => person.refusal('group.update', { ...kiln, description: 'x' }),
  add: (_, person, uid) => person.refusal('member.add', { ...kiln, members: { [uid]: 'admin' } }),
  keepOut: (_, person, uid) => person.refusal('member.add', { ...kiln, banned: [uid] }),
  kick: (_, person, uid) => person.refusal('member.kick', { ...kiln, uid }),
  ban: (_, person, uid) => person.refusal('member.ban', { ...kiln, uid }),
  unban: (_, person, uid) => person.refusal('member.unban', { ...kiln, uid }),
  toAdmin: scope('admin'),
  toModerator: scope('moderator'),
  toParticipant: scope('participant'),
  block: (_, person, uid) => person.refusal('user.block', { uids: [uid] }),
  send: ({ id }, person, uid) =>
    person.refusal('message.send', {
      target,
      message: { id: id(), type: 'text', text: `<@uid:${uid}>` },
    }),
  type: (_, person) => person.refusal('typing.set', { target, typing: true }),
  wave: (_, person) => person.refusal('transient.send', { target, data: {} }),
  ring: ({ id }, person) => person.refusal('call.start', { id: id(), target, type: 'audio' }),
  read: (_, person) => person.refusal('receipt.read', { target }),
  theApp: ({ management }, _, uid) =>
    management.request('member.kick', { ...kiln, uid }).catch(() => undefined),
};

interface Inside {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

describe('P2, P3, P4: after any sequence of acts by anyone', () => {
  for (const type of ['public', 'password', 'private'] as const) {
    it(`of a ${type} group the invariants hold, and nobody is told what they may not see`, async () => {
      const step = fc.record({
        actor: fc.constantFrom(...people),
        on: fc.constantFrom(...people),
        act: fc.constantFrom(...Object.keys(acts)),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          const world = await createWorld({ people });
          await world.group('kiln', type, { ben: 'moderator', cleo: 'participant' });
          const persons = new Map<string, Person>();
          for (const uid of people) persons.set(uid, await world.person(uid));
          for (const person of persons.values()) await person.drain();
          let before: ReadonlySet<string> = new Set(['ana', 'ben', 'cleo']);
          for (const { actor, on, act } of steps) {
            await acts[act]!(world, persons.get(actor)!, on);
            const after = await invariants(world);
            for (const person of persons.values())
              for (const event of await person.drain())
                mayBeTold(event, person.uid, type, { before, after });
            await views(persons, type, after);
            for (const person of persons.values()) await person.drain();
            before = after;
          }
          await world.server.close();
        }),
        { numRuns: 12 },
      );
    }).timeout(60_000);
  }
});

/** One owner who is a member and an admin; counts equal to lists; who is banned is in no list of members. */
async function invariants({ storage, management }: World): Promise<ReadonlySet<string>> {
  const { group, members } = await storage.read(async (t) => ({
    group: (await t.get('groups', 'kiln'))!,
    members: await t.range('members', 'key', { prefix: ['kiln'] }),
  }));
  const of = (standing: MemberRow['standing']) =>
    members.filter((row) => row.standing === standing).map(({ uid }) => `kiln:${uid}`);
  const inside = new Set(of('member').map((id) => id.slice('kiln:'.length)));
  expect(group.membersCount, 'count').to.equal(inside.size);
  const owner = members.find(({ uid }) => uid === group.owner);
  expect([owner?.standing, owner?.scope], 'the owner').to.deep.equal(['member', 'admin']);
  const listed = await management.request('member.list', kiln);
  expect([...listed.ids].sort(), 'members').to.deep.equal(of('member'));
  expect(listed.changes.members!.filter((row) => row.owner).length, 'one owner').to.equal(1);
  expect(listed.total, 'total').to.equal(group.membersCount);
  const banned = await management.request('member.banned', kiln);
  expect([...banned.ids].sort(), 'banned').to.deep.equal(of('banned'));
  // Whoever is out takes part in no call.
  for (const call of await storage.read((t) => t.range('calls', 'open', { prefix: [1] })))
    expect(call.participants.filter((uid) => !inside.has(uid))).to.deep.equal([]);
  return inside;
}

/** What each of them can find by asking. */
async function views(
  persons: ReadonlyMap<string, Person>,
  type: GroupType,
  inside: ReadonlySet<string>,
): Promise<void> {
  for (const [uid, person] of persons) {
    const isInside = inside.has(uid);
    const [seen, read] = [isInside || type !== 'private', isInside];
    const found = async (...asked: Parameters<Person['refusal']>) =>
      (await person.refusal(...asked)) === 'ok';
    expect(await found('group.get', kiln), `${uid} sees it`).to.equal(seen);
    expect((await person.ask('group.list', {})).ids.includes('kiln')).to.equal(seen);
    expect(await found('message.list', { target, position: 'end' })).to.equal(read);
    expect(await found('member.list', kiln), `${uid} sees members`).to.equal(read);
    expect(await found('conversation.get', { target })).to.equal(read);
    const rows = (await person.ask('conversation.list', {})).ids;
    expect(rows.includes('group:kiln'), `${uid} lists it`).to.equal(read);
    const hits = (await person.ask('message.search', { search: '<@uid' })).ids;
    if (!read) expect(hits).to.deep.equal([]);
    if (!seen) continue;
    const { scope, can } = (await person.ask('group.get', kiln)).changes.groups![0]!;
    expect([scope !== null, can.includes('send')]).to.deep.equal([read, read]);
  }
}

function mayBeTold(
  event: BackendEvent,
  uid: string,
  type: GroupType,
  { before, after }: Inside,
): void {
  const told = `${uid} is told ${JSON.stringify(event)}`;
  const [was, is] = [before.has(uid), after.has(uid)];
  if (event.type === 'typing' || event.type === 'transient') {
    expect(is, told).to.equal(true);
    return;
  }
  if (event.type !== 'changed') return;
  const { groups = [], members = [], conversations = [], messages = [] } = event.changes;
  const { receipts = [], calls = [] } = event.changes;
  if (!is) {
    expect([messages.length, receipts.length], told).to.deep.equal([0, 0]);
    expect(members.filter((row) => row.uid !== uid).length, told).to.equal(0);
    for (const row of [...conversations, ...calls]) expect(row.removedAt, told).to.be.a('number');
  }
  if (is || was) return;
  expect([conversations.length, calls.length], told).to.deep.equal([0, 0]);
  if (type === 'private') expect([groups.length, members.length], told).to.deep.equal([0, 0]);
}
