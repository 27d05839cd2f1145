import { expect } from '@open-wc/testing';
import { createChatClient } from '../../src/client/client.js';
import { allByRole, textOf } from '../support/find.js';
import { area, compose, composer, push, type } from '../support/composer.js';
import { waitUntil } from '../support/wait.js';
import { asksAgain, withhold } from '../support/withhold.js';
import { freshSpace, toBen, until, useWorld, world } from '../support/world.js';

const release = withhold('client/acts/acts');

useWorld();

/** First in its page. */
describe('a composer whose messages cannot be sent, since what sends them cannot be loaded', () => {
  it('gives the words back, says why, and no more of it once they are sent (B57, B58)', async () => {
    const ana = createChatClient({ backend: world.host.backend(), appId: freshSpace() });
    await world.signIn(ana, 'ana');
    await compose(toBen, ana);
    area.focus();
    await type('Keep me');
    const notes = () => allByRole(composer, 'alert').map(textOf);
    expect(notes()).to.deep.equal([]);
    push('Send');
    // On a slow line one goes on writing until it has failed.
    composer.insertText('and me');
    await waitUntil(() => notes().length > 0, 'nothing is said');
    expect(notes()).to.deep.equal(['Not sent. There is no connection.']);
    await waitUntil(() => area.value === 'Keep me\nand me', 'the words are gone');
    expect(area.selectionStart, 'one goes on in the midst of it').to.equal(area.value.length);
    if (asksAgain) {
      await release('client/acts/acts');
      push('Send');
      const { $feed } = ana.messages.feed(toBen);
      await until($feed, ({ items }) =>
        items.some(({ message }) => message.text === 'Keep me\nand me'),
      );
      await waitUntil(() => notes().length === 0, 'it still says so');
    }
    await ana.close();
  });
});
