import { expect } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import type { ChatMessage } from '../../src/elements/chat-message/chat-message.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { press, pressMenuKeys } from '../support/keyboard.js';
import { openList, view } from '../support/messages.js';
import { still } from '../support/still.js';
import { ana, ben, cyd, kiln, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

describe('who reacted (B85)', () => {
  useWorld('ana', 'ben', 'cyd');

  const who = () => view.list.renderRoot.querySelector('chat-reactions')!;
  const rows = () =>
    [...(who()?.renderRoot.querySelectorAll('[part="row"]') ?? [])].map((row) => textOf(row));

  /** By keys alone, from the message's menu. */
  async function open(text: string): Promise<ChatMessage> {
    const row = await view.seen(text);
    await waitUntil(() => row.querySelector('[data-reaction]'), 'no reaction');
    row.focus();
    await pressMenuKeys();
    await waitUntil(() => allByRole(view.list, 'menuitem', 'Who reacted').length > 0, 'no entry');
    byRole(view.list, 'menuitem', 'Who reacted').click();
    await waitUntil(() => rows().length > 0, 'nobody');
    return row;
  }

  it('is said by the menu of a message, for each emoji, and follows what changes', async () => {
    const { id } = await ben.messages.send(kiln, { text: 'Opened the kiln' });
    await ben.messages.react(id, '🔥', true);
    await cyd.messages.react(id, '🔥', true);
    await ana.messages.react(id, '👏', true);
    await openList();
    const row = await open('Opened the kiln');
    expect(rows()).to.deep.equal(['Ben 🔥', 'Cyd 🔥', 'You 👏']);
    await still();
    await expect(who()).to.be.accessible();
    byRole(who(), 'button', '👏 1').click();
    await waitUntil(() => rows().length === 1, 'all of them');
    expect(rows()).to.deep.equal(['You 👏']);
    await ben.messages.react(id, '👏', true);
    await waitUntil(() => rows().length === 2, 'not who came since');
    await press('Escape');
    await waitUntil(() => row.matches(':focus'), 'the focus is not back');
  });

  it('says so where it could not be asked for, and asks again', async () => {
    const { id } = await ben.messages.send(kiln, { text: 'Opened the kiln' });
    await ben.messages.react(id, '🔥', true);
    await openList();
    const row = await view.seen('Opened the kiln');
    await waitUntil(() => row.querySelector('[data-reaction]'), 'no reaction');
    ana.line.refuse('reaction.list', 'forbidden');
    row.focus();
    await pressMenuKeys();
    await waitUntil(() => allByRole(view.list, 'menuitem', 'Who reacted').length > 0, 'no entry');
    byRole(view.list, 'menuitem', 'Who reacted').click();
    await waitUntil(() => allByRole(view.list, 'button', 'Try again').length > 0, 'no way out');
    byRole(view.list, 'button', 'Try again').click();
    await waitUntil(() => rows().length === 1, 'nobody');
  });

  it('of many, more are asked for', async () => {
    const { id } = await ben.messages.send(kiln, { text: 'Opened the kiln' });
    const management = world.host.manage();
    for (let i = 0; i < 21; i++) {
      const uid = `guest-${i}`;
      await management.request('user.create', { uid, name: `Guest ${i}` }, uid);
      await management.request(
        'member.add',
        { guid: 'kiln', members: { [uid]: 'participant' } },
        `add-${i}`,
      );
      const guest = await world.client(uid);
      await guest.messages.react(id, '🔥', true);
      await guest.close();
    }
    await openList();
    await open('Opened the kiln');
    expect(rows().length).to.equal(20);
    byRole(who(), 'button', 'More').click();
    await waitUntil(() => rows().length === 21, 'no more');
    expect(allByRole(who(), 'button', 'More').length).to.equal(0);
  });
});
