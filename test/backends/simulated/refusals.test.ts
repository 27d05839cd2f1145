import { expect } from '@open-wc/testing';
import type { OperationName, Params } from '../../../src/protocol/operations.js';
import { createApps } from '../../../src/backends/simulated/apps.js';
import { handlers } from '../../../src/backends/simulated/handlers/handlers.js';
import { createMemoryStorage } from '../../../src/backends/simulated/storage/memory.js';
import { codeOf } from './refused.js';
import { app, createClock, createWorld, type Person, type World } from './world.js';

type Asked = { readonly [N in OperationName]: (to: Names) => Params<N> };
/** What an operation is asked about: a group, a person, a message in the group or to the person, a call. */
interface Names {
  readonly guid: string;
  readonly uid: string;
  readonly message: string;
  readonly direct: string;
  readonly call: string;
}
const text = { id: 'new', type: 'text', text: 'x' };

/** Each operation once, asked about a group where it can be. */
const asked: Asked = {
  'session.signOut': () => ({}),
  'session.get': () => ({}),
  'user.list': () => ({}),
  'user.get': ({ uid }) => ({ uid }),
  'user.update': () => ({ statusMessage: 'x' }),
  'user.block': ({ uid }) => ({ uids: [uid] }),
  'user.unblock': ({ uid }) => ({ uids: [uid] }),
  'user.blocked': () => ({}),
  'presence.count': ({ guid }) => ({ guids: [guid] }),
  'group.list': () => ({}),
  'group.get': ({ guid }) => ({ guid }),
  'group.create': () => ({ guid: 'new', name: 'New', type: 'public' }),
  'group.update': ({ guid }) => ({ guid, name: 'x' }),
  'group.delete': ({ guid }) => ({ guid }),
  'group.join': ({ guid }) => ({ guid }),
  'group.leave': ({ guid }) => ({ guid }),
  'group.transfer': ({ guid, uid }) => ({ guid, uid }),
  'member.list': ({ guid }) => ({ guid }),
  'member.banned': ({ guid }) => ({ guid }),
  'member.add': ({ guid, uid }) => ({ guid, members: { [uid]: 'participant' } }),
  'member.kick': ({ guid, uid }) => ({ guid, uid }),
  'member.ban': ({ guid, uid }) => ({ guid, uid }),
  'member.unban': ({ guid, uid }) => ({ guid, uid }),
  'member.scope': ({ guid, uid }) => ({ guid, uid, scope: 'admin' }),
  'conversation.list': () => ({}),
  'conversation.get': ({ guid }) => ({ target: { guid } }),
  'conversation.delete': ({ guid }) => ({ target: { guid } }),
  'conversation.pin': ({ guid }) => ({ target: { guid }, pinned: true }),
  'conversation.tag': ({ guid }) => ({ target: { guid }, tags: ['x'] }),
  'conversation.mute': ({ guid }) => ({ target: { guid }, until: 1 }),
  'unread.count': () => ({}),
  'message.list': ({ guid }) => ({ target: { guid }, position: 'end' }),
  'message.search': ({ guid }) => ({ target: { guid } }),
  'message.get': ({ message: id }) => ({ id }),
  'message.send': ({ guid }) => ({ target: { guid }, message: text }),
  'message.edit': ({ message: id }) => ({ id, text: 'y' }),
  'message.delete': ({ message: id }) => ({ id }),
  'message.pin': ({ message: id }) => ({ id, pinned: true }),
  'message.save': ({ message: id }) => ({ id, saved: true }),
  'message.flag': ({ message: id }) => ({ id, reason: 'spam' }),
  'message.unread': ({ message: id }) => ({ id }),
  'message.interact': ({ message: id }) => ({ id, elementId: 'a' }),
  'flag.reasons': () => ({}),
  'thread.list': ({ guid }) => ({ target: { guid } }),
  'thread.subscribe': ({ message: id }) => ({ id, subscribed: true }),
  'reaction.add': ({ message: id }) => ({ id, reaction: '👍' }),
  'reaction.remove': ({ message: id }) => ({ id, reaction: '👍' }),
  'reaction.list': ({ message: id }) => ({ id }),
  'receipt.delivered': ({ guid, message: messageId }) => ({ target: { guid }, messageId }),
  'receipt.read': ({ guid, message: messageId }) => ({ target: { guid }, messageId }),
  'receipt.list': ({ message: messageId }) => ({ messageId }),
  'typing.set': ({ guid }) => ({ target: { guid }, typing: true }),
  'transient.send': ({ guid }) => ({ target: { guid }, data: {} }),
  'file.upload': () => ({ id: 'f', name: 'f', mimeType: 'text/plain', data: new ArrayBuffer(1) }),
  'file.get': () => ({ url: 'chat-file:none' }),
  'call.list': ({ guid }) => ({ target: { guid } }),
  'call.get': ({ call: id }) => ({ id }),
  'call.start': ({ guid }) => ({ id: 'call-2', target: { guid }, type: 'audio' }),
  'call.accept': ({ call: id }) => ({ id }),
  'call.end': ({ call: id }) => ({ id, status: 'ended' }),
};
const names = Object.keys(asked) as OperationName[];
const about = { uid: 'cleo', message: 'm-group', direct: 'm-direct', call: 'call-1' };

/** Those that ask about the group, so that being outside matters. */
const ofGroup = names.filter((name) => {
  const params = JSON.stringify(asked[name]({ ...about, guid: 'KILN' }));
  return /KILN|m-group|call-1/.test(params);
});

describe('refusals', () => {
  let world: World;
  let ana: Person;
  beforeEach(async () => {
    world = await createWorld();
    ana = await world.person('ana');
  });
  afterEach(() => world.server.close());

  it('the table names every operation', () => {
    expect([...names].sort()).to.deep.equal(Object.keys(handlers).sort());
  });

  async function group(type: 'public' | 'private'): Promise<Names> {
    await world.group('kiln', type, { ben: 'participant', cleo: 'participant' });
    const message = { ...text, id: 'm-group' };
    await ana.ask('message.send', { target: { guid: 'kiln' }, message });
    await ana.ask('call.start', { id: 'call-1', target: { guid: 'kiln' }, type: 'audio' });
    return { ...about, guid: 'kiln' };
  }

  /** Asks each and collects those that answered otherwise. */
  async function ask(
    person: Pick<Person, 'refusal'>,
    to: Names,
    operations: readonly OperationName[],
    expected: (name: OperationName, found: string) => boolean,
  ): Promise<string[]> {
    const odd: string[] = [];
    for (const name of operations) {
      const found = await person.refusal(name, asked[name](to));
      if (!expected(name, found)) odd.push(`${name}: ${found}`);
    }
    return odd;
  }

  it('signed out: nothing is answered', async () => {
    const to = await group('public');
    const connection = world.server.open();
    const stranger = {
      refusal: (name: OperationName, params: never) =>
        codeOf(connection.request(name, params, world.id())),
    };
    const all = (_: OperationName, found: string) => found === 'unauthenticated USER_NOT_LOGED_IN';
    expect(await ask(stranger, to, names, all)).to.deep.equal([]);
  });

  it('N3: signed out elsewhere, token deleted, deactivated: each says why', async () => {
    const to = await group('public');
    const ending = {
      'unauthenticated USER_NOT_LOGED_IN': (ben: Person) => ben.ask('session.signOut', {}),
      'token-deleted AUTH_ERR_AUTH_TOKEN_NOT_FOUND': () =>
        world.management.request('token.delete', { uid: 'ben' }),
      'deactivated ERR_UID_NOT_FOUND': () =>
        world.management.request('user.deactivate', { uid: 'ben' }),
    };
    for (const [code, end] of Object.entries(ending)) {
      const ben = await world.person('ben');
      await end(ben);
      expect(await ask(ben, to, names, (_, found) => found === code), code).to.deep.equal([]);
    }
  });

  it('P9: a session of another app finds nothing of this one', async () => {
    const other = { ...app, appId: 'app2', authKey: 'a2', restApiKey: 'r2' };
    const server = await createApps({
      ...{ apps: [app, other], environment: createClock() },
      storage: () => createMemoryStorage(),
    });
    for (const one of [app, other]) {
      for (const uid of ['ana', 'ben', 'cleo']) {
        await server.manage(one).request('user.create', { uid, name: uid });
      }
    }
    await server.manage(app).request('group.create', {
      ...{ guid: 'kiln', name: 'Kiln', type: 'public', owner: 'ana' },
      members: { ben: 'admin' },
    });
    const there = server.open();
    await there.signIn({ appId: 'app1', uid: 'ana', authKey: app.authKey });
    const message = { ...text, id: 'm-group' };
    await there.request('message.send', { target: { guid: 'kiln' }, message }, 'c1');
    const here = server.open();
    await here.signIn({ appId: 'app2', uid: 'ben', authKey: 'a2' });
    let count = 0;
    const ben = {
      refusal: (name: OperationName, params: never) =>
        codeOf(here.request(name, params, `c${++count}`)),
    };
    const to = { ...about, guid: 'kiln' };
    expect(await ask(ben, to, ofGroup, (_, found) => found.startsWith('not-found '))).to.deep.equal(
      [],
    );
    await server.close();
  });

  /** What may be asked about a group that one is not in. */
  const outside: readonly OperationName[] = ['group.get', 'group.join', 'presence.count'];

  it('not a member of a public group: it is said so, and no more', async () => {
    const to = await group('public');
    const dan = await world.person('dan');
    const operations = ofGroup.filter((name) => !outside.includes(name));
    const refused = (name: OperationName, found: string) =>
      name.startsWith('call.') && name !== 'call.start' && name !== 'call.list'
        ? found === 'not-found ERR_CALL_SESSION_NOT_FOUND'
        : found === 'not-a-member ERR_GROUP_NOT_JOINED';
    expect(await ask(dan, to, operations, refused)).to.deep.equal([]);
  });

  it('P4: a private group does not exist for outsiders, in any operation', async () => {
    const to = await group('private');
    const dan = await world.person('dan');
    await dan.drain();
    expect(await ask(dan, to, ofGroup, (_, found) => found.startsWith('not-found '))).to.deep.equal(
      [],
    );
    expect((await dan.ask('group.list', { search: 'kiln' })).ids).to.deep.equal([]);
    expect((await dan.ask('message.search', { search: 'x' })).ids).to.deep.equal([]);
    expect(JSON.stringify(await dan.drain())).not.to.include('kiln');
  });

  for (const type of ['public', 'private'] as const) {
    it(`banned from a ${type} group: outside, and told so where it may be known`, async () => {
      const to = await group(type);
      const ben = await world.person('ben');
      await ana.ask('member.ban', { guid: 'kiln', uid: 'ben' });
      const open: OperationName[] = type === 'public' ? ['group.get', 'presence.count'] : [];
      const operations = ofGroup.filter((name) => !open.includes(name));
      const refused = (name: OperationName, found: string) =>
        type === 'private' || found.includes('CALL_SESSION')
          ? found.startsWith('not-found ')
          : found === 'banned ERR_BANNED_GROUPMEMBER';
      expect(await ask(ben, to, operations, refused)).to.deep.equal([]);
    });
  }

  it('P5: blocked, either way: nothing passes between the two, and the past stays readable', async () => {
    for (const [blocker, blocked] of [
      ['ana', 'ben'],
      ['ben', 'ana'],
    ] as const) {
      const own = await createWorld();
      const persons = { ana: await own.person('ana'), ben: await own.person('ben') };
      const id = await persons.ana.send('ben', 'before');
      await persons[blocker].ask('user.block', { uids: [blocked] });
      for (const [me, uid] of [
        ['ana', 'ben'],
        ['ben', 'ana'],
      ] as const) {
        const person = persons[me];
        await persons[uid].drain();
        const target = { uid };
        const passing: [OperationName, object][] = [
          ['message.send', { target, message: { ...text, id: own.id() } }],
          ['typing.set', { target, typing: true }],
          ['transient.send', { target, data: {} }],
          ['call.start', { id: own.id(), target, type: 'audio' }],
          ['reaction.add', { id, reaction: '👍' }],
          ['message.edit', { id, text: 'y' }],
          ['message.pin', { id, pinned: true }],
        ];
        for (const [name, params] of passing) {
          const found = await person.refusal(name, params);
          const notMine = name === 'message.edit' && me === 'ben';
          expect(found, `${me} ${name}`).to.match(notMine ? /^(blocked|forbidden) / : /^blocked /);
        }
        for (const [name, params] of [
          ['message.list', { target, position: 'end' }],
          ['message.get', { id }],
          ['message.save', { id, saved: true }],
          ['conversation.get', { target }],
          ['conversation.tag', { target, tags: ['x'] }],
          ['user.get', { uid }],
        ] as [OperationName, object][]) {
          expect(await person.refusal(name, params), `${me} ${name}`).to.equal('ok');
        }
        await person.ask('receipt.read', { target, messageId: id });
        expect(await persons[uid].drain(), `${uid} is told nothing`).to.deep.equal([]);
      }
      await own.server.close();
    }
  });

  it('deactivated: nobody is written to, added or found who is gone', async () => {
    const to = await group('public');
    await world.management.request('user.deactivate', { uid: 'dan' });
    const gone = { ...to, uid: 'dan' };
    expect(await ana.refusal('user.get', asked['user.get'](gone))).to.equal(
      'not-found ERR_UID_NOT_FOUND',
    );
    const target = { uid: 'dan' };
    expect(await ana.refusal('message.send', { target, message: text })).to.equal(
      'not-found ERR_UID_NOT_FOUND',
    );
    expect(await ana.refusal('call.start', { id: 'call-9', target, type: 'audio' })).to.match(
      /^not-found /,
    );
    const { results } = await ana.ask('member.add', asked['member.add'](gone));
    expect(results['dan']!.code).to.equal('not-found');
    const friends = await world.management.request('friend.add', { uid: 'ana', uids: ['dan'] });
    expect(friends.results['dan']!.code).to.equal('not-found');
  });
});
