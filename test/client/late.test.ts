import { expect } from '@open-wc/testing';
import { createChatClient } from '../../src/client/client.js';
import { createLate } from '../../src/client/late.js';
import type { ChatClient } from '../../src/client/types.js';
import { ChatError } from '../../src/protocol/errors.js';
import { freshSpace, until, useWorld, world } from '../support/world.js';

describe('a part that is loaded when it is first needed', () => {
  it('does in order what was asked of it before, and the rest at once', async () => {
    let come: (part: string[]) => void = () => {};
    const late = createLate(() => new Promise<string[]>((resolve) => (come = resolve)));
    const done: string[] = [];
    const asked = ['a', 'b'].map((name) =>
      late.run((part) => {
        part.push(name);
        if (name === 'a') void late.run((same) => void same.push('within a'));
        return name;
      }),
    );
    expect(late.now).to.equal(undefined);
    come(done);
    expect(await Promise.all(asked)).to.deep.equal(['a', 'b']);
    void late.run((part) => void part.push('c'));
    expect(done).to.deep.equal(['a', 'within a', 'b', 'c']);
  });

  it('rejects everything that waits when it cannot be had, and is asked for again', async () => {
    const answers = [Promise.reject(new Error('no network')), Promise.resolve('there')];
    const late = createLate(() => answers.shift() ?? Promise.reject(new Error('once too often')));
    const run = () => late.run((part) => part);
    let followed = '';
    late.follow((part) => (followed = part));
    const failed = await Promise.all([run(), run()].map((one) => one.catch(ChatError.from)));
    for (const error of failed) expect(ChatError.from(error).code).to.equal('offline');
    expect(followed).to.equal('');
    expect(await run()).to.equal('there');
    expect(followed).to.equal('there');
    expect(late.now).to.equal('there');
  });
});

describe('before what acts is loaded', () => {
  let client: ChatClient;
  const clients: ChatClient[] = [];

  async function signIn(uid: string): Promise<ChatClient> {
    const made = createChatClient({ backend: world.host.backend(), appId: freshSpace() });
    clients.push(made);
    await made.signIn({ uid, authKey: world.host.app.authKey });
    return made;
  }

  useWorld();
  beforeEach(async () => {
    client = await signIn('ana');
  });
  afterEach(async () => {
    for (const made of clients.splice(0)) await made.close();
  });

  it('C4: what is sent is sent, in the order it was given', async () => {
    const texts = ['one', 'two', 'three'];
    const sent = texts.map((text) => client.messages.send({ uid: 'ben' }, { text }));
    const seqs = (await Promise.all(sent)).map(({ seq }) => seq);
    expect(seqs).to.deep.equal([...seqs].sort((a, b) => a - b));
  });

  it('what others do meanwhile is told', async () => {
    const ben = await world.client('ben');
    const heard = new Promise((resolve) =>
      client.on('message.received', ({ message }) => resolve(message.text)),
    );
    await ben.messages.send({ uid: 'ana' }, { text: 'hello' });
    expect(await heard).to.equal('hello');
  });

  it('what others write meanwhile stands in an open feed, in order', async () => {
    const ben = await world.client('ben');
    const cyd = await signIn('cyd');
    const { $feed } = cyd.messages.feed({ uid: 'ben' });
    const leave = $feed.listen(() => undefined);
    for (const text of ['one', 'two', 'three']) await ben.messages.send({ uid: 'cyd' }, { text });
    const { items } = await until($feed, (state) => state.items.length === 3);
    expect(items.map(({ message }) => message.text)).to.deep.equal(['one', 'two', 'three']);
    leave();
  });

  it('a feed goes where it was told to', async () => {
    const ben = await world.client('ben');
    for (let i = 0; i < 40; i++) await ben.messages.send({ uid: 'cyd' }, { text: `${i}` });
    const cyd = await signIn('cyd');
    const feed = cyd.messages.feed({ uid: 'ben' }, { filter: { types: ['text'] } });
    const leave = feed.$feed.listen(() => undefined);
    expect(await feed.show('start')).to.equal(true);
    const { items, older } = feed.$feed.get();
    expect(items[0]?.message.text).to.equal('0');
    expect(older).to.equal('end');
    leave();
  });

  it('N4: what management changes meanwhile is asked for again', async () => {
    const status = () => client.$status.get() as { readonly connection?: string };
    await until(client.$status, () => status().connection === 'online');
    const management = world.host.manage();
    await management.request('settings.update', { updateOnReplies: true }, 'replies');
    await until(client.$settings, (settings) => settings?.updateOnReplies === true);
  });

  it('who disconnects stays so until they connect', async () => {
    const line = () => client.$status.get() as { readonly connection?: string };
    client.disconnect();
    await client.messages.markDelivered('');
    expect(line().connection).to.equal('offline');
    client.connect();
    await until(client.$status, () => line().connection === 'online');
  });

  it('lists, queries and calls can be looked at', async () => {
    const people = client.users.list();
    const query = client.groups.query();
    const found: string[] = [];
    for await (const group of query) found.push(group.id);
    const { items } = await until(people.$list, ({ ready }) => ready);
    expect(items.map(({ id }) => id)).to.deep.equal(['ben', 'cyd']);
    expect(found).to.deep.equal(['kiln']);
    expect(query.done).to.equal(true);
    expect(client.calls.$active.get()).to.equal(undefined);
  });

  it('a wrong filter is refused by the first page', async () => {
    const query = client.users.query({ limit: 1000 });
    const error = await query.next().catch((thrown: unknown) => ChatError.from(thrown));
    expect((error as ChatError).code).to.equal('limit');
  });
});
