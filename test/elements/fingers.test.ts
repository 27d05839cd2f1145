import { expect, html } from '@open-wc/testing';
import '../../src/elements/chat-conversations/chat-conversations.js';
import type { ChatConversations } from '../../src/elements/chat-conversations/chat-conversations.js';
import '../../src/elements/chat-emoji-panel/chat-emoji-panel.js';
import '../../src/elements/chat-messages/chat-messages.js';
import { allByRole, below } from '../support/find.js';
import { reach, withFinger, withoutFinger } from '../support/finger.js';
import { fill, openList, view } from '../support/messages.js';
import { inPane, rowSaying } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, kiln, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const voice = {
  metadata: { audioType: 'voice_note', waveform: [1, 2, 3, 2, 1] },
  files: [
    { id: 'voice', duration: 2, file: new File(['~'], 'voice.webm', { type: 'audio/webm' }) },
  ],
};

useWorld('ana', 'ben');
afterEach(withoutFinger);

/** Presses are taken this high, whatever is drawn. */
function expectHigh(elements: readonly Element[], least = 44): void {
  for (const element of elements) {
    expect(reach(element).height, element.outerHTML.slice(0, 80)).to.be.at.least(least);
  }
}

describe('for a finger (B79)', () => {
  it('filters of a list, and what clears its search, are large enough', async () => {
    await ben.messages.send(kiln, { text: 'Morning' });
    const list = await inPane<ChatConversations>(
      ana,
      html`<chat-conversations></chat-conversations>`,
    );
    await rowSaying(list, 'Morning');
    list.search = 'Kiln';
    await waitUntil(() => allByRole(list, 'button', 'Clear search').length > 0, 'no way to clear');
    withFinger();
    await still();
    const filters = [...below(list.shadowRoot!)].filter((one) => one.part.contains('filter'));
    expect(filters.length).to.equal(3);
    expectHigh([...filters, ...allByRole(list, 'button', 'Clear search')]);
  });

  it('reactions, replies and voice messages in a conversation are, too', async () => {
    const { id } = await ben.messages.send(kiln, { text: 'Listen', ...voice });
    await ben.messages.react(id, '🔥', true);
    await ana.messages.send(kiln, { text: 'I do', parentId: id });
    await openList();
    const row = await view.seen('Listen');
    await waitUntil(() => row.querySelector('.play') && row.querySelector('.thread'), 'no parts');
    withFinger();
    await still();
    expectHigh([...row.querySelectorAll('.play, button.chip:not(.add), .wave input')]);
    // Between the reactions and the next message.
    expectHigh([row.querySelector('.thread')!], 36);
  });

  it('so are the days that lead to others', async () => {
    await fill(4, (i) => `Day ${i} of them`, 86_400_000);
    await openList();
    await view.seen('Day 2 ');
    withFinger();
    await still();
    // The message below it begins there.
    expectHigh([...view.list.renderRoot.querySelectorAll('.rows > .day')].slice(-2), 36);
  });

  it('so are reactions in several lines, and what copies code (B94)', async () => {
    const { id } = await ben.messages.send(kiln, { text: '```\nfire(1240)\n```' });
    for (const one of ['🔥', '👏', '🎉', '😂', '🚀', '👀', '💯', '🙌', '😮', '😢'])
      await ben.messages.react(id, one, true);
    await openList();
    const row = await view.seen('fire(1240)');
    await waitUntil(
      () => row.querySelector('.copy') && row.querySelector('.reactions'),
      'no parts',
    );
    (row.querySelector('.reactions') as HTMLElement).style.maxInlineSize = '220px';
    withFinger();
    await still();
    const [copy, ...chips] = row.querySelectorAll('.copy, button.chip:not(.add)');
    expect(reach(copy!).width).to.be.at.least(40);
    expectHigh([copy!, ...chips], 40);
  });

  it('categories of emoji are, too, and as wide; the one that is chosen is all in sight', async () => {
    const panel = await inPane<HTMLElement>(ana, html`<chat-emoji-panel></chat-emoji-panel>`, {
      width: 340,
    });
    await waitUntil(() => allByRole(panel, 'tab').length > 0, 'no categories');
    withFinger();
    await still();
    const tabs = allByRole(panel, 'tab');
    for (const tab of tabs) expect(tab.offsetWidth).to.be.at.least(44);
    const last = tabs.at(-1)!;
    expect(last.getBoundingClientRect().right).to.be.above(panel.getBoundingClientRect().right);
    last.click();
    await waitUntil(() => reach(last).width >= 43, 'partly out of sight', 5);
    expectHigh([last]);
  });
});
