import { expect, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-conversations/chat-conversations.js';
import type { ChatConversations } from '../../src/elements/chat-conversations/chat-conversations.js';
import '../../src/elements/chat-messages/chat-messages.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { openList, view } from '../support/messages.js';
import { focused, inPane, rowSaying } from '../support/pane.js';
import { ana, ben, kiln, pause, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

// A real finger, as one that a script makes up closes nothing when it is lifted; the other engines' drivers have none.
const isChromium = navigator.userAgent.includes('Chrome/');

useWorld('ana', 'ben');
beforeEach(() => ben.messages.send(kiln, { text: 'Glaze or no glaze?' }));

/** Rests on this, and is lifted. */
async function longPress(element: Element, root: ParentNode): Promise<void> {
  const { left, top, height } = element.getBoundingClientRect();
  const at = { x: Math.round(left + 20), y: Math.round(top + height / 2) };
  await executeServerCommand('finger', { type: 'touchStart', ...at });
  await waitUntil(() => allByRole(root, 'menuitem').length > 0, 'no menu');
  await executeServerCommand('finger', { type: 'touchEnd', ...at });
}

/** What a lifted finger does to the focus, it does by then. */
async function staysInMenu(): Promise<void> {
  await pause(100);
  expect(focused()?.role, 'the focus is not in the menu').to.equal('menuitem');
}

describe('B82: a long press opens a menu, which stays', () => {
  if (!isChromium) return;

  it('of a message', async () => {
    await openList();
    const row = await view.seen('Glaze or no glaze?');
    await longPress(row.querySelector('.text')!, view.list);
    await staysInMenu();
    expect(allByRole(view.list, 'menuitem')).not.to.be.empty;
  });

  it('on a reaction, who chose it, and reacts not (B85)', async () => {
    const { id } = await ana.messages.send(kiln, { text: 'Glaze!' });
    await ben.messages.react(id, '🔥', true);
    await openList();
    const row = await view.seen('Glaze!');
    await waitUntil(() => row.querySelector('[data-reaction]'), 'no reaction');
    const { left, top, width, height } = row
      .querySelector('[data-reaction]')!
      .getBoundingClientRect();
    const at = { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
    await executeServerCommand('finger', { type: 'touchStart', ...at });
    const dialog = () => view.list.renderRoot.querySelector('chat-reactions');
    await waitUntil(() => textOf(dialog()).includes('Ben'), 'not who it was');
    await executeServerCommand('finger', { type: 'touchEnd', ...at });
    await pause(100);
    expect(dialog()?.chosen, 'of all reactions').to.equal('🔥');
    expect(textOf(dialog())).to.include('Who reacted').and.not.include('You');
    expect(allByRole(view.list, 'menuitem').length, 'a menu as well').to.equal(0);
    expect(row.item!.message.reactions![0]!.count, 'has reacted').to.equal(1);
  });

  it('of a chat, which is not opened', async () => {
    const list = await inPane<ChatConversations>(
      ana,
      html`<chat-conversations></chat-conversations>`,
    );
    const row = await rowSaying(list, 'Glaze or no glaze?');
    let chosen = false;
    list.addEventListener('chat-select', () => (chosen = true));
    await longPress(row, list);
    expect(allByRole(list, 'menuitem')).not.to.be.empty;
    expect(chosen).to.equal(false);
  });

  it('and has the focus until it is closed, which then is where it was (B83)', async () => {
    const list = await inPane<ChatConversations>(
      ana,
      html`<chat-conversations></chat-conversations>`,
    );
    const row = await rowSaying(list, 'Glaze or no glaze?');
    const field = byRole(list, 'textbox', /^Search/);
    field.focus();
    await longPress(row, list);
    await staysInMenu();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused() === field, 'the focus is not where it was');
  });
});
