import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { PresenceMode } from '../../../src/protocol/backend.js';
import type { BackendEvent } from '../../../src/protocol/events.js';
import { app, codeOf, createWorld, useWorld, type Person } from '../../support/simulated.js';

const people = ['ana', 'ben', 'cleo', 'dan'] as const;

/** Who was seen coming or going. */
function seen(events: readonly BackendEvent[]): string[] {
  return events.flatMap((event) =>
    event.type === 'changed' && event.cause === 'presence'
      ? (event.changes.users ?? []).map(({ id, status }) => `${id} ${status}`)
      : [],
  );
}

describe('P10: presence', () => {
  const { world } = useWorld({ groups: {} });
  beforeEach(async () => {
    await world.management.request('role.create', { role: 'guide' });
    await world.management.request('user.update', { uid: 'cleo', role: 'guide' });
    await world.management.request('friend.add', { uid: 'ana', uids: ['ben'] });
  });

  async function watch(presence: PresenceMode | undefined): Promise<string[]> {
    const connection = world.server.open();
    const events: BackendEvent[] = [];
    await connection.signIn({
      uid: 'ana',
      authKey: app.authKey,
      ...(presence !== undefined && { presence }),
    });
    connection.listen((event) => events.push(event));
    await world.arrived();
    events.length = 0;
    for (const uid of ['ben', 'cleo', 'dan']) {
      const person = await world.person(uid);
      person.close();
      await world.settled();
    }
    connection.close();
    return seen(events);
  }

  const both = (uid: string) => [`${uid} online`, `${uid} offline`];

  for (const [mode, expected] of [
    [undefined, [...both('ben'), ...both('cleo'), ...both('dan')]],
    ['all', [...both('ben'), ...both('cleo'), ...both('dan')]],
    ['friends', both('ben')],
    [{ roles: ['guide'] }, both('cleo')],
    [{ roles: ['Guide', 'default'] }, [...both('ben'), ...both('cleo'), ...both('dan')]],
    ['none', []],
  ] as const) {
    it(`${JSON.stringify(mode)}: told of ${expected.join(', ') || 'nobody'}`, async () => {
      expect(await watch(mode)).to.deep.equal(expected);
    });
  }

  it('a mode that is none is refused', async () => {
    for (const presence of ['some', 7, null, { roles: 'guide' }]) {
      const found = await codeOf(
        world.server
          .open()
          .signIn({ uid: 'ana', authKey: app.authKey, presence: presence as PresenceMode }),
      );
      expect(found).to.equal('invalid MISSING_PARAMETERS');
    }
  });

  it('whatever the mode, whoever is asked for is as they are', async () => {
    const connection = world.server.open();
    await connection.signIn({ uid: 'ana', authKey: app.authKey, presence: 'none' });
    await world.person('dan');
    const { changes } = await connection.request('user.get', { uid: 'dan' });
    expect(changes.users![0]!.status).to.equal('online');
  });

  it('counts: who is online, and in which groups; not those one is apart from', async () => {
    await world.group('kiln', 'public', { ben: 'participant' });
    await world.group('den', 'private');
    const ben = await world.person('ben');
    await world.person('ana');
    await world.person('dan');
    const count = async (guids?: readonly string[]) => {
      const { online, groups } = await ben.ask('presence.count', guids ? { guids } : {});
      return { online, groups };
    };
    expect(await count(['kiln'])).to.deep.equal({ online: 3, groups: { kiln: 2 } });
    expect(await ben.refusal('presence.count', { guids: ['den'] }), 'P4').to.equal(
      'not-found ERR_GUID_NOT_FOUND',
    );
    await ben.ask('user.block', { uids: ['dan'] });
    expect((await count()).online).to.equal(2);
  });

  describe('how many are online in a group', () => {
    const watched = async (presence: PresenceMode) => {
      const connection = world.server.open();
      const counts: (number | undefined)[] = [];
      await connection.signIn({ uid: 'ana', authKey: app.authKey, presence });
      connection.listen((event) => {
        if (event.type !== 'changed') return;
        for (const group of event.changes.groups ?? []) counts.push(group.onlineCount);
      });
      await world.arrived();
      counts.length = 0;
      return { connection, counts };
    };

    it('members see it live, whoever comes and goes, unless they asked for no presence', async () => {
      await world.group('kiln', 'public', { ben: 'participant', dan: 'participant' });
      for (const [mode, expected] of [
        ['all', [2, 1, 2, 1]],
        ['friends', [2, 1, 2, 1]],
        ['none', []],
      ] as const) {
        const { connection, counts } = await watched(mode);
        for (const uid of ['ben', 'dan']) {
          const person = await world.person(uid);
          person.close();
          await world.settled();
        }
        expect(counts, mode).to.deep.equal(expected);
        connection.close();
        await world.settled();
      }
    });

    it('outsiders are not told, and whoever joins online is counted in the same breath', async () => {
      await world.group('kiln', 'public', { ben: 'participant' });
      const [dan, ben] = [await world.person('dan'), await world.person('ben')];
      await dan.drain();
      const ana = await world.person('ana');
      const groups = (await dan.drain()).flatMap((event) =>
        event.type === 'changed' ? (event.changes.groups ?? []) : [],
      );
      expect(groups).to.deep.equal([]);
      await ben.drain();
      const { changes } = await dan.ask('group.join', { guid: 'kiln' });
      expect(changes.groups![0]!.onlineCount).to.equal(3);
      const [joined] = await ben.drain();
      expect(joined?.type === 'changed' && joined.changes.groups![0]!.onlineCount).to.equal(3);
      await ana.ask('member.kick', { guid: 'kiln', uid: 'dan' });
      const [kicked] = await ben.drain();
      expect(kicked?.type === 'changed' && kicked.changes.groups![0]!.onlineCount).to.equal(2);
    });
  });

  it('P5: the online members of a group are without those one is apart from', async () => {
    await world.group('kiln', 'public', { ben: 'participant', dan: 'participant' });
    const [ana] = [await world.person('ana'), await world.person('ben'), await world.person('dan')];
    await ana.ask('user.block', { uids: ['dan'] });
    const list = async (status: 'online' | 'offline') =>
      (await ana.ask('member.list', { guid: 'kiln', status })).ids;
    expect(await list('online')).to.deep.equal(['kiln:ana', 'kiln:ben']);
    expect(await list('offline')).to.deep.equal(['kiln:dan']);
  });

  it('last seen is when the last device left', async () => {
    const ana = await world.person('ana');
    const dan = await world.person('dan');
    world.clock.advance(5000);
    dan.close();
    await world.settled();
    const { changes } = await ana.ask('user.get', { uid: 'dan' });
    expect(changes.users![0]!.lastActiveAt).to.equal(world.clock.now());
  });

  it('P5: after any comings, goings and blocks, nobody sees those they are apart from', async () => {
    const step = fc.record({
      actor: fc.constantFrom(...people),
      on: fc.constantFrom(...people),
      act: fc.constantFrom('block', 'unblock', 'come', 'go', 'type', 'send'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const own = await createWorld({ people });
        const persons = new Map<string, Person>();
        for (const uid of people) persons.set(uid, await own.person(uid));
        const extra = new Map<string, Person>();
        const blocks = new Set<string>();
        const apart = (a: string, b: string) => blocks.has(`${a} ${b}`) || blocks.has(`${b} ${a}`);
        for (const { actor, on, act } of steps) {
          const person = persons.get(actor)!;
          for (const other of persons.values()) await other.drain();
          if (act === 'block' && actor !== on) {
            await person.ask('user.block', { uids: [on] });
            blocks.add(`${actor} ${on}`);
          } else if (act === 'unblock' && actor !== on) {
            await person.ask('user.unblock', { uids: [on] });
            blocks.delete(`${actor} ${on}`);
          } else if (act === 'come' && !extra.has(actor)) {
            extra.set(actor, await own.person(actor));
          } else if (act === 'go') {
            extra.get(actor)?.close();
            extra.delete(actor);
          } else if (act === 'type') {
            await person.refusal('typing.set', { target: { uid: on }, typing: true });
          } else if (act === 'send') {
            const message = { id: own.id(), type: 'text', text: 'x' };
            const found = await person.refusal('message.send', { target: { uid: on }, message });
            if (actor !== on) expect(found === 'ok').to.equal(!apart(actor, on));
          }
          for (const [uid, viewer] of persons) {
            for (const event of await viewer.drain()) {
              if (event.type === 'typing') expect(apart(uid, event.uid)).to.equal(false);
              if (event.type !== 'changed') continue;
              if (event.cause === 'presence')
                expect(apart(uid, event.actor ?? uid), `${uid} learns`).to.equal(false);
              for (const { id, status, lastActiveAt } of event.changes.users ?? []) {
                if (!apart(uid, id)) continue;
                expect([status, lastActiveAt], `${uid} sees ${id}`).to.deep.equal([
                  'offline',
                  undefined,
                ]);
              }
            }
            const listed = await viewer.ask('user.list', { status: 'online' });
            expect([...listed.ids].sort()).to.deep.equal(
              people.filter((other) => other !== uid && !apart(uid, other)),
            );
          }
        }
        await own.server.close();
      }),
      { numRuns: 15 },
    );
  });
});
