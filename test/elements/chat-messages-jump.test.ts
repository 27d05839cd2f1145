import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-messages/chat-messages.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { everyFrame, frame, openFilled, rounded, view } from '../support/messages.js';
import { still } from '../support/still.js';
import { ana, ben, kiln, until, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

describe('chat-messages: jumps', () => {
  const feed = () => ana.messages.feed(kiln);
  const press = (key: string) => sendKeys({ press: key });
  const focused = () => view.list.shadowRoot!.activeElement;
  const latest = () => view.list.renderRoot.querySelector<HTMLElement>('[part="latest"]');
  const back = () => view.list.renderRoot.querySelector<HTMLElement>('[part="back"]');
  const asked = () => ana.line.asked.filter(({ name }) => name === 'message.list').length;

  /** A message far from what is loaded. */
  async function farAway(): Promise<string> {
    const other = await world.client('ana');
    const far = other.messages.feed(kiln);
    const stop = far.$feed.subscribe(() => undefined);
    await until(far.$feed, ({ ready }) => ready);
    await far.show('start');
    const { id } = far.$feed.get().items[12]!;
    stop();
    return id;
  }
  /** Pixels between the middle of a row and the middle of the view. */
  const offCentre = (id: string) => {
    const row = view.rows().find(({ item }) => item?.id === id);
    return row ? view.offset(id) + row.offsetHeight / 2 - view.box.clientHeight / 2 : NaN;
  };
  const rest = () => view.rest();

  useWorld();

  it('by keys, the focus stays in the messages when what has led there goes away (B120)', async () => {
    await openFilled(300);
    const id = await farAway();
    await view.list.show(id);
    await waitUntil(back, 'no way back');
    back()!.focus();
    await press('Enter');
    await waitUntil(() => !back(), 'stays');
    await waitUntil(() => focused()?.localName === 'chat-message', 'lost on the way back');
    await view.scrollBy(-1500);
    await waitUntil(latest, 'no way to the end');
    latest()!.focus();
    await press('Enter');
    await waitUntil(() => !latest(), 'stays');
    await waitUntil(
      () => focused() === view.rows().at(-1),
      `on ${focused()?.ariaLabel ?? focused()?.className}`,
    );
  });

  it('without a connection: says so, and not that the message is gone', async () => {
    await openFilled(80);
    const id = await farAway();
    const told: string[] = [];
    view.list.addEventListener('chat-error', ({ detail }) => told.push(detail.error.code));
    ana.line.cut();
    expect(await view.list.show(id)).to.be.false;
    await waitUntil(() => told.length > 0, 'not told');
    await waitUntil(() => /There is no connection/.test(textOf(view.list)), 'does not say so');
    expect(told).to.deep.equal(['offline']);
    expect(textOf(view.list)).not.to.contain('no longer there');
  });

  it('far back: centred, focused, highlighted for two seconds; both directions go on from there (B17, B18)', async () => {
    await openFilled(300);
    const id = await farAway();
    view.rows().at(-1)!.focus();
    expect(
      feed()
        .$feed.get()
        .items.some((item) => item.id === id),
      'loaded',
    ).to.be.false;
    expect(await view.list.show(id)).to.be.true;
    // What shows the way is loaded with the first jump.
    await waitUntil(() => Math.abs(offCentre(id)) < 1, 'not in the middle');
    await rest();
    expect(offCentre(id)).to.be.closeTo(0, 1);
    const row = view.rows().find(({ item }) => item?.id === id)!;
    expect(focused() === row, 'focus').to.be.true;
    expect(row.role === 'article' && row.ariaLabel, 'heard').to.contain('Line ');
    expect(row.classList.contains('found')).to.be.true;
    const fades = row.querySelector('[part="bubble"]')!.getAnimations();
    const fade = fades.find((one) => (one as CSSAnimation).animationName === 'found');
    expect(fade?.effect?.getTiming()).to.include({ duration: 2000, iterations: 1 });
    await waitUntil(() => !row.classList.contains('found'), 'highlighted for ever');
    const { items } = feed().$feed.get();
    for (let i = 0; i < 20 && feed().$feed.get().items.at(-1)!.id === items.at(-1)!.id; i++) {
      await view.scrollBy(1500);
      await frame(5);
    }
    expect(feed().$feed.get().items.at(-1)!.id === items.at(-1)!.id, 'none newer').to.be.false;
    for (let i = 0; i < 12 && feed().$feed.get().older !== 'end'; i++) await view.scrollBy(-3000);
    await until(feed().$feed, (now) => now.older === 'end');
  });

  it('offers the way back to where one was, to the pixel (B18)', async () => {
    await openFilled(300);
    await view.scrollBy(-1500);
    const { id, offset } = view.top();
    await view.list.show(await farAway());
    await waitUntil(back, 'no way back');
    expect(back()!.textContent.trim()).to.equal('Back to where you were');
    await still();
    await expect(view.list).to.be.accessible();
    back()!.click();
    await waitUntil(() => view.rows().some(({ item }) => item?.id === id), 'not there');
    await rest();
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
    await waitUntil(() => !back(), 'still offered');
  });

  it('goes back step by step, to the end too; at the end nothing more is offered (B18)', async () => {
    await openFilled(300);
    const far = await farAway();
    const near = view.rows()[3]!.item!.id;
    // Jumping and coming back each lose what a browser cuts off a position, half a pixel and a bit.
    const isThere = (id: string) => () => Math.abs(offCentre(id)) <= 1.5;
    await view.list.show(near);
    await waitUntil(isThere(near), 'not near');
    await rest();
    await view.list.show(far);
    await waitUntil(isThere(far), 'not far');
    back()!.click();
    await waitUntil(isThere(near), 'not back');
    back()!.click();
    await waitUntil(() => view.toEnd() === 0, 'not at the end');
    await waitUntil(() => !back(), 'still offered');
  });

  it('to a date: the first message from then on (B17, B18)', async () => {
    await openFilled(300);
    const at = feed().$feed.get().items[0]!.message.sentAt - 100 * 60_000;
    expect(await view.list.show(new Date(at - 1000))).to.be.true;
    await waitUntil(() => focused()?.localName === 'chat-message', 'no message has the focus');
    await rest();
    const row = focused() as (typeof view.rows extends () => (infer R)[] ? R : never) | null;
    expect(row?.item?.message.sentAt).to.equal(at);
    expect(offCentre(row!.item!.id)).to.be.closeTo(0, 1);
    await waitUntil(back, 'no way back');
    expect(await view.list.show(new Date(NaN))).to.be.false;
  });

  it('says that a message is gone or may not be seen, and stays (B19)', async () => {
    await openFilled(60);
    const secret = await ben.messages.send({ uid: 'cyd' }, { text: 'Not for Ana' });
    await view.scrollBy(-600);
    const { id, offset } = view.top();
    for (const gone of ['nothing', secret.id]) {
      expect(await view.list.show(gone)).to.be.false;
      await waitUntil(() => textOf(view.list).includes('no longer there'), 'does not say so');
      expect(view.offset(id)).to.be.closeTo(offset, rounded);
    }
    expect(back() === null).to.be.true;
  });

  it('says that a message was deleted meanwhile, near or far, and stays (B19)', async () => {
    await openFilled(300);
    const far = await farAway();
    const near = view.rows().at(-3)!.item!.id;
    for (const id of [near, far]) await ana.messages.delete(id);
    await view.scrollBy(-600);
    await rest();
    const { id, offset } = view.top();
    for (const gone of [near, far]) {
      expect(await view.list.show(gone)).to.be.false;
      await waitUntil(() => textOf(view.list).includes('no longer there'), 'does not say so');
      await frame(4);
      expect(view.offset(id)).to.be.closeTo(offset, rounded);
    }
    expect(back() === null).to.be.true;
  });

  it('offers the way down past one view, and not before (B20)', async () => {
    await openFilled(60);
    const view1 = view.box.clientHeight;
    await view.scrollBy(-view1 + 60);
    await frame(4);
    expect(latest() === null, 'less than a view away').to.be.true;
    await view.scrollBy(-120);
    await waitUntil(latest, 'none more than a view away');
    expect(latest()!.getAttribute('aria-label')).to.equal('Go to the latest message');
    latest()!.click();
    await waitUntil(() => view.toEnd() === 0 && !latest(), 'not at the end');
  });

  it('from mid-history the way down loads the newest window and nothing between (B21)', async () => {
    await openFilled(600);
    await view.list.show(await farAway());
    await waitUntil(latest, 'no way down');
    await rest();
    await until(feed().$feed, ({ older, newer }) => older !== 'loading' && newer !== 'loading');
    const before = asked();
    latest()!.click();
    await view.seen('Line 599 ');
    expect(view.toEnd()).to.equal(0);
    expect(asked() - before).to.be.within(1, 2);
  });

  it('goes nowhere in another conversation that is on show by then (B21)', async () => {
    await openFilled(300);
    for (let i = 0; i < 30; i++) await ben.messages.send({ uid: 'ana' }, { text: `Aside ${i}` });
    // Else the list opens at the first unread one, the very first: there is no place to lose.
    await ana.conversations.markRead({ uid: 'ben' });
    const go = (uid?: string) => Object.assign(view.list, { uid, guid: uid ? undefined : 'kiln' });
    go('ben');
    await view.seen('Aside 29');
    await view.scrollBy(-400);
    await view.rest();
    const { id, offset } = view.top();
    go();
    await view.seen('Line ');
    await view.list.show(await farAway());
    await waitUntil(latest, 'no way down');
    const release = ana.line.hold('message.list');
    latest()!.click();
    go('ben');
    await view.seen('Aside 20');
    release();
    await feed().show('end');
    await view.rest();
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
  });

  it('shows the way where it is under two views, and a message above keeps its frame-by-frame order (B22)', async () => {
    await openFilled(120);
    const places: number[] = [];
    await view.scrollBy(-900);
    await rest();
    const stop = everyFrame(() => places.push(view.toEnd()));
    latest()!.click();
    await waitUntil(() => view.toEnd() === 0, 'not at the end');
    stop();
    const between = places.filter((left) => left > 2 && left < 850);
    expect(between.length, `${places.join()}: at once`).to.be.greaterThan(2);
    expect(places.every((left, i) => i === 0 || left <= places[i - 1]!)).to.be.true;
  });

  it('is there at once where it is farther (B22)', async () => {
    await openFilled(200);
    for (let i = 0; i < 5; i++) await view.scrollBy(-600);
    await rest();
    // Five views away: the last rows are not drawn any more.
    expect(view.rows().some((row) => row.textContent.includes('Line 199'))).to.be.false;
    const from = view.toEnd();
    const places: number[] = [];
    const stop = everyFrame(() => places.push(view.toEnd()));
    latest()!.click();
    await waitUntil(() => view.toEnd() === 0, 'not at the end');
    stop();
    expect(places.filter((left) => left > 10 && left < from - 50)).to.deep.equal([]);
  });

  it('is there at once for those who want less motion (B22)', async () => {
    await openFilled(60);
    const real = window.matchMedia;
    window.matchMedia = (query) =>
      query.includes('reduced-motion') ? ({ matches: true } as MediaQueryList) : real(query);
    try {
      await view.scrollBy(-900);
      await rest();
      const places: number[] = [];
      const stop = everyFrame(() => places.push(view.toEnd()));
      latest()!.click();
      await waitUntil(() => view.toEnd() === 0, 'not at the end');
      stop();
      expect(places.filter((left) => left > 0 && left < 850)).to.deep.equal([]);
    } finally {
      window.matchMedia = real;
    }
  });

  it('scrolls by the keys of the browser while the list itself has the focus (B23)', async () => {
    await openFilled(60);
    view.box.focus();
    // Rows that come above change what scrollTop says: what is in view tells the place.
    const place = () => {
      const { id } = view.top();
      return view.rows().find(({ item }) => item?.id === id)!.item!.message.seq;
    };
    const moved = async (key: string, up: boolean) => {
      const before = place();
      // A browser that glides stops where rows are added above, and the key is pressed again.
      for (let i = 0; i < 6 && Math.abs(place() - before) < 2; i++) {
        await press(key);
        await rest();
      }
      expect(place() - before, key)[up ? 'below' : 'above'](0);
    };
    await moved('PageUp', true);
    await moved('PageDown', false);
    await moved('Home', true);
    await moved('End', false);
    await moved('PageUp', true);
    await moved(' ', false);
    expect(focused() === view.box, 'focus').to.be.true;
  });

  it('does not pull the page along (B25); words in rows are found by the browser (B26)', async () => {
    await openFilled(40);
    expect(getComputedStyle(view.box).overscrollBehaviorY).to.equal('contain');
    const { find } = window as unknown as { find?: (text: string) => boolean };
    const finds = (text: string) => {
      getSelection()?.removeAllRanges();
      return find?.call(window, text) ?? false;
    };
    // The function of this name does not look into every browser's shadow trees; the one for people does.
    const other = document.body.appendChild(document.createElement('div'));
    other.attachShadow({ mode: 'open' }).textContent = 'In a shadow';
    const able = finds('In a shadow');
    other.remove();
    if (able) expect(finds('Line 37 '), 'find in page').to.be.true;
    const hidden = view
      .rows()
      .filter(
        (row) => !row.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true }),
      );
    expect(hidden, 'rows that are not drawn are not found').to.have.length(0);
  });

  it('is one press away by keyboard: the button has a name and the focus stays in the list', async () => {
    await openFilled(120);
    await view.scrollBy(-900);
    await waitUntil(latest, 'no way down');
    expect(allByRole(view.list, 'button', 'Go to the latest message')).to.have.length(1);
    byRole(view.list, 'button', 'Go to the latest message').focus();
    await press('Enter');
    await waitUntil(() => view.toEnd() === 0, 'not at the end');
  });
});
