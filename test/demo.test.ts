import { expect } from '@open-wc/testing';
import { createDemo, openLog, type Demo } from '../src/demo.js';
import { createChatClient } from '../src/client/client.js';
import type { ListState, Store } from '../src/client/stores/list-types.js';
import type { ChatClient } from '../src/client/types.js';

/** Waits until a store holds what one looks for. */
function when<T>($store: Store<T>, check: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const stop = $store.subscribe((value) => {
      if (!check(value)) return;
      resolve(value);
      queueMicrotask(() => stop());
    });
  });
}

describe('the demo', () => {
  let demo: Demo;
  const others: ChatClient[] = [];
  beforeEach(async () => {
    demo = createDemo({ storage: 'memory', people: false, seed: 1 });
    await demo.ready;
  });
  afterEach(async () => {
    for (const client of others.splice(0)) client.close();
    await demo.close();
  });

  it('signs in ana, who has conversations', async () => {
    expect(demo.client.$me.get()?.name).to.equal('Ana Moreira');
    const list: ListState<{ id: string }> = await when(
      demo.client.conversations.list().$list,
      ({ ready, items }) => ready && items.length > 5,
    );
    expect(list.items.map(({ id }) => id)).to.include('group:kiln');
  });

  it('signs in again where the weather took the first try', async () => {
    const away = createDemo({ storage: 'memory', people: false, weather: { offline: true } });
    await when(away.client.$status, (now) => now.phase === 'signedOut' && now.error !== undefined);
    away.weather.set({ offline: false });
    await away.ready;
    expect(away.client.$me.get()?.name).to.equal('Ana Moreira');
    await away.close();
  });

  it('has a device for a second person, who hears the first', async () => {
    const { backend, credentials } = demo.device('ben');
    const ben = createChatClient({ backend, appId: `test-${Date.now()}` });
    others.push(ben);
    await ben.signIn(credentials);
    const heard = new Promise((resolve) =>
      ben.on('message.received', ({ message }) => resolve(message.text)),
    );
    await demo.client.messages.send({ uid: 'ben' }, { text: 'Hello from this page' });
    expect(await heard).to.equal('Hello from this page');
  });

  it('goes offline and comes back with its weather', async () => {
    demo.weather.set({ offline: true });
    await when(
      demo.client.$status,
      (status) => status.phase === 'signedIn' && status.connection === 'offline',
    );
    const sending = demo.client.messages.send({ uid: 'ben' }, { text: 'Later' });
    demo.weather.set({ offline: false });
    expect((await sending).text).to.equal('Later');
  });

  it('opens a log once, and leaves nothing of it unread', async () => {
    const lines = Array.from({ length: 30 }, (_, i) =>
      JSON.stringify({
        at: '2004-11-15T12:18:00Z',
        kind: 'message',
        from: 'usual',
        text: `line ${i}`,
      }),
    );
    const url = URL.createObjectURL(new Blob([lines.join('\n')]));
    const seen: number[] = [];
    const onProgress = ({ accepted }: { accepted: number }) => seen.push(accepted);
    const report = await openLog(demo, { url, name: 'Ubuntu', guid: 'ubuntu', onProgress });
    expect(report).to.include({ accepted: 30, rejected: 0 });
    expect(seen).to.deep.equal([30]);
    expect(await openLog(demo, { url, name: 'Ubuntu', guid: 'ubuntu' })).to.equal(undefined);
    const conversation = await when(
      demo.client.conversations.$conversation({ guid: 'ubuntu' }),
      (record) => record !== undefined,
    );
    expect(conversation?.unread).to.equal(0);
    URL.revokeObjectURL(url);
  });

  it('says which log it could not fetch', async () => {
    const error = await openLog(demo, { url: '/no-such-log.ndjson' }).catch(
      (reason: unknown) => reason,
    );
    expect((error as Error).message).to.contain('/no-such-log.ndjson');
  });
});
