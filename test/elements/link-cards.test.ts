import { expect, oneEvent } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import { addLocale } from '../../src/lit/localize.js';
import { ar } from '../../src/locales/ar.js';
import type { LinkPreview, Message } from '../../src/protocol/records.js';
import { allByRole, byRole } from '../support/find.js';
import { withForcedColors, withoutFinger } from '../support/finger.js';
import { frame, openFilled, openList, rounded, view } from '../support/messages.js';
import { outside } from '../support/outside.js';
import { still } from '../support/still.js';
import { ana, ben, kiln, toAna, toBen, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const url = 'https://studio.example/kiln';
const picture =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="400" height="600"/%3E';
const cardIn = (row: Element) => row.querySelector<HTMLElement>('[part=link-card]');
const carded = (row: Element) => waitUntil(() => cardIn(row), 'no card');

/** The server has read a page, whatever it is. */
function found(message: Message, links: readonly LinkPreview[]): void {
  const rev = message.rev + 100_000;
  const changes = { messages: [{ ...message, links, rev }] };
  ana.line.say({ type: 'changed', changes, cause: 'preview' });
}

describe('link cards (B89)', () => {
  useWorld('ana', 'ben');
  afterEach(withoutFinger);

  it('come a little later, with site, title and words, in a new tab without an opener (B88)', async () => {
    await openList(toBen);
    await ben.messages.send(toAna, { text: `The logger: ${url}` });
    const row = await view.seen('The logger');
    expect(cardIn(row)).to.equal(null);
    await carded(row);
    expect(cardIn(row)!.textContent).to.match(/studio\.example\s+Kiln logger\s+Temperature/);
    const link = cardIn(row)!.querySelector('a')!;
    expect([link.href, link.target, link.rel]).to.deep.equal([
      url,
      '_blank',
      'noopener noreferrer',
    ]);
    expect(row.item?.message.editedAt).to.equal(undefined);
    expect(ana.conversations.$unread.get()).to.be.at.most(1);
    expect(allByRole(row, 'button', 'Remove preview'), 'of somebody else').to.have.length(0);
    setTimeout(() => link.click());
    view.list.addEventListener('chat-link', (event) => event.preventDefault(), { once: true });
    const { detail } = await oneEvent<HTMLElementEventMap['chat-link']>(view.list, 'chat-link');
    expect(detail.href).to.equal(url);
    await still();
    await expect(view.list).to.be.accessible();
  });

  it('no bar is over a card where the reader has forced colours (B122)', async () => {
    await openList(toBen);
    await ben.messages.send(toAna, { text: `The logger: ${url}` });
    const row = await view.seen('The logger');
    await carded(row);
    withForcedColors();
    const canvas = document.createElement('i');
    row.append(canvas);
    canvas.style.color = 'Canvas';
    const { borderBlockStartColor } = getComputedStyle(cardIn(row)!);
    expect(borderBlockStartColor).to.equal(getComputedStyle(canvas).color);
    canvas.remove();
  });

  describe('never push the reader', () => {
    const message = (text: string) => view.row(text).item!.message;
    const late = async (text: string, image?: string) => {
      const row = view.row(text);
      const before = row.offsetHeight;
      found(message(text), [{ url, title: 'Kiln logger', ...(image && { image }) }]);
      await waitUntil(() => row.offsetHeight > before, 'has not grown');
      await frame(3);
    };

    it('above, below and in view; at the end one stays there', async () => {
      await openFilled(60);
      await late('Line 58 ');
      expect(view.toEnd(), 'at the end').to.equal(0);
      await view.scrollBy(-900);
      const { id, offset } = view.top();
      const at = view.rows().findIndex((row) => row.item?.id === id);
      const line = (by: number) => view.rows()[at + by]!.item!.message.text!.slice(0, 8);
      for (const [where, by] of [
        ['above', -2],
        ['below', 9],
        ['in view', 3],
      ] as const) {
        await late(line(by));
        expect(view.offset(id), where).to.be.closeTo(offset, rounded);
      }
    });

    it('keeps its height when the picture comes, and when it never does', async () => {
      await openFilled(30);
      await late('Line 28 ', picture);
      const row = view.row('Line 28 ');
      const image = row.querySelector<HTMLImageElement>('[part=link-card] img')!;
      const height = row.offsetHeight;
      await image.decode();
      expect(row.offsetHeight).to.equal(height);
      image.src = 'data:image/png;base64,broken';
      await oneEvent(image, 'error');
      await frame(2);
      expect(row.offsetHeight).to.equal(height);
      expect(image.checkVisibility(), 'a broken picture is shown').to.be.false;
      await still();
      await expect(view.list).to.be.accessible();
    });
  });

  it('are dismissed by their author, at once, for everyone; refused, they are back', async () => {
    const { id } = await ana.messages.send(toBen, { text: `The logger: ${url}` });
    await openList(toBen);
    const row = await view.seen('The logger');
    await carded(row);
    ana.line.refuse('link.dismiss', 'forbidden');
    const release = ana.line.hold('link.dismiss');
    const dismiss = () => byRole(row, 'button', 'Remove preview');
    dismiss().focus();
    dismiss().click();
    await waitUntil(() => !cardIn(row), 'not at once');
    expect(view.list.shadowRoot!.activeElement === row, 'focus is lost').to.be.true;
    release();
    await carded(row);
    expect(row.textContent).not.to.contain('Not sent');
    dismiss().click();
    await waitUntil(() => !cardIn(row), 'still there');
    await waitUntil(() => ana.messages.$message(id).get()?.state !== 'pending');
    expect((await ben.messages.get(id)).links ?? []).to.deep.equal([]);
  });

  it('lead nowhere else than to the web', async () => {
    const message = await ben.messages.send(kiln, { text: 'Look' });
    await openList(kiln);
    const row = await view.seen('Look');
    found(message, [
      { url: 'javascript:alert(1)', title: 'Bad' },
      { url, title: 'Good', image: 'javascript:alert(1)' },
    ]);
    await carded(row);
    expect(row.querySelectorAll('[part=link-card]')).to.have.length(1);
    expect(row.querySelector('[part=link-card] img')).to.equal(null);
  });

  it('fit into 320 px with long words, from right to left, with the text twice as large (B122)', async () => {
    addLocale(ar);
    const root = document.documentElement;
    Object.assign(root, { lang: 'ar', dir: 'rtl' });
    root.style.fontSize = '200%';
    try {
      const message = await ana.messages.send(kiln, { text: 'انظر' });
      await openList(kiln, 600, 320);
      const row = await view.seen('انظر');
      const title = 'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(4);
      found(message, [{ url, title, description: title, image: picture }]);
      await carded(row);
      await still();
      expect(outside(view.list)).to.deep.equal([]);
      const { left, right } = cardIn(row)!.getBoundingClientRect();
      const box = view.box.getBoundingClientRect();
      expect(left >= box.left && right <= box.right, 'sticks out').to.be.true;
      await expect(view.list).to.be.accessible();
    } finally {
      Object.assign(root, { lang: 'en', dir: '' });
      root.style.fontSize = '';
    }
  });
});
