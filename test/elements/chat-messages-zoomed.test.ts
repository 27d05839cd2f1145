import { expect } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import { frame, openFilled, rounded, view } from '../support/messages.js';
import { ana, ben, kiln, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

describe('chat-messages: holds its place', () => {
  useWorld();

  for (const style of ['zoom: 1.3', 'zoom: 0.7', 'scale: 0.8']) {
    it(`on a page with ${style}, when rows above come and change and one goes elsewhere (B3, B9, B11)`, async () => {
      await openFilled(200);
      view.list.parentElement!.setAttribute(
        'style',
        `block-size: 600px; inline-size: 600px; ${style}`,
      );
      // A box that Firefox begins to zoom is as many pixels of the window from its top as before.
      view.list.showLatest();
      await view.rest();
      const { id: edited } = await ben.messages.send(kiln, { text: 'So' });
      for (let i = 0; i < 28; i++) await ben.messages.send(kiln, { text: `After ${i}` });
      await view.seen('After 27');
      expect(view.toEnd(), 'at the end').to.be.at.most(rounded);
      // The row is just above the view then.
      await view.scrollBy(view.offset(edited) + 80);
      await view.rest();
      const { id, offset } = view.top();
      const stays = (when: string) =>
        expect(view.offset(id), when).to.be.closeTo(offset, 2 * rounded);
      const row = view.row('So');
      const { offsetHeight } = row;
      await ben.messages.edit(edited, 'much longer now '.repeat(90));
      await waitUntil(() => row.offsetHeight > offsetHeight, 'has not grown');
      await frame(3);
      stays('longer above');
      await ana.messages.feed(kiln).older();
      await frame(4);
      stays('older ones above');
      view.list.uid = 'ben';
      await frame(4);
      view.list.uid = undefined;
      await waitUntil(() => view.rows().some(({ item }) => item?.id === id), 'not back');
      await frame(4);
      stays('back again');
    });
  }
});
