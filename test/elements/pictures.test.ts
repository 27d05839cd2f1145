import { expect } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import { openList, view } from '../support/messages.js';
import { ana, kiln, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana');

async function picture(width: number, height: number): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')!.fillRect(0, 0, width, height);
  return new File([await canvas.convertToBlob()], 'a.png', { type: 'image/png' });
}

describe('a picture in a message', () => {
  for (const [shape, width, height] of [
    ['wide', 640, 480],
    ['very wide', 1200, 60],
    ['tall', 200, 900],
    ['very tall', 30, 900],
    ['tiny', 8, 8],
  ] as const) {
    it(`that is ${shape} takes the space that is kept for it, and no more than others (B12)`, async () => {
      const file = await picture(width, height);
      await ana.messages.send(kiln, { files: [{ id: `p${width}`, file }], text: 'Look' });
      await openList();
      const row = await view.seen('Look');
      await waitUntil(() => row.querySelector('.picture img'), 'no picture');
      const shown = row.querySelector<HTMLImageElement>('.picture img')!;
      await shown.decode();
      expect(shown.naturalWidth).to.equal(width);
      const box = shown.getBoundingClientRect();
      expect(box.width).to.be.closeTo(shown.width, 1);
      expect(box.height).to.be.closeTo(Number(shown.getAttribute('height')), 1);
      expect(Math.max(box.width, box.height)).to.be.at.most(320);
    });
  }

  it('whose size nobody knows, as that of a drawing, is shown whole in the space kept for it (B12)', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 60"><path d="M0 0h20v60"/></svg>';
    const file = new File([svg], 'a.svg', { type: 'image/svg+xml' });
    await ana.messages.send(kiln, { files: [{ id: 'drawing', file }], text: 'Drawn' });
    await openList();
    const row = await view.seen('Drawn');
    await waitUntil(() => row.querySelector('.picture img'), 'no picture');
    const shown = row.querySelector<HTMLImageElement>('.picture img')!;
    await shown.decode();
    expect(getComputedStyle(shown).objectFit).to.equal('contain');
    const { width, height } = shown.getBoundingClientRect();
    expect(width / height).to.be.closeTo(4 / 3, 0.05);
  });
});
