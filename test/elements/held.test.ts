import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/elements/chat-avatar/chat-avatar.js';
import { renderConversation } from '../../src/elements/chat-conversations/conversation-row.js';
import { signs } from '../../src/elements/chat-conversations/late-signs.js';
import '../../src/elements/chat-messages/chat-messages.js';
import type { ChatMessages } from '../../src/elements/chat-messages/chat-messages.js';
import { Localize } from '../../src/lit/localize.js';
import { createId } from '../../src/protocol/create-id.js';
import { textOf } from '../support/find.js';
import { inPane } from '../support/pane.js';
import { viewOf } from '../support/messages.js';
import { still } from '../support/still.js';
import { ana, kiln, signIn, until, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const moderate = (id: string, status: 'approved' | 'disapproved') =>
  world.host.manage().request('message.moderate', { id, status }, createId());

useWorld();
beforeEach(async () => {
  await world.host.manage().request('settings.update', { moderation: true }, createId());
  await signIn('ana');
});

describe('M12: a message that waits for review', () => {
  it('says so in words and to those who hear it, with no tick, until it is approved', async () => {
    const { id } = await ana.messages.send(kiln, { text: 'Glaze it?' });
    const list = await inPane<ChatMessages>(ana, html`<chat-messages guid="kiln"></chat-messages>`);
    const view = viewOf(list);
    const row = await view.seen('Glaze it?');
    expect(textOf(row)).to.contain('Waiting for review');
    expect(row.getAttribute('aria-label')).to.match(/Waiting for review$/);
    expect(row.querySelectorAll('[part=state]').length).to.equal(0);
    expect(row.matches(':state(held)')).to.equal(true);
    await still();
    await expect(list).to.be.accessible();
    await moderate(id, 'approved');
    await waitUntil(() => !row.matches(':state(held)'), 'still held');
    expect(textOf(view.row('Glaze it?'))).not.to.contain('Waiting');
    expect(row.querySelectorAll('[part=state]').length).to.equal(1);
  });

  it('is told from a sent one in the row of a chat; disapproved of it failed', async () => {
    const { id } = await ana.messages.send(kiln, { text: 'Glaze it?' });
    const row = async () => {
      const last = ana.messages.$message(id).get()!;
      const conversation = ana.conversations.$conversation(kiln).get()!;
      const item = { id: conversation.id, target: kiln, conversation, last, typing: [] };
      const localize = new Localize(await fixture<LitElement>(html`<chat-avatar></chat-avatar>`));
      return textOf(
        await fixture(html`<div>${renderConversation(item, Date.now(), localize)}</div>`),
      );
    };
    const stops = [
      ana.messages.$message(id).listen(() => undefined),
      ana.conversations.$conversation(kiln).listen(() => undefined),
    ];
    await until(ana.conversations.$conversation(kiln), (known) => known !== undefined);
    await signs.load();
    expect(await row()).to.match(/You: Glaze it\?.*Waiting for review/);
    await moderate(id, 'disapproved');
    await until(ana.messages.$message(id), (item) => item?.state === 'failed');
    expect(await row()).to.match(/Not sent/);
    for (const stop of stops) stop();
  });
});
