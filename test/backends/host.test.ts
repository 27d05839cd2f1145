import { expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import { createSimulatedHost, type SimulatedHost } from '../../src/backends/simulated/simulated.js';
import type { Backend } from '../../src/protocol/backend.js';
import { ChatError } from '../../src/protocol/errors.js';
import type { BackendEvent, ConnectionStatus } from '../../src/protocol/events.js';
import { createId } from '../../src/protocol/create-id.js';

const target = { guid: 'room' };

async function until(check: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Waited in vain: ${what}`);
}

/** A device with what it heard. */
async function signIn(host: SimulatedHost, uid: string) {
  const backend = host.backend();
  const events: BackendEvent[] = [];
  const statuses: ConnectionStatus[] = [];
  const session = await backend.signIn({ uid, authKey: host.app.authKey });
  const disconnect = backend.connect({
    event: (event) => events.push(event),
    status: (status) => statuses.push(status),
  });
  await until(() => statuses.includes('online'), `${uid} online`);
  return { backend, events, statuses, session, disconnect };
}

function send(backend: Backend, text: string, commandId = createId(), id = createId()) {
  return backend.request(
    'message.send',
    { target, message: { id, type: 'text', text } },
    commandId,
  );
}

async function texts(backend: Backend): Promise<string[]> {
  const { ids, changes } = await backend.request('message.list', { target, position: 'end' });
  const records = new Map(changes.messages?.map((message) => [message.id, message]));
  return ids.flatMap((id) => {
    const message = records.get(id);
    return message?.category === 'message' ? [message.text ?? ''] : [];
  });
}

describe('several tabs on one world', () => {
  let name: string;
  let tabs: SimulatedHost[];

  function openTab(): SimulatedHost {
    const tab = createSimulatedHost({ name, seeded: false, people: false });
    tabs.push(tab);
    return tab;
  }

  beforeEach(() => {
    name = `host-test-${createId()}`;
    tabs = [];
  });
  afterEach(async () => {
    for (const tab of tabs) await tab.close();
    indexedDB.deleteDatabase(`${name}:world`);
  });

  async function twoTabs() {
    const first = openTab();
    await first.ready;
    const second = openTab();
    await second.ready;
    const management = first.manage();
    await management.request('user.create', { uid: 'ana', name: 'Ana' }, 'u1');
    await management.request('user.create', { uid: 'ben', name: 'Ben' }, 'u2');
    const members = { ben: 'participant' } as const;
    const group = { guid: 'room', name: 'Room', type: 'public', owner: 'ana', members } as const;
    await management.request('group.create', group, 'g1');
    return { first, second };
  }

  it('takes no tab for gone whose lock comes late', async () => {
    const { first } = await twoTabs();
    const { request } = navigator.locks;
    const late = (...args: Parameters<typeof request>) =>
      new Promise((resolve) => setTimeout(resolve, 500)).then(() =>
        request.apply(navigator.locks, args),
      );
    navigator.locks.request = late as typeof request;
    const third = openTab();
    Reflect.deleteProperty(navigator.locks, 'request');
    const ben = await signIn(third, 'ben');
    await send(ben.backend, 'from the third');
    expect(ben.events.filter(({ type }) => type === 'ended')).to.deep.equal([]);
    expect(await texts((await signIn(first, 'ana')).backend)).to.deep.equal(['from the third']);
  });

  it('lets one tab serve and the other reach it', async () => {
    const { first, second } = await twoTabs();
    expect(first.serving).to.be.true;
    expect(second.serving).to.be.false;
    const ana = await signIn(first, 'ana');
    const ben = await signIn(second, 'ben');
    await send(ana.backend, 'from the first');
    await send(ben.backend, 'from the second');
    expect(await texts(ana.backend)).to.deep.equal(['from the first', 'from the second']);
    expect(await texts(ben.backend)).to.deep.equal(['from the first', 'from the second']);
    await until(
      () => ben.events.some((event) => event.type === 'changed' && event.actor === 'ana'),
      'event',
    );
  });

  it('brings errors over the channel as errors', async () => {
    const { second } = await twoTabs();
    const refused = await second
      .backend()
      .signIn({ uid: 'ana', authKey: 'wrong' })
      .catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(ChatError);
    expect((refused as ChatError).code).to.equal('wrong-key');
  });

  it('takes over when the serving tab closes; nothing acknowledged is lost (C3)', async () => {
    const { first, second } = await twoTabs();
    const ana = await signIn(first, 'ana');
    const ben = await signIn(second, 'ben');
    for (let i = 0; i < 5; i++) await send(ana.backend, `acknowledged ${i}`);
    await first.close();
    await until(() => second.serving, 'takeover');
    await until(() => ben.statuses.includes('resync'), 'resync');
    expect(await texts(ben.backend)).to.deep.equal([0, 1, 2, 3, 4].map((i) => `acknowledged ${i}`));
    await send(ben.backend, 'after');
    expect(await texts(ben.backend)).to.have.length(6);
  });

  it('asks again what was not answered, once (C1)', async () => {
    const { first, second } = await twoTabs();
    await signIn(first, 'ana');
    const ben = await signIn(second, 'ben');
    const sending = Array.from({ length: 20 }, (_, i) => send(ben.backend, `m${i}`));
    // Some are on their way, some carried out but not yet answered.
    await first.close();
    await Promise.all(sending);
    expect((await texts(ben.backend)).sort()).to.deep.equal(
      Array.from({ length: 20 }, (_, i) => `m${i}`).sort(),
    );
  });

  it('keeps the session and the events of a third tab through two takeovers', async () => {
    const { first, second } = await twoTabs();
    const third = openTab();
    await third.ready;
    const ben = await signIn(third, 'ben');
    await first.close();
    await until(() => second.serving, 'second serves');
    await until(() => ben.statuses.filter((status) => status === 'resync').length === 1, 'resync');
    const ana = await signIn(second, 'ana');
    await send(ana.backend, 'one');
    await until(
      () => ben.events.some((event) => event.type === 'changed' && event.actor === 'ana'),
      'event',
    );
    await second.close();
    await until(() => third.serving, 'third serves');
    expect(await texts(ben.backend)).to.deep.equal(['one']);
  });

  it('ends the presence of a tab that is gone', async () => {
    const { first, second } = await twoTabs();
    const ana = await signIn(first, 'ana');
    await signIn(second, 'ben');
    const status = async () =>
      (await ana.backend.request('user.get', { uid: 'ben' })).changes.users?.[0]?.status;
    expect(await status()).to.equal('online');
    await second.close();
    await until(async () => (await status()) === 'offline', 'ben offline');
  });

  it('starts again where the browser has closed its database; nothing is lost (C1, C3)', async () => {
    const { first, second } = await twoTabs();
    const [ana, ben] = [await signIn(first, 'ana'), await signIn(second, 'ben')];
    const open = new Set<IDBDatabase>();
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...given) {
      open.add(this);
      return transaction.apply(this, given);
    };
    await send(ana.backend, 'before').finally(
      () => (IDBDatabase.prototype.transaction = transaction),
    );
    for (const database of open) {
      database.close();
      database.dispatchEvent(new Event('close'));
    }
    await Promise.all([send(ana.backend, 'ana after'), send(ben.backend, 'ben after')]);
    expect((await texts(ben.backend)).sort()).to.deep.equal(['ana after', 'before', 'ben after']);
    await until(() => ben.statuses.includes('resync'), 'resync');
    expect([...ana.events, ...ben.events].filter(({ type }) => type === 'ended')).to.be.empty;
  });

  it('begins anew where its database was deleted, and says that sessions are over', async () => {
    const { first, second } = await twoTabs();
    const [ana, ben] = [await signIn(first, 'ana'), await signIn(second, 'ben')];
    await deleteDB(`${name}:world`);
    await until(() => [ana, ben].every(({ events }) => events.at(-1)?.type === 'ended'), 'ended');
    await second.manage().request('user.create', { uid: 'ben', name: 'Ben' }, 'again');
    await signIn(second, 'ben');
  });

  it('fails clearly once closed', async () => {
    const { first } = await twoTabs();
    const { backend } = await signIn(first, 'ana');
    await first.close();
    const error = await send(backend, 'late').catch((reason: unknown) => reason);
    expect((error as ChatError).code).to.equal('unavailable');
  });
});

describe('a world of one tab', () => {
  it('lives in memory and is gone with its host', async () => {
    const options = {
      name: 'memory-test',
      storage: 'memory',
      seeded: false,
      people: false,
    } as const;
    const first = createSimulatedHost(options);
    const second = createSimulatedHost(options);
    await Promise.all([first.ready, second.ready]);
    expect([first.serving, second.serving]).to.deep.equal([true, true]);
    await first.manage().request('user.create', { uid: 'ana', name: 'Ana' }, 'u1');
    await signIn(first, 'ana');
    await Promise.all([first.close(), second.close()]);
  });

  it('serves itself where locks are refused', async () => {
    const { locks } = navigator;
    const request = locks.request.bind(locks);
    locks.request = () => Promise.reject(new DOMException('No locks here', 'SecurityError'));
    const name = `refused-${createId()}`;
    const host = createSimulatedHost({ name, seeded: false, people: false });
    await host.manage().request('user.create', { uid: 'ana', name: 'Ana' }, 'u1');
    expect(host.serving).to.be.true;
    await signIn(host, 'ana');
    await host.close();
    locks.request = request;
    indexedDB.deleteDatabase(`${name}:world`);
  });

  it('reconnects with resync after a disconnect', async () => {
    const host = createSimulatedHost({ storage: 'memory', seeded: false, people: false });
    await host.manage().request('user.create', { uid: 'ana', name: 'Ana' }, 'u1');
    const { backend, disconnect } = await signIn(host, 'ana');
    disconnect();
    const statuses: ConnectionStatus[] = [];
    backend.connect({ event: () => undefined, status: (status) => statuses.push(status) });
    await until(() => statuses.includes('resync'), 'resync');
    await backend.request('user.get', { uid: 'ana' });
    await host.close();
  });

  it('says why a session did not outlive a disconnect', async () => {
    const host = createSimulatedHost({ storage: 'memory', seeded: false, people: false });
    const management = host.manage();
    await management.request('user.create', { uid: 'ana', name: 'Ana' }, 'u1');
    const { backend, disconnect, session } = await signIn(host, 'ana');
    disconnect();
    await management.request('token.delete', { uid: 'ana', token: session.token }, 't1');
    const code = await backend.request('user.get', { uid: 'ana' }).then(
      () => 'none',
      (error: ChatError) => error.code,
    );
    expect(code).to.equal('token-deleted');
    await host.close();
  });

  it('answers and listens while a disconnect is still under way', async () => {
    const host = createSimulatedHost({ storage: 'memory', seeded: false, people: false });
    await host.manage().request('user.create', { uid: 'ana', name: 'Ana' }, 'u1');
    const { backend, disconnect } = await signIn(host, 'ana');
    disconnect();
    const events: BackendEvent[] = [];
    backend.connect({ event: (event) => events.push(event), status: () => undefined });
    await backend.request('user.get', { uid: 'ana' });
    await backend.request('user.update', { statusMessage: 'back' }, 'c1');
    await until(() => events.some((event) => event.type === 'changed'), 'an event');
    expect(events.filter((event) => event.type === 'ended')).to.deep.equal([]);
    await host.close();
  });
});
