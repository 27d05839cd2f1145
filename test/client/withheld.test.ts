import { expect } from '@open-wc/testing';
import { createChatClient } from '../../src/client/client.js';
import { ChatError } from '../../src/protocol/errors.js';
import { asksAgain, withhold } from '../support/withhold.js';
import { freshSpace, until, useWorld, world } from '../support/world.js';

const release = withhold('client/acts/acts');

useWorld();

/** First in its page. */
describe('a client whose acts cannot be loaded', () => {
  it('shows what there is, says so of what it is asked to do, and tries again by itself', async () => {
    const ana = createChatClient({ backend: world.host.backend(), appId: freshSpace() });
    await world.signIn(ana, 'ana');
    const refused = await ana.messages.send({ uid: 'ben' }, { text: 'Hi' }).catch(ChatError.from);
    expect(refused).to.include({ code: 'offline' });
    const people = ana.users.list();
    const leave = people.$list.listen(() => undefined);
    await until(people.$list, ({ error }) => error?.code === 'offline');
    // Never rejects: the list says why.
    await Promise.all([people.reload(), people.more()]);
    if (asksAgain) {
      await release('client/acts/acts');
      const { items } = await until(people.$list, ({ ready }) => ready);
      expect(items.map(({ id }) => id)).to.deep.equal(['ben', 'cyd']);
    }
    leave();
    await ana.close();
  });
});
