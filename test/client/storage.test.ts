import { expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import { createStorage } from '../../src/client/acts/storage.js';
import type { Keep } from '../../src/client/acts/keep-types.js';
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

  it('keeps what is written while its page is left (B57, B63)', async () => {
    const name = freshSpace();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const left = frame.contentWindow as Window & { ready?: boolean };
    const script = frame.contentDocument!.createElement('script');
    script.type = 'module';
    script.textContent = `
      import { createStorage } from '${new URL('../../src/client/acts/storage.ts', import.meta.url).href}';
      const storage = createStorage({ name: '${name}', owner: 'left', onError: console.error });
      await storage.drafts('ana');
      addEventListener('pagehide', () => {
        storage.putCommand('ana', ${JSON.stringify({ ...command, id: 'last' })});
        storage.putDraft('ana', 'uid:ben', { draft: { text: 'Last words', files: [] } });
      });
      window.ready = true;`;
    frame.contentDocument!.body.append(script);
    await waitUntil(() => left.ready, 'the frame has no storage');
    frame.remove();
    const storage = createStorage({ name, owner: 'next', onError: nothing });
    const taken: string[] = [];
    await storage.adopt('ana', (commands) => void taken.push(...commands.map(({ id }) => id)));
    expect(taken).to.deep.equal(['last']);
    expect((await storage.drafts('ana')).get('uid:ben')?.draft.text).to.equal('Last words');
    await storage.close();
  });
});
