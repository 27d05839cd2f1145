import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createSimulatedHost, type SimulatedHost } from '../../src/backends/simulated/simulated.js';
import '../../src/client/acts/keep/storage.js';
import { createChatClient } from '../../src/client/client.js';
import type { ChatClient, Feed, MessageItem } from '../../src/client/types.js';
import { createId } from '../../src/protocol/create-id.js';
import { play, stormOf } from '../support/storm.js';
import { waitUntil } from '../support/wait.js';
import { freshSpace, pause, until } from '../support/world.js';

const storm = stormOf({ seed: 20261123, runs: 4 });

const kiln = { guid: 'kiln' } as const;
const uids = ['ana', 'ben'] as const;
type Uid = (typeof uids)[number];

/** One page on the world that all of them share, with a client whose storage is that of its person's other pages. */
interface Tab {
  readonly uid: Uid;
  readonly host: SimulatedHost;
  readonly client: ChatClient;
  readonly feed: Feed;
  acts: boolean;
}
interface Browser {
  readonly name: string;
  readonly space: string;
  /** The disk has no room for what the world writes next. */
  full: boolean;
  readonly written: string[];
  /** Open now, in the order of opening: the first serves the others. */
  tabs: Tab[];
  /** Still ending: what they had begun to write is written. */
  readonly closing: Promise<unknown>[];
}

const step = fc.record({
  act: fc.oneof(
    { weight: 7, arbitrary: fc.constant('send' as const) },
    { weight: 2, arbitrary: fc.constant('edit' as const) },
    { weight: 2, arbitrary: fc.constant('read' as const) },
    { weight: 2, arbitrary: fc.constant('open' as const) },
    { weight: 3, arbitrary: fc.constant('close' as const) },
    { weight: 1, arbitrary: fc.constant('closeDatabase' as const) },
    { weight: 1, arbitrary: fc.constant('fill' as const) },
    { weight: 2, arbitrary: fc.constant('wait' as const) },
  ),
  uid: fc.constantFrom(...uids),
  pick: fc.nat(20),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function openTab(browser: Browser, uid: Uid): Promise<Tab> {
  const host = createSimulatedHost({ name: browser.name, seeded: false, people: false });
  const client = createChatClient({
    backend: host.backend(),
    appId: browser.space,
  });
  const feed = client.messages.feed(kiln);
  const tab: Tab = { uid, host, client, feed, acts: false };
  browser.tabs.push(tab);
  feed.$feed.listen(() => undefined);
  await signIn(tab);
  return tab;
}

/** One that is closed meanwhile needs no session. What acts is made of is there before anything is done, as what keeps it is. */
async function signIn(tab: Tab): Promise<void> {
  const { client, host, uid } = tab;
  const signedIn = client.signIn({ uid, authKey: host.app.authKey });
  await signedIn
    .then(() => client.messages.markDelivered(''))
    .then(
      () => (tab.acts = true),
      () => undefined,
    );
}

/** As the browser does it: nobody is asked, and what was begun is left where it is. */
function closeTab(browser: Browser, tab: Tab): void {
  browser.tabs = browser.tabs.filter((other) => other !== tab);
  browser.closing.push(tab.host.close(), tab.client.close());
}

function act(browser: Browser, { act: what, uid, pick }: Step, databases: Set<IDBDatabase>) {
  const { tabs } = browser;
  const theirs = tabs.filter((tab) => tab.uid === uid && tab.acts);
  const tab = theirs[pick % Math.max(1, theirs.length)];
  const quietly = (promise: Promise<unknown> | undefined) => void promise?.catch(() => undefined);
  switch (what) {
    case 'send': {
      if (!tab) return;
      const text = `${uid}-${browser.written.length}`;
      browser.written.push(text);
      return quietly(tab.client.messages.send(kiln, { text }));
    }
    case 'edit': {
      const mine = tab?.feed.$feed.get().items.filter((item) => item.mine && item.message.text);
      const item = mine?.[pick % Math.max(1, mine.length)];
      return item && quietly(tab?.client.messages.edit(item.id, `${first(item)} edited`));
    }
    case 'read': {
      const item = tab?.feed.$feed.get().items.at(-1);
      return item && tab?.feed.seen(item.id);
    }
    case 'open':
      return tabs.length < 4 && quietly(openTab(browser, uid));
    case 'close':
      // Those that serve, mostly: in the middle of what they write.
      return tabs.length > 1 && closeTab(browser, tabs[pick < 14 ? 0 : pick % tabs.length]!);
    case 'closeDatabase':
      for (const database of databases) {
        database.close();
        database.dispatchEvent(new Event('close'));
      }
      return databases.clear();
    case 'fill':
      browser.full = true;
      return;
    case 'wait':
      return;
  }
}

const first = ({ message }: MessageItem) => message.text?.split(' ')[0] ?? '';

/** What the world's databases are asked, and whether they have room. */
function watchDatabases(browser: Browser, databases: Set<IDBDatabase>): () => void {
  const { transaction } = IDBDatabase.prototype;
  const { put, add } = IDBObjectStore.prototype;
  IDBDatabase.prototype.transaction = function (...given) {
    if (this.name.startsWith(browser.name)) databases.add(this);
    return transaction.apply(this, given);
  };
  const room = (store: IDBObjectStore) => {
    if (!browser.full || !store.transaction.db.name.startsWith(browser.name)) return;
    browser.full = false;
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  IDBObjectStore.prototype.put = function (...given) {
    room(this);
    return put.apply(this, given);
  };
  IDBObjectStore.prototype.add = function (...given) {
    room(this);
    return add.apply(this, given);
  };
  return () => {
    IDBDatabase.prototype.transaction = transaction;
    Object.assign(IDBObjectStore.prototype, { put, add });
  };
}

/**
 * Fresh pages, or one each that stays, where people try again what was refused, until all that was written is with the
 * server.
 */
async function settled(browser: Browser, stays: boolean): Promise<readonly Tab[]> {
  const open = stays ? browser.tabs.filter((tab) => tab.acts) : [];
  // What one leaves that the others have not heard of yet waits for the next page.
  await waitUntil(async () => (await openIn(browser.space)) >= open.length);
  const staying = uids.map((uid) => open.find((tab) => tab.uid === uid));
  for (const tab of browser.tabs) if (!staying.includes(tab)) closeTab(browser, tab);
  // A tab that has ended before it had its lock is known by what it wrote alone.
  await Promise.all(browser.closing);
  const tabs = await Promise.all(uids.map(async (uid, i) => staying[i] ?? openTab(browser, uid)));
  const isThere = () =>
    tabs.every(({ feed }) => isUpToDate(feed) && browser.written.every((text) => has(feed, text)));
  for (const end = Date.now() + 15_000; Date.now() < end && !isThere(); await pause(50)) {
    for (const { client, feed } of tabs) {
      if (feed.$feed.get().error) await feed.reload();
      await feed.older();
      for (const item of feed.$feed.get().items)
        if (item.state === 'failed') client.messages.retry(item.id);
    }
  }
  return tabs;
}

/** So many tabs hold the lock by which others know of them. */
async function openIn(space: string): Promise<number> {
  const { held = [] } = await navigator.locks.query();
  return held.filter(({ name }) => name?.startsWith(`chat-elements/${space}/`)).length;
}

function isUpToDate({ $feed }: Feed): boolean {
  const { ready, error, older } = $feed.get();
  return ready && !error && older === 'end';
}
const has = (feed: Feed, text: string) =>
  feed.$feed.get().items.some((item) => first(item) === text && !isOwn(item));
/** Not the server's yet. */
const isOwn = ({ state }: MessageItem) => state === 'pending' || state === 'failed';

/** How the line and the list of each stand, for whoever looks into a failure. */
function standingOf(tabs: readonly Tab[]): string {
  return tabs
    .map(({ uid, host, client, feed }) => {
      const { items, ...list } = feed.$feed.get();
      const shown = items.map((item) => `${first(item)} ${item.state}`).join();
      return JSON.stringify([uid, host.serving, client.$status.get(), list, shown]);
    })
    .join(' ');
}

async function check(tabs: readonly Tab[], written: readonly string[]): Promise<void> {
  const [ids] = tabs.map(({ feed }) => feed.$feed.get().items.map(({ id }) => id));
  for (const { uid, client, feed } of tabs) {
    const items = feed.$feed.get().items.filter(({ message }) => message.category === 'message');
    expect(
      items.map(first).sort(),
      `lost or doubled, for ${uid}: ${standingOf(tabs)}`,
    ).to.deep.equal([...written].sort());
    const seqs = items.map(({ message }) => message.seq);
    expect(seqs, 'in the order of the server').to.deep.equal([...seqs].sort((a, b) => a - b));
    expect(feed.$feed.get().items.map(({ id }) => id)).to.deep.equal(ids);
    const $row = client.conversations.$conversation(kiln);
    const row = (await until($row, (it) => it !== undefined))!;
    const left = items.filter(({ mine, message }) => !mine && message.seq > row.readSeq);
    expect(row.unread, `unread by ${uid}`).to.equal(left.length);
  }
}

async function story(steps: readonly Step[], stays: boolean): Promise<void> {
  const browser: Browser = {
    name: `tabs-${createId()}`,
    space: freshSpace(),
    full: false,
    written: [],
    tabs: [],
    closing: [],
  };
  const databases = new Set<IDBDatabase>();
  const stop = watchDatabases(browser, databases);
  try {
    const founder = createSimulatedHost({ name: browser.name, seeded: false, people: false });
    const management = founder.manage();
    for (const uid of uids)
      await management.request('user.create', { uid, name: uid }, `make-${uid}`);
    const group = { ...kiln, name: 'Kiln', type: 'public', owner: 'ana' } as const;
    const members = { ben: 'participant' } as const;
    await management.request('group.create', { ...group, members }, 'make-kiln');
    await Promise.all(uids.map((uid) => openTab(browser, uid)));
    void founder.close();
    for (const one of steps) {
      act(browser, one, databases);
      if (one.act === 'wait') await pause(one.pick * 2);
    }
    browser.full = false;
    await check(await settled(browser, stays), browser.written);
  } finally {
    stop();
    const closed = browser.tabs.map(({ client, host }) => [client.close(), host.close()]);
    await Promise.all(closed.flat());
    indexedDB.deleteDatabase(`${browser.name}:world`);
  }
}

describe('the tabs of a browser in a storm', () => {
  it(`that close in the middle of writing, on a disk that fills and a database that closes: nothing lost or doubled (B57, C1, C3, M3, R4; seed ${storm.seed})`, async () => {
    const steps = fc.array(step, { minLength: 15, maxLength: 50 });
    await play(storm, fc.asyncProperty(steps, fc.boolean(), story));
  }).timeout(120_000);
});
