import { aTimeout, expect } from '@open-wc/testing';
import type { ChatMessage } from '../../src/elements/chat-message/chat-message.js';
import '../../src/elements/chat-messages/chat-messages.js';
import { openList, view } from '../support/messages.js';
import { ana, ben, kiln, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

let row: ChatMessage;

/** A finger goes down in the middle of the message, along these points, and up. */
async function swipe(
  points: readonly (readonly [x: number, y: number])[],
  end = 'pointerup',
): Promise<void> {
  const target = row.querySelector('.text')!;
  const { x, y, width, height } = target.getBoundingClientRect();
  const send = (type: string, dx: number, dy: number) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        pointerType: 'touch',
        bubbles: true,
        composed: true,
        isPrimary: true,
        clientX: x + width / 2 + dx,
        clientY: y + height / 2 + dy,
      }),
    );
  send('pointerdown', 0, 0);
  // What follows a finger is loaded with the first one.
  await import('../../src/elements/chat-messages/rows/swipe.js');
  await aTimeout(0);
  for (const [dx, dy] of points) send('pointermove', dx, dy);
  const [dx, dy] = points.at(-1)!;
  send(end, dx, dy);
}
const replyTo = () => ana.drafts.$draft(kiln).get().replyTo;

useWorld('ana', 'ben');
beforeEach(async () => {
  await ben.messages.send(kiln, { text: 'Glaze or no glaze?' });
  await openList();
  row = await view.seen('Glaze or no glaze?');
});
afterEach(() => document.documentElement.removeAttribute('dir'));

describe('B84: swipe to reply', () => {
  it('replies past 60 px, and the row goes back', async () => {
    const { left } = row.getBoundingClientRect();
    await swipe([
      [20, 2],
      [50, 4],
      [70, 4],
    ]);
    expect(replyTo()).to.equal(row.item?.id);
    expect(row.style.translate).to.equal('');
    await waitUntil(() => Math.abs(row.getBoundingClientRect().left - left) < 0.5, 'stays away');
  });

  it('draws the row with resistance, and does nothing before 60 px or when cancelled', async () => {
    const target = row.querySelector('.text')!;
    const shifts: number[] = [];
    let content = '';
    const look = () => {
      shifts.push(parseFloat(row.style.translate));
      ({ content } = getComputedStyle(row, '::before'));
    };
    target.addEventListener('pointerup', look, { once: true });
    await swipe([
      [20, 0],
      [58, 0],
    ]);
    expect(shifts[0]).to.be.within(20, 57);
    expect(content).to.contain('↩');
    expect(replyTo()).to.equal(undefined);
    await swipe(
      [
        [20, 0],
        [90, 0],
      ],
      'pointercancel',
    );
    expect(replyTo()).to.equal(undefined);
  });

  it('leaves scrolling, the other side and the edges of the screen alone', async () => {
    await swipe([
      [4, 30],
      [90, 40],
    ]);
    await swipe([
      [-20, 0],
      [90, 0],
    ]);
    expect(replyTo()).to.equal(undefined);
    const { x, y } = row.getBoundingClientRect();
    for (const [type, clientX] of [
      ['pointerdown', 10],
      ['pointermove', 90],
      ['pointerup', 90],
    ] as const)
      row.dispatchEvent(
        new PointerEvent(type, {
          pointerType: 'touch',
          bubbles: true,
          composed: true,
          clientX,
          clientY: y + 2,
        }),
      );
    expect(x).to.be.lessThan(90);
    expect(replyTo()).to.equal(undefined);
  });

  it('is mirrored from right to left', async () => {
    view.list.dir = 'rtl';
    await view.list.updateComplete;
    await swipe([
      [20, 0],
      [80, 0],
    ]);
    expect(replyTo()).to.equal(undefined);
    await swipe([
      [-20, 0],
      [-80, 0],
    ]);
    expect(replyTo()).to.equal(row.item?.id);
  });
});
