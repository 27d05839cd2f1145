import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-messages/chat-messages.js';
import { byRole } from '../support/find.js';
import { focused } from '../support/pane.js';
import { fill, openList, view } from '../support/messages.js';
import { ana, ben, kiln, signIn, until, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

let guests: number;

useWorld('ana');
beforeEach(() => {
  guests = 0;
});

/** People who are added to the group, one after the other. */
async function come(count: number): Promise<void> {
  const management = world.host.manage();
  for (let i = 0; i < count; i++) {
    const uid = `guest-${++guests}`;
    await management.request('user.create', { uid, name: `Guest ${guests}` }, `make-${uid}`);
    await ana.members.add('kiln', { [uid]: 'participant' });
  }
}
const notes = () =>
  [...view.list.renderRoot.querySelectorAll('.note')]
    .map((note) => note.textContent.replaceAll(/[\s\u2066-\u2069]+/g, ' ').trim())
    .filter((note) => !note.includes('created'));

describe('chat-messages: notices of coming and going', () => {
  it('are one line where they follow each other, which opens and closes (B33)', async () => {
    await fill(4);
    await come(2);
    await openList();
    await waitUntil(() => notes().length === 2, 'two stand as they are');
    await come(4);
    await waitUntil(() => notes().length === 1, 'not folded');
    await waitUntil(() => notes()[0] === 'Guest 1, Guest 2, Guest 3, and 3 others joined');
    await world.client('cyd').then((cyd) => cyd.groups.leave('kiln'));
    await waitUntil(() => notes()[0]?.includes('Cyd left'), 'not told who left');
    await expect(view.list).to.be.accessible();

    const row = view.rows().at(-1)!;
    expect(row.getAttribute('aria-label')).to.match(/3 others joined, .*Cyd.* left, \d/);
    row.focus();
    await sendKeys({ press: 'Enter' });
    expect(focused()).to.equal(byRole(row, 'button'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => notes()[0]?.includes('Ana added Guest 5'), 'does not open');
    expect(byRole(row, 'button').getAttribute('aria-expanded')).to.equal('true');
    byRole(row, 'button').click();
    await waitUntil(() => !notes()[0]?.includes('Ana added Guest 5'), 'does not close');
  });

  it('keep the focus when others come to them, and when they become one line (B120)', async () => {
    await fill(4);
    await come(2);
    await openList();
    await waitUntil(() => notes().length === 2, 'two stand as they are');
    view.rows().at(-2)!.focus();
    await come(1);
    await waitUntil(() => notes().length === 1, 'not folded');
    await waitUntil(() => focused() === view.rows().at(-1), 'not on the line they became');
    await come(2);
    await waitUntil(() => notes()[0]?.includes('2 others'), 'not told');
    expect(focused() === view.rows().at(-1), 'lost').to.be.true;
  });

  it('what is said between them parts them, and the last of them is what was read', async () => {
    await fill(4);
    await signIn('ben');
    await come(3);
    await ben.messages.send(kiln, { text: 'Welcome' });
    await come(4);
    await openList();
    await waitUntil(() => notes().length === 2, 'not two lines');
    expect(notes().map((note) => /Guest 1/.test(note))).to.deep.equal([true, false]);
    await until(ana.conversations.$conversation(kiln), (now) => now?.unread === 0);
  });
});
