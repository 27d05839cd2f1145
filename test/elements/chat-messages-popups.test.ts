import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import '../../src/elements/chat-messages/chat-messages.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { fill, frame, openList, view } from '../support/messages.js';
import { focused } from '../support/pane.js';
import { still } from '../support/still.js';
import { useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana', 'ben');
afterEach(() => resetMouse());

/** As a person does: after a press no row has a focus that shows its tools. */
async function mouse(type: 'move' | 'click', element: Element): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type, position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

describe('chat-messages: what opens from a popup', () => {
  it('hangs where that hung: the reactions of a menu, and all emoji of those (B85)', async () => {
    await fill(20);
    await openList();
    const row = await view.seen('Line 15 ');
    const popup = (tag: 'chat-reaction-bar' | 'chat-emoji-picker') =>
      view.list.renderRoot.querySelector(tag);
    await mouse('move', row.querySelector('[part="bubble"]')!);
    await waitUntil(() => row.querySelector('.toolbar'), 'no tools');
    await mouse('click', byRole(row, 'button', 'More'));
    await waitUntil(() => allByRole(view.list, 'menuitem', 'React').length > 0, 'no menu');
    await still();
    await mouse('click', byRole(view.list, 'menuitem', 'React'));
    await waitUntil(() => popup('chat-reaction-bar')?.open, 'no reactions');
    await frame(20);
    expect(row.querySelector('.toolbar'), 'what it hangs on').to.exist;
    await mouse('click', byRole(popup('chat-reaction-bar')!, 'button', 'More'));
    await waitUntil(() => popup('chat-emoji-picker')?.open, 'no emoji');
    await frame(20);
    expect(popup('chat-emoji-picker')?.open, 'closes at once').to.be.true;
    popup('chat-emoji-picker')?.close();
    await mouse('move', view.row('Line 18 '));
    (focused() as HTMLElement).blur();
    await waitUntil(() => !row.querySelector('.toolbar'), 'its tools stay');
  });

  it('B120: a tool that was pressed gives its focus to the row it goes with', async () => {
    await fill(20);
    await openList();
    const row = await view.seen('Line 15 ');
    await mouse('move', row.querySelector('[part="bubble"]')!);
    await waitUntil(() => row.querySelector('.toolbar'), 'no tools');
    await mouse('click', byRole(row, 'button', 'React'));
    const bar = () => view.list.renderRoot.querySelector('chat-reaction-bar');
    await waitUntil(() => bar()?.open, 'no reactions');
    bar()!.close();
    expect(textOf(focused()) || focused()?.ariaLabel, 'back to the tool').to.equal('React');
    // WebKit shows where a popup has put the focus back: there the tools stay, as for those who move by keys.
    const stays = focused()!.matches(':focus-visible');
    await mouse('move', view.row('Line 18 '));
    await waitUntil(() => stays || !row.querySelector('.toolbar'), 'its tools stay');
    const kept = stays ? row.contains(focused()) : focused() === row;
    expect(kept, `lost to ${focused()?.localName}`).to.be.true;
  });
});
