import { expect, html } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import type { ChatMessages } from '../../src/elements/chat-messages/chat-messages.js';
import { extras } from '../../src/elements/chat-message/late-extras.js';
import { viewOf } from '../support/messages.js';
import { inPane } from '../support/pane.js';
import { ana, ben, kiln, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana', 'ben');

describe('a thread, before what draws tombstones is loaded', () => {
  it('shows what it is about as it was until then', async () => {
    const { id } = await ben.messages.send(kiln, { text: 'Glaze or no glaze?' });
    const list = await inPane<ChatMessages>(
      ana,
      html`<chat-messages guid="kiln" .parentId=${id}></chat-messages>`,
    );
    const row = await viewOf(list).seen('no glaze?');
    expect(extras.get(), 'loaded').to.equal(undefined);
    const seen = new Set<boolean>();
    const look = () => seen.add(row.textContent.includes('cannot be shown'));
    new MutationObserver(look).observe(row, { subtree: true, childList: true });
    await ben.messages.delete(id);
    await waitUntil(() => row.textContent.includes('Message deleted'), 'no tombstone');
    expect(seen.has(true)).to.be.false;
  });
});
