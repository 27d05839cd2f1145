import { expect, html, oneEvent } from '@open-wc/testing';
import '../../src/elements/chat-details/chat-details.js';
import type { ChatDetails } from '../../src/elements/chat-details/chat-details.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { focused, inPane, rowSaying } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, signIn, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana');

describe('chat-details', () => {
  it('says what is known of a person; a link that is none leads nowhere', async () => {
    const management = world.host.manage();
    await management.request('role.create', { role: 'teacher', name: 'Teacher' });
    await management.request('user.update', {
      uid: 'ben',
      role: 'teacher',
      link: 'https://ben.example/pots/',
      statusMessage: 'At the wheel',
      tags: ['glaze'],
    });
    await management.request('friend.add', { uid: 'ana', uids: ['ben'] });
    const details = await inPane<ChatDetails>(ana, html`<chat-details uid="ben"></chat-details>`);
    const facts = () => textOf(details.shadowRoot?.querySelector('dl'));
    await waitUntil(() => facts().includes('At the wheel'), facts());
    expect(facts()).to.equal(
      'Status At the wheel Link ben.example/pots Friends You are friends Role teacher Tags glaze',
    );
    await still();
    await expect(details).to.be.accessible();
    const link = byRole(details, 'link');
    details.addEventListener('chat-link', (event) => event.preventDefault());
    setTimeout(() => link.click());
    const { detail } = await oneEvent<HTMLElementEventMap['chat-link']>(details, 'chat-link');
    expect(detail.href).to.equal('https://ben.example/pots/');
  });

  it('says so when there is nobody of that id, and when the group on show is deleted', async () => {
    const nobody = await inPane<ChatDetails>(ana, html`<chat-details uid="nobody"></chat-details>`);
    await waitUntil(() => textOf(nobody).includes('It is no longer there.'), 'waits for ever');
    expect(nobody.shadowRoot?.querySelectorAll('.skeleton')).to.have.length(0);
    await expect(nobody).to.be.accessible();

    const group = await inPane<ChatDetails>(ana, html`<chat-details guid="kiln"></chat-details>`);
    await waitUntil(() => textOf(group).includes('Kiln'), textOf(group));
    await ana.groups.delete('kiln');
    await waitUntil(() => textOf(group).includes('It is no longer there.'), 'waits for ever');
    group.guid = undefined;
    group.uid = 'ben';
    await waitUntil(() => textOf(group).includes('Ben'), 'what is gone stays on show');
    expect(textOf(group)).to.not.include('no longer there');
  });

  it('says what a large group does without (M11)', async () => {
    await world.host.manage().request('settings.update', { receiptMembers: 2 });
    const details = await inPane<ChatDetails>(ana, html`<chat-details guid="kiln"></chat-details>`);
    const facts = () => textOf(details);
    await waitUntil(() => /no sign of receipts or unread counts/.test(facts()), facts());
    await still();
    await expect(details).to.be.accessible();
  });

  it('blocks and unblocks, and shows nothing of who is blocked', async () => {
    await ana.messages.send({ uid: 'ben' }, { text: 'Hello' });
    await world.client('ben');
    const details = await inPane<ChatDetails>(ana, html`<chat-details uid="ben"></chat-details>`);
    await waitUntil(() => /Online/.test(textOf(details)));
    const more = byRole(details, 'button', 'More');
    expect(more.ariaHasPopup, 'that it has a menu').to.equal('menu');
    more.click();
    await waitUntil(() => allByRole(details, 'menuitem', 'Block').length > 0);
    byRole(details, 'menuitem', 'Block').click();
    await waitUntil(() => allByRole(details, 'button', 'Block').length > 0);
    byRole(details, 'button', 'Block').click();
    await waitUntil(() => allByRole(details, 'button', 'Unblock').length > 0);
    await waitUntil(() => !/Online/.test(textOf(details)), 'still online');
    byRole(details, 'button', 'Unblock').click();
    await waitUntil(() => /Online/.test(textOf(details)));
  });

  it('leaves a group after asking; details list the members of a group one is in', async () => {
    await signIn('ben');
    const details = await inPane<ChatDetails>(ben, html`<chat-details guid="kiln"></chat-details>`);
    await waitUntil(() => details.shadowRoot?.querySelector('chat-group-members'));
    const members = details.shadowRoot!.querySelector('chat-group-members')!;
    await rowSaying(members, 'Cyd');
    await still();
    await expect(details).to.be.accessible();
    allByRole(details, 'button', 'Leave group')[0]?.click();
    await waitUntil(() => allByRole(details, 'button', 'Leave group').length > 1, 'not asked');
    allByRole(details, 'button', 'Leave group').at(-1)?.click();
    await waitUntil(() => !details.shadowRoot?.querySelector('chat-group-members'), 'members stay');
  });

  it('a dialog that goes because one is kicked leaves the focus on the way back (B120)', async () => {
    await ana.members.setScope('kiln', 'ben', 'admin');
    await signIn('ben');
    const details = await inPane<ChatDetails>(
      ben,
      html`<chat-details guid="kiln" narrow></chat-details>`,
    );
    await waitUntil(() => allByRole(details, 'button', 'Add members').length > 0, 'not offered');
    byRole(details, 'button', 'Add members').click();
    await waitUntil(() => focused()?.localName === 'input', 'no dialog');
    await ana.members.kick('kiln', 'ben');
    await waitUntil(() => !details.shadowRoot?.querySelector('chat-group-members'), 'members stay');
    await waitUntil(() => focused()?.matches('.back'), `the focus is on ${focused()?.localName}`);
  });

  it('keeps no room for what can be done with a group one is banned from: nothing', async () => {
    await world.host
      .manage()
      .request('group.update', { guid: 'kiln', description: 'Pots and glazes' });
    await signIn('ben');
    const details = await inPane<ChatDetails>(ben, html`<chat-details guid="kiln"></chat-details>`);
    const root = details.shadowRoot!;
    await waitUntil(() => allByRole(details, 'button', 'More').length > 0, 'nothing can be done');
    await ana.members.ban('kiln', 'ben');
    await waitUntil(() => !root.querySelector('chat-group-members'), 'members stay');
    const end = root.querySelector('.top')!.getBoundingClientRect().bottom;
    expect(root.querySelector('dl')!.getBoundingClientRect().top).to.equal(end);
  });

  it('its open menu follows the record; the focus stays in it (B120)', async () => {
    await signIn('ben');
    await ana.messages.send({ guid: 'kiln' }, { text: 'Hello' });
    const details = await inPane<ChatDetails>(ben, html`<chat-details guid="kiln"></chat-details>`);
    const offered = () => allByRole(details, 'menuitem').map(textOf).join(', ');
    await waitUntil(() => allByRole(details, 'button', 'Mute').length > 0, 'no conversation');
    byRole(details, 'button', 'More').click();
    await waitUntil(() => focused()?.textContent.includes('Tags'), 'not in the menu');
    expect(offered()).to.equal('Tags, Delete chat, Leave group');
    await ana.members.setScope('kiln', 'ben', 'admin');
    await waitUntil(() => offered().endsWith('Leave group, Delete group'), offered());
    expect(textOf(focused())).to.equal('Tags');
    byRole(details, 'menuitem', 'Delete group').focus();
    await ana.members.setScope('kiln', 'ben', 'participant');
    await waitUntil(() => offered() === 'Tags, Delete chat, Leave group', offered());
    expect(textOf(focused())).to.equal('Tags');
  });
});
