import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-composer/chat-composer.js';
import { lateExtras } from '../../src/elements/chat-composer/late-extras.js';
import { allByRole } from '../support/find.js';
import { waitUntil } from '../support/wait.js';
import { ana, toBen, useWorld } from '../support/world.js';

useWorld('ana');

/** First in its page: what catches keys is not loaded yet. */
describe('what is typed as soon as there is a composer', () => {
  it('B77: goes there in order, where nothing else took it and the page wants it', async () => {
    const page = await fixture<HTMLElement>(html`
      <chat-provider .client=${ana}
        ><chat-composer uid="ben" catches-keys></chat-composer><input aria-label="Other"
      /></chat-provider>
    `);
    const composer = page.querySelector('chat-composer')!;
    await waitUntil(() => allByRole(composer, 'textbox').length > 0, 'nowhere to write', 5);
    expect(lateExtras.now === undefined, 'loaded already').to.equal(true);
    const type = (on: Element, key: string) =>
      on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    type(document.body, 'h');
    type(page.querySelector('input')!, 'x');
    type(document.body, 'e');
    type(document.body, 'Shift');
    type(document.body, 'y');
    await waitUntil(() => ana.drafts.$draft(toBen).get().text === 'hey', 'lost');
  });
});
