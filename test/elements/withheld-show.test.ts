import { expect, html } from '@open-wc/testing';
import '../../src/elements/chat-messenger/chat-messenger.js';
import type { ChatMessenger } from '../../src/elements/chat-messenger/chat-messenger.js';
import { emit } from '../../src/lit/events.js';
import { inPane } from '../support/pane.js';
import { waitUntil } from '../support/wait.js';
import { withhold } from '../support/withhold.js';
import { ana, kiln, useWorld } from '../support/world.js';

withhold('elements/chat-messages/handling');

useWorld('ana');

/** First in its page. */
describe('a message that is to be shown, and what shows it cannot be had', () => {
  it('tells the page', async () => {
    const { id } = await ana.messages.send(kiln, { text: 'Kiln rules' });
    const messenger = await inPane<ChatMessenger>(
      ana,
      html`<chat-messenger guid="kiln"></chat-messenger>`,
    );
    const told: string[] = [];
    messenger.addEventListener('chat-error', ({ detail }) => told.push(detail.operation));
    await waitUntil(() => messenger.renderRoot.querySelector('chat-messages'), 'no messages');
    emit(messenger, 'chat-show', { target: kiln, id });
    await waitUntil(() => told.includes('chat-show'), 'not told');
    expect(told.filter((one) => one === 'chat-show')).to.have.length(1);
  });
});
