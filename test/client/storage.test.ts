import { createStorage } from '../../src/client/acts/storage.js';
import { waitUntil } from '../support/wait.js';
import { freshSpace } from '../support/world.js';

const nothing = () => undefined;

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
});
