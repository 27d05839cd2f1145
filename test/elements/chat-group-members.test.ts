import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-group-members/chat-group-members.js';
import type { ChatGroupMembers } from '../../src/elements/chat-group-members/chat-group-members.js';
import type { Target } from '../../src/protocol/ids.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { focused, inPane, rowSaying, rowsOf, rowWith } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, signIn, useWorld, world, type TestClient } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const show = (client: TestClient, guid = 'kiln') =>
  inPane<ChatGroupMembers>(client, html`<chat-group-members guid=${guid}></chat-group-members>`);

/** What may be done with somebody, by the words of the menu. */
async function menuOf(list: Element, name: string): Promise<string[]> {
  const row = await rowSaying(list, name);
  const more = allByRole(row, 'button', `Actions for ${name}`)[0];
  if (!more) return [];
  more.click();
  await waitUntil(() => allByRole(list, 'menuitem').length > 0, 'no menu');
  const items = allByRole(list, 'menuitem').map(textOf);
  await sendKeys({ press: 'Escape' });
  await waitUntil(() => allByRole(list, 'menuitem').length === 0, 'menu stays');
  return items;
}
async function choose(list: Element, name: string, item: string): Promise<void> {
  byRole(await rowSaying(list, name), 'button', `Actions for ${name}`).click();
  await waitUntil(() => allByRole(list, 'menuitem', item).length > 0, `no ${item}`);
  byRole(list, 'menuitem', item).click();
}
async function confirm(list: Element, action: string): Promise<void> {
  await waitUntil(() => allByRole(list, 'button', action).length > 0, `not asked: ${action}`);
  byRole(list, 'button', action).click();
}

useWorld();

describe('chat-group-members', () => {
  it('shows everyone with their scope', async () => {
    await signIn('ana');
    await ana.members.setScope('kiln', 'ben', 'moderator');
    const list = await show(ana);
    expect(textOf(await rowSaying(list, 'Ana')))
      .to.contain('Ana (you)')
      .and.contain('Owner');
    await rowSaying(list, /Ben.*Moderator/);
    expect(textOf(rowWith(list, 'Cyd'))).to.not.match(/Owner|Admin|Moderator/);
    await still();
    await expect(list).to.be.accessible();
  });

  it('asks for a group while none is chosen, or a person is', async () => {
    await signIn('ana');
    const list = await inPane<ChatGroupMembers>(
      ana,
      html`<chat-group-members></chat-group-members>`,
    );
    await waitUntil(() => textOf(list).includes('Choose a group'), 'waits for ever');
    list.guid = 'kiln';
    await rowSaying(list, 'Ben');
    expect(textOf(list)).to.not.include('Choose a group');
  });

  it('offers exactly what the record allows: all to the owner, nothing to a participant', async () => {
    const owner = await show(await world.client('ana'));
    expect(await menuOf(owner, 'Ben')).to.deep.equal([
      'Message',
      'Make admin',
      'Make moderator',
      'Make owner',
      'Remove from group',
      'Ban',
    ]);
    expect(await menuOf(owner, 'Ana'), 'oneself').to.deep.equal([]);
    expect(allByRole(owner, 'button', 'Add members')).to.have.length(1);
    expect(allByRole(owner, 'button', 'Banned')).to.have.length(1);
    owner.remove();

    const participant = await show(await world.client('ben'));
    expect(await menuOf(participant, 'Cyd')).to.deep.equal(['Message']);
    expect(allByRole(participant, 'button', 'Add members')).to.have.length(0);
    expect(allByRole(participant, 'button', 'Banned')).to.have.length(0);
    expect(allByRole(participant, 'button', 'Leave group')).to.have.length(1);
  });

  it('changes scopes, and removes after asking', async () => {
    const list = await show(await world.client('ana'));
    await choose(list, 'Ben', 'Make moderator');
    await rowSaying(list, /Ben.*Moderator/);
    await choose(list, 'Ben', 'Remove from group');
    await confirm(list, 'Remove from group');
    await waitUntil(() => !rowWith(list, 'Ben'), 'still there');
  });

  it('B120: by keys, the focus is on the next one after somebody was removed', async () => {
    await signIn('ana');
    const list = await show(ana);
    const ben = (await rowSaying(list, 'Ben')).querySelector<HTMLElement>('.main')!;
    ben.focus();
    const menu = { key: 'F10', shiftKey: true, bubbles: true, composed: true };
    ben.dispatchEvent(new KeyboardEvent('keydown', menu));
    await waitUntil(() => allByRole(list, 'menuitem', 'Remove from group').length > 0, 'no menu');
    byRole(list, 'menuitem', 'Remove from group').click();
    await waitUntil(() => focused()?.textContent?.trim() === 'Cancel', 'not asked');
    await confirm(list, 'Remove from group');
    await waitUntil(() => !rowWith(list, 'Ben'), 'still there');
    await waitUntil(() => focused()?.closest('.row') === rowWith(list, 'Cyd'), 'focus is lost', 5);
  });

  it('keeps the question open with the reason when the server refuses', async () => {
    await signIn('ana');
    const list = await show(ana);
    await rowSaying(list, 'Ben');
    ana.line.refuse('member.kick', 'forbidden');
    await choose(list, 'Ben', 'Remove from group');
    await confirm(list, 'Remove from group');
    await waitUntil(
      () => allByRole(list, 'alert').some((alert) => textOf(alert) !== ''),
      'no reason',
    );
    await rowSaying(list, 'Ben');
    await confirm(list, 'Remove from group');
    await waitUntil(() => !rowWith(list, 'Ben'));
  });

  it('follows the conversation on show where it is given an empty `guid`', async () => {
    await signIn('ana');
    const list = await show(ana, '');
    const detail = { target: { guid: 'kiln' } };
    list.dispatchEvent(
      new CustomEvent('chat-select', { detail, bubbles: true, composed: true, cancelable: true }),
    );
    await rowSaying(list, 'Ben');
  });

  it('says what was refused in its own group alone', async () => {
    await signIn('ana');
    await ana.groups.create({ guid: 'wheel', name: 'Wheel', type: 'public' });
    const list = await show(ana);
    ana.line.refuse('member.scope', 'forbidden');
    await choose(list, 'Ben', 'Make moderator');
    const reasons = () => allByRole(list, 'alert').map(textOf).filter(Boolean);
    await waitUntil(() => reasons().length > 0, 'no reason');
    list.guid = 'wheel';
    await waitUntil(() => !rowWith(list, 'Ben'), 'the same group');
    expect(reasons()).to.deep.equal([]);
  });

  it('offers in an open menu what may be done now', async () => {
    await signIn('ana');
    const list = await show(ana);
    byRole(await rowSaying(list, 'Ben'), 'button', 'Actions for Ben').click();
    await waitUntil(() => allByRole(list, 'menuitem', 'Make moderator').length > 0, 'no menu');
    await ana.members.setScope('kiln', 'ben', 'moderator');
    await waitUntil(() => allByRole(list, 'menuitem', 'Make participant').length > 0, 'as before');
    expect(allByRole(list, 'menuitem', 'Make moderator')).to.have.length(0);
  });

  it('offers in a menu that took its time to open what may be done by then', async () => {
    await signIn('ana');
    const list = await show(ana);
    const row = await rowSaying(list, 'Ben');
    await import('../../src/elements/chat-menu/chat-menu.js');
    const menu = list.renderRoot.querySelector('chat-menu')!;
    const openAt = menu.openAt.bind(menu);
    // As behind a dialog that is about to close: no focus has the list look again.
    list.inert = true;
    menu.openAt = async (anchor) => {
      await ana.members.setScope('kiln', 'ben', 'moderator');
      await rowSaying(list, /Ben.*Moderator/);
      // All that comes of it has come.
      await aTimeout(300);
      await openAt(anchor);
    };
    byRole(row, 'button', 'Actions for Ben').click();
    await waitUntil(() => allByRole(list, 'menuitem', 'Make participant').length > 0, 'as before');
  });

  it('bans, lists who is banned, and unbans', async () => {
    const list = await show(await world.client('ana'));
    await choose(list, 'Cyd', 'Ban');
    await confirm(list, 'Ban');
    await waitUntil(() => !rowWith(list, 'Cyd'), 'still there');
    byRole(list, 'button', 'Banned').click();
    await rowSaying(list, 'Cyd');
    await choose(list, 'Cyd', 'Unban');
    await waitUntil(() => !rowWith(list, 'Cyd'), 'still banned');
    await waitUntil(() =>
      /Nobody is banned/.test(textOf(list.shadowRoot?.querySelector('[part~=state]'))),
    );
  });

  it('adds members, and names whom it could not add', async () => {
    await world.host.manage().request('user.create', { uid: 'dora', name: 'Dora' }, 'make-dora');
    const list = await show(await world.client('ana'));
    await rowSaying(list, 'Ben');
    byRole(list, 'button', 'Add members').click();
    await waitUntil(() => allByRole(list, 'checkbox', /Dora/).length > 0);
    byRole(list, 'checkbox', /Dora/).click();
    await waitUntil(() => allByRole(list, 'button', 'Add 1').length > 0);
    await still();
    await expect(list).to.be.accessible();
    byRole(list, 'button', 'Add 1').click();
    await waitUntil(() => rowsOf(list).some((row) => /Dora/.test(textOf(row))), 'not added');
  });

  it('adding: who is in already, or banned, is told apart and cannot be chosen', async () => {
    await signIn('ana');
    await world.host.manage().request('user.create', { uid: 'eve', name: 'Eve' }, 'make-eve');
    await ana.members.add('kiln', {}, ['eve']);
    const list = await show(ana);
    await rowSaying(list, 'Ben');
    byRole(list, 'button', 'Add members').click();
    const says = (name: string, reason: string) => () =>
      allByRole(list, 'checkbox', new RegExp(name)).some((row) => textOf(row).includes(reason));
    await waitUntil(says('Ben', 'Already a member'), 'not marked');
    await waitUntil(says('Eve', 'Banned from this group'), 'not marked');
    const ben = byRole(list, 'checkbox', /Ben/);
    expect(ben.getAttribute('aria-disabled')).to.equal('true');
    ben.click();
    byRole(list, 'checkbox', /Eve/).click();
    await aTimeout(50);
    expect(allByRole(list, 'button', 'Add')).to.have.length(1);
    await still();
    await expect(list).to.be.accessible();
  });

  it('adding: whoever joined in the meantime is named with the reason', async () => {
    await signIn('ana');
    await world.host.manage().request('user.create', { uid: 'eve', name: 'Eve' }, 'make-eve');
    const list = await show(ana);
    await rowSaying(list, 'Ben');
    byRole(list, 'button', 'Add members').click();
    await waitUntil(() => allByRole(list, 'checkbox', /Eve/).length > 0);
    await waitUntil(() => allByRole(list, 'checkbox', /Ben.*Already/).length > 0);
    byRole(list, 'checkbox', /Eve/).click();
    await (await world.client('eve')).groups.join('kiln');
    await waitUntil(() => allByRole(list, 'button', 'Add 1').length > 0);
    byRole(list, 'button', 'Add 1').click();
    await waitUntil(
      () => textOf(list).includes('Could not be added: Eve (Already a member)'),
      'no reason',
    );
  });

  it('a press opens the menu, unless the page prevents it; "Message" opens the conversation', async () => {
    const list = await show(await world.client('ben'));
    const row = await rowSaying(list, 'Cyd');
    list.addEventListener('chat-person', (event) => event.preventDefault(), { once: true });
    row.click();
    await aTimeout(100);
    expect(allByRole(list, 'menuitem')).to.have.length(0);
    row.click();
    await waitUntil(() => allByRole(list, 'menuitem', 'Message').length > 0);
    const chosen = oneEvent<CustomEvent<{ target: Target }>>(list, 'chat-select');
    byRole(list, 'menuitem', 'Message').click();
    expect((await chosen).detail.target).to.deep.equal({ uid: 'cyd' });
  });

  it('B121: 600 members are a few rows that know their place; End goes on and on', async () => {
    const lines = Array.from({ length: 600 }, (_, i) =>
      JSON.stringify({
        at: new Date(1_600_000_000_000 + i * 1000).toISOString(),
        kind: 'message',
        from: `nick${String(i).padStart(3, '0')}`,
        text: 'hello',
      }),
    );
    await world.host
      .manage()
      .request('message.import', { guid: 'kiln', firstLine: 1, lines }, 'import');
    const list = await show(await world.client('ana'));
    await waitUntil(() => rowsOf(list).length > 5);
    expect(rowsOf(list).length).to.be.lessThan(40);
    expect(rowsOf(list)[0]?.getAttribute('aria-setsize')).to.match(/^(603|-1)$/);
    list.focus();
    const place = () => Number(focused()?.closest('[part~=row]')?.getAttribute('aria-posinset'));
    for (let before = 0; before <= 60; before = place()) {
      await sendKeys({ press: 'End' });
      await waitUntil(() => place() > before, `stays at ${before}`);
    }
    expect(rowsOf(list).length).to.be.lessThan(40);
  });
});
