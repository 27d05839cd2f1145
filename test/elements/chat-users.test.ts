import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-users/chat-users.js';
import type { ChatUsers } from '../../src/elements/chat-users/chat-users.js';
import type { UserQuery } from '../../src/protocol/queries.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { everyFrame } from '../support/messages.js';
import { inPane, rowSaying, rowsOf, rowWith } from '../support/pane.js';
import { ana, ben, cyd, signIn, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const names = (list: Element) =>
  rowsOf(list).map((row) => textOf(row.querySelector('[part~=name]')));
const sections = (list: Element) =>
  [...(list.shadowRoot?.querySelectorAll('[part~=section]') ?? [])].map(textOf);

useWorld();
beforeEach(async () => {
  const management = world.host.manage();
  await management.request('user.create', { uid: 'zoe', name: 'Zoë', role: 'default' }, 'make-zoe');
  await management.request('user.create', { uid: 'abe', name: 'Ábe' }, 'make-abe');
  await signIn('ana');
});

describe('chat-users', () => {
  it('lists people under their letters', async () => {
    const list = await inPane<ChatUsers>(ana, html`<chat-users></chat-users>`);
    await rowSaying(list, 'Zoë');
    expect(names(list)).to.include.members(['Ben', 'Cyd', 'Zoë', 'Ábe']);
    expect(sections(list)).to.include.members(['A', 'B', 'C', 'Z']);
    expect(sections(list).filter((letter) => letter === 'A')).to.have.length(1);
  });

  it('draws all at once in a box that grows with it', async () => {
    const drawn: number[] = [];
    const stop = everyFrame(() => {
      const list = document.querySelector('chat-users');
      if (list && rowsOf(list).length > 0) drawn.push(rowsOf(list).length);
    });
    await fixture(html`
      <chat-provider .client=${ana}>
        <div><chat-users></chat-users></div>
      </chat-provider>
    `);
    await waitUntil(() => drawn.length > 10, 'no rows');
    stop();
    expect(drawn[0]).to.be.at.least(4);
    expect(new Set(drawn)).to.have.length(1);
  });

  it('steps back what was found before while a new answer takes long (B108)', async () => {
    const list = await inPane<ChatUsers>(ana, html`<chat-users></chat-users>`);
    await rowSaying(list, 'Zoë');
    const opacity = () => getComputedStyle(byRole(list, 'list')).opacity;
    expect(opacity()).to.equal('1');
    const release = ana.line.hold('user.list');
    list.search = 'be';
    await waitUntil(() => opacity() === '0.5', 'it looks like the answer');
    expect(names(list)).to.include('Zoë');
    release();
    await waitUntil(() => !names(list).includes('Zoë'), 'no answer');
    await waitUntil(() => opacity() === '1', 'it does not look like the answer');
  });

  it('shows who is online, and follows them live', async () => {
    const list = await inPane<ChatUsers>(ana, html`<chat-users online></chat-users>`);
    await waitUntil(() => /online|People|Nobody/.test(textOf(list.shadowRoot)));
    await signIn('ben');
    await rowSaying(list, 'Ben');
    ben.close();
    await waitUntil(() => !rowWith(list, 'Ben'), 'Ben stays');
  });

  it('puts whoever comes online in their place, and under one letter', async () => {
    const list = await inPane<ChatUsers>(ana, html`<chat-users online></chat-users>`);
    await world.client('cyd');
    await rowSaying(list, 'Cyd');
    await world.client('ben');
    await waitUntil(() => names(list).join() === 'Ben,Cyd', 'Ben is not before Cyd');
    expect(sections(list)).to.deep.equal(['B', 'C']);
  });

  it('moves people between the sections as they come and go', async () => {
    const list = await inPane<ChatUsers>(ana, html`<chat-users sort="status"></chat-users>`);
    await rowSaying(list, 'Zoë');
    await signIn('cyd');
    await waitUntil(() => names(list)[0] === 'Cyd', 'Cyd is not the first');
    expect(sections(list)).to.deep.equal(['Online', 'Offline']);
    cyd.close();
    await waitUntil(() => names(list)[0] !== 'Cyd', 'Cyd stays the first');
    expect(sections(list)).to.deep.equal(['Offline']);
  });

  it('shows friends only, and follows friendships live', async () => {
    const management = world.host.manage();
    await management.request('friend.add', { uid: 'ana', uids: ['ben'] }, 'friend-ben');
    const list = await inPane<ChatUsers>(ana, html`<chat-users friends></chat-users>`);
    await rowSaying(list, 'Ben');
    expect(names(list)).to.deep.equal(['Ben']);
    await management.request('friend.add', { uid: 'ana', uids: ['cyd'] }, 'friend-cyd');
    await rowSaying(list, 'Cyd');
    await management.request('friend.remove', { uid: 'ana', uids: ['ben'] }, 'no-friend');
    await waitUntil(() => !rowWith(list, 'Ben'), 'Ben stays');
  });

  it('passes every filter on, each with the attributes', async () => {
    const management = world.host.manage();
    await management.request('role.create', { role: 'glazer', name: 'Glazer' }, 'glazer');
    const change = { uid: 'cyd', role: 'glazer', tags: ['Night'] };
    await management.request('user.update', change, 'cyd-is');
    await management.request('friend.add', { uid: 'ana', uids: ['abe'] }, 'friend-abe');
    await world.client('zoe');
    await ana.users.block('ben');
    const everyone = ['Ben', 'Cyd', 'Zoë', 'Ábe'];
    const cases: [UserQuery, string[]][] = [
      [{}, everyone],
      [{ search: 'ze' }, []],
      [{ search: 'abe' }, ['Ábe']],
      [{ search: 'abe', searchIn: ['name'] }, []],
      [{ status: 'online' }, ['Zoë']],
      [{ status: 'offline' }, ['Ben', 'Cyd', 'Ábe']],
      [{ roles: ['glazer'] }, ['Cyd']],
      [{ tags: ['night'] }, ['Cyd']],
      [{ uids: ['CYD', 'zoe'] }, ['Cyd', 'Zoë']],
      [{ friendsOnly: true }, ['Ábe']],
      [{ hideBlocked: true }, ['Cyd', 'Zoë', 'Ábe']],
      [{ sortBy: 'status' }, ['Zoë', 'Ben', 'Cyd', 'Ábe']],
      [{ order: 'desc' }, everyone.toReversed()],
    ];
    const list = await inPane<ChatUsers>(ana, html`<chat-users></chat-users>`, { height: 900 });
    for (const [filter, expected] of cases) {
      list.filter = filter;
      await waitUntil(
        () => names(list).join() === expected.join(),
        `${JSON.stringify(filter)} shows not ${expected.join()}`,
      );
    }
    list.filter = { tags: ['night'] };
    list.role = 'default';
    await waitUntil(() => names(list).length === 0, 'role and filter are not both meant');
    list.role = 'glazer';
    await rowSaying(list, 'Cyd');
  });

  it('puts those online first when sorted by status', async () => {
    await world.client('cyd');
    const list = await inPane<ChatUsers>(ana, html`<chat-users sort="status"></chat-users>`);
    await rowSaying(list, 'Zoë');
    expect(sections(list)).to.deep.equal(['Online', 'Offline']);
    expect(names(list).indexOf('Cyd')).to.be.lessThan(names(list).indexOf('Ben'));
  });

  it('opens the conversation with whoever is pressed', async () => {
    const list = await inPane<ChatUsers>(ana, html`<chat-users></chat-users>`);
    const row = await rowSaying(list, 'Ben');
    setTimeout(() => row.click());
    const { detail } = await oneEvent<HTMLElementEventMap['chat-select']>(list, 'chat-select');
    expect(detail.target).to.deep.equal({ uid: 'ben' });
    await waitUntil(() => rowWith(list, 'Ben')?.part.contains('selected'));
  });

  it('ticks several with the space bar where `multiple` is set', async () => {
    const list = await inPane<ChatUsers>(ana, html`<chat-users multiple></chat-users>`);
    await rowSaying(list, 'Ben');
    const box = allByRole(list, 'checkbox', /Ben/)[0]!;
    const tick = () => getComputedStyle(box.querySelector('.box .icon')!).visibility;
    expect(tick(), 'whatever colours are forced').to.equal('hidden');
    box.focus();
    await sendKeys({ press: ' ' });
    expect(list.selected).to.deep.equal(['ben']);
    expect(box.getAttribute('aria-checked')).to.equal('true');
    expect(tick()).to.equal('visible');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: ' ' });
    expect(list.selected).to.deep.equal(['ben', 'cyd']);
    await sendKeys({ press: ' ' });
    expect(list.selected).to.deep.equal(['ben']);
    await expect(list).to.be.accessible();
  });

  it('blocks after asking, and unblocks', async () => {
    const list = await inPane<ChatUsers>(ana, html`<chat-users></chat-users>`);
    await rowSaying(list, 'Ben');
    byRole(list, 'button', 'Actions for Ben').click();
    await waitUntil(() => allByRole(list, 'menuitem', 'Block').length > 0);
    byRole(list, 'menuitem', 'Block').click();
    await waitUntil(() => allByRole(list, 'button', 'Block').length > 0);
    byRole(list, 'button', 'Block').click();
    await rowSaying(list, /Ben Blocked/);
    byRole(list, 'button', 'Actions for Ben').click();
    await waitUntil(() => allByRole(list, 'menuitem', 'Unblock').length > 0);
    byRole(list, 'menuitem', 'Unblock').click();
    await waitUntil(() => !/Blocked/.test(textOf(rowWith(list, 'Ben'))));
  });

  it('shows people of roles; `role` is taken in, for ARIA has its own', async () => {
    const management = world.host.manage();
    await management.request('role.create', { role: 'teacher', name: 'Teacher' });
    await management.request('user.update', { uid: 'ben', role: 'teacher' });
    for (const content of [
      html`<chat-users role="teacher"></chat-users>`,
      html`<chat-users roles="teacher"></chat-users>`,
    ]) {
      const list = await inPane<ChatUsers>(ana, content);
      await rowSaying(list, 'Ben');
      expect(names(list)).to.deep.equal(['Ben']);
      expect(list.hasAttribute('role')).to.equal(false);
      await expect(list).to.be.accessible();
      list.role = 'default';
      await rowSaying(list, 'Cyd');
      expect(names(list)).not.to.include('Ben');
      list.roles = [];
      await rowSaying(list, 'Ben');
    }
  });

  it('shows whom one has blocked, live, and lets them go', async () => {
    await ana.users.block('cyd');
    const list = await inPane<ChatUsers>(ana, html`<chat-users blocked></chat-users>`);
    await rowSaying(list, 'Cyd');
    expect(names(list)).to.deep.equal(['Cyd']);
    expect(textOf(list.shadowRoot?.querySelector('[part=heading]'))).to.equal('Blocked people');
    await ana.users.block('ben');
    await rowSaying(list, 'Ben');
    list.search = 'cy';
    await waitUntil(() => names(list).join() === 'Cyd', names(list).join());
    byRole(list, 'button', 'Actions for Cyd').click();
    await waitUntil(() => allByRole(list, 'menuitem', 'Unblock').length > 0);
    byRole(list, 'menuitem', 'Unblock').click();
    await waitUntil(() => !rowWith(list, 'Cyd'), 'Cyd stays');
    list.search = '';
    await rowSaying(list, 'Ben');
    await ana.users.unblock('ben');
    await waitUntil(() => /You have blocked nobody/.test(textOf(list.shadowRoot)));
  });

  it('survives properties set before the upgrade, and bad values', async () => {
    const list = await inPane<ChatUsers>(
      ana,
      html`<chat-users sort="colour" search="be"></chat-users>`,
    );
    await rowSaying(list, 'Ben');
    expect(rowWith(list, 'Cyd')).to.equal(undefined);
    await expect(list).to.be.accessible();
  });
});
