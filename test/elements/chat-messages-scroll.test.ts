import { expect } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import { Scroller } from '../../src/elements/chat-messages/scrolling/scroller.js';
import { byRole, textOf } from '../support/find.js';
import { fill, frame, openFilled, openList, rounded, view } from '../support/messages.js';
import { still } from '../support/still.js';
import { ana, ben, kiln, pause, signIn, until, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

describe('chat-messages: scrolling', () => {
  useWorld();

  it('opens at the end (B1)', async () => {
    await openFilled(40);
    expect(view.toEnd()).to.equal(0);
    expect(view.box.scrollHeight).to.be.greaterThan(view.box.clientHeight);
  });

  it('is at the end in the first painted frame (B1)', async () => {
    await fill(40);
    await signIn('ana');
    const places: number[] = [];
    let watching = true;
    const watch = () => {
      const list = document.querySelector('chat-messages');
      const box = list?.renderRoot.querySelector('[part="scroller"]');
      if (box && list?.renderRoot.querySelector('chat-message')) {
        places.push(box.scrollHeight - box.scrollTop - box.clientHeight);
      }
      if (watching) requestAnimationFrame(watch);
    };
    watch();
    await openList();
    await view.seen('Line 39 ');
    await frame(5);
    watching = false;
    expect(places.length).to.be.greaterThan(3);
    expect(Math.max(...places.map(Math.abs))).to.be.lessThan(2);
  });

  it('opens with the unread line about one third from the top (B2), placed once (B35)', async () => {
    await fill(30);
    await signIn('ana', 'ben');
    for (let i = 0; i < 20; i++) await ben.messages.send(kiln, { text: `Unread ${i}` });
    await openList();
    await view.seen('Unread 0');
    const line = view.list.renderRoot.querySelector('[part="unread"]')!;
    const place =
      (line.getBoundingClientRect().top - view.box.getBoundingClientRect().top) /
      view.box.clientHeight;
    expect(place).to.be.within(0.2, 0.4);
    await ben.messages.send(kiln, { text: 'One more' });
    await view.seen('Unread 19');
    expect(view.list.renderRoot.querySelectorAll('[part="unread"]')).to.have.length(1);
    expect(line.nextElementSibling?.textContent).to.contain('Unread 0');
  });

  it('lets go of far records where a rendering is quicker than the event of scrolling', async () => {
    await openFilled(1200);
    const { $feed } = ana.messages.feed(kiln);
    let most = 0;
    for (let i = 0; i < 1000 && $feed.get().older !== 'end'; i++) {
      view.box.scrollTop = 0;
      view.list.requestUpdate();
      most = Math.max(most, $feed.get().items.length);
      // A rendering so soon after another one would wait.
      await frame(4);
    }
    expect($feed.get().older).to.equal('end');
    expect(most).to.be.lessThan(420);
  });

  it('opens at the end where the unread line would leave next to nothing below it', () => {
    const box = document.createElement('div');
    const row = document.createElement('div');
    const rest = document.createElement('div');
    box.style.cssText = 'block-size: 300px; overflow: auto';
    row.style.cssText = 'margin-block-start: 500px; block-size: 40px';
    box.append(row, rest);
    document.body.append(box);
    const scroller = new Scroller(
      box,
      () => [],
      () => false,
    );
    const below = (height: number) => {
      rest.style.blockSize = `${height}px`;
      box.scrollTop = 0;
      scroller.to({ row, fraction: 1 / 3 });
      return [scroller.below, scroller.pinned];
    };
    // From the row's top, at a third, there are 200 px of the view.
    expect(below(200)).to.deep.equal([0, true]);
    expect(below(260)).to.deep.equal([100, false]);
    box.remove();
  });

  it('says since when there is something new above, leads there and can be dismissed (B36)', async () => {
    await fill(30);
    await signIn('ana', 'ben');
    for (let i = 0; i < 30; i++) await ben.messages.send(kiln, { text: `Unread ${i}` });
    await openList();
    await view.seen('Unread 0');
    const bar = () => view.list.renderRoot.querySelector<HTMLElement>('[part="since"]');
    expect(bar(), 'the line is in view').to.be.null;
    await view.scrollBy(900);
    await waitUntil(bar, 'no bar');
    expect(bar()!.textContent).to.match(/30 new messages since \d/);
    await still();
    await expect(view.list).to.be.accessible();
    bar()!.querySelector('button')!.click();
    await waitUntil(() => !bar(), 'the bar stays where the line is in view');
    expect(isInView('Unread 0')).to.be.true;
    await view.scrollBy(900);
    await waitUntil(bar, 'no bar');
    byRole(view.list, 'button', 'Mark all as read').click();
    await waitUntil(() => !bar(), 'the bar stays');
    await until(ana.conversations.$conversation(kiln), (now) => now?.unread === 0);
    expect(view.list.renderRoot.querySelector('[part="unread"]')).to.be.null;
  });

  it('stays at the end when a message comes (B4)', async () => {
    await openFilled(40);
    await ben.messages.send(kiln, { text: 'Fresh from the kiln' });
    await view.seen('Fresh from the kiln');
    expect(view.toEnd()).to.equal(0);
    await view.scrollBy(-40);
    await view.rest();
    await ben.messages.send(kiln, { text: 'Again' });
    await view.seen('Again');
    expect(view.toEnd(), 'within 80 px of the end').to.equal(0);
  });

  it('does not move when a message comes while one reads above, and counts it (B5, B20)', async () => {
    await openFilled(60);
    await view.scrollBy(-900);
    const { id, offset } = view.top();
    await ben.messages.send(kiln, { text: 'Fresh from the kiln' });
    await waitUntil(() => button()?.textContent?.includes('1 new'), 'no count');
    await ben.messages.send(kiln, { text: 'And another' });
    await waitUntil(() => button()?.textContent?.includes('2 new'), 'no count');
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
    button()!.click();
    await view.seen('Fresh from the kiln');
    expect(isInView('Fresh from the kiln')).to.be.true;
    await waitUntil(() => {
      button()?.click();
      return view.toEnd() === 0;
    }, 'second press does not lead to the end');
    await waitUntil(() => !button(), 'the button stays at the end');
  });

  it('jumps to the end at once when one sends (B6)', async () => {
    await openFilled(60);
    await view.scrollBy(-900);
    void ana.messages.send(kiln, { text: 'My own words' });
    await view.seen('My own words');
    expect(view.toEnd()).to.equal(0);
    expect(isInView('My own words')).to.be.true;
  });

  it('keeps the line under the eye to the pixel when older messages come (B9)', async () => {
    await openFilled(200);
    const first = view.rows()[0]!.item!.id;
    for (let i = 0; i < 12; i++) {
      const { id, offset } = view.top();
      await view.scrollBy(-350);
      await frame(4);
      expect(view.offset(id), `step ${i}`).to.be.closeTo(offset + 350, rounded);
    }
    expect(view.rows()[0]!.item!.id).not.to.equal(first);
  });

  it('moves nothing that is drawn for rows that come above on the way up, and leaves no gap (B9)', async () => {
    await openFilled(300);
    /** In the content, wherever the view is. */
    const start = (row: HTMLElement) => {
      const origin = view.box.getBoundingClientRect().top - view.box.scrollTop;
      return row.getBoundingClientRect().top - origin;
    };
    let came = 0;
    let moved = 0;
    for (let i = 0; i < 80 && came <= 12; i++) {
      const [first] = view.rows();
      const row = view.rows()[Math.min(12, view.rows().length - 1)]!;
      const before = start(row);
      const begun = performance.now();
      await view.scrollBy(-120);
      // On a busy machine that was a rest, after which rows begin where the box does.
      if (performance.now() - begun > 150) continue;
      if (view.rows()[0] !== first) came++;
      if (Math.abs(start(row) - before) > rounded) moved++;
      const gap = view.rows()[0]!.getBoundingClientRect().top;
      expect(gap, `step ${i}`).to.be.lessThan(view.box.getBoundingClientRect().top);
    }
    expect(came).to.be.greaterThan(10);
    expect(moved).to.be.lessThan(came / 3);
    const { id, offset } = view.top();
    await waitUntil(
      () => start(view.rows()[0]!) < 100,
      'the first row is not where the box begins',
    );
    expect(view.offset(id), 'at rest').to.be.closeTo(offset, rounded);
  });

  it('does not take what it has not been told of yet for a rest (B9)', async () => {
    await openFilled(300);
    const runway = view.box.querySelector<HTMLElement>('.runway')!;
    for (let i = 0; i < 40 && runway.offsetHeight === 0; i++) await view.scrollBy(-120);
    expect(runway.offsetHeight, 'scrolls').to.be.greaterThan(0);
    const { requestAnimationFrame: next } = window;
    const held: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (run) => held.push(run);
    // What is scrolled is told with a frame.
    await pause(400);
    const { offsetHeight } = runway;
    window.requestAnimationFrame = next;
    held.forEach((run) => next(run));
    expect(offsetHeight, 'before the next frame').to.be.greaterThan(0);
    await waitUntil(() => runway.offsetHeight === 0, 'no rest');
  });

  it('keeps it at the very top, where the older ones come (B9)', async () => {
    await openFilled(120);
    const release = ana.line.hold('message.list');
    view.box.scrollTop = 0;
    await frame(3);
    while (view.box.scrollTop > 0) await view.scrollBy(-view.box.scrollTop);
    const { id, offset } = view.top();
    release();
    const before = view.rows().length;
    await waitUntil(() => view.rows()[0]?.item?.id !== id || view.rows().length > before);
    await frame(5);
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
  });

  it('does not move when a row above grows late; stays at the end when pinned (B11)', async () => {
    await openFilled(60);
    const grow = async (row: HTMLElement) => {
      row.style.paddingBlockEnd = '120px';
      await frame(3);
    };
    await grow(view.rows().at(-3)!);
    expect(view.toEnd()).to.equal(0);
    await view.scrollBy(-700);
    const { id, offset } = view.top();
    await grow(view.rows()[2]!);
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
  });

  it('loses no scrolling when a row grows in the same frame (B11)', async () => {
    await openFilled(60);
    for (const by of [-700, -150, 90]) {
      const { id, offset } = view.top();
      await frame();
      // Within a frame: sizes are told before the event of the scrolling.
      view.box.scrollTop += by;
      view.rows()[2]!.style.paddingBlockEnd = `${300 + by / 10}px`;
      await frame(3);
      if (by !== -700) expect(view.offset(id), `by ${by}`).to.be.closeTo(offset - by, rounded);
      else expect(view.toEnd(), 'held at the end').to.be.greaterThan(600);
    }
  });

  it('loses no scrolling when a row has grown before that is told (B11)', async () => {
    await openFilled(60);
    await view.scrollBy(-900);
    for (const by of [-150, 90]) {
      const { id, offset } = view.top();
      // Before a frame: the event of the scrolling is told before the sizes.
      await pause(0);
      view.box.scrollTop += by;
      view.rows()[2]!.style.paddingBlockEnd = `${300 + by}px`;
      await frame(3);
      expect(view.offset(id), `by ${by}`).to.be.closeTo(offset - by, rounded);
    }
  });

  it('stops with the top of a message at the top edge when it is taller than the view (B7)', async () => {
    await openFilled(40, 300);
    const list = Array.from({ length: 18 }, (_, i) => `Tall ${i} ${'and so on '.repeat(9)}`);
    await ben.messages.send(kiln, { text: list.join('\n') });
    const row = await view.seen('Tall 0');
    await frame(3);
    expect(row.offsetHeight).to.be.greaterThan(view.box.clientHeight);
    expect(view.offset(row.item!.id)).to.be.closeTo(0, rounded);
  });

  it('does not move when the pane changes its size (B13, B14)', async () => {
    await openFilled(60);
    const pane = view.list.parentElement!;
    pane.style.blockSize = '400px';
    await frame(3);
    expect(view.toEnd()).to.equal(0);
    await view.scrollBy(-900);
    const { id, offset } = view.top();
    pane.style.inlineSize = '340px';
    await frame(3);
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
  });

  it('asks once for older messages ahead of the edge; failing it offers to try again (B15)', async () => {
    await openFilled(150);
    const asked = () => ana.line.asked.filter(({ name }) => name === 'message.list').length;
    ana.line.refuse('message.list', 'forbidden');
    const before = asked();
    for (let i = 0; i < 8; i++) await view.scrollBy(-600);
    const again = () =>
      [...view.list.renderRoot.querySelectorAll<HTMLElement>('.edge button')].find((one) =>
        one.textContent.includes('Try again'),
      );
    await waitUntil(again, 'no way out');
    await pause(300);
    expect(asked() - before, 'one request, no loop').to.equal(1);
    again()!.click();
    await waitUntil(() => !again(), 'still failed');
  });

  it('asks more than a view before older messages are needed, and once at a time (B15)', async () => {
    await openFilled(300);
    const asked = () => ana.line.asked.filter(({ name }) => name === 'message.list').length;
    const release = ana.line.hold('message.list');
    const before = asked();
    const first = () => view.rows()[0]!;
    const left = () => view.box.getBoundingClientRect().top - first().getBoundingClientRect().top;
    while (asked() === before) await view.scrollBy(-60);
    expect(left()).to.be.greaterThan(view.box.clientHeight);
    const { id } = first().item!;
    for (let i = 0; i < 30; i++) await view.scrollBy(-200);
    expect(asked() - before).to.equal(1);
    release();
    await waitUntil(() => first().item!.id !== id, 'none came');
  });

  it('shows where the conversation begins and asks no more (B16)', async () => {
    await openFilled(70);
    for (let i = 0; i < 12; i++) await view.scrollBy(-900);
    await waitUntil(() => view.box.textContent.includes('beginning of Kiln'), 'no beginning');
    const asked = ana.line.asked.length;
    await view.scrollBy(-50);
    await pause(200);
    expect(ana.line.asked.slice(asked).some(({ name }) => name === 'message.list')).to.be.false;
  });

  it('jumps to a message, centres and focuses it; says so when it is gone (B17, B19)', async () => {
    await openFilled(200);
    const { items } = ana.messages.feed(kiln).$feed.get();
    const [first] = items;
    await ana.messages.feed(kiln).older();
    await ana.messages.feed(kiln).older();
    const old = ana.messages.feed(kiln).$feed.get().items[5]!;
    expect(old.id).not.to.equal(first!.id);
    expect(await view.list.show(old.id)).to.be.true;
    await view.rest();
    const middle = view.offset(old.id) + view.row(old.message.text!).offsetHeight / 2;
    expect(middle).to.be.closeTo(view.box.clientHeight / 2, 40);
    expect(view.list.shadowRoot!.activeElement).to.equal(view.row(old.message.text!));
    const before = view.box.scrollTop;
    expect(await view.list.show('nothing')).to.be.false;
    await waitUntil(() => textOf(view.list).includes('no longer there'), 'not said');
    expect(view.box.scrollTop).to.equal(before);
  });

  it('keeps its DOM small however far one reads', async () => {
    await openFilled(1500);
    for (let i = 0; i < 60; i++) await view.scrollBy(-900);
    expect(view.rows().length).to.be.lessThan(140);
    expect(ana.messages.feed(kiln).$feed.get().items.length).to.be.lessThan(420);
    expect(view.list.renderRoot.querySelectorAll('*').length).to.be.lessThan(2000);
    const before = view.top();
    await pause(400);
    expect(view.offset(before.id), 'letting go of records moves nothing').to.be.closeTo(
      before.offset,
      rounded,
    );
    for (let i = 0; i < 80 && view.toEnd() > 0; i++) {
      await view.scrollBy(900);
      await waitUntil(
        () => ana.messages.feed(kiln).$feed.get().newer !== 'loading',
        'stuck on the way down',
      );
    }
    expect(view.toEnd()).to.equal(0);
    expect(view.row('Line 1499 ')).to.exist;
  });

  const button = () => view.list.renderRoot.querySelector<HTMLElement>('[part="latest"]');
  const isInView = (text: string) => {
    const rect = view.row(text).getBoundingClientRect();
    const box = view.box.getBoundingClientRect();
    return rect.top >= box.top - 1 && rect.bottom <= box.bottom + 1;
  };
});
