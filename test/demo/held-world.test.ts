import { expect, html, fixture } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { schema } from '../../src/backends/simulated/storage/schema.js';
import type { Demo } from '../../src/demo.js';
import { allByRole, textOf } from '../support/find.js';
import { waitUntil } from '../support/wait.js';

const world = 'chat-elements-demo:world';

describe('the demo page, whose world an older page holds', () => {
  let demo: Demo;
  after(async () => {
    await demo.close();
    await deleteDB(world);
  });

  it('says what is the matter and what to do, and goes on by itself when it is free', async () => {
    const address = new URL(location.href);
    address.searchParams.set('people', 'off');
    history.replaceState(null, '', address);
    const held = await openDB(world, 3, {
      upgrade(database) {
        for (const [table, { key }] of Object.entries(schema))
          database.createObjectStore(table, { keyPath: [...key] });
      },
    });
    demo = (await import('../../src/demo/start.js')).demo!;
    await fixture(html`<chat-me></chat-me>`);
    const notices = () =>
      allByRole(document.body, 'status').filter(({ style }) => style.fontWeight);
    await waitUntil(() => notices().length > 0, 'nothing is said');
    expect(textOf(notices()[0])).to.match(/Another tab .* older version.* Close it/);
    expect(demo.client.$me.get()).to.equal(undefined);
    held.close();
    await demo.ready;
    await waitUntil(() => notices().length === 0, 'it still says so');
    expect(demo.client.$me.get()?.name).to.equal('Ana Moreira');
  });
});
