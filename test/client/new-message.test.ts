import { expect } from '@open-wc/testing';
import { openFeed } from '../support/feeds.js';
import { listen } from '../support/told.js';
import { ana, ben, toAna, toBen, until, useWorld, world } from '../support/world.js';

describe('a message that comes along with something else is not a new one', () => {
  useWorld('ana', 'ben');

  for (const known of [true, false]) {
    it(`of a message that quotes ${known ? 'a known' : 'an unknown'} one, it alone is told`, async () => {
      const { id } = await ana.messages.send(toBen, { text: 'One' });
      const later = await world.client('ben');
      if (known) await openFeed(later, toAna);
      const theirs = listen(later);
      const { id: next } = await ana.messages.send(toBen, { text: 'Two', quotedId: id });
      await theirs.until('message.received');
      expect(theirs.names).to.deep.equal(['message.received']);
      expect(theirs.detail('message.received').message.id).to.equal(next);
    });
  }

  it('B76: who has sent it before goes on typing', async () => {
    await ben.messages.send(toAna, { text: 'Hi' });
    const $typing = ana.typing.$typing(toBen);
    const seen: number[] = [];
    const stop = $typing.subscribe((users) => seen.push(users.length));
    ben.typing.touch(toAna);
    await until($typing, (users) => users.length === 1);
    await ana.conversations.pin(toBen, true);
    await ana.messages.send(toBen, { text: 'Yes?' });
    stop();
    expect(seen).to.deep.equal([0, 1]);
  });
});
