import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/elements/chat-messages/chat-messages.js';
import '../../src/elements/chat-messenger/chat-messenger.js';
import '../../src/elements/chat-status/chat-status.js';
import '../../src/elements/chat-thread/chat-thread.js';
import { allByRole, textOf } from '../support/find.js';
import { inPane } from '../support/pane.js';
import { waitUntil } from '../support/wait.js';
import { ana, kiln, pause, useWorld } from '../support/world.js';

describe('a lost connection is said once (B112)', () => {
  let parentId: string;
  useWorld('ana');
  beforeEach(async () => {
    parentId = (await ana.messages.send(kiln, { text: 'Who has the tongs?' })).id;
  });

  /** The tags that say so, when all have had the time to. */
  async function tellers(content: TemplateResult): Promise<string[]> {
    const box = await inPane(ana, html`<div>${content}</div>`);
    await waitUntil(() => textOf(box).includes('Who has the tongs?'), 'nothing on show');
    const regions = () => allByRole(box, 'status', /No connection/);
    ana.line.cut();
    await waitUntil(() => regions().length > 0, 'nobody says it');
    await pause(500);
    return regions().map((one) => (one.getRootNode() as ShadowRoot).host.localName);
  }
  const messages = html`<chat-messages guid="kiln"></chat-messages>`;
  const status = html`<p><chat-status></chat-status></p>`;

  it('by the messages, where there is no status', async () => {
    expect(await tellers(messages)).to.deep.equal(['chat-messages']);
  });

  it('by one of two lists; where that goes, by the other', async () => {
    const thread = html`<chat-thread guid="kiln" parent-id=${parentId}></chat-thread>`;
    expect(await tellers(html`${messages}${thread}`)).to.deep.equal(['chat-messages']);
    const said = () => allByRole(document.body, 'status', /No connection/);
    const list = (said()[0]!.getRootNode() as ShadowRoot).host;
    list.remove();
    await waitUntil(() => said().length === 1, 'nobody says it');
  });

  it('by a status, wherever it is', async () => {
    expect(await tellers(html`${messages}${status}`)).to.deep.equal(['chat-status']);
  });

  it('by a status of the page, for a thread as well', async () => {
    const thread = html`<chat-thread guid="kiln" parent-id=${parentId}></chat-thread>`;
    expect(await tellers(html`${status}${thread}`)).to.deep.equal(['chat-status']);
  });

  it('by the status of a messenger', async () => {
    const messenger = html`<chat-messenger guid="kiln"></chat-messenger>`;
    expect(await tellers(messenger)).to.deep.equal(['chat-status']);
  });

  it('by the messages, where the status is of somebody else', async () => {
    const other = html`<chat-provider .client=${undefined}>${status}</chat-provider>`;
    expect(await tellers(html`${messages}${other}`)).to.deep.equal(['chat-messages']);
  });
});
