import { expect, html } from '@open-wc/testing';
import '../../src/elements/chat-call/chat-call.js';
import '../../src/elements/chat-panel/chat-panel.js';
import '../../src/elements/chat-pinned-messages/chat-pinned-messages.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { inPane, rowSaying } from '../support/pane.js';
import { waitUntil } from '../support/wait.js';
import { asksAgain, withhold } from '../support/withhold.js';
import { ana, ben, kiln, signIn, toAna, useWorld } from '../support/world.js';

/** What could not be done, in the page's words. */
let told: string[] = [];
const onError = ({ detail }: HTMLElementEventMap['chat-error']) => told.push(detail.operation);
const release = withhold(
  'elements/chat-call/ring',
  'elements/chat-search/chat-search',
  'elements/chat-toast/chat-toast',
);

useWorld('ana');
beforeEach(() => {
  told = [];
  document.addEventListener('chat-error', onError);
});
afterEach(() => document.removeEventListener('chat-error', onError));

describe('a panel that cannot be had', () => {
  it('tells the page, and leaves its title and the way out', async () => {
    const panel = await inPane(ana, html`<chat-panel guid="kiln" panel="search"></chat-panel>`);
    await waitUntil(() => told.includes('chat-panel'), 'not told');
    expect(textOf(panel.shadowRoot)).to.equal('Search messages');
    byRole(panel, 'button', 'Close');
    if (!asksAgain) return;
    await release('elements/chat-search/chat-search');
    const other = await inPane(ana, html`<chat-panel guid="kiln" panel="search"></chat-panel>`);
    await waitUntil(() => allByRole(other, 'textbox').length > 0, 'never there');
  });

  it('tells the page of a way back that cannot be offered, once it is done', async () => {
    const { id } = await ana.messages.send(kiln, { text: 'Kiln rules' });
    await ana.messages.pin(id, true);
    const list = await inPane(ana, html`<chat-pinned-messages guid="kiln"></chat-pinned-messages>`);
    await rowSaying(list, 'Kiln rules');
    byRole(list, 'button', 'Actions for Kiln rules').click();
    await waitUntil(() => allByRole(list, 'menuitem', 'Unpin message').length > 0, 'no menu');
    byRole(list, 'menuitem', 'Unpin message').click();
    await waitUntil(() => told.includes('chat-toast'), 'not told');
  });

  it('tells the page of a tone, and shows the call that rings', async () => {
    await signIn('ben');
    const call = await inPane(ana, html`<chat-call audible></chat-call>`);
    await ben.calls.start(toAna, 'audio');
    await waitUntil(() => told.includes('chat-call'), 'not told');
    await waitUntil(() => allByRole(call, 'button', 'Decline').length > 0, 'not shown');
  });
});
