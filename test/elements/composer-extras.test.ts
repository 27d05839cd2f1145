import { fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-composer/chat-composer.js';
import type { ChatComposer } from '../../src/elements/chat-composer/chat-composer.js';
import { textOf } from '../support/find.js';
import { createWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

describe('chat-composer: before the rest of it is loaded', () => {
  it('takes files, and shows them with what was replied to when it is', async () => {
    const world = await createWorld();
    const ana = await world.client('ana');
    const ben = { uid: 'ben' };
    const { id } = await ana.messages.send(ben, { text: 'first words' });
    const page = await fixture(html`
      <chat-provider .client=${ana}><chat-composer uid="ben"></chat-composer></chat-provider>
    `);
    const composer = page.querySelector<ChatComposer>('chat-composer')!;
    await waitUntil(() => composer.renderRoot.querySelector('chat-composer-input'));
    composer.addFiles([new File(['x'], 'plan.pdf')]);
    ana.drafts.reply(ben, id);
    await waitUntil(() => /first words/.test(textOf(composer)), 'no reply');
    await waitUntil(() => /plan\.pdf/.test(textOf(composer)), 'no file');
    await world.close();
  });
});
