import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/chat-users/chat-users.js';
import { lateHandling } from '../../../src/elements/list/late-handling.js';
import { textOf } from '../../support/find.js';
import { waitUntil } from '../../support/wait.js';
import { ana, useWorld } from '../../support/world.js';

useWorld('ana');

/** First in its page: nothing that comes later is loaded. */
describe('a list before anybody has signed in', () => {
  it('leaves what is loaded later for after its rows, and then says that nobody is', async () => {
    await ana.signOut();
    const { load } = lateHandling;
    let asked = 0;
    Object.assign(lateHandling, { load: () => (asked++, load()) });
    const page = await fixture<HTMLElement>(html`
      <chat-provider .client=${ana}><chat-users></chat-users></chat-provider>
    `);
    const list = page.querySelector('chat-users')!;
    await list.updateComplete;
    expect(asked, 'with the first rendering').to.equal(0);
    const state = () => textOf(list.renderRoot.querySelector('[part~=state]'));
    await waitUntil(() => /signed out/.test(state()), 'not told');
  });
});
