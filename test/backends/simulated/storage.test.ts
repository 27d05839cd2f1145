import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { createIndexedDbStorage } from '../../../src/backends/simulated/storage/indexeddb.js';
import { createCachedStorage } from '../../../src/backends/simulated/storage/cached.js';
import { createMemoryStorage } from '../../../src/backends/simulated/storage/memory.js';
import { plain } from '../../../src/backends/simulated/begin.js';
import { type Table } from '../../../src/backends/simulated/storage/rows.js';
import { newTables, schema } from '../../../src/backends/simulated/storage/schema.js';
import { openStorage } from '../../../src/backends/simulated/storage/open.js';
import type { StorageWarning } from '../../../src/backends/simulated/storage/storage-warning.js';
import { storageContract } from '../storage-contract.js';
import { waitUntil } from '../../support/wait.js';

storageContract('memory', () => Promise.resolve(createMemoryStorage()));

let count = 0;
const fresh = () => `storage-test-${Date.now()}-${++count}`;
let current = '';
storageContract(
  'IndexedDB',
  () => createIndexedDbStorage((current = fresh())),
  async (storage) => {
    await storage.close();
    return createIndexedDbStorage(current);
  },
);

storageContract(
  'IndexedDB behind its cache',
  async () => createCachedStorage(await createIndexedDbStorage((current = fresh()))),
  async (storage) => {
    await storage.close();
    return createCachedStorage(await createIndexedDbStorage(current));
  },
);

describe('the cache of a storage', () => {
  const user = (uid: string, name: string) => ({
    uid,
    name,
    nameKey: name,
    role: 'default',
    createdAt: 1,
    rev: 1,
  });

  it('asks once for what does not change, and forgets what a failed write had changed', async () => {
    const inner = createMemoryStorage();
    let asked = 0;
    const storage = createCachedStorage({
      ...inner,
      read: (work) =>
        inner.read((reader) => work({ ...reader, get: (...of) => (asked++, reader.get(...of)) })),
    });
    const name = async () => (await storage.read((t) => t.get('users', 'ana')))?.name;
    expect(await name()).to.equal(undefined);
    await storage.write((t) => Promise.resolve(t.put('users', user('ana', 'Ana'))));
    expect(await name()).to.equal('Ana');
    const failing = storage.write(async (t) => {
      t.put('users', user('ana', 'Nobody'));
      expect((await t.get('users', 'ana'))?.name, 'within').to.equal('Nobody');
      throw new Error('No.');
    });
    await failing.catch(() => undefined);
    expect(await name()).to.equal('Ana');
    expect(asked).to.equal(1);
  });

  it('writes a row once, however often a transaction puts it', async () => {
    const inner = createMemoryStorage();
    const told: string[] = [];
    const storage = createCachedStorage({
      ...inner,
      write: (work) =>
        inner.write((writer) =>
          work({
            ...writer,
            put(table, row) {
              told.push(`put ${(row as { name?: string }).name}`);
              writer.put(table, row);
            },
            add(table, row) {
              told.push(`add ${(row as { name?: string }).name}`);
              writer.add(table, row);
            },
          }),
        ),
    });
    await storage.write(async (t) => {
      t.put('users', user('ana', 'A'));
      expect((await t.get('users', 'ana'))?.name).to.equal('A');
      t.put('users', user('ana', 'Ana'));
      t.add('users', user('ben', 'B'));
      t.put('users', user('ben', 'Ben'));
    });
    expect(told).to.deep.equal(['put Ana', 'add Ben']);
  });

  it('asks a database that was just created for nothing but what it has forgotten', async () => {
    const inner = await createIndexedDbStorage(fresh());
    let asked = 0;
    const counted = <T>(answer: T) => (asked++, answer);
    const storage = createCachedStorage({
      ...inner,
      read: (work) =>
        inner.read((reader) =>
          work({
            ...reader,
            get: (...of) => counted(reader.get(...of)),
            range: (...of) => counted(reader.range(...of)),
          }),
        ),
    });
    const look = (uid: string) => storage.read((t) => t.get('users', uid));
    const relations = () => storage.read((t) => t.range('relations', 'key', { prefix: ['ana'] }));
    await storage.write((t) => Promise.resolve(t.put('users', user('ana', 'Ana'))));
    expect((await look('ana'))?.name).to.equal('Ana');
    expect(await look('ben')).to.equal(undefined);
    expect(await relations()).to.deep.equal([]);
    expect(asked).to.equal(0);
    const blocked = { uid: 'ana', other: 'ben', blockedAt: 1, rev: 1 };
    await storage.write((t) => Promise.resolve(t.put('relations', blocked)));
    expect(await relations()).to.deep.equal([blocked]);
    await storage.write(async (t) => {
      for (let i = 0; i < 2000; i++) t.put('users', user(`u${i}`, 'U'));
      await Promise.resolve();
    });
    expect((await look('ana'))?.name).to.equal('Ana');
    expect(await look('ben')).to.equal(undefined);
    expect(asked).to.equal(2);
    await storage.close();
  });

  it('does not remember what was asked for before a write and answered after it', async () => {
    const inner = createMemoryStorage();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const storage = createCachedStorage({
      ...inner,
      read: (work) =>
        work({
          async get(...of) {
            const row = await inner.read((reader) => reader.get(...of));
            await held;
            return row;
          },
          held: () => undefined,
          heldRange: () => undefined,
          range: (...of) => inner.read((reader) => reader.range(...of)),
          count: (...of) => inner.read((reader) => reader.count(...of)),
        }),
    });
    const old = storage.read((t) => t.get('users', 'ben'));
    await storage.write((t) => Promise.resolve(t.put('users', user('ben', 'Ben'))));
    release();
    await old;
    expect((await storage.read((t) => t.get('users', 'ben')))?.name).to.equal('Ben');
  });
});

describe('opening a storage', () => {
  const warnings: StorageWarning[] = [];
  const warn = (warning: StorageWarning) => warnings.push(warning);
  beforeEach(() => warnings.splice(0));

  it('opens a database quietly where all is well', async () => {
    const storage = await openStorage(fresh(), warn);
    expect(storage.kind).to.equal('indexeddb');
    expect(warnings).to.deep.equal([]);
    await storage.close();
  });

  it('keeps a damaged database aside, says so, and begins beside it', async () => {
    const name = fresh();
    const damaged = await openDB(name, 1, {
      upgrade: (database) => void database.createObjectStore('precious'),
    });
    await damaged.put('precious', 'diary', 1);
    damaged.close();

    const storage = await openStorage(name, warn);
    expect(storage.kind).to.equal('indexeddb');
    expect(warnings.map(({ kind, database }) => [kind, database])).to.deep.equal([
      ['kept-aside', name],
    ]);
    await storage.write((t) => Promise.resolve(t.put('meta', { key: 'a', value: 1, rev: 1 })));
    await storage.close();

    // The next visit finds the new one, and the old one is untouched.
    const again = await openStorage(name, warn);
    expect((await again.read((t) => t.get('meta', 'a')))?.value).to.equal(1);
    await again.close();
    const kept = await openDB(name);
    expect(await kept.get('precious', 1)).to.equal('diary');
    kept.close();
    await deleteDB(name);
  });

  it('a database of the first version gets what is new and keeps what it has', async () => {
    const name = fresh();
    const old = await openDB(name, 1, {
      upgrade(database) {
        for (const [table, { key }] of Object.entries(schema)) {
          if (newTables.includes(table as Table)) continue;
          database.createObjectStore(table, { keyPath: [...key] });
        }
      },
    });
    await old.put('meta', { key: 'a', value: 1, rev: 1 });
    old.close();
    const storage = await openStorage(name, warn);
    expect(warnings).to.deep.equal([]);
    await storage.write((t) => {
      t.put('roles', { ...plain('potter'), rev: 1 });
      return Promise.resolve();
    });
    const [kept, roles] = await storage.read((t) =>
      Promise.all([t.get('meta', 'a'), t.range('roles', 'key')]),
    );
    expect([kept?.value, roles.length]).to.deep.equal([1, 1]);
    expect(await storage.read((t) => t.range('messages', 'threads'))).to.deep.equal([]);
    await storage.close();
  });

  it('says that another page holds an older version, and opens it when that lets go', async () => {
    const name = fresh();
    const old = await openDB(name, 3, {
      upgrade(database) {
        for (const [table, { key }] of Object.entries(schema))
          database.createObjectStore(table, { keyPath: [...key] });
      },
    });
    await old.put('meta', { key: 'a', value: 1, rev: 1 });
    const opening = openStorage(name, warn);
    await waitUntil(() => warnings.length > 0, 'nothing is said');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include({ kind: 'blocked', database: name });
    expect(warnings[0]?.message).to.match(/Close it: this page goes on by itself/);
    old.close();
    const storage = await opening;
    expect((await storage.read((t) => t.get('meta', 'a')))?.value).to.equal(1);
    expect(warnings).to.have.length(1);
    await storage.close();
  });

  it('a database of the second version learns when conversations of two moved', async () => {
    const name = fresh();
    const old = await openDB(name, 2, {
      upgrade(database) {
        for (const [table, { key }] of Object.entries(schema))
          database.createObjectStore(table, { keyPath: [...key] });
      },
    });
    for (const [id, type, activeAt] of [
      ['user:ana:ben', 'user', 5],
      ['user:ana:cyd', 'user', 7],
      ['group:kiln', 'group', 9],
    ] as const) {
      await old.put('conversations', { id, type, activeAt, rev: 1 });
      await old.put('states', { conversationId: id, uid: 'ana', rev: 1 });
    }
    old.close();
    const storage = await openStorage(name, warn);
    const rows = await storage.read((t) => t.range('states', 'recent', { prefix: ['ana'] }));
    expect(rows.map((row) => row.conversationId)).to.deep.equal(['user:ana:cyd', 'user:ana:ben']);
    await storage.close();
  });

  it('a database of the third version learns how far people have come in conversations of two', async () => {
    const name = fresh();
    const old = await openDB(name, 3, {
      upgrade(database) {
        for (const [table, { key }] of Object.entries(schema))
          database.createObjectStore(table, { keyPath: [...key] });
      },
    });
    for (const [id, type] of [
      ['user:ana:ben', 'user'],
      ['group:kiln', 'group'],
    ] as const) {
      await old.put('conversations', { id, type, activeAt: 5, rev: 1 });
      for (const [uid, readSeq] of [
        ['ana', 3],
        ['ben', 4],
      ] as const)
        await old.put('receipts', { conversationId: id, uid, deliveredSeq: 5, readSeq, rev: 1 });
    }
    old.close();
    const storage = await openStorage(name, warn);
    const rows = await storage.read((t) => t.range('conversations', 'key'));
    expect(rows.map(({ id, marks }) => [id, marks])).to.deep.equal([
      ['group:kiln', undefined],
      [
        'user:ana:ben',
        { ana: { deliveredSeq: 5, readSeq: 3 }, ben: { deliveredSeq: 5, readSeq: 4 } },
      ],
    ]);
    await storage.close();
  });

  it('keeps a database of a later version aside', async () => {
    const name = fresh();
    (await openDB(name, 99)).close();
    const storage = await openStorage(name, warn);
    expect(storage.kind).to.equal('indexeddb');
    expect(warnings.map(({ kind }) => kind)).to.deep.equal(['kept-aside']);
    await storage.close();
  });

  it('works in memory where IndexedDB is refused, and says so', async () => {
    const original = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')!;
    Object.defineProperty(IDBFactory.prototype, 'open', {
      configurable: true,
      value: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      const storage = await openStorage(fresh(), warn);
      expect(storage.kind).to.equal('memory');
      expect(warnings.map(({ kind }) => kind)).to.deep.equal(['memory']);
    } finally {
      Object.defineProperty(IDBFactory.prototype, 'open', original);
    }
  });
});
