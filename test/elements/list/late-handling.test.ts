import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/chat-conversations/chat-conversations.js';
import { lateHandling } from '../../../src/elements/list/late-handling.js';
import { allByRole } from '../../support/find.js';
import { rowsOf } from '../../support/pane.js';
import { waitUntil } from '../../support/wait.js';
import { ana, kiln, useWorld } from '../../support/world.js';

useWorld('ana');

/** As it is before what handles it is loaded: first in its page. */
describe('a list before what is loaded later', () => {
  it('takes what is typed and pressed; no row moves when the rest comes', async () => {
    await ana.messages.send(kiln, { text: 'Hello' });
    await ana.messages.send({ uid: 'ben' }, { text: 'Hello' });
    const page = await fixture<HTMLElement>(html`
      <chat-provider .client=${ana}><chat-conversations></chat-conversations></chat-provider>
    `);
    const list = page.querySelector('chat-conversations')!;
    await list.updateComplete;
    const field = list.renderRoot.querySelector('input')!;
    field.value = 'ben';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const failures: string[] = [];
    list.addEventListener('chat-error', ({ detail }) => failures.push(detail.error.message));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await waitUntil(() => rowsOf(list).length > 0, 'no rows');
    const places = () => rowsOf(list).map((row) => row.getBoundingClientRect().toJSON() as object);
    const before = places();
    const chosen = new Promise((resolve) => list.addEventListener('chat-select', resolve));
    rowsOf(list)[0]!.querySelector('button')!.click();
    await chosen;
    await lateHandling.load();
    await waitUntil(() => allByRole(list, 'button', /Actions for/).length === before.length);
    expect(places()).to.deep.equal(before);
    await waitUntil(() => rowsOf(list).length === 1, 'what was typed is lost');
    expect(rowsOf(list)[0]!.textContent).to.include('Ben');
    expect(failures).to.deep.equal([]);
  });
});
