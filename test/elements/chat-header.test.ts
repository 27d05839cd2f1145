import { expect, html, oneEvent } from '@open-wc/testing';
import '../../src/elements/chat-header/chat-header.js';
import type { ChatHeader } from '../../src/elements/chat-header/chat-header.js';
import { lastSeen } from '../../src/elements/words/last-seen.js';
import { rowTime } from '../../src/elements/words/row-time.js';
import { Localize } from '../../src/lit/localize.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { focused, inPane } from '../support/pane.js';
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

  it('says so when there is nobody of that id, or the group is deleted, and offers nothing to do with it', async () => {
    const who = () => textOf(header.shadowRoot?.querySelector('.who'));
    const header = await inPane<ChatHeader>(ana, html`<chat-header guid="kiln"></chat-header>`);
    await waitUntil(() => allByRole(header, 'button', 'Kiln').length > 0);
    await ana.groups.delete('kiln');
    await waitUntil(() => who() === 'It is no longer there.', who());
    for (const name of ['Search', 'More'])
      expect(allByRole(header, 'button', name), name).to.have.length(0);
    header.guid = undefined;
    header.uid = 'nobody';
    await header.updateComplete;
    expect(who(), 'of another it is not known yet').to.equal('');
    await waitUntil(() => who() === 'It is no longer there.', who());
    header.uid = 'ben';
    await waitUntil(() => allByRole(header, 'button', 'Ben').length > 0);
  });

  it('says that the group is deleted also where it had kept one waiting', async () => {
    const ben = await world.client('ben');
    const asks = ['group.get', 'conversation.get'] as const;
    const releases = asks.map((ask) => ben.line.hold(ask));
    const header = await inPane<ChatHeader>(ben, html`<chat-header guid="kiln"></chat-header>`);
    await waitUntil(() => header.shadowRoot?.querySelector('.skeleton'), 'not waiting');
    for (const release of releases) release();
    await waitUntil(() => allByRole(header, 'button', 'Kiln').length > 0);
    await ana.groups.delete('kiln');
    await waitUntil(() => textOf(header).includes('It is no longer there.'), 'waits for ever');
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
