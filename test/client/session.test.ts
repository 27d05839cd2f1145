import { expect } from '@open-wc/testing';
import { createChatClient } from '../../src/client/client.js';
import type { ChatError } from '../../src/protocol/errors.js';
import { createWorld, freshSpace, until, type TestWorld } from '../support/world.js';

describe('a session', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.close());

  it('needs a backend', () => {
    expect(() => createChatClient({} as never)).to.throw(TypeError, 'needs a backend');
  });

  it('goes from signed out to online, and says since when', async () => {
    const client = createChatClient({ backend: world.host.backend(), appId: freshSpace() });
    expect(client.$status.get().phase).to.equal('signedOut');
    const begun = Date.now();
    const me = await client.signIn({ uid: 'Ana', authKey: world.host.app.authKey });
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

  it('loads what is on sight when it begins', async () => {
    const client = createChatClient({ backend: world.host.backend(), appId: freshSpace() });
    const users = client.users.list();
    const loaded = until(users.$list, (list) => list.items.length === 2);
    await world.signIn(client, 'ana');
    await loaded;
    client.close();
  });

  it('tells facts once, however often they come', async () => {
    const ana = await world.client('ana');
    const ben = await world.client('ben');
    const received: string[] = [];
    ana.on('message.received', ({ message }) => received.push(message.text ?? ''));
    ana.on('message.edited', ({ message }) => received.push(`edited ${message.text ?? ''}`));
    const { id } = await ben.messages.send({ uid: 'ana' }, { text: 'Hi' });
    await ben.messages.edit(id, 'Ho');
    await until(ana.messages.$message(id), (item) => item?.message.text === 'Ho');
    expect(received).to.deep.equal(['Hi', 'edited Ho']);
  });
});
