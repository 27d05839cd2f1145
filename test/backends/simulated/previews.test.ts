import { expect } from '@open-wc/testing';
import type { Message } from '../../../src/protocol/records.js';
import { useWorld, type Person } from '../../support/simulated.js';

const kiln = { guid: 'kiln' } as const;
const url = 'https://www.studio.example/kiln/';

describe('M14: what is behind links', () => {
  const { world, ana, ben, cleo, manage } = useWorld({ signedIn: ['ana', 'ben', 'cleo'] });

  const look = async (person: Person, id: string): Promise<Message> =>
    (await person.ask('message.get', { id })).changes.messages!.find((row) => row.id === id)!;
  const urls = async (id: string) => (await look(ben, id)).links?.map((link) => link.url);
  const later = async () => {
    world.clock.advance(2000);
    await world.settled();
  };

  it('comes a little later by itself, and is neither an edit nor unread', async () => {
    const id = await ana.send('#kiln', `See ${url}, and https://unknown.example`);
    expect(await urls(id), 'at once').to.equal(undefined);
    await ben.ask('receipt.read', { target: kiln });
    await ben.drain();
    await later();
    const told = (await ben.drain()).filter(({ type }) => type === 'changed');
    expect(told.map((event) => 'cause' in event && event.cause)).to.deep.equal(['preview']);
    const message = await look(ben, id);
    expect(message.links).to.deep.equal([{ url, title: 'Kiln logger' }]);
    expect(message.editedAt).to.equal(undefined);
    const { changes } = await ben.ask('conversation.get', { target: kiln });
    expect(changes.conversations![0]).to.include({ unread: 0 });
  });

  it('follows edits; its author alone dismisses it, for good', async () => {
    const id = await ana.send('#kiln', `See ${url}`);
    await later();
    for (const other of [ben, cleo])
      expect(await other.refusal('link.dismiss', { id, url })).to.match(/^forbidden/);
    await ana.ask('message.edit', { id, text: 'See nothing' });
    expect(await urls(id), 'of a link that is gone').to.equal(undefined);
    await ana.ask('message.edit', { id, text: `See ${url}` });
    await later();
    expect(await urls(id)).to.deep.equal([url]);
    await ana.ask('link.dismiss', { id, url });
    await ana.ask('link.dismiss', { id, url });
    expect((await urls(id)) ?? []).to.deep.equal([]);
    await ana.ask('message.edit', { id, text: `See ${url} again` });
    await later();
    expect((await urls(id)) ?? []).to.deep.equal([]);
  });

  it('nothing of what waits for approval, or is deleted meanwhile', async () => {
    const gone = await ana.send('#kiln', `See ${url}`);
    await ana.ask('message.delete', { id: gone });
    await manage('settings.update', { moderation: true });
    const held = await cleo.send('#kiln', `See ${url}`);
    await later();
    expect(await urls(gone)).to.equal(undefined);
    expect((await look(cleo, held)).links).to.equal(undefined);
    await manage('message.moderate', { id: held, status: 'approved' });
    await later();
    expect(await urls(held)).to.deep.equal([url]);
  });
});
