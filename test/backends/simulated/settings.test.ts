import { expect } from '@open-wc/testing';
import type { AppSettings } from '../../../src/protocol/settings.js';
import { createMemoryStorage } from '../../../src/backends/simulated/storage/memory.js';
import { app, codeOf, createWorld, useWorld } from '../../support/simulated.js';

const kiln = { guid: 'kiln' } as const;

describe('settings of the app', () => {
  const { world, ana, ben } = useWorld({
    signedIn: ['ana', 'ben'],
    groups: { kiln: { ben: 'participant' } },
  });

  const update = (settings: Partial<AppSettings>) =>
    world.management.request('settings.update', settings);

  it('are read and changed by management; what is not named stays', async () => {
    expect(await world.management.request('settings.get', {})).to.deep.equal(app.settings);
    const changed = await update({ updateOnReplies: true, receiptMembers: 7 });
    expect(changed).to.deep.equal({ ...app.settings, updateOnReplies: true, receiptMembers: 7 });
    expect(await world.management.request('settings.get', {})).to.deep.equal(changed);
    expect((await world.person('cleo')).session.settings).to.deep.equal(changed);
    for (const wrong of [
      { updateOnReplies: 'yes' },
      { receiptMembers: -1 },
      { typingMembers: 1.5 },
    ])
      expect(await codeOf(update(wrong as never))).to.equal('invalid MISSING_PARAMETERS');
  });

  it('M9: decide from then on what moves a conversation', async () => {
    const row = async () =>
      (await ben.ask('conversation.get', { target: kiln })).changes.conversations![0]!;
    const parentId = await ana.send('#kiln', 'first');
    await ana.send('#kiln', 'a reply', { parentId });
    expect((await row()).unread).to.equal(1);
    await update({ updateOnReplies: true });
    const id = await ana.send('#kiln', 'another', { parentId });
    expect([(await row()).unread, (await row()).lastMessageId]).to.deep.equal([2, id]);
  });

  it('M11: decide from then on which groups are large', async () => {
    const group = async () => (await ben.ask('group.get', kiln)).changes.groups![0]!;
    expect((await group()).without).to.equal(undefined);
    await update({ receiptMembers: 1, typingMembers: 1 });
    expect((await group()).without).to.deep.equal(['receipts', 'unread', 'typing']);
    await update({ receiptMembers: 2, typingMembers: 2 });
    expect((await group()).without).to.equal(undefined);
  });

  it('N4: open sessions are told to fetch again, and `session.get` says what is so now', async () => {
    await ben.drain();
    const settings = await update({ updateOnCallActivity: false });
    expect(await ben.drain()).to.deep.equal([{ type: 'refetch' }]);
    const now = await ben.ask('session.get', {});
    expect([now.settings, now.restricted]).to.deep.equal([settings, []]);
    expect(now.changes.users!.map(({ id }) => id)).to.deep.equal(['ben']);
  });

  it('outlive the server', async () => {
    const storage = createMemoryStorage();
    const first = await createWorld({ storage });
    await first.management.request('settings.update', { updateOnReplies: true });
    await first.server.close();
    const second = await createWorld({ storage, people: [] });
    expect((await second.person('ana')).session.settings.updateOnReplies).to.equal(true);
    await second.server.close();
  });
});
