import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Credentials } from '../../../src/protocol/backend.js';
import { limits } from '../../../src/protocol/limits.js';
import type { OperationName } from '../../../src/protocol/operations.js';
import { handlers } from '../../../src/backends/simulated/handlers/all.js';
import { createServer } from '../../../src/backends/simulated/server.js';
import { createCachedStorage } from '../../../src/backends/simulated/storage/cached.js';
import { createIndexedDbStorage } from '../../../src/backends/simulated/storage/indexeddb.js';
import { createMemoryStorage } from '../../../src/backends/simulated/storage/memory.js';
import type { RecordStorage } from '../../../src/backends/simulated/storage/storage.js';
import { app, codeOf, createClock, createWorld, useWorld } from '../../support/simulated.js';

describe('sessions', () => {
  const { world } = useWorld({ groups: {} });
  const signIn = (credentials: object) =>
    codeOf(world.server.open().signIn(credentials as Credentials));

  it('P7: an Auth Key signs in users', async () => {
    expect(await signIn({ uid: 'ANA', authKey: app.authKey })).to.equal('ok');
    expect(await signIn({ uid: 'ana', authKey: 'x' })).to.equal(
      'wrong-key AUTH_ERR_APIKEY_NOT_FOUND',
    );
    expect(await signIn({ uid: 'ana' })).to.equal('wrong-key AUTH_ERR_EMPTY_APIKEY');
    expect(await signIn({ uid: 'ana', authKey: app.restApiKey })).to.equal(
      'wrong-key AUTH_ERR_NO_ACCESS',
    );
    expect(await signIn({ uid: 'nobody', authKey: app.authKey })).to.equal(
      'not-found ERR_UID_NOT_FOUND',
    );
    expect(await signIn({ uid: 'a b', authKey: app.authKey })).to.equal('invalid INVALID_UID');
    expect(await signIn({ token: 'app2.ana.x' })).to.equal(
      'unauthenticated AUTH_ERR_AUTH_TOKEN_NOT_FOUND',
    );
  });

  it('nothing is answered before signing in, and a second sign-in waits its turn', async () => {
    const connection = world.server.open();
    expect(await codeOf(connection.request('user.get', { uid: 'ben' }))).to.equal(
      'unauthenticated USER_NOT_LOGED_IN',
    );
    const both = await Promise.all([
      codeOf(connection.signIn({ uid: 'ana', authKey: app.authKey })),
      codeOf(connection.signIn({ uid: 'ana', authKey: app.authKey })),
    ]);
    expect(both).to.deep.equal(['ok', 'conflict LOGIN_IN_PROGRESS']);
  });

  it('N3: deleting a token ends its sessions at once, and says why', async () => {
    const [ana, other] = [await world.person('ana'), await world.person('ana')];
    await world.management.request('token.delete', { uid: 'ana', token: ana.session.token });
    expect(ana.events.at(-1)).to.deep.include({ type: 'ended' });
    expect(await ana.refusal('user.get', { uid: 'ben' })).to.equal(
      'token-deleted AUTH_ERR_AUTH_TOKEN_NOT_FOUND',
    );
    expect(await signIn({ token: ana.session.token })).to.equal(
      'token-deleted AUTH_ERR_AUTH_TOKEN_NOT_FOUND',
    );
    expect(await other.refusal('user.get', { uid: 'ben' })).to.equal('ok');
    await world.management.request('token.delete', { uid: 'ana' });
    expect(await other.refusal('user.get', { uid: 'ben' })).to.equal(
      'token-deleted AUTH_ERR_AUTH_TOKEN_NOT_FOUND',
    );
    const foreign = await world.management.request('token.create', { uid: 'ben', force: true });
    expect(
      await codeOf(world.management.request('token.delete', { uid: 'ana', token: foreign.token })),
    ).to.equal('not-found ERR_AUTHTOKEN_NOT_ACCESSIBLE');
  });

  it('a user has at most 100 tokens; the oldest makes room', async () => {
    const ben = await world.person('ben');
    for (let i = 1; i < limits.tokensPerUser; i++) {
      world.clock.advance(1);
      await world.management.request('token.create', { uid: 'ben', force: true });
    }
    expect(await ben.refusal('user.get', { uid: 'ana' })).to.equal('ok');
    await world.management.request('token.create', { uid: 'ben', force: true });
    expect(await ben.refusal('user.get', { uid: 'ana' })).to.equal(
      'token-deleted AUTH_ERR_AUTH_TOKEN_NOT_FOUND',
    );
  });

  it('signing out ends the other tabs of the same token', async () => {
    const ana = await world.person('ana');
    const tab = await world.person('ana', { token: ana.session.token });
    await ana.ask('session.signOut', {});
    expect(tab.events.at(-1)).to.deep.include({ type: 'ended' });
    expect(await signIn({ token: ana.session.token })).to.equal(
      'unauthenticated AUTH_ERR_AUTH_TOKEN_NOT_FOUND',
    );
  });

  it('a deactivated user is out, and not found, until reactivated', async () => {
    const [ana, ben] = [await world.person('ana'), await world.person('ben')];
    await world.management.request('user.deactivate', { uid: 'ben' });
    expect(ben.events.at(-1)).to.deep.include({ type: 'ended' });
    expect(await ana.refusal('user.get', { uid: 'ben' })).to.equal('not-found ERR_UID_NOT_FOUND');
    const credentials = [{ uid: 'ben', authKey: app.authKey }, { token: ben.session.token }];
    for (const one of credentials)
      expect(await signIn(one)).to.equal('deactivated ERR_UID_NOT_FOUND');
    expect((await ana.ask('user.list', {})).ids).to.deep.equal(['cleo', 'dan']);
    await world.management.request('user.reactivate', { uid: 'ben' });
    expect(await signIn({ uid: 'ben', authKey: app.authKey })).to.equal('ok');
  });

  it('presence: online while one device listens, with a newer revision each time', async () => {
    const ana = await world.person('ana');
    const one = await world.person('ben');
    const two = await world.person('ben');
    const look = async () => (await ana.ask('user.get', { uid: 'ben' })).changes.users![0]!;
    const online = await look();
    expect(online.status).to.equal('online');
    one.close();
    await world.settled();
    expect((await look()).status).to.equal('online');
    await ana.drain();
    world.clock.advance(1000);
    two.close();
    const [event] = await ana.drain();
    expect(event).to.deep.include({ type: 'changed', cause: 'presence' });
    const offline = await look();
    expect(offline).to.deep.include({ status: 'offline', lastActiveAt: world.clock.now() });
    expect(offline.rev).to.be.greaterThan(online.rev);
  });

  it('P5: blocked people do not see each other come and go', async () => {
    const [ana, ben] = [await world.person('ana'), await world.person('ben')];
    await ana.ask('user.block', { uids: ['ben'] });
    for (const [person, other] of [[ana, 'ben'] as const, [ben, 'ana'] as const]) {
      const user = (await person.ask('user.get', { uid: other })).changes.users![0]!;
      expect([user.status, user.can]).to.deep.equal(['offline', ['block']]);
    }
    expect((await ana.ask('user.list', { hideBlocked: true })).ids).not.to.include('ben');
    expect((await ana.ask('user.blocked', { direction: 'blockedByMe' })).ids).to.deep.equal([
      'ben',
    ]);
    await world.management.request('user.deactivate', { uid: 'ben' });
    expect((await ana.ask('user.blocked', {})).ids, 'whom nobody can unblock').to.deep.equal([]);
    await world.management.request('user.reactivate', { uid: 'ben' });
    const again = await world.person('ben');
    expect((await again.ask('user.blocked', { direction: 'hasBlockedMe' })).ids).to.deep.equal([
      'ana',
    ]);
    const { results } = await ana.ask('user.block', { uids: ['ana', 'nobody', 'cleo'] });
    expect(Object.values(results).map(({ ok }) => ok)).to.deep.equal([false, false, true]);
  });

  it('people: online first, then by name, page by page; friends both ways', async () => {
    const ana = await world.person('ana');
    await world.person('dan');
    await world.management.request('friend.add', { uid: 'ana', uids: ['cleo', 'dan', 'nobody'] });
    const first = await ana.ask('user.list', { limit: 2 });
    expect([first.ids, first.total]).to.deep.equal([['dan', 'ben'], 3]);
    expect((await ana.ask('user.list', { limit: 2, after: first.after! })).ids).to.deep.equal([
      'cleo',
    ]);
    expect((await ana.ask('user.list', { sortBy: 'name', order: 'desc' })).ids).to.deep.equal([
      'dan',
      'cleo',
      'ben',
    ]);
    expect((await ana.ask('user.list', { friendsOnly: true })).ids).to.deep.equal(['dan', 'cleo']);
    expect((await ana.ask('user.list', { search: 'LEO' })).ids).to.deep.equal(['cleo']);
    expect((await ana.ask('user.list', { status: 'online' })).ids).to.deep.equal(['dan']);
    expect(await ana.refusal('user.list', { after: 'nonsense' })).to.equal(
      'invalid NOT_ENOUGH_PARAMETERS',
    );
  });

  it('calls ring, are answered, end, and give up after 45 seconds', async () => {
    const [ana, ben, cleo] = [
      await world.person('ana'),
      await world.person('ben'),
      await world.person('cleo'),
    ];
    const [one, two] = [world.id(), world.id()];
    await ana.ask('call.start', { id: one, target: { uid: 'ben' }, type: 'video' });
    expect(
      await cleo.refusal('call.start', { id: world.id(), target: { uid: 'ben' }, type: 'audio' }),
    ).to.equal('conflict ERR_CALL_BUSY_USER');
    expect(await cleo.refusal('call.accept', { id: one })).to.equal(
      'not-found ERR_CALL_SESSION_NOT_FOUND',
    );
    await ben.ask('call.accept', { id: one });
    world.clock.advance(limits.callTimeout);
    const { changes } = await ben.ask('call.end', { id: one, status: 'ended' });
    expect(changes.calls![0]!.status).to.equal('ended');
    expect(await ben.refusal('call.end', { id: one, status: 'ended' })).to.equal(
      'conflict ERR_CALL_TERMINATED',
    );
    await ana.ask('call.start', { id: two, target: { uid: 'ben' }, type: 'audio' });
    await ben.drain();
    world.clock.advance(limits.callTimeout);
    const [event] = await ben.drain();
    expect(event?.type === 'changed' && event.changes.calls![0]!.status).to.equal('unanswered');
  });

  it('N4: whoever begins to listen while something is written has it, or is told to look again', async () => {
    const inner = await createIndexedDbStorage(`listen-${crypto.randomUUID()}`);
    let wrote: () => void = () => undefined;
    let goOn!: () => void;
    const answer = new Promise<void>((resolve) => (goOn = resolve));
    let isSlow = false;
    const slow: RecordStorage = {
      ...inner,
      async write(work) {
        const result = await inner.write(work);
        wrote();
        if (isSlow) await answer;
        return result;
      },
    };
    const world = await createWorld({ storage: createCachedStorage(slow) });
    await world.group('kiln', 'public', { ben: 'participant' });
    const ana = await world.person('ana');
    const ben = world.server.open();
    await ben.signIn({ uid: 'ben', authKey: app.authKey });
    await ana.send('#kiln', 'before');
    isSlow = true;
    const written = new Promise<void>((resolve) => (wrote = resolve));
    const sent = ana.send('#kiln', 'meanwhile');
    await written;
    const told: string[] = [];
    ben.listen(({ type }) => told.push(type));
    const { ids } = await ben.request('message.list', {
      target: { guid: 'kiln' },
      position: 'end',
    });
    goOn();
    expect(ids).to.not.include(await sent);
    expect(told).to.deep.equal(['refetch']);
    await world.server.close();
  });

  it('C1, C3: what was answered outlives the server', async () => {
    const name = `restart-${crypto.randomUUID()}`;
    const first = await createWorld({ storage: await createIndexedDbStorage(name) });
    const ana = await first.person('ana');
    const params = { target: { uid: 'ben' }, message: { id: 'm-1', type: 'text', text: 'kept' } };
    const sent = await ana.ask('message.send', params, 'c-1');
    await first.server.close();
    expect(await ana.refusal('user.get', { uid: 'ben' })).to.equal(
      'unavailable ERR_MISSION_FAILED',
    );

    const storage = await createIndexedDbStorage(name);
    const server = await createServer({ app, storage, environment: createClock() });
    const connection = server.open();
    await connection.signIn({ token: ana.session.token });
    const again = await connection.request('message.send', params, 'c-1');
    const { messages, conversations } = sent.changes;
    expect(again.changes).to.deep.include({ messages, conversations });
    const next = { ...params, message: { ...params.message, id: 'm-2' } };
    const { changes } = await connection.request('message.send', next, 'c-2');
    expect(changes.messages![0]!.rev).to.be.greaterThan(sent.changes.messages![0]!.rev);
    await server.close();
  });

  it('C3: a change that cannot be kept is refused, and nobody is told', async () => {
    const inner = createMemoryStorage();
    let full = false;
    const own = await createWorld({
      storage: {
        ...inner,
        write: (work) =>
          inner.write(async (writer) => {
            const result = await work(writer);
            if (full) throw new DOMException('disk full', 'QuotaExceededError');
            return result;
          }),
      },
    });
    const [ana, ben] = [await own.person('ana'), await own.person('ben')];
    await ben.drain();
    full = true;
    const message = { id: own.id(), type: 'text', text: 'lost' };
    expect(await ana.refusal('message.send', { target: { uid: 'ben' }, message })).to.equal(
      'storage ERR_OPERATION_FAILED',
    );
    full = false;
    expect(await ben.drain()).to.deep.equal([]);
    expect(await ana.refusal('message.get', { id: message.id })).to.equal(
      'not-found ERR_MESSAGE_ID_NOT_FOUND',
    );
  });

  it('nobody shares memory with the server', async () => {
    const ana = await world.person('ana');
    const metadata = { mood: 'calm' };
    const id = await ana.send('ben', 'x', { metadata });
    metadata.mood = 'changed';
    const first = (await ana.ask('message.get', { id })).changes.messages![0]!;
    expect(first.metadata).to.deep.equal({ mood: 'calm' });
    (first as { text: string }).text = 'changed';
    expect((await ana.ask('message.get', { id })).changes.messages![0]!.text).to.equal('x');
  });

  it('whatever is asked, the answer is a result or a ChatError that names its cause', async () => {
    await world.group('kiln', 'public', { ben: 'participant' });
    const ana = await world.person('ana');
    const known = await ana.send('#kiln', 'x');
    const odd = fc.oneof(
      fc.constantFrom<unknown>(
        'kiln',
        'ben',
        known,
        'ana',
        'end',
        'participant',
        'text',
        { uid: 'ben' },
        { guid: 'kiln' },
      ),
      fc.constantFrom<unknown>(
        { id: 'n', type: 'text', text: 'x' },
        null,
        -1,
        1,
        true,
        '',
        [],
        {},
        ['ben'],
      ),
      fc.jsonValue(),
    );
    const fields = [
      'guid',
      'uid',
      'id',
      'target',
      'message',
      'position',
      'limit',
      'after',
      'messageId',
      'members',
    ];
    const more = [
      'uids',
      'reaction',
      'scope',
      'search',
      'tags',
      'name',
      'type',
      'data',
      'until',
      'pinned',
      'text',
      'status',
    ];
    const params = fc.oneof(
      fc.dictionary(fc.constantFrom(...fields, ...more), odd, { maxKeys: 5 }),
      odd as fc.Arbitrary<Record<string, unknown>>,
    );
    const names = Object.keys(handlers).filter((name) => name !== 'session.signOut');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), params, async (name, given) => {
        const found = await ana.refusal(name as OperationName, given);
        expect(found, `${name} ${JSON.stringify(given)}`).not.to.match(
          /^(undefined|unknown|storage)|undefined$/,
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('a command id is needed, and serves one operation', async () => {
    const connection = world.server.open();
    await connection.signIn({ uid: 'ana', authKey: app.authKey });
    expect(await codeOf(connection.request('user.block', { uids: ['ben'] }))).to.equal(
      'invalid INVALID_COMMAND_ID',
    );
    await connection.request('user.block', { uids: ['ben'] }, 'c');
    expect(await codeOf(connection.request('user.unblock', { uids: ['ben'] }, 'c'))).to.equal(
      'conflict ERR_BAD_REQUEST',
    );
  });
});
