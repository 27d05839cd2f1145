import { expect } from '@open-wc/testing';
import { createChatClient } from '../../src/client/client.js';
import { ChatError } from '../../src/protocol/errors.js';
import { openFeed } from '../support/feeds.js';
import { waitUntil } from '../support/wait.js';
import { ana, ben, freshSpace, pause, signIn, until, useWorld, world } from '../support/world.js';

describe('a session', () => {
  useWorld();

  it('needs a backend', () => {
    expect(() => createChatClient({} as never)).to.throw(TypeError, 'needs a backend');
  });

  it('goes from signed out to online, and says since when', async () => {
    const client = createChatClient({ backend: world.host.backend(), appId: freshSpace() });
    expect(client.$status.get().phase).to.equal('signedOut');
    const begun = Date.now();
    const signingIn = client.signIn({ uid: 'Ana', authKey: world.host.app.authKey });
    expect(client.$status.get().phase, 'as soon as it is asked').to.equal('signingIn');
    const me = await signingIn;
    expect(me.id).to.equal('ana');
    const status = await until(
      client.$status,
      (it) => it.phase === 'signedIn' && it.connection === 'online',
    );
    expect(status.phase === 'signedIn' && status.since).to.be.at.least(begun);
    expect(client.$me.get()?.name).to.equal('Ana');
    await client.signOut();
    expect(client.$status.get().phase).to.equal('signedOut');
    expect(client.$me.get()).to.be.undefined;
    client.close();
  });

  it('is the same for who is signed in already and signs in again, and makes room for another', async () => {
    const client = await world.client('ana');
    await world.signIn(client, 'ana');
    expect(client.$me.get()?.id).to.equal('ana');
    await world.signIn(client, 'ben');
    expect(client.$me.get()?.id).to.equal('ben');
  });

  it('says why a sign-in failed', async () => {
    const client = createChatClient({ backend: world.host.backend(), appId: freshSpace() });
    const error = (await client
      .signIn({ uid: 'ana', authKey: 'nonsense' })
      .catch((it: unknown) => it)) as ChatError;
    expect(error.code).to.equal('wrong-key');
    expect(client.$status.get()).to.deep.equal({ phase: 'signedOut', error });
    client.close();
  });

  it('ends when its token is deleted, and says why (N3)', async () => {
    const client = await world.client('ana');
    let ended: ChatError | undefined;
    client.on('session.ended', ({ error }) => (ended = error));
    await until(client.$status, (it) => it.phase === 'signedIn' && it.connection === 'online');
    await world.host.manage().request('token.delete', { uid: 'ana' }, 'delete-token');
    await until(client.$status, (it) => it.phase === 'signedOut');
    expect(ended?.code).to.equal('token-deleted');
    expect(client.$status.get()).to.deep.equal({ phase: 'signedOut', error: ended, ended: true });
  });

  it('says that the account was deactivated, at once and on the next page (N3)', async () => {
    const appId = freshSpace();
    const client = await world.client('ana', { appId, storage: 'local' });
    await until(client.$status, (it) => it.phase === 'signedIn' && it.connection === 'online');
    const next = createChatClient({ backend: world.host.backend(), appId, storage: 'local' });
    await until(next.$status, (it) => it.phase === 'signedIn' && it.connection === 'online');
    await world.host.manage().request('user.deactivate', { uid: 'ana' }, 'deactivate');
    for (const one of [client, next]) {
      const status = await until(one.$status, (it) => it.phase === 'signedOut');
      expect(status.phase === 'signedOut' && [status.error?.code, status.ended]).to.deep.equal([
        ...['deactivated', true],
      ]);
    }
    next.close();
  });

  it('is resumed by its stored token, and not after signing out', async () => {
    const appId = freshSpace();
    const first = await world.client('ana', { appId, storage: 'local' });
    first.close();
    const second = createChatClient({ backend: world.host.backend(), appId, storage: 'local' });
    await until(second.$status, (it) => it.phase === 'signedIn');
    expect(second.$me.get()?.id).to.equal('ana');
    await second.signOut();
    second.close();
    const third = createChatClient({ backend: world.host.backend(), appId, storage: 'local' });
    expect(third.$status.get()).to.deep.equal({ phase: 'signedOut' });
    third.close();
  });

  it('refuses a second sign-in while one runs', async () => {
    const client = createChatClient({ backend: world.host.backend(), appId: freshSpace() });
    const first = world.signIn(client, 'ana');
    const error = (await world.signIn(client, 'ben').catch((it: unknown) => it)) as ChatError;
    expect(error).to.include({ code: 'conflict', detail: 'LOGIN_IN_PROGRESS' });
    await first;
    expect(client.$me.get()?.id).to.equal('ana');
    const others = [world.signIn(client, 'ben'), world.signIn(client, 'cyd')];
    const results = await Promise.allSettled(others);
    expect(results.map((result) => result.status)).to.deep.equal(['fulfilled', 'rejected']);
    expect(client.$me.get()?.id).to.equal('ben');
    client.close();
  });

  it('of whoever signs in while another one leaves begins when that one has left', async () => {
    for (const [uid, later] of [
      ['ben', true],
      ['ana', true],
      ['ana', false],
    ] as const) {
      const client = await world.client('ana');
      const left: string[] = [];
      client.on('session.left', (detail) => left.push(detail.uid));
      const release = client.line.hold('session.signOut');
      const leaving = client.signOut();
      if (later) await pause(5);
      const signing = world.signIn(client, uid);
      await pause(20);
      release();
      await Promise.all([leaving, signing]);
      expect(client.$me.get()?.id).to.equal(uid);
      expect(left).to.deep.equal(['ana']);
    }
  });

  it('takes nothing of an answer to whoever was signed in before', async () => {
    const backend = world.host.backend();
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const asked: string[] = [];
    const client = createChatClient({
      appId: freshSpace(),
      backend: {
        ...backend,
        async request(name, params, commandId) {
          const result = await backend.request(name, params, commandId);
          asked.push(name);
          if (name === 'message.send') await answered;
          return result;
        },
      },
    });
    await world.signIn(client, 'ana');
    void client.messages.send({ uid: 'cyd' }, { text: 'For Cyd alone' });
    await waitUntil(() => asked.includes('message.send'));
    await world.signIn(client, 'ben');
    const list = client.conversations.list();
    const stop = list.$list.listen(() => undefined);
    await until(list.$list, ({ ready }) => ready);
    answer();
    await pause(20);
    expect(list.$list.get().items.map(({ id }) => id)).not.to.include('user:ana:cyd');
    stop();
    await client.close();
  });

  it('does not end for an answer that the one before was to get', async () => {
    const backend = world.host.backend();
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const client = createChatClient({
      appId: freshSpace(),
      backend: {
        ...backend,
        async request(name, params, commandId) {
          if (name !== 'flag.reasons') return backend.request(name, params, commandId);
          await answered;
          throw new ChatError('token-deleted', 'The token was deleted.');
        },
      },
    });
    await world.signIn(client, 'ana');
    const refused = client.messages.flagReasons().catch(ChatError.from);
    await world.signIn(client, 'ben');
    answer();
    await refused;
    expect(client.$me.get()?.id).to.equal('ben');
    await client.close();
  });

  it('does not begin where one signs out, or closes, before it has', async () => {
    for (const giveUp of ['signOut', 'close'] as const) {
      const backend = world.host.backend();
      let connected = 0;
      const client = createChatClient({
        appId: freshSpace(),
        backend: {
          ...backend,
          connect(sink) {
            connected++;
            return backend.connect(sink);
          },
        },
      });
      const signing = world.signIn(client, 'ana').catch((it: unknown) => it);
      await client[giveUp]();
      await signing;
      expect(client.$status.get().phase, giveUp).to.equal('signedOut');
      if (giveUp === 'close') expect(connected).to.equal(0);
      await client.close();
    }
  });

  it('is kept for its tab alone where it is stored so', async () => {
    const shared = { appId: freshSpace(), storage: 'session' } as const;
    const first = await world.client('ana', shared);
    const kept = (area: Storage) => JSON.stringify({ ...area }).includes(shared.appId);
    expect([kept(sessionStorage), kept(localStorage)]).to.deep.equal([true, false]);
    void first.close();
    const reloaded = createChatClient({ backend: world.host.backend(), ...shared });
    await until(reloaded.$status, (it) => it.phase === 'signedIn');
    await reloaded.signOut();
    expect(kept(sessionStorage)).to.equal(false);
    void reloaded.close();
  });

  it('lives as long as the page where nothing is stored', async () => {
    const appId = freshSpace();
    const first = await world.client('ana', { appId });
    first.close();
    const second = createChatClient({ backend: world.host.backend(), appId });
    await pause(20);
    expect(second.$status.get()).to.deep.equal({ phase: 'signedOut' });
    second.close();
  });

  it('ends in every tab when one signs out, and begins where one signs in', async () => {
    const shared = { appId: freshSpace(), storage: 'local' } as const;
    const first = await world.client('ana', shared);
    const second = createChatClient({ backend: world.host.backend(), ...shared });
    const apart = await world.client('ana', { appId: freshSpace(), storage: 'local' });
    await until(second.$status, (it) => it.phase === 'signedIn');
    const told: string[] = [];
    first.on('session.left', ({ uid }) => told.push(`left ${uid}`));
    second.on('session.ended', ({ error }) => told.push(error.code));
    await first.signOut();
    const status = await until(second.$status, (it) => it.phase === 'signedOut');
    expect(status.phase === 'signedOut' && status.error?.code).to.be.oneOf([
      'unauthenticated',
      'token-deleted',
    ]);
    expect(told).to.have.length(2);
    expect(apart.$status.get().phase).to.equal('signedIn');
    await world.signIn(first, 'ana');
    await until(second.$status, (it) => it.phase === 'signedIn');
    expect(second.$me.get()?.id).to.equal('ana');
    second.close();
  });

  describe('whose token is deleted', () => {
    const deleteToken = async () => {
      await world.host.manage().request('token.delete', { uid: 'ana' }, freshSpace());
    };
    const mint = async () =>
      (await world.host.manage().request('token.create', { uid: 'ana' }, freshSpace())).token;

    it('asks once for a new one and goes on: nothing on screen moves, nothing typed is lost (B114)', async () => {
      let asked = 0;
      const refreshToken = () => {
        asked++;
        return mint();
      };
      const ana = await world.client('ana', { refreshToken });
      await signIn('ben');
      const to = { uid: 'ben' };
      const phases = new Set<string>();
      const { $feed } = await openFeed(ana, to);
      await ana.messages.send(to, { text: 'Before' });
      ana.drafts.write(to, { text: 'half a' });
      const before = $feed.get().items[0]?.message;
      ana.$status.subscribe((status) => phases.add(status.phase));
      await deleteToken();
      await ana.messages.send(to, { text: 'After' });
      expect([...phases]).to.deep.equal(['signedIn']);
      expect(asked).to.equal(1);
      expect($feed.get().items[0]?.message).to.equal(before);
      expect(ana.drafts.$draft(to).get().text).to.equal('half a');
      await ben.messages.send({ uid: 'ana' }, { text: 'Heard' });
      await until($feed, (feed) => feed.items.length === 3);
    });

    it('ends with the reason when there is no new one, and sends after the next sign-in what was written (B114)', async () => {
      const ana = await world.client('ana', {
        refreshToken: () => Promise.reject(new Error('no')),
      });
      let reason = '';
      ana.on('session.ended', ({ error }) => (reason = error.code));
      ana.line.cut();
      ana.messages.send({ uid: 'ben' }, { text: 'Kept' }).catch(() => undefined);
      ana.drafts.write({ uid: 'cyd' }, { text: 'half' });
      ana.line.mend();
      await deleteToken();
      await until(ana.$status, (it) => it.phase === 'signedOut');
      expect(reason).to.equal('token-deleted');
      await world.signIn(ana, 'ana');
      const { $feed } = ana.messages.feed({ uid: 'ben' });
      await until($feed, (feed) => feed.items[0]?.state === 'sent');
      const $draft = ana.drafts.$draft({ uid: 'cyd' });
      await until($draft, (draft) => draft.text === 'half');
    });

    it('ends though the new token of an earlier one has not come', async () => {
      const ana = await world.client('ana', { refreshToken: () => new Promise(() => undefined) });
      await deleteToken();
      await until(ana.$status, (it) => it.phase === 'signedIn' && it.connection === 'offline');
      await ana.signOut();
      await world.signIn(ana, 'ana');
      await until(ana.$status, (it) => it.phase === 'signedIn' && it.connection === 'online');
      await deleteToken();
      await until(ana.$status, (it) => it.phase === 'signedIn' && it.connection === 'offline');
      ana.close();
    });

    it('ends when the new token is worth nothing either', async () => {
      let asked = 0;
      const ana = await world.client('ana', {
        refreshToken: () => {
          asked++;
          return Promise.resolve('nonsense');
        },
      });
      await deleteToken();
      await until(ana.$status, (it) => it.phase === 'signedOut');
      expect(asked).to.equal(1);
    });

    it('ends when a request is refused for it, even if no event says so', async () => {
      await signIn('ana');
      ana.line.deaf = true;
      await deleteToken();
      await ana.users.list().reload();
      await until(ana.$status, (it) => it.phase === 'signedOut');
    });
  });

  it('loads what is on sight when it begins', async () => {
    const client = createChatClient({ backend: world.host.backend(), appId: freshSpace() });
    const users = client.users.list();
    const loaded = until(users.$list, (list) => list.items.length === 2);
    await world.signIn(client, 'ana');
    await loaded;
    client.close();
  });

  it('tells facts once, however often they come', async () => {
    await signIn('ana', 'ben');
    const received: string[] = [];
    ana.on('message.received', ({ message }) => received.push(message.text ?? ''));
    ana.on('message.edited', ({ message }) => received.push(`edited ${message.text ?? ''}`));
    const { id } = await ben.messages.send({ uid: 'ana' }, { text: 'Hi' });
    await ben.messages.edit(id, 'Ho');
    await until(ana.messages.$message(id), (item) => item?.message.text === 'Ho');
    expect(received).to.deep.equal(['Hi', 'edited Ho']);
  });
});
