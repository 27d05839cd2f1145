import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { holdsFiles } from '../../src/client/acts/keep/file-bytes.js';
import { createStorage } from '../../src/client/acts/keep/storage.js';
import type { Keep } from '../../src/client/acts/keep/keep-types.js';
import type { Command } from '../../src/client/command.js';
import { waitUntil } from '../support/wait.js';
import { freshSpace } from '../support/world.js';

const nothing = () => undefined;
const command: Command = {
  id: '',
  name: 'message.delete',
  params: { id: 'm1' },
  lane: 'user:ana:ben',
  queuedAt: 1,
  order: 1,
};

describe('the storage of a client', () => {
  it('that is closed before it has its lock never takes it', async () => {
    const name = freshSpace();
    let release: (() => void) | undefined;
    void navigator.locks.request(
      `${name}/tab`,
      () => new Promise<void>((done) => (release = done)),
    );
    await waitUntil(() => release !== undefined);
    const storage = createStorage({ name, owner: 'tab', onError: nothing });
    await storage.close();
    release?.();
    // Who waits for what it left gets it.
    await navigator.locks.request(`${name}/tab`, nothing);
  });

  it('that is closed while it is given its lock does not keep it', async () => {
    const name = freshSpace();
    const { request } = LockManager.prototype;
    let give!: () => void;
    const given = new Promise<void>((resolve) => (give = resolve));
    // Chromium does so, once in a thousand times: it calls back when the request was aborted.
    LockManager.prototype.request = ((lock: string, _: unknown, callback: () => Promise<unknown>) =>
      request.call(navigator.locks, lock, {}, () => given.then(callback))) as typeof request;
    const storage = createStorage({ name, owner: 'tab', onError: nothing });
    LockManager.prototype.request = request;
    await storage.close();
    give();
    await navigator.locks.request(`${name}/tab`, nothing);
  });

  it('takes over what another tab leaves, also what that writes after it was asked (B57)', async () => {
    const name = freshSpace();
    const taken: string[] = [];
    const [closing, staying] = ['closing', 'staying'].map((owner) =>
      createStorage({ name, owner, onError: nothing }),
    ) as [Keep, Keep];
    await waitUntil(async () => {
      const { held = [] } = await navigator.locks.query();
      return held.some((lock) => lock.name === `${name}/closing`);
    });
    await staying.adopt('ana', (commands) => void taken.push(...commands.map(({ id }) => id)));
    closing.putCommand('ana', { ...command, id: 'late' });
    await closing.close();
    await waitUntil(() => taken.includes('late'), 'nobody sends it');
    await staying.close();
  });

  it('gives back nothing that was written, or taken back, after it was asked', async () => {
    const storage = createStorage({ name: freshSpace(), owner: 'tab', onError: nothing });
    const restored = async () => {
      const ids: string[] = [];
      await storage.adopt('ana', (commands) => void ids.push(...commands.map(({ id }) => id)));
      return ids;
    };
    const first = restored();
    for (const id of ['kept', 'taken back']) storage.putCommand('ana', { ...command, id });
    storage.deleteCommand('taken back');
    expect(await first).to.deep.equal([]);
    expect(await restored()).to.deep.equal(['kept']);
    await storage.close();
  });

  it('goes on where its database was deleted or closed from outside', async () => {
    const name = freshSpace();
    const errors: unknown[] = [];
    const storage = createStorage({ name, owner: 'tab', onError: (error) => errors.push(error) });
    storage.putCommand('ana', { ...command, id: 'before' });
    await storage.adopt('ana', nothing);
    await deleteDB(name);
    storage.putCommand('ana', { ...command, id: 'after' });
    const ids: string[] = [];
    await storage.adopt('ana', (commands) => void ids.push(...commands.map(({ id }) => id)));
    expect(ids).to.deep.equal(['after']);
    expect(errors).to.be.empty;
    await storage.close();
  });

  it('that is full says what was not kept, and what to do', async () => {
    const errors: unknown[] = [];
    const onError = (error: unknown) => errors.push(error);
    const storage = createStorage({ name: freshSpace(), owner: 'tab', onError });
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    storage.putCommand('ana', command);
    await waitUntil(() => errors.length > 0, 'nobody is told').finally(
      () => (IDBObjectStore.prototype.put = put),
    );
    expect(errors[0]).to.include({ code: 'storage' });
    expect(errors[0]).to.match(/could not be kept.*quota.*make room/);
    await storage.close();
  });

  it('begins to write at once: a page that is being left waits for nothing (B57, B63)', async () => {
    const name = freshSpace();
    const storage = createStorage({ name, owner: 'tab', onError: nothing });
    await storage.drafts('ana');
    const other = await openDB(name);
    for (const id of ['one', 'two']) storage.putCommand('ana', { ...command, id });
    storage.putDraft('ana', 'uid:ben', { draft: { text: 'Last words', files: [] } });
    // What is asked for after them, in the same task, holds them.
    const [commands, drafts] = await Promise.all([
      other.getAllKeys('commands'),
      other.getAllKeys('drafts'),
    ]);
    expect(commands).to.deep.equal(['one', 'two']);
    expect(drafts).to.deep.equal(['ana|uid:ben']);
    other.close();
    await storage.close();
  });

  it('writes a file of a draft once, however much is typed beside it, and lets it go with it (B63)', async () => {
    const name = freshSpace();
    const file = new File(['clay'], 'notes.txt', { type: 'text/plain' });
    const files = [{ id: 'f1', file, alt: 'Notes' }];
    const { put } = IDBObjectStore.prototype;
    let writings = 0;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key) {
      if (holdsFiles(value)) writings++;
      return put.call(this, value, key);
    };
    try {
      const storage = createStorage({ name, owner: 'tab', onError: nothing });
      for (const text of ['H', 'Ha', 'Half a thought'])
        storage.putDraft('ana', 'uid:ben', {
          draft: { text: '', files: [] },
          former: { draft: { text, files } },
        });
      await storage.close();
      expect(writings).to.equal(1);

      const other = createStorage({ name, owner: 'tab', onError: nothing });
      const [stored] = (await other.drafts('ana')).values();
      const kept = stored!.former!.draft;
      expect(kept.text).to.equal('Half a thought');
      expect([kept.files[0]!.alt, await kept.files[0]!.file.text()]).to.deep.equal([
        'Notes',
        'clay',
      ]);
      other.putDraft('ana', 'uid:ben', { draft: { ...kept, text: 'A whole one' } });
      const [again] = (await other.drafts('ana')).values();
      expect(await again!.draft.files[0]!.file.text()).to.equal('clay');
      expect(writings, 'once more after a reload').to.equal(1);

      // Taken out, and sent: nothing of it is left.
      other.putDraft('ana', 'uid:ben', { draft: { text: 'A whole one', files: [] } });
      const look = await openDB(name);
      expect(await look.getAllKeys('drafts')).to.deep.equal(['ana|uid:ben']);
      other.putDraft('ana', 'uid:ben', { draft: { text: 'A whole one', files } });
      other.putDraft('ana', 'uid:ben', undefined);
      await other.close();
      expect(await look.getAllKeys('drafts')).to.deep.equal([]);
      look.close();
    } finally {
      IDBObjectStore.prototype.put = put;
    }
  });

  describe('where the browser keeps no files, as WebKit does not in private windows', () => {
    const { put } = IDBObjectStore.prototype;
    const file = new File(['clay'], 'notes.txt', { type: 'text/plain' });
    const draft = { text: 'Half a thought', files: [{ id: 'f1', file }] };
    const told: unknown[] = [];
    let storage: Keep;

    beforeEach(() => {
      told.length = 0;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key) {
        if (holdsFiles(value))
          throw new DOMException('Error preparing Blob/File data.', 'UnknownError');
        return put.call(this, value, key);
      };
      const onError = (error: unknown) => told.push(error);
      storage = createStorage({ name: freshSpace(), owner: 'tab', onError });
    });
    afterEach(async () => {
      IDBObjectStore.prototype.put = put;
      await storage.close();
    });

    it('a draft has its files and its words all the same, and what it comes back to (B63)', async () => {
      storage.putDraft('ana', 'uid:ben', { draft: { text: '', files: [] }, former: { draft } });
      const kept = (await storage.drafts('ana')).get('uid:ben')?.former?.draft;
      expect(kept?.text).to.equal('Half a thought');
      const [{ id, file: back }] = kept!.files as [{ id: string; file: File }];
      expect([id, back.name, back.type, await back.text()]).to.deep.equal([
        ...['f1', 'notes.txt', 'text/plain', 'clay'],
      ]);
      expect(told).to.be.empty;
    });

    it('so has a message that waits (B57)', async () => {
      const uploads = [{ id: 'u1', name: 'notes.txt', file: new Blob(['clay']) }];
      storage.putCommand('ana', { ...command, id: 'waits', uploads });
      const taken: Command[] = [];
      await storage.adopt('ana', (commands) => void taken.push(...commands));
      expect(await taken[0]?.uploads?.[0]?.file.text()).to.equal('clay');
      expect(told).to.be.empty;
    });

    it('what was sent meanwhile does not come back', async () => {
      await storage.drafts('ana');
      storage.putDraft('ana', 'uid:ben', { draft });
      storage.putDraft('ana', 'uid:ben', undefined);
      expect((await storage.drafts('ana')).size).to.equal(0);
      expect(told).to.be.empty;
    });
  });
});
