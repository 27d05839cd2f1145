import { expect, html, oneEvent } from '@open-wc/testing';
import '../../src/elements/chat-header/chat-header.js';
import '../../src/elements/chat-details/chat-details.js';
import type { ChatDetails } from '../../src/elements/chat-details/chat-details.js';
import type { ChatHeader } from '../../src/elements/chat-header/chat-header.js';
import { lastSeen } from '../../src/elements/words/last-seen.js';
import { rowTime } from '../../src/elements/words/row-time.js';
import { Localize } from '../../src/lit/localize.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { focused, inPane, rowSaying } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, signIn, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const sub = (header: Element) => textOf(header.shadowRoot?.querySelector('[part~=subtitle]'));

useWorld('ana');

describe('chat-header', () => {
  it('shows typing, being online, and when somebody was last seen', async () => {
    const header = await inPane<ChatHeader>(ana, html`<chat-header uid="ben"></chat-header>`);
    await signIn('ben');
    await waitUntil(() => sub(header) === 'Online', `not online: ${sub(header)}`);
    ben.typing.touch({ uid: 'ana' });
    await waitUntil(() => sub(header) === 'typing…');
    ben.typing.stop({ uid: 'ana' });
    await waitUntil(() => sub(header) === 'Online');
    ben.close();
    await waitUntil(() => sub(header) === 'last seen just now', `still ${sub(header)}`);
    await still();
    await expect(header).to.be.accessible();
  });

  it('counts the members of a group, and who of them is online', async () => {
    await world.client('ben');
    const header = await inPane<ChatHeader>(ana, html`<chat-header guid="kiln"></chat-header>`);
    await waitUntil(() => sub(header) === '3 members, 2 online', sub(header));
  });

  it('shows Back only where it is narrow', async () => {
    const header = await inPane<ChatHeader>(ana, html`<chat-header uid="ben"></chat-header>`);
    await waitUntil(() => allByRole(header, 'button', 'Ben').length > 0);
    expect(allByRole(header, 'button', 'Back')).to.have.length(0);
    header.narrow = true;
    await header.updateComplete;
    setTimeout(() => byRole(header, 'button', 'Back').click());
    await oneEvent(header, 'chat-back');
  });

  it('opens the details by name, and mutes from its menu', async () => {
    await ana.messages.send({ uid: 'ben' }, { text: 'Hello' });
    const header = await inPane<ChatHeader>(ana, html`<chat-header uid="ben"></chat-header>`);
    await waitUntil(() => allByRole(header, 'button', 'Ben').length > 0);
    setTimeout(() => byRole(header, 'button', 'Ben').click());
    await oneEvent(header, 'chat-details');
    byRole(header, 'button', 'More').click();
    await waitUntil(() => allByRole(header, 'menuitem', 'Mute').length > 0);
    byRole(header, 'menuitem', 'Mute').click();
    const $ben = ana.conversations.$conversation({ uid: 'ben' });
    await waitUntil(() => ($ben.get()?.mutedUntil ?? 0) > Date.now(), 'not muted');
    byRole(header, 'button', 'More').click();
    await waitUntil(() => allByRole(header, 'menuitem', 'Unmute').length > 0, 'no Unmute');
  });

  it('offers in an open menu what is known only then, and leaves the focus where it is', async () => {
    const release = ana.line.hold('user.list');
    const header = await inPane<ChatHeader>(ana, html`<chat-header uid="ben"></chat-header>`);
    await waitUntil(() => allByRole(header, 'button', 'More').length > 0, 'no menu');
    byRole(header, 'button', 'More').click();
    await waitUntil(() => focused()?.textContent.includes('Details'), 'not in the menu');
    expect(allByRole(header, 'menuitem', 'Video call')).to.have.length(0);
    release();
    await waitUntil(() => allByRole(header, 'menuitem', 'Video call').length > 0, 'not offered');
    expect(focused()?.textContent.trim()).to.equal('Details');
  });

  it('B112: shows why something could not be done', async () => {
    await ana.messages.send({ uid: 'ben' }, { text: 'Hello' });
    const header = await inPane<ChatHeader>(ana, html`<chat-header uid="ben"></chat-header>`);
    await waitUntil(() => allByRole(header, 'button', 'Ben').length > 0);
    ana.line.refuse('conversation.pin', 'limit');
    byRole(header, 'button', 'More').click();
    await waitUntil(() => allByRole(header, 'menuitem', 'Pin').length > 0);
    byRole(header, 'menuitem', 'Pin').click();
    await waitUntil(() => allByRole(header, 'alert').length > 0, 'no reason');
    byRole(header, 'button', 'Close').click();
    await waitUntil(() => allByRole(header, 'alert').length === 0);
  });

  it('says so of the conversation in which it was tried alone', async () => {
    await ana.messages.send({ uid: 'ben' }, { text: 'Hello' });
    const header = await inPane<ChatHeader>(ana, html`<chat-header uid="ben"></chat-header>`);
    const pin = async () => {
      await waitUntil(() => allByRole(header, 'button', 'Ben').length > 0, 'not there');
      byRole(header, 'button', 'More').click();
      await waitUntil(() => allByRole(header, 'menuitem', 'Pin').length > 0, 'no menu');
      byRole(header, 'menuitem', 'Pin').click();
    };
    ana.line.refuse('conversation.pin', 'limit');
    await pin();
    await waitUntil(() => allByRole(header, 'alert').length > 0, 'no reason');
    header.uid = 'cyd';
    await waitUntil(() => allByRole(header, 'button', 'Cyd').length > 0);
    expect(allByRole(header, 'alert'), 'of what was there before').to.have.length(0);

    header.uid = 'ben';
    const release = ana.line.hold('conversation.pin');
    ana.line.refuse('conversation.pin', 'limit');
    await pin();
    header.uid = 'cyd';
    await header.updateComplete;
    setTimeout(release);
    await oneEvent(header, 'chat-error');
    await header.updateComplete;
    expect(allByRole(header, 'alert'), 'what was refused later').to.have.length(0);
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
});

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
    byRole(details, 'button', 'More').click();
    await waitUntil(() => allByRole(details, 'menuitem', 'Block').length > 0);
    byRole(details, 'menuitem', 'Block').click();
    await waitUntil(() => allByRole(details, 'button', 'Block').length > 0);
    byRole(details, 'button', 'Block').click();
    await waitUntil(() => allByRole(details, 'button', 'Unblock').length > 0);
    await waitUntil(() => !/Online/.test(textOf(details)), 'still online');
    byRole(details, 'button', 'Unblock').click();
    await waitUntil(() => /Online/.test(textOf(details)));
  });
});

describe('times', () => {
  const localize = new Localize(document.createElement('chat-header'));
  const now = new Date(2026, 10, 20, 9, 30).getTime();
  const at = (day: number, hour = 8, year = 2026) => new Date(year, 10, day, hour, 5).getTime();

  it('B32: a row says the time, yesterday, the weekday, then the date', () => {
    expect(rowTime(at(20), now, localize)).to.match(/8:05/);
    expect(rowTime(at(19, 23), now, localize)).to.equal('Yesterday');
    expect(rowTime(at(16), now, localize)).to.equal('Mon');
    expect(rowTime(at(2), now, localize))
      .to.match(/2/)
      .and.match(/Nov/);
    expect(rowTime(at(2, 8, 2024), now, localize)).to.match(/24/);
  });

  it('last seen: just now, minutes, today, yesterday, days, a date', () => {
    expect(lastSeen(now - 20_000, now, localize)).to.equal('just now');
    expect(lastSeen(now - 300_000, now, localize)).to.match(/5/);
    expect(lastSeen(at(20, 5), now, localize)).to.match(/today at 5:05/);
    expect(lastSeen(at(19, 5), now, localize)).to.match(/yesterday at 5:05/);
    expect(lastSeen(at(16), now, localize)).to.match(/4 days/);
    expect(lastSeen(at(2), now, localize)).to.match(/2026/);
  });
});
