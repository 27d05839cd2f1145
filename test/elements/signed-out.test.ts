import { expect, html } from '@open-wc/testing';
import { createChatClient } from '../../src/index.js';
import { textOf } from '../support/find.js';
import { inPane } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana');

const tags = [
  'chat-composer',
  'chat-conversations',
  'chat-details',
  'chat-group-members',
  'chat-groups',
  'chat-header',
  'chat-messages',
  'chat-messenger',
  'chat-status',
  'chat-users',
];

describe('a session that the app has ended (N3)', () => {
  for (const tag of tags) {
    it(`is explained by <${tag}> alone`, async () => {
      const element = document.createElement(tag);
      element.setAttribute('guid', 'kiln');
      await inPane(ana, html`${element}`);
      await world.host.manage().request('token.delete', { uid: 'ana' });
      await waitUntil(() => textOf(element).includes('This session was ended.'), textOf(element));
      await still();
      await expect(element).to.be.accessible();
    });
  }
});

it('who has no account is told so', async () => {
  const nobody = createChatClient({ appId: 'none', backend: world.host.backend(), keep: false });
  await world.signIn(nobody, 'nobody').catch(() => undefined);
  const messenger = document.createElement('chat-messenger');
  await inPane(nobody, html`${messenger}`);
  await waitUntil(() => textOf(messenger).includes('There is no such account.'), textOf(messenger));
});
