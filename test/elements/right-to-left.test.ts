import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-attachment-tray/chat-attachment-tray.js';
import '../../src/elements/chat-messages/chat-messages.js';
import '../../src/elements/chat-pinned-messages/chat-pinned-messages.js';
import { byRole } from '../support/find.js';
import { focusRow, openList, view } from '../support/messages.js';
import { inPane, rowSaying } from '../support/pane.js';
import { ana, kiln, useWorld } from '../support/world.js';

useWorld('ana');
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

  it('arrows along the line show the other way', async () => {
    await ana.messages.send(kiln, { text: 'Shall I?' });
    await openList();
    const row = await view.seen('Shall I?');
    await focusRow(row);
    const arrow = byRole(row, 'button', 'Reply').firstElementChild!;
    expect(getComputedStyle(arrow).scale).to.equal('-1 1');
  });
});
