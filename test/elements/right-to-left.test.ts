import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-attachment-tray/chat-attachment-tray.js';
import '../../src/elements/chat-message-info/chat-message-info.js';
import type { ChatMessageInfo } from '../../src/elements/chat-message-info/chat-message-info.js';
import '../../src/elements/chat-messages/chat-messages.js';
import '../../src/elements/chat-pinned-messages/chat-pinned-messages.js';
import { addLocale } from '../../src/lit/localize.js';
import { ar } from '../../src/locales/ar.js';
import { byRole } from '../support/find.js';
import { withFinger, withoutFinger } from '../support/finger.js';
import { focusRow, openList, view } from '../support/messages.js';
import { inPane, rowSaying } from '../support/pane.js';
import { ana, ben, kiln, until, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana', 'ben');
beforeEach(() => (document.documentElement.dir = 'rtl'));
afterEach(() => document.documentElement.removeAttribute('dir'));

/** Where the words of an element begin, seen from its right side. */
function fromRight(element: Element): number {
  const words = document.createRange();
  words.selectNodeContents(element);
  return element.getBoundingClientRect().right - words.getBoundingClientRect().right;
}

describe('right to left', () => {
  it('words of the other direction stand where a row begins, and are cut at their own end', async () => {
    const { id } = await ana.messages.send(kiln, { text: 'Glaze' });
    await ana.messages.pin(id, true);
    const list = await inPane(ana, html`<chat-pinned-messages guid="kiln"></chat-pinned-messages>`);
    const text = (await rowSaying(list, 'Glaze')).querySelector('.text')!;
    expect(getComputedStyle(text).direction).to.equal('ltr');
    expect(fromRight(text)).to.be.closeTo(0, 1);
  });

  it('so does the name of a file, over its size', async () => {
    const file = new File(['x'], 'b.pdf', { type: 'application/pdf' });
    const tray = await fixture(
      html`<chat-attachment-tray .files=${[{ id: '1', file }]}></chat-attachment-tray>`,
    );
    const name = tray.shadowRoot!.querySelector('.name')!;
    expect(getComputedStyle(name).direction).to.equal('ltr');
    expect(fromRight(name)).to.be.closeTo(0, 1);
  });

  it('with a finger, what takes a file away is at the end of its tile, too', async () => {
    const file = new File(['x'], 'b.pdf', { type: 'application/pdf' });
    const tray = await fixture(
      html`<chat-attachment-tray .files=${[{ id: '1', file }]}></chat-attachment-tray>`,
    );
    withFinger();
    const tile = tray.shadowRoot!.querySelector('li')!.getBoundingClientRect();
    const remove = byRole(tray, 'button', 'Remove b.pdf').getBoundingClientRect();
    withoutFinger();
    expect(remove.left).to.be.closeTo(tile.left, 1);
  });

  it('a sender stands over the words, and what is quoted beside its line (B98)', async () => {
    const { id } = await ben.messages.send(kiln, { text: 'Glaze' });
    await ben.messages.send(kiln, { text: 'Or wait for the second firing', quotedId: id });
    await openList();
    const row = await view.seen('Or wait');
    await waitUntil(() => row.querySelector('.quote-text'), 'no quote');
    const by = view.row('Glaze').querySelector('.by')!;
    const words = view.row('Glaze').querySelector('.text')!;
    const right = (element: Element) => element.getBoundingClientRect().right;
    expect(right(by)).to.be.closeTo(right(words), 1);
    for (const part of row.querySelectorAll('.quote-name, .quote-text')) {
      expect(getComputedStyle(part).direction).to.equal('ltr');
      expect(right(row.querySelector('.quote')!) - right(part)).to.be.closeTo(13, 1);
    }
  });

  it('a file in a message, and one of an unknown kind, are in their own direction (B96, B98)', async () => {
    const file = new File(['x'], `${'glaze '.repeat(20)}.csv`, { type: 'text/csv' });
    await ben.messages.send(kiln, { files: [{ id: 'csv', file }] });
    await ben.messages.send(kiln, { type: 'poll', data: {}, conversationText: 'Lunch?' });
    await openList();
    const unknown = (await view.seen('Lunch?')).querySelector('.unsupported')!;
    expect(getComputedStyle(unknown).direction).to.equal('ltr');
    const name = (await view.seen('.csv')).querySelector('.file-name')!;
    expect(getComputedStyle(name).direction).to.equal('ltr');
    expect(name.scrollWidth, 'it is not cut').to.be.greaterThan(name.clientWidth);
  });

  it('a message of numbers has no direction of its time, nor of being edited (B98)', async () => {
    document.documentElement.lang = 'ar';
    addLocale(ar);
    try {
      const { id } = await ben.messages.send(kiln, { text: '+49 30 12345' });
      await ben.messages.edit(id, '+49 30 1234567');
      await openList();
      const row = await view.seen('+49 30 1234567');
      await waitUntil(() => row.querySelector('.edited'), 'it is not edited');
      expect(row.querySelector('time')!.textContent).to.match(/[صم]/);
      expect(getComputedStyle(row.querySelector('.text')!).direction).to.equal('ltr');
    } finally {
      document.documentElement.lang = 'en';
    }
  });

  it('so are the words that one asks who has read them, over when they were sent', async () => {
    const { id } = await ana.messages.send(kiln, { text: 'Glaze' });
    const item = await until(ana.messages.$message(id), (one) => one !== undefined);
    const info = await fixture<ChatMessageInfo>(
      html`<chat-message-info .client=${ana} .item=${item}></chat-message-info>`,
    );
    await info.show();
    const preview = info.shadowRoot!.querySelector('.preview')!;
    expect(getComputedStyle(preview).direction).to.equal('rtl');
    expect(getComputedStyle(preview.querySelector('bdi')!).direction).to.equal('ltr');
  });

  it('arrows along the line show the other way', async () => {
    await ana.messages.send(kiln, { text: 'Shall I?' });
    await openList();
    const row = await view.seen('Shall I?');
    await focusRow(row);
    const arrow = byRole(row, 'button', 'Reply').firstElementChild!;
    expect(getComputedStyle(arrow).scale).to.equal('-1 1');
  });
});
