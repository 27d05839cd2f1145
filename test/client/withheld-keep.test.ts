import { expect } from '@open-wc/testing';
import { createChatClient } from '../../src/client/client.js';
import { waitUntil } from '../support/wait.js';
import { asksAgain, withhold } from '../support/withhold.js';
import { freshSpace, toBen, until, useWorld, world } from '../support/world.js';

const release = withhold('client/acts/keep/storage');

useWorld();

/** First in its page. */
describe('a client that cannot load what keeps', () => {
  it('says so once, sends all the same, and keeps what waited when it has come (B57, B63)', async () => {
    const appId = freshSpace();
    const make = () => createChatClient({ backend: world.host.backend(), appId });
    const ana = make();
    const errors: unknown[] = [];
    ana.on('error', ({ error, operation }) => errors.push(`${operation}: ${error.message}`));
    await world.signIn(ana, 'ana');
    ana.drafts.write(toBen, { text: 'Half a sentence' });
    expect(await ana.messages.send({ uid: 'cyd' }, { text: 'Hi' })).to.include({ text: 'Hi' });
    await waitUntil(() => errors.length > 0, 'nobody is told');
    expect(errors).to.have.length(1);
    expect(errors[0]).to.match(/^storage: .*not kept yet.*tried again/);
    if (asksAgain) {
      await release('client/acts/keep/storage');
      const { createStorage } = await import('../../src/client/acts/keep/storage.js');
      const name = `chat-elements/${appId}`;
      const storage = createStorage({
        name,
        owner: 'test',
        onError: (error) => errors.push(error),
      });
      await waitUntil(async () => (await storage.drafts('ana')).size > 0, 'not kept');
      await storage.close();
      const again = make();
      await world.signIn(again, 'ana');
      await until(again.drafts.$draft(toBen), ({ text }) => text === 'Half a sentence');
      await again.close();
      // What it has written itself is no draft of an earlier page, which would come back after this one.
      ana.drafts.clear(toBen);
      expect(ana.drafts.$draft(toBen).get().text).to.equal('');
      expect(errors).to.have.length(1);
    }
    await ana.close();
  });
});
