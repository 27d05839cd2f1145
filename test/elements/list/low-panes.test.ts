import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/elements/chat-conversations/chat-conversations.js';
import type { ChatConversations } from '../../../src/elements/chat-conversations/chat-conversations.js';
import { fillChats } from '../../support/chats.js';
import { press } from '../../support/keyboard.js';
import { frame } from '../../support/messages.js';
import { focused, inPane, rowSaying, rowsOf } from '../../support/pane.js';
import { ana, useWorld } from '../../support/world.js';
import { waitUntil } from '../../support/wait.js';

useWorld('ana');

const part = (list: ChatConversations, name: string) =>
  list.renderRoot.querySelector<HTMLElement>(`[part~=${name}]`)!;
const box = (element: Element) => element.getBoundingClientRect();

async function chatsIn(height: number): Promise<ChatConversations> {
  await fillChats(40);
  const list = await inPane<ChatConversations>(
    ana,
    html`<chat-conversations></chat-conversations>`,
    { height },
  );
  await rowSaying(list, 'Person 0');
  await waitUntil(() => part(list, 'scroller').scrollHeight > 1000, 'no rows');
  await frame(3);
  return list;
}

describe('a list in a low pane', () => {
  it('hides no row with the focus below its head: that scrolls away with the rows (B122)', async () => {
    const list = await chatsIn(200);
    list.focus();
    const { top, bottom } = box(part(list, 'scroller'));
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'End', 'ArrowUp', 'PageUp', 'Home']) {
      await press(key);
      await frame(3);
      const row = box(focused()!);
      const head = box(part(list, 'head'));
      expect(row.top, key).to.be.least(Math.max(top, head.bottom > top ? head.bottom : top) - 1);
      expect(row.bottom, key).to.be.most(bottom + 1);
    }
  });

  for (const height of [16, 200]) {
    it(`is full of rows in the first frame after it has grown from ${height} px (B14)`, async () => {
      await setViewport({ width: 800, height: 1300 });
      const list = await chatsIn(height);
      // With the first rows it was not known how low the pane is.
      list.requestUpdate();
      await list.updateComplete;
      expect(rowsOf(list).length, 'more rows than a low pane needs').to.be.below(14);
      const ends: number[] = [];
      // Told last before a frame is painted, and after the list is.
      const told = new ResizeObserver(() =>
        ends.push(Math.max(...rowsOf(list).map((row) => box(row).bottom))),
      );
      const probe = list.parentElement!.appendChild(document.createElement('div'));
      told.observe(probe);
      await frame();
      ends.length = 0;
      list.parentElement!.style.blockSize = '1200px';
      probe.style.blockSize = '1px';
      await frame(2);
      told.disconnect();
      const { bottom } = box(part(list, 'scroller'));
      await setViewport({ width: 800, height: 600 });
      expect(bottom).to.be.above(1200);
      expect(ends[0]).to.be.least(bottom);
    });
  }
});
