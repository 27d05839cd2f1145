import { expect } from '@open-wc/testing';
import type { MessageFilter } from '../../../src/protocol/queries.js';
import { useWorld } from '../../support/simulated.js';

const kiln = { guid: 'kiln' } as const;
const picture = { url: 'https://a.b/c', name: 'c', mimeType: 'image/png', size: 1 };

/** What Ben finds by each filter in the order of sending; a new one without a line does not pass the type check. */
const found: { readonly [F in keyof Required<MessageFilter>]: readonly [unknown, string] } = {
  categories: [['custom', 'interactive'], 'poll form'],
  types: [['image', 'poll'], 'image poll'],
  search: ['LINK', 'link'],
  tags: [['a', 'none'], 'link'],
  unread: [true, 'image poll form reply quote last'],
  hideDeleted: [true, 'first mine link image poll form reply quote last'],
  hideReplies: [true, 'first mine link gone image poll form quote last'],
  hideBlocked: [true, 'first mine link gone image poll form reply quote'],
  hideQuotes: [true, 'first mine link gone image poll form reply last'],
  hasAttachments: [true, 'image'],
  goalCompleted: [true, 'form'],
  attachmentTypes: [['image'], 'image'],
  hasLinks: [true, 'link'],
  hasMentions: [true, 'last'],
  hasReactions: [true, 'first'],
  mentioned: [['ben'], 'last'],
  pinned: [true, 'link'],
  saved: [true, 'poll'],
  // Also what has changed for Ben alone: he saved the one and answered the other.
  updatedAfter: [2000, 'first link gone poll form last'],
  updatesOnly: [true, 'first link gone poll form'],
};

describe('every filter of messages', () => {
  const { world, ana, ben, cleo } = useWorld({ signedIn: ['ana', 'ben', 'cleo'] });

  it('finds what it says, and all of them must hold', async () => {
    const begun = world.clock.now();
    const names = new Map<string, string>();
    const send = async (name: string, by: typeof ana, more: object = {}) => {
      const message = { id: world.id(), type: 'text', text: name, ...more };
      await by.ask('message.send', { target: kiln, message });
      names.set(message.id, name);
      return message.id;
    };
    const first = await send('first', ana);
    await send('mine', ben);
    const link = await send('link', ana, { text: 'a link: https://a.b', tags: ['a', 'b'] });
    const gone = await send('gone', ana);
    await ben.ask('receipt.read', { target: kiln });
    await send('image', ana, { type: 'image', attachments: [picture] });
    const poll = await send('poll', ana, { category: 'custom', type: 'poll', data: {} });
    const goal = { interactionGoal: { type: 'anyAction' } };
    const form = await send('form', ana, {
      category: 'interactive',
      type: 'form',
      data: {},
      ...goal,
    });
    await send('reply', ana, { parentId: first });
    await send('quote', ana, { quotedId: link });
    world.clock.advance(2000);
    await ben.ask('message.interact', { id: form, elementId: 'a' });
    await ben.ask('reaction.add', { id: first, reaction: '👍' });
    await ben.ask('message.save', { id: poll, saved: true });
    await ana.ask('message.pin', { id: link, pinned: true });
    await ana.ask('message.delete', { id: gone });
    await send('last', cleo, { text: 'last <@uid:ben>' });
    await ben.ask('user.block', { uids: ['cleo'] });

    const list = async (filter: object) => {
      const { ids } = await ben.ask('message.list', { target: kiln, position: 'end', ...filter });
      return ids.flatMap((id) => names.get(id) ?? []).join(' ');
    };
    const since = { updatedAfter: begun + 2000 };
    for (const [name, [value, expected]] of Object.entries(found)) {
      const own = name === 'updatedAfter' ? since : { [name]: value };
      const filter = { ...(name === 'updatesOnly' && since), ...own };
      expect(await list(filter), name).to.equal(expected);
      const { ids } = await ben.ask('message.search', { target: kiln, ...filter });
      const searched = ids.flatMap((id) => names.get(id) ?? []);
      expect(searched.sort(), `${name}, searched`).to.deep.equal(expected.split(' ').sort());
    }
    expect(await list({ tags: ['a'], types: ['image'] })).to.equal('');
  });

  it('finds the newest first, page by page, also within a millisecond', async () => {
    const sent: string[] = [];
    for (let i = 0; i < 12; i++) sent.push(await ana.send(i % 3 ? '#kiln' : 'ben', 'same time'));
    const found: string[] = [];
    let after: string | null | undefined;
    while (after !== null) {
      const page = await ben.ask('message.search', {
        search: 'same time',
        limit: 5,
        ...(after && { after }),
      });
      found.push(...page.ids);
      after = page.after;
    }
    const of = (ids: readonly string[], third: boolean) =>
      ids.filter((id) => (sent.indexOf(id) % 3 === 0) === third);
    expect(new Set(found).size).to.equal(12);
    expect(found).to.have.length(12);
    for (const direct of [true, false])
      expect(of(found, direct)).to.deep.equal(of(sent.toReversed(), direct));
  });
});
