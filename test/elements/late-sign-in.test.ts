import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-composer/chat-composer.js';
import '../../src/elements/chat-messages/chat-messages.js';
import '../../src/elements/chat-users/chat-users.js';
import { lateHandling as ofMessages } from '../../src/elements/chat-messages/late-handling.js';
import { lateHandling as ofLists } from '../../src/elements/list/late-handling.js';
import { textOf } from '../support/find.js';
import { waitUntil } from '../support/wait.js';
import { ana, useWorld } from '../support/world.js';

useWorld('ana');

/** First in its page: nothing that comes later is loaded. Most pages sign in a moment after they have begun. */
describe('elements before anybody has signed in', () => {
  it('leave what is loaded later for after what they show first, and then say that nobody is', async () => {
    await ana.signOut();
    let asked = 0;
    for (const late of [ofLists, ofMessages]) {
      const { load } = late;
      Object.assign(late, { load: () => (asked++, load()) });
    }
    const page = await fixture<HTMLElement>(html`
      <chat-provider .client=${ana}>
        <chat-users></chat-users><chat-messages uid="ben"></chat-messages>
        <chat-composer uid="ben"></chat-composer>
      </chat-provider>
    `);
    const [users, messages, composer] = (
      ['chat-users', 'chat-messages', 'chat-composer'] as const
    ).map((tag) => page.querySelector(tag)!);
    await Promise.all([users!.updateComplete, composer!.updateComplete]);
    await waitUntil(() => messages!.renderRoot.childElementCount > 0);
    const notice = () => composer!.renderRoot.querySelector('chat-composer-notice');
    expect(asked, 'with the first rendering').to.equal(0);
    expect(Boolean(notice()), 'with the first rendering').to.equal(false);
    for (const shown of [() => users, () => messages, notice])
      await waitUntil(() => /signed out/.test(textOf(shown())), 'not told');
  });
});
