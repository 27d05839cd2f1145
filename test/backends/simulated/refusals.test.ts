import { expect } from '@open-wc/testing';
import type { OperationName } from '../../../src/protocol/operations.js';
import { createApps } from '../../../src/backends/simulated/apps.js';
import { handlers } from '../../../src/backends/simulated/handlers/all.js';
import { createMemoryStorage } from '../../../src/backends/simulated/storage/memory.js';
import { lines, operations, type Names } from './operations.js';
import {
  app,
  codeOf,
  createClock,
  createWorld,
  type Person,
  type World,
} from '../../support/simulated.js';

const content = { category: 'interactive', type: 'form', data: {}, text: 'x' } as const;
const kiln = { guid: 'kiln' } as const;

/** Those whose question names something that could be hidden. */
const naming = operations.filter((name) => {
  const named = 'NAMED';
  const everything = { guid: named, uid: named, message: named, own: named, call: named };
  const to = { ...everything, target: { guid: named }, file: `chat-file:${named}` };
  return JSON.stringify(lines[name].asks(to)).includes(named);
});
/** Of these, those that ask about a group rather than a person or a file. */
const ofGroup = naming.filter((name) => !/^(user|file)\./.test(name));

describe('refusals', () => {
  it('the table names every operation', () => {
    expect([...operations].sort()).to.deep.equal(Object.keys(handlers).sort());
  });

  async function ask(
    person: Pick<Person, 'refusal'>,
    to: Names,
    asked: readonly OperationName[],
    expected: (name: OperationName) => RegExp,
  ): Promise<string[]> {
    const odd: string[] = [];
    for (const name of asked) {
      const found = await person.refusal(name, lines[name].asks(to));
      if (!expected(name).test(found)) odd.push(`${name}: ${found}`);
    }
    return odd;
  }

  /** Ana owns the group, and has written and rings in it; ben moderates, cleo is a member, dan is outside. */
  async function group(world: World, type: 'public' | 'private'): Promise<Names> {
    await world.group('kiln', type, { ben: 'moderator', cleo: 'participant' });
    const ana = await world.person('ana');
    await ana.ask('message.send', { target: kiln, message: { id: 'm-group', ...content } });
    await ana.ask('call.start', { id: 'call-1', target: kiln, type: 'audio' });
    const more = { message: 'm-group', own: 'm-group', call: 'call-1', file: 'chat-file:none' };
    return { target: kiln, guid: 'kiln', uid: 'cleo', ...more };
  }

  describe('of whoever is not signed in', () => {
    let world: World;
    let to: Names;
    beforeEach(async () => {
      world = await createWorld();
      to = await group(world, 'public');
    });
    afterEach(() => world.server.close());

    it('signed out: nothing is answered', async () => {
      const connection = world.server.open();
      const stranger = {
        refusal: (name: OperationName, params: never) =>
          codeOf(connection.request(name, params, world.id())),
      };
      const all = () => /^unauthenticated USER_NOT_LOGED_IN$/;
      expect(await ask(stranger, to, operations, all)).to.deep.equal([]);
    });

    const endings: Record<string, (world: World, ben: Person) => Promise<unknown>> = {
      'unauthenticated USER_NOT_LOGED_IN': (_, ben) => ben.ask('session.signOut', {}),
      'token-deleted AUTH_ERR_AUTH_TOKEN_NOT_FOUND': ({ management }) =>
        management.request('token.delete', { uid: 'ben' }),
      'deactivated ERR_UID_NOT_FOUND': ({ management }) =>
        management.request('user.deactivate', { uid: 'ben' }),
    };
    for (const [code, end] of Object.entries(endings)) {
      it(`N3: a session that has ended says why, whatever is asked: ${code}`, async () => {
        const ben = await world.person('ben');
        await end(world, ben);
        expect(await ask(ben, to, operations, () => new RegExp(`^${code}$`))).to.deep.equal([]);
        await ben.drain();
        await (await world.person('ana')).send('#kiln', 'after');
        expect(await ben.drain(), 'nothing follows').to.deep.equal([]);
      });
    }
  });

  it('P9: a session of another app finds nothing of this one, in any operation', async () => {
    const other = { ...app, appId: 'app2', authKey: 'a2', restApiKey: 'r2' };
    const server = await createApps({
      apps: [app, other],
      environment: createClock(),
      storage: () => createMemoryStorage(),
    });
    for (const uid of ['ana', 'ben', 'cleo'])
      await server.manage(app).request('user.create', { uid, name: uid });
    await server.manage(other).request('user.create', { uid: 'ben', name: 'Ben' });
    await server.manage(app).request('group.create', {
      guid: 'kiln',
      name: 'Kiln',
      type: 'public',
      owner: 'ana',
      members: { ben: 'admin' },
    });
    const there = server.open();
    await there.signIn({ appId: 'app1', uid: 'ana', authKey: app.authKey });
    const sends = { target: kiln, message: { id: 'm-group', ...content } };
    await there.request('message.send', sends, 'c1');
    const file = { id: 'f1', name: 'f', mimeType: 'text/plain', data: new ArrayBuffer(1) };
    await there.request('file.upload', file, 'c2');
    const here = server.open();
    await here.signIn({ appId: 'app2', uid: 'ben', authKey: 'a2' });
    let count = 0;
    const ben = {
      async refusal(name: OperationName, params: never) {
        let code = 'ok';
        const answer = await here.request(name, params, `c${++count}`).catch((error: unknown) => {
          const { code: found, detail } = error as { code: string; detail: string };
          code = `${found} ${detail}`;
          return undefined;
        });
        const results = Object.values((answer as { results?: object } | undefined)?.results ?? {});
        return results.length > 0 ? String((results[0] as { code?: string }).code) : code;
      },
    };
    const message = { message: 'm-group', own: 'm-group', call: 'call-1', file: 'chat-file:f1' };
    for (const target of [kiln, { uid: 'cleo' }]) {
      const to = { target, guid: 'kiln', uid: 'cleo', ...message };
      expect(await ask(ben, to, naming, () => /^not-found/)).to.deep.equal([]);
    }
    await server.close();
  });

  describe('of whoever is outside of a group', () => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld();
    });
    afterEach(() => world.server.close());

    it('not a member of a public group: it is said so, and no more', async () => {
      const to = await group(world, 'public');
      const dan = await world.person('dan');
      const expected = {
        free: /^ok$/,
        member: /^not-a-member ERR_GROUP_NOT_JOINED$/,
        call: /^not-found ERR_CALL_SESSION_NOT_FOUND$/,
        join: /^ok$/,
      };
      const joinLast = [...ofGroup.filter((name) => name !== 'group.join'), 'group.join'] as const;
      expect(await ask(dan, to, joinLast, (name) => expected[lines[name].group])).to.deep.equal([]);
    });

    it('P4: a private group does not exist for outsiders, in any operation', async () => {
      const to = await group(world, 'private');
      const dan = await world.person('dan');
      await dan.drain();
      expect(await ask(dan, to, ofGroup, () => /^not-found /)).to.deep.equal([]);
      expect((await dan.ask('group.list', { search: 'kiln' })).ids).to.deep.equal([]);
      expect((await dan.ask('message.search', { search: 'x' })).ids).to.deep.equal([]);
      expect(JSON.stringify(await dan.drain())).not.to.include('kiln');
    });

    for (const type of ['public', 'private'] as const) {
      it(`banned from a ${type} group: outside, and told so where it may be known`, async () => {
        const to = await group(world, type);
        const ben = await world.person('ben');
        const ana = await world.person('ana');
        await ana.ask('member.ban', { guid: 'kiln', uid: 'ben' });
        const expected = {
          free: /^ok$/,
          member: /^banned ERR_BANNED_GROUPMEMBER$/,
          call: /^not-found ERR_CALL_SESSION/,
          join: /^banned ERR_BANNED_GROUPMEMBER$/,
        };
        const found = await ask(ben, to, ofGroup, (name) =>
          type === 'private' ? /^not-found / : expected[lines[name].group],
        );
        expect(found).to.deep.equal([]);
        await ben.drain();
        await ana.send('#kiln', 'after');
        const events = JSON.stringify(await ben.drain());
        expect(events, 'told nothing more').not.to.include('after');
      });
    }
  });

  /** Ana and ben have written to each other and share a group; one rings the other. */
  async function pair(me: 'ana' | 'ben'): Promise<[World, Person, Person, Names]> {
    const world = await createWorld();
    await world.group('kiln', 'public', { ben: 'moderator' });
    const uid = me === 'ana' ? 'ben' : 'ana';
    const [person, other] = [await world.person(me), await world.person(uid)];
    const write = (from: Person, to: string, id: string) =>
      from.ask('message.send', { target: { uid: to }, message: { id, ...content } });
    await write(person, uid, 'm-own');
    await write(other, me, 'm-theirs');
    await other.ask('file.upload', {
      id: 'f1',
      name: 'f',
      mimeType: 'text/plain',
      data: new ArrayBuffer(1),
    });
    await other.ask('call.start', { id: 'call-1', target: { uid: me }, type: 'audio' });
    const message = { message: 'm-theirs', own: 'm-own', call: 'call-1', file: 'chat-file:f1' };
    return [world, person, other, { target: { uid }, guid: 'kiln', uid, ...message }];
  }

  describe('P5: of people apart by a block, either way: nothing passes, and the past is readable', () => {
    const expected = {
      past: /^ok$/,
      passes: /^blocked ERR_BLOCKED_(RECEIVER|SENDER)$/,
      over: /^conflict ERR_CALL_TERMINATED$/,
      open: /^(?!blocked)/,
    };
    for (const name of operations) {
      it(`${name}: ${lines[name].blocked}`, async () => {
        for (const me of ['ana', 'ben'] as const) {
          for (const blocker of ['ana', 'ben'] as const) {
            const [world, person, other, to] = await pair(me);
            const [by, on] = blocker === me ? [person, other] : [other, person];
            await by.ask('user.block', { uids: [on.uid] });
            await other.drain();
            const found = await person.refusal(name, lines[name].asks(to));
            expect(found, `${me}, blocked by ${blocker}`).to.match(expected[lines[name].blocked]);
            const events = await other.drain();
            if (lines[name].blocked !== 'open')
              expect(events, `${other.uid} is told nothing`).to.deep.equal([]);
            await world.server.close();
          }
        }
      });
    }
  });

  describe('of someone who was deactivated: nobody writes to, adds or finds who is gone', () => {
    /** Ana owns the group, ben is in it and not banned. */
    const asOwner: Partial<Record<OperationName, RegExp>> = {
      'group.join': /^conflict ERR_ALREADY_JOINED$/,
      'group.leave': /^forbidden ERR_GROUP_NO_CLEARANCE$/,
      'member.unban': /^conflict ERR_NOT_A_BANNED_USER$/,
    };
    const expected = {
      ok: /^ok$/,
      each: /^ok$/,
      gone: /^not-found ERR_UID_NOT_FOUND$/,
      over: /^conflict ERR_CALL_TERMINATED$/,
    };
    for (const name of operations) {
      it(`${name}: ${lines[name].gone}`, async () => {
        const [world, ana, , to] = await pair('ana');
        await world.management.request('user.deactivate', { uid: 'ben' });
        const { gone, asks } = lines[name];
        expect(await ana.refusal(name, asks(to))).to.match(asOwner[name] ?? expected[gone]);
        if (gone === 'each') {
          const { results } = (await ana.ask(name, asks(to))) as unknown as {
            results: Record<string, { code?: string }>;
          };
          expect(results['ben']!.code).to.equal('not-found');
        }
        await world.server.close();
      });
    }
  });
});
