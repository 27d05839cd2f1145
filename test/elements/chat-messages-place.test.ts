import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { registerMessageKind } from '../../src/elements/chat-message/message-kinds.js';
import type { ChatMessage } from '../../src/elements/chat-message/chat-message.js';
import '../../src/elements/chat-composer/chat-composer.js';
import '../../src/elements/chat-messages/chat-messages.js';
import {
  everyFrame,
  fill,
  frame,
  lookAt,
  openFilled,
  openList,
  rounded,
  view,
} from '../support/messages.js';
import { ana, ben, kiln, signIn, until, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

type Where = 'above' | 'in view' | 'below';

describe('chat-messages: holds its place', () => {
  const place = (row: Element) => {
    const { top, bottom } = row.getBoundingClientRect();
    const box = view.box.getBoundingClientRect();
    if (bottom <= box.top) return 'above';
    return top >= box.bottom ? 'below' : 'in view';
  };
  /** The last such row above the view, the second one in it, the first one below. */
  function rowIn(where: Where, fits: (row: ChatMessage) => unknown = () => true): ChatMessage {
    const rows = view.rows().filter((row) => place(row) === where && fits(row));
    const row = rows.at(where === 'above' ? -1 : where === 'below' ? 0 : 1);
    if (!row) throw new Error(`There is no such row ${where}.`);
    return row;
  }
  const grown = async (row: ChatMessage, act: () => unknown) => {
    const before = row.offsetHeight;
    act();
    await waitUntil(() => row.offsetHeight >= before + 15, 'has not grown');
    await frame(3);
  };

  useWorld();

  /** @param busy milliseconds that the page takes for each frame @param late so long no page comes */
  async function fling(far: number, busy = 0, late = 0): Promise<void> {
    await openFilled(400);
    const first = ana.messages.feed(kiln).$feed.get().items[0]!.id;
    const box = view.box.getBoundingClientRect();
    const turn = 240;
    const jumps: string[] = [];
    let blank = 0;
    let travelled = 0;
    let turned = 0;
    let before = new Map<string, number>();
    let release = () => {};
    const pages = setInterval(() => {
      release();
      if (late > 0) release = ana.line.withhold('message.list');
    }, late);
    const stop = everyFrame(() => {
      const now = new Map(
        view.rows().map((row) => [row.item!.id, row.getBoundingClientRect().top]),
      );
      const steps = [...now].flatMap(([id, top]) => (before.has(id) ? top - before.get(id)! : []));
      if (steps.length === 0 && before.size > 0) blank++;
      const [least, most] = [Math.min(...steps), Math.max(...steps)];
      // All rows move together, down, and not farther than the wheel was turned; half a pixel may be rounded each time.
      if (steps.length > 0 && (least < -1 || most - least > 1 || most > turned + 1)) {
        jumps.push(`${least} to ${most}`);
      }
      travelled += steps.length > 0 ? least : 0;
      before = now;
      const until = performance.now() + busy;
      while (performance.now() < until);
    });
    const point = { x: Math.round(box.x + 200), y: Math.round(box.y + 300) };
    // A busy machine makes one of several turns.
    for (let i = 0; i < 400 && travelled < far; i++) {
      turned += turn;
      await executeServerCommand('wheel', { ...point, deltaY: -turn });
    }
    await frame(10);
    stop();
    clearInterval(pages);
    release();
    expect(jumps).to.deep.equal([]);
    expect(blank, 'frames that share no row with the one before').to.equal(0);
    expect(travelled).to.be.greaterThan(far * 0.8);
    const { items } = ana.messages.feed(kiln).$feed.get();
    expect(items[0]!.id === first, 'no page came').to.be.false;
  }

  it('in a fling of the wheel through pages that come meanwhile: every frame goes on where the last one was (B9)', () =>
    fling(5000));

  // Safari scrolls on another thread: it is told of a place later than a busy page has left it.
  it('in a fling of the wheel on a busy page, through pages that come late (B9)', () =>
    fling(4000, 90, 400));

  it('when newer messages are loaded in mid-history (B10)', async () => {
    await openFilled(300);
    const feed = ana.messages.feed(kiln);
    await feed.show('start');
    const items = await until(feed.$feed, (state) => state.older === 'end').then((it) => it.items);
    expect(await view.list.show(items[20]!.id)).to.be.true;
    await view.rest();
    for (let i = 0; i < 14; i++) {
      const { id, offset } = view.top();
      const left = view.toEnd();
      await view.scrollBy(300);
      await frame(4);
      if (left > 300) expect(view.offset(id), `step ${i}`).to.be.closeTo(offset - 300, rounded);
    }
    const now = ana.messages.feed(kiln).$feed.get().items;
    expect(now.at(-1)!.id === items.at(-1)!.id, 'nothing newer came').to.be.false;
  });

  for (const where of ['above', 'in view', 'below'] as const) {
    it(`when a row ${where} gets a reaction, is edited, shows a late picture (B11)`, async () => {
      await fill(30);
      await signIn('ana', 'ben');
      registerMessageKind({
        category: 'custom',
        type: 'test-late-picture',
        // As a picture, a link card or an embed of unknown size.
        render: () => html`<img alt="" /><br />`,
      });
      for (let i = 0; i < 40; i++) {
        void ben.messages.send(kiln, { type: 'test-late-picture', data: {} });
        await ben.messages.send(kiln, { text: `Between ${i} ${'and so on '.repeat(i % 5)}` });
      }
      await ana.conversations.markRead(kiln);
      await openList();
      await view.seen('Between 39');
      await view.scrollBy(-900);
      const { id, offset } = view.top();
      const text = rowIn(where, ({ item }) => item?.message.text);
      await grown(text, () => ben.messages.react(text.item!.id, '🎉', true));
      expect(view.offset(id), 'reaction').to.be.closeTo(offset, rounded);
      await grown(text, () => ben.messages.edit(text.item!.id, 'much longer now '.repeat(30)));
      expect(view.offset(id), 'edit').to.be.closeTo(offset, rounded);
      const late = rowIn(where, (row) => row.querySelector('img'));
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="160"/>';
      await grown(late, () => {
        late.querySelector('img')!.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      });
      expect(view.offset(id), 'picture').to.be.closeTo(offset, rounded);
    });
  }

  it('at the end, when a row in view or above gets a reaction or is edited (B11)', async () => {
    await fill(10);
    await signIn('ana', 'ben');
    for (let i = 0; i < 40; i++) await ben.messages.send(kiln, { text: `Line number ${i}` });
    await ana.conversations.markRead(kiln);
    await openList();
    await view.seen('Line number 39');
    for (const where of ['in view', 'above'] as const) {
      const row = rowIn(where);
      await grown(row, () => ben.messages.react(row.item!.id, '🎉', true));
      expect(view.toEnd(), `${where}: reaction`).to.equal(0);
      await grown(row, () => ben.messages.edit(row.item!.id, 'much longer now '.repeat(30)));
      expect(view.toEnd(), `${where}: edit`).to.equal(0);
    }
  });

  it('when another font comes and changes all rows (B11)', async () => {
    await openFilled(60);
    const font = (name: string) => view.list.style.setProperty('--chat-font', name);
    const height = () => view.rows().reduce((sum, row) => sum + row.offsetHeight, 0);
    const before = height();
    font('monospace');
    await waitUntil(() => height() !== before, 'no other font');
    await frame(3);
    expect(view.toEnd()).to.equal(0);
    await view.scrollBy(-900);
    const { id, offset } = view.top();
    font('serif');
    await frame(3);
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
  });

  it('by keeping room for pictures before they come (B12)', async () => {
    const picture = (width: number, height: number) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`;
      return new File([svg], `${width}.svg`, { type: 'image/svg+xml' });
    };
    await fill(20);
    await signIn('ana', 'ben');
    await openList();
    await view.seen('Line 19 ');
    const files = [{ id: 'f', file: picture(200, 120), alt: 'A bowl' }];
    const heights: number[] = [];
    const picked = () => view.rows().find((row) => row.querySelector('img'));
    const stop = everyFrame(() => heights.push(picked()?.offsetHeight ?? 0));
    await ben.messages.send(kiln, { files });
    await waitUntil(() => picked()?.querySelector('img')!.complete, 'no picture');
    await frame(5);
    stop();
    const drawn = heights.filter((height) => height > 0);
    expect(new Set(drawn).size, `heights ${[...new Set(drawn)].join()}`).to.equal(1);
    expect(drawn[0]).to.be.greaterThan(100);
    expect(view.toEnd()).to.equal(0);
  });

  it('by a box of one shape for pictures of which nothing is known (B12)', async () => {
    await openFilled(20);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="400"/>';
    const url = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    const attachments = [{ url, name: 'bowl.svg', mimeType: 'image/svg+xml', size: svg.length }];
    const { message } = view.rows().at(-1)!.item!;
    const picture = { ...message, type: 'image', attachments, rev: message.rev + 1 };
    ana.line.say({ type: 'changed', changes: { messages: [picture] }, cause: 'message.edit' });
    const picked = () => view.rows().at(-1)!.querySelector('img');
    await waitUntil(() => picked()?.complete, 'no picture');
    await frame(5);
    const { width, height } = picked()!.getBoundingClientRect();
    expect(width / height).to.be.closeTo(4 / 3, 0.02);
    expect(view.toEnd()).to.equal(0);
  });

  it('when the composer grows and shrinks below (B13)', async () => {
    await fill(60);
    await signIn('ana');
    const provider = await fixture(html`
      <chat-provider .client=${ana}>
        <div style="display: flex; flex-direction: column; block-size: 600px; inline-size: 500px">
          <chat-messages guid="kiln" style="flex: 1"></chat-messages>
          <chat-composer guid="kiln"></chat-composer>
        </div>
      </chat-provider>
    `);
    lookAt(provider.querySelector('chat-messages')!);
    await view.seen('Line 59 ');
    const write = async (text: string) => {
      const before = view.box.clientHeight;
      ana.drafts.write(kiln, { text });
      await waitUntil(() => view.box.clientHeight !== before, 'the composer has not changed');
      await frame(3);
    };
    await waitUntil(() => view.toEnd() === 0, 'not at the end');
    await write('line\n'.repeat(6));
    expect(view.toEnd(), 'grown').to.equal(0);
    await write('');
    expect(view.toEnd(), 'shrunk').to.equal(0);
    await view.scrollBy(-900);
    const { id, offset } = view.top();
    await write('line\n'.repeat(6));
    expect(view.offset(id), 'grown').to.be.closeTo(offset, rounded);
    await write('');
    expect(view.offset(id), 'shrunk').to.be.closeTo(offset, rounded);
  });

  it('when the pane is turned, and made small and large again (B14)', async () => {
    await openFilled(80);
    const pane = view.list.parentElement!;
    const size = async (width: number, height: number) => {
      pane.style.inlineSize = `${width}px`;
      pane.style.blockSize = `${height}px`;
      await frame(4);
    };
    await size(320, 560);
    expect(view.toEnd(), 'at the end').to.equal(0);
    await size(560, 320);
    expect(view.toEnd(), 'at the end, turned').to.equal(0);
    await view.scrollBy(-1500);
    const { id, offset } = view.top();
    for (const [width, height] of [
      [320, 560],
      [700, 200],
      [330, 600],
      [560, 320],
    ] as const) {
      await size(width, height);
      // Rows have fractions of pixels, places have not: half a pixel before, half a pixel after.
      expect(view.offset(id), `${width} by ${height}`).to.be.closeTo(offset, rounded);
    }
    await size(420, 120);
    await view.scrollBy(-120);
    const low = view.top();
    // At first there are not rows enough for such a view.
    await size(600, 600);
    expect(view.offset(low.id), 'all at once').to.be.closeTo(low.offset, rounded);
  });

  /** The pane is out of sight for some frames, as in a tab that is not on show. */
  async function blink(meanwhile?: () => unknown): Promise<void> {
    const { style } = view.list.parentElement!;
    style.display = 'none';
    await frame(4);
    await meanwhile?.();
    style.display = '';
    await frame(4);
  }

  it('while the pane is out of sight, whatever comes meanwhile (B14)', async () => {
    await openFilled(120);
    const say = async (text: string) => {
      await ben.messages.send(kiln, { text });
      return view.seen(text);
    };
    const row = await say('So');
    await blink();
    expect(view.toEnd(), 'at the end').to.equal(0);
    await say('After it');
    expect(view.toEnd(), 'follows').to.equal(0);
    await blink(() => say('Meanwhile'));
    expect(view.toEnd(), 'has followed').to.equal(0);
    await view.scrollBy(row.offsetTop - view.box.scrollTop - 600);
    const { id, offset } = view.top();
    await blink();
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
    await blink(async () => {
      void ben.messages.edit(row.item!.id, 'much longer now '.repeat(30));
      await view.seen('much longer now');
      await say('And another');
    });
    expect(view.offset(id), 'with something new').to.be.closeTo(offset, rounded);
  });

  it('where it should be once it is seen, when it opens or one sends out of sight (B2, B6)', async () => {
    await fill(60);
    await signIn('ana', 'ben');
    for (let i = 0; i < 30; i++) await ben.messages.send(kiln, { text: `Unread ${i}` });
    await openList();
    await blink(() => waitUntil(() => view.rows().length > 0, 'no rows'));
    await view.seen('Unread 0');
    const line = view.list.renderRoot.querySelector('[part="unread"]')!;
    const box = view.box.getBoundingClientRect();
    expect((line.getBoundingClientRect().top - box.top) / box.height).to.be.within(0.2, 0.4);
    await blink(() => {
      void ana.messages.send(kiln, { text: 'My own words' });
      return view.seen('My own words');
    });
    expect(view.toEnd()).to.equal(0);
  });

  it('when so little of the pane is left that the first whole message is not in it (B14)', async () => {
    await openFilled(60);
    await ben.messages.send(kiln, { text: 'Tall\n'.repeat(19) });
    for (let i = 0; i < 20; i++) await ben.messages.send(kiln, { text: `After ${i}` });
    await view.seen('After 19');
    await view.scrollBy(view.offset(view.row('Tall').item!.id) + 20);
    const { id, offset } = view.top();
    const pane = view.list.parentElement!;
    pane.style.blockSize = '120px';
    await frame(6);
    expect(view.offset(view.row('Tall').item!.id), 'small').to.be.closeTo(-20, rounded);
    pane.style.blockSize = '600px';
    await frame(6);
    expect(view.offset(id), 'large again').to.be.closeTo(offset, rounded);
  });

  it('when text is made small, there is no room any more, and it is drawn before that is told (B14)', async () => {
    await openFilled(80);
    try {
      document.documentElement.style.fontSize = '200%';
      await frame(4);
      await view.scrollBy(-1500);
      const { id, offset } = view.top();
      const before = view.box.scrollTop;
      document.documentElement.style.fontSize = '';
      expect(view.box.scrollTop, 'cut off by the browser').to.be.lessThan(before - 100);
      view.list.requestUpdate();
      await frame(4);
      expect(view.offset(id)).to.be.closeTo(offset, rounded);
    } finally {
      document.documentElement.style.fontSize = '';
    }
  });

  it('when text is made twice as large, and small again (B14)', async () => {
    await openFilled(80);
    const zoom = async (percent: number) => {
      const before = view.rows()[0]!.parentElement!.offsetHeight;
      document.documentElement.style.fontSize = `${percent}%`;
      await waitUntil(() => view.rows()[0]!.parentElement!.offsetHeight !== before, 'no change');
      await frame(4);
    };
    try {
      await zoom(200);
      expect(view.toEnd(), 'at the end').to.equal(0);
      await view.scrollBy(-1500);
      const { id, offset } = view.top();
      await zoom(100);
      expect(view.offset(id), '100 %').to.be.closeTo(offset, rounded);
      await zoom(200);
      expect(view.offset(id), '200 %').to.be.closeTo(offset, rounded);
    } finally {
      document.documentElement.style.fontSize = '';
    }
  });
});
