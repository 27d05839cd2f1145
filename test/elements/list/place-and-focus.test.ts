import { aTimeout, expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/elements/chat-conversations/chat-conversations.js';
import '../../../src/elements/chat-threads/chat-threads.js';
import '../../../src/elements/chat-users/chat-users.js';
import type { ChatConversations } from '../../../src/elements/chat-conversations/chat-conversations.js';
import type { ChatUsers } from '../../../src/elements/chat-users/chat-users.js';
import { fillChats, fillPeople, writeToAna } from '../../support/chats.js';
import { allByRole, byRole, nameOf, textOf } from '../../support/find.js';
import { press } from '../../support/keyboard.js';
import { frame } from '../../support/messages.js';
import { focused, inPane, rowSaying, rowsOf, rowWith } from '../../support/pane.js';
import { waitUntil } from '../../support/wait.js';
import { ana, useWorld, world } from '../../support/world.js';

useWorld('ana');

const showChats = () =>
  inPane<ChatConversations>(ana, html`<chat-conversations></chat-conversations>`);
const scrollerOf = (list: Element) =>
  list.shadowRoot!.querySelector<HTMLElement>('[part~=scroller]')!;
const focusedRow = () => textOf(focused()?.closest('[part~=row]'));
const button = (list: Element, name: string) => allByRole(list, 'button', name)[0];

/** Whom the first row that is whole in view is about, and where it is. */
function firstInView(list: Element) {
  const { bottom } = list.shadowRoot!.querySelector('[part~=head]')!.getBoundingClientRect();
  const row = rowsOf(list).find((one) => one.getBoundingClientRect().top >= bottom);
  const name = textOf(row?.querySelector('[part~=name]'));
  return { name, top: Math.round(row?.getBoundingClientRect().top ?? NaN) };
}

/** Ana's chats, scrolled to about this row. */
async function scrolledTo(text: string): Promise<ChatConversations> {
  await fillChats(60);
  const list = await showChats();
  await rowSaying(list, 'Person 0');
  await waitUntil(() => {
    scrollerOf(list).scrollTop += 200;
    return rowWith(list, text);
  }, `never at ${text}`);
  // What is loaded ahead has come, and rows stand where they stay.
  await aTimeout(300);
  return list;
}

describe('a list keeps what is in view', () => {
  it('when many go to the top at once, some of them from the view', async () => {
    const list = await scrolledTo('Hello 20');
    const before = firstInView(list);
    const shown = Number(before.name.replace('Person ', ''));
    await writeToAna(shown + 2, shown + 1, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59);
    await waitUntil(() => !rowWith(list, `Hello ${shown + 1}`), 'none went');
    await frame(4);
    expect(firstInView(list)).to.deep.equal(before);
  });

  it('when the row with the focus goes to the top, and keeps the focus there (B104, B120)', async () => {
    const list = await scrolledTo('Hello 20');
    const before = firstInView(list);
    const next = Number(before.name.replace('Person ', '')) + 2;
    rowWith(list, `Hello ${next}`)!
      .querySelector<HTMLElement>('.main')!
      .focus({ preventScroll: true });
    await writeToAna(next);
    await waitUntil(() => focused()?.closest('[aria-posinset="1"]'), 'focus is lost');
    await frame(4);
    expect(focusedRow()).to.contain(`Person ${next}`);
    expect(firstInView(list)).to.deep.equal(before);
  });

  it('when the row with the focus is gone, which was out of view (B120)', async () => {
    await fillChats(60);
    const list = await showChats();
    (await rowSaying(list, 'Hello 1')).querySelector<HTMLElement>('.main')!.focus();
    await waitUntil(() => {
      scrollerOf(list).scrollTop += 200;
      return rowWith(list, 'Hello 20');
    }, 'not scrolled');
    await aTimeout(300);
    const before = firstInView(list);
    await ana.conversations.delete({ uid: 'person-1' });
    await waitUntil(() => focusedRow().includes('Person 2'), 'focus is lost');
    await frame(4);
    expect(firstInView(list)).to.deep.equal(before);
  });

  it('when it is taken out of the page and put back', async () => {
    const list = await scrolledTo('Hello 20');
    const before = firstInView(list);
    const pane = list.parentElement!;
    list.remove();
    await frame(2);
    pane.append(list);
    await frame(4);
    expect(firstInView(list)).to.deep.equal(before);
    expect(rowsOf(list).length).to.be.greaterThan(5);
  });

  it('when it is hidden for a while, and rows go to the top meanwhile', async () => {
    const list = await scrolledTo('Hello 20');
    const before = firstInView(list);
    const place = () => Number(rowWith(list, 'Hello 20')?.getAttribute('aria-posinset'));
    const shown = place();
    const pane = list.parentElement!;
    pane.style.display = 'none';
    await frame(2);
    await writeToAna(58, 59);
    await waitUntil(() => place() === shown + 2, 'none went, or it is not there');
    await frame(2);
    pane.style.display = '';
    await frame(4);
    expect(firstInView(list)).to.deep.equal(before);
    list.search = 'Person 3';
    await waitUntil(() => rowWith(list, 'Person 39'), 'nothing found');
    await waitUntil(() => scrollerOf(list).scrollTop === 0, 'not at the first that was found');
  });

  /** Ana's people, scrolled so that this much of the heading of their letter and of what follows is out of view. */
  async function scrolledInto(pixels: number) {
    await fillPeople(40);
    const list = await inPane<ChatUsers>(ana, html`<chat-users></chat-users>`);
    await rowSaying(list, 'Ben');
    const topOf = (element: Element) => Math.round(element.getBoundingClientRect().top);
    const heading = () => [...list.renderRoot.querySelectorAll('[part~=section]')].at(-1)!;
    const { bottom } = list.renderRoot.querySelector('[part~=head]')!.getBoundingClientRect();
    scrollerOf(list).scrollTop = topOf(heading()) - bottom + pixels;
    await aTimeout(300);
    return { list, heading, topOf };
  }

  it('when the first row goes of a heading that is half in view', async () => {
    const { list, heading, topOf } = await scrolledInto(10);
    const before = topOf(heading());
    await world.host.manage().request('user.delete', { uid: 'person-0' });
    await waitUntil(() => !rowWith(list, /Person 0/), 'still there');
    await frame(4);
    expect([textOf(heading()), topOf(heading())]).to.deep.equal(['P', before]);
  });

  it('when a row comes between it and its heading, which is out of view', async () => {
    const { list, topOf } = await scrolledInto(43);
    const before = topOf(rowWith(list, /Person 0/)!);
    await world.host.manage().request('user.create', { uid: 'pam', name: 'Pam' });
    await rowSaying(list, 'Pam');
    await frame(4);
    expect(topOf(rowWith(list, /Person 0/)!)).to.equal(before);
  });

  it('and shows a heading with its first row', async () => {
    await fillPeople(40);
    const list = await inPane<ChatUsers>(ana, html`<chat-users></chat-users>`);
    await rowSaying(list, 'Ben');
    list.focus();
    await press('End');
    await waitUntil(() => scrollerOf(list).scrollTop > 0, 'not scrolled');
    await press('Home');
    await waitUntil(() => focusedRow().includes('Ben'), 'not at the first');
    await waitUntil(() => scrollerOf(list).scrollTop === 0, 'its heading is hidden');
  });
});

it('B115: what was typed into a list is searched for, though it is put elsewhere in the page meanwhile', async () => {
  await fillChats(3);
  const list = await showChats();
  await rowSaying(list, 'Person 2');
  byRole(list, 'textbox').focus();
  await sendKeys({ type: 'Person 1' });
  const pane = list.parentElement!;
  list.remove();
  await aTimeout(400);
  pane.append(list);
  await waitUntil(() => rowsOf(list).length === 1, 'what was typed is lost');
  expect(textOf(rowsOf(list)[0])).to.contain('Person 1');
});

describe('B120: the focus stays in a list', () => {
  it('on the next row, where a heading comes next', async () => {
    await world.client('ben');
    const cyd = await world.client('cyd');
    await world.host.manage().request('user.create', { uid: 'dan', name: 'Dan' });
    await world.client('dan');
    const list = await inPane<ChatUsers>(ana, html`<chat-users online></chat-users>`);
    await rowSaying(list, 'Dan');
    (await rowSaying(list, 'Cyd')).querySelector<HTMLElement>('.main')!.focus();
    await cyd.signOut();
    await waitUntil(() => !rowWith(list, 'Cyd'), 'still there');
    await waitUntil(() => focusedRow().includes('Dan'), 'focus is lost');
  });

  it('on the next row, when the row of an open menu goes', async () => {
    await fillChats(3);
    const list = await showChats();
    byRole(await rowSaying(list, 'Person 1'), 'button', 'Actions for Person 1').focus();
    await press('Enter');
    await waitUntil(() => allByRole(list, 'menuitem').length > 0, 'no menu');
    await ana.conversations.delete({ uid: 'person-1' });
    await waitUntil(() => !rowWith(list, 'Person 1'), 'still there');
    await waitUntil(() => focusedRow().includes('Person 2'), 'focus is lost');
    expect(allByRole(list, 'menuitem'), 'what the menu was for is gone').to.have.length(0);
  });

  it('when it is tried again, and all comes', async () => {
    await fillChats(3);
    ana.line.refuse('conversation.list', 'forbidden');
    const list = await showChats();
    await waitUntil(() => button(list, 'Try again'), 'no way out');
    button(list, 'Try again')?.focus();
    await press('Enter');
    await rowSaying(list, 'Person 1');
    expect(nameOf(focused()!)).to.equal('Search: Chats');
  });

  it('on the last row, when rows that could not be had again are asked for once more', async () => {
    await fillChats(3);
    const list = await showChats();
    await rowSaying(list, 'Person 2');
    ana.line.refuse('conversation.list', 'forbidden');
    list.reload();
    await waitUntil(() => button(list, 'Try again'), 'no way out');
    button(list, 'Try again')?.focus();
    await press('Enter');
    await waitUntil(() => focusedRow().includes('Person 2'), 'focus is lost, or nothing was asked');
  });

  it('when somebody signs out, on what is left to search or filter with', async () => {
    await fillChats(1);
    const list = await showChats();
    await rowSaying(list, 'Person 0');
    list.focus();
    await ana.signOut();
    await waitUntil(() => nameOf(focused()!) === 'Search: Chats', 'focus is lost');
    const threads = await inPane(ana, html`<chat-threads></chat-threads>`);
    threads.focus();
    expect(nameOf(focused()!)).to.equal('All');
  });
});
