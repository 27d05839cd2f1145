import { expect } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import type { ChatMessage } from '../../src/elements/chat-message/chat-message.js';
import { addLocale } from '../../src/lit/localize.js';
import { ar } from '../../src/locales/ar.js';
import { allByRole, byRole, nameOf, textOf } from '../support/find.js';
import { focusedName, press, tabTo } from '../support/keyboard.js';
import { fill, openList, view } from '../support/messages.js';
import { focused } from '../support/pane.js';
import { ana, kiln, signIn, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const day = 86_400_000;

describe('chat-messages: the way to a date', () => {
  const realNow = Date.now;

  // The group is older than what is said in it.
  beforeEach(() => void (Date.now = () => realNow() - 200 * day));
  useWorld();
  beforeEach(() => void (Date.now = realNow));

  /** One line a day, the last one an hour less than a day ago. */
  async function openDays(count: number): Promise<void> {
    await fill(count, (i) => `Day ${i} of them`, day);
    await signIn('ana');
    await openList(kiln);
    await view.seen(`Day ${count - 1} `);
  }

  const items = () => allByRole(view.list, 'menuitem').map((one) => textOf(one));
  const lastDay = () =>
    [...view.list.renderRoot.querySelectorAll<HTMLElement>('.rows > .day')].at(-1)!;
  const opened = () => waitUntil(() => items().length > 0, 'no menu');
  /** The row that was gone to. */
  const shown = async (text: string) => {
    await waitUntil(() => focused()?.textContent.includes(text), `not at "${text}"`);
    return focused() as ChatMessage;
  };
  /** As a field has it. */
  const dateOf = ({ item }: ChatMessage) => {
    const at = new Date(item!.message.sentAt);
    const two = (number: number) => String(number).padStart(2, '0');
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  };
  const field = () =>
    view.list.renderRoot.querySelector('chat-date-menu')!.renderRoot.querySelector('input')!;

  it('a press on a day leads to the first message, and offers no more than there is (B17, B18)', async () => {
    await openDays(120);
    lastDay().click();
    await opened();
    expect(items()).to.deep.equal(['A week ago', 'A month ago', 'First message', 'Choose a date…']);
    byRole(view.list, 'menuitem', 'First message').click();
    await shown('created the group');
    await waitUntil(() => allByRole(view.list, 'button', 'Back to where you were').length > 0);
  });

  it('the keys find it after the messages, and the day as soon as it is there (B29, B122)', async () => {
    await openDays(120);
    const row = view.rows().at(-1)!;
    row.focus();
    await tabTo(/: go to a date$/);
    const pill = focused()!;
    await waitUntil(() => getComputedStyle(pill).opacity === '1', 'is not to be seen');
    expect(nameOf(pill).startsWith(textOf(pill)), 'not what it shows').to.be.true;
    await press('Enter');
    await opened();
    await waitUntil(() => focusedName() === 'A week ago', 'the first has not the focus');
    await press('Escape');
    await waitUntil(() => focused() === pill, 'the focus is not back');
    await press('Enter');
    await waitUntil(() => focusedName() === 'A week ago', 'not again');
    await press('Enter');
    const { item } = await shown('Day 11');
    const week = new Date(item!.message.sentAt);
    week.setDate(week.getDate() + 7);
    expect(week.toDateString()).to.equal(new Date().toDateString());
  });

  it('a date of one’s own leads to its first message; one beyond the conversation is named, and the field stays', async () => {
    await openDays(12);
    const wanted = dateOf(view.row('Day 4 '));
    lastDay().click();
    await opened();
    byRole(view.list, 'menuitem', 'Choose a date…').click();
    await waitUntil(() => focused() === field(), 'no field');
    expect(field().min).to.equal(dateOf(view.row('created the group')));
    expect(field().max).to.equal(dateOf(view.row('Day 11 ')));
    field().value = '1999-12-31';
    field().dispatchEvent(new Event('input'));
    await press('Enter');
    const dates = view.list.renderRoot.querySelector('chat-date-menu')!;
    await waitUntil(() => /Choose a date from .+ to /.test(textOf(dates)), 'says nothing');
    expect(focused() === field(), 'the field has lost the focus').to.be.true;
    field().value = wanted;
    field().dispatchEvent(new Event('input'));
    await press('Enter');
    await shown('Day 4 ');
    expect(dates.open, 'stays open').to.be.false;
  });

  it('is accessible, in another language and direction, too', async () => {
    addLocale(ar);
    await openDays(12);
    const box = view.list.parentElement!;
    Object.assign(box, { lang: 'ar', dir: 'rtl' });
    lastDay().click();
    await waitUntil(() => items().includes('اختيار تاريخ…'), 'not in Arabic');
    await expect(view.list).to.be.accessible();
    byRole(view.list, 'menuitem', 'اختيار تاريخ…').click();
    await waitUntil(() => focused() === field(), 'no field');
    await expect(view.list).to.be.accessible();
  });
});

describe('chat-messages: of one day', () => {
  useWorld('ana');

  it('there is none where all was said on one day', async () => {
    await ana.messages.send(kiln, { text: 'The first of this day' });
    await openList(kiln);
    await view.seen('The first of this day');
    await waitUntil(() => view.list.renderRoot.querySelector('chat-announcer'), 'not all loaded');
    expect(allByRole(view.list, 'button', /go to a date/i).length).to.equal(0);
    view.list.renderRoot.querySelector<HTMLElement>('.rows > .day')!.click();
    expect(view.list.renderRoot.querySelector('chat-date-menu')).to.not.exist;
  });
});
