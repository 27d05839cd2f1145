import { expect } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import { frame, openFilled, view } from '../support/messages.js';
import { useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

describe('chat-messages: days', () => {
  const realNow = Date.now;
  const realOffset = Date.prototype.getTimezoneOffset;
  const text = (one: Element | null) => one?.textContent.trim() ?? '';
  const days = () => [...view.list.renderRoot.querySelectorAll('.rows > [part="day"]')].map(text);
  const pill = () => view.list.renderRoot.querySelector('.day.sticky.shown');
  /** As when one comes back to the page. */
  const look = () => document.dispatchEvent(new Event('visibilitychange'));

  useWorld();
  afterEach(() => {
    Date.now = realNow;
    Date.prototype.getTimezoneOffset = realOffset;
  });

  it('turn to yesterday at midnight, and follow another time zone, while the list is open (B28)', async () => {
    await openFilled(3);
    await waitUntil(() => days().length > 0, 'no day');
    const before = days();
    const { sentAt } = view.row('Line 2 ').item!.message;
    const weekday = new Intl.DateTimeFormat('en', { weekday: 'long' }).format(sentAt);
    Date.now = () => realNow() + 86_400_000;
    look();
    await waitUntil(() => days().at(-1) !== before.at(-1), 'the same words');
    // Just after midnight what was said a moment ago is of yesterday.
    expect(days().at(-1)).to.equal(before.at(-1) === 'Today' ? 'Yesterday' : weekday);
    Date.now = realNow;
    look();
    await waitUntil(() => days().at(-1) === before.at(-1), 'not back');
    // Where midnight is between the first line and the second.
    const midnight = view.row('Line 1 ').item!.message.sentAt;
    Date.prototype.getTimezoneOffset = () => (midnight % 86_400_000) / 60_000;
    look();
    await waitUntil(() => {
      const row = view.row('Line 1 ').previousElementSibling;
      return row?.getAttribute('part') === 'day';
    }, 'no day where midnight is now');
  });

  it('turn to yesterday at midnight by themselves (B28, B32)', async () => {
    await openFilled(3);
    await waitUntil(() => days().length > 0, 'no day');
    const { sentAt } = view.row('Line 2 ').item!.message;
    const soon = new Date(sentAt).setHours(24, 0, 0, 0) - 3000 - realNow();
    Date.now = () => realNow() + soon;
    look();
    await waitUntil(() => days().at(-1) === 'Today', 'not today');
    await waitUntil(() => days().at(-1) === 'Yesterday', 'still today');
  });

  it('shows the day while one scrolls, not where its separator is, and takes it away after a second (B29)', async () => {
    await openFilled(90);
    for (let i = 0; i < 8 && !pill(); i++) await view.scrollBy(-60);
    expect(pill() !== null, 'no day').to.be.true;
    expect(text(pill())).to.be.oneOf(['Today', 'Yesterday']);
    await waitUntil(() => !pill(), 'stays');
    for (let i = 0; i < 40 && days().length === 0; i++) await view.scrollBy(-800);
    for (let i = 0; i < 40 && view.box.scrollTop > 0; i++) await view.scrollBy(-800);
    await waitUntil(() => view.box.textContent.includes('beginning'), 'not at the start');
    view.box.scrollTop = 1;
    await frame(2);
    view.box.scrollTop = 0;
    await frame(3);
    const first = view.list.renderRoot.querySelector('.rows > [part="day"]')!;
    expect(first.getBoundingClientRect().top).to.be.at.least(view.box.getBoundingClientRect().top);
    expect(pill() === null, 'covers the first message').to.be.true;
  });
});
