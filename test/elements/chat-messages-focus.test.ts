import { expect } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import { press } from '../support/composer.js';
import { allByRole, byRole } from '../support/find.js';
import { fill, openFilled, openList, view } from '../support/messages.js';
import { waitUntil } from '../support/wait.js';
import { ben, kiln, signIn, useWorld } from '../support/world.js';

const focused = () => view.list.shadowRoot!.activeElement;

describe('chat-messages: where the focus goes', () => {
  useWorld();

  it('by keys, the way to what is new leads the focus to the first of it (B36, B116)', async () => {
    await fill(30);
    await signIn('ana', 'ben');
    for (let i = 0; i < 30; i++) await ben.messages.send(kiln, { text: `Unread ${i}.` });
    await openList();
    await view.seen('Unread 0.');
    await view.scrollBy(900);
    await waitUntil(() => allByRole(view.list, 'button', /new messages since/).length > 0);
    byRole(view.list, 'button', /new messages since/).focus();
    await press('Enter');
    await waitUntil(() => focused() === view.row('Unread 0.'), 'not on the first new one');
    await press('ArrowDown');
    expect(focused()).to.equal(view.row('Unread 1.'));
  });

  it('says what it is where a row was scrolled away with the focus; arrows go on from what is in view (B116)', async () => {
    await openFilled(200);
    const last = view.rows().at(-1)!;
    last.focus();
    while (last.isConnected) await view.scrollBy(-800);
    await view.rest();
    expect(focused()).to.equal(view.box);
    expect(byRole(view.list, 'group', 'Messages')).to.equal(view.box);
    const { top, bottom } = view.box.getBoundingClientRect();
    for (const key of ['ArrowUp', 'ArrowDown']) {
      view.box.focus();
      await press(key);
      expect(focused()?.localName, key).to.equal('chat-message');
      const row = focused()!.getBoundingClientRect();
      expect(row.bottom > top && row.top < bottom, `${key}: out of view`).to.be.true;
    }
  });

  it('is on no row that the way down lies over (B122)', async () => {
    await openFilled(120);
    await view.scrollBy(-1500);
    const latest = () => view.list.renderRoot.querySelector('[part="latest"]');
    await waitUntil(latest, 'no way down');
    view.box.focus();
    await press('ArrowUp');
    for (let i = 0; i < 3; i++) {
      await press('ArrowDown');
      await view.rest();
      const { bottom } = focused()!.getBoundingClientRect();
      expect(bottom, focused()!.ariaLabel!).to.be.at.most(latest()!.getBoundingClientRect().top);
    }
  });
});
