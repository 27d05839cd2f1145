import { expect, html } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import type { ChatMessages } from '../../src/elements/chat-messages/chat-messages.js';
import { textOf } from '../support/find.js';
import { inPane } from '../support/pane.js';
import { waitUntil } from '../support/wait.js';
import { asksAgain, withhold } from '../support/withhold.js';
import { ana, ben, kiln, useWorld } from '../support/world.js';

const release = withhold('elements/chat-message/extras', 'elements/chat-message/text/rich-text');

useWorld('ana', 'ben');

/** First in its page: none of it is loaded yet. */
describe('what draws messages and cannot be had', () => {
  it('leaves a line of text in its place, and draws the same rows once it can be had', async () => {
    const { id } = await ben.messages.send(kiln, { text: 'A **bold** glaze' });
    await ana.messages.react(id, '🔥', true);
    const list = await inPane<ChatMessages>(ana, html`<chat-messages guid="kiln"></chat-messages>`);
    const row = () =>
      [...list.renderRoot.querySelectorAll('chat-message')].find((one) => one.item?.id === id)!;
    await waitUntil(() => row() && textOf(row()).includes('A **bold** glaze'), 'no line of text');
    expect(row().querySelector('[part=reaction]')).to.equal(null);
    const label = row().getAttribute('aria-label');
    expect(label).to.include('A **bold** glaze');
    if (!asksAgain) return;

    await release('elements/chat-message/extras');
    await release('elements/chat-message/text/rich-text');
    // Rows that need it ask for it, no more often than every few seconds.
    const drawn = (selector: string) => {
      list.requestUpdate();
      return row().querySelector(selector);
    };
    await waitUntil(() => drawn('[part=reaction]'), 'no reaction');
    await waitUntil(() => drawn('strong'), 'never bold');
    await waitUntil(() => row().getAttribute('aria-label') !== label, 'said as it was');
    expect(row().getAttribute('aria-label')).to.include('A bold glaze');
  });
});
