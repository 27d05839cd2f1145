import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { createChatClient } from '../../src/index.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { press } from '../support/keyboard.js';
import { focused, inPane } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, kiln, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana', 'ben');
afterEach(() => setViewport({ width: 800, height: 600 }));

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

it('in again where a conversation stands before the list, the focus is in the conversation (B120)', async () => {
  await ana.messages.send(kiln, { text: 'Hello' });
  const way = document.createElement('button');
  way.slot = 'sign-in';
  way.addEventListener('click', () => void world.signIn(ana, 'ana'));
  const messenger = document.createElement('chat-messenger');
  messenger.guid = 'kiln';
  messenger.append(way);
  await inPane(ana, html`${messenger}`);
  const field = () => allByRole(messenger, 'textbox', /^Message/)[0];
  await waitUntil(field, 'no composer');
  await import('../../src/elements/chat-messenger/followers.js');
  field()!.focus();
  await world.host.manage().request('token.delete', { uid: 'ana' });
  await waitUntil(() => focused()?.localName === 'h2', 'the words do not have the focus');
  await press('Tab');
  await press('Enter');
  const active = () => messenger.shadowRoot?.activeElement?.localName;
  await waitUntil(() => active() === 'chat-header', 'the focus is lost');
});

it('somebody else there, what stood beside the conversation leaves no room behind', async () => {
  await setViewport({ width: 1300, height: 760 });
  const messenger = document.createElement('chat-messenger');
  await inPane(ana, html`${messenger}`, { width: 1300, height: 700 });
  const detail = { target: kiln };
  messenger.dispatchEvent(new CustomEvent('chat-select', { detail, bubbles: true }));
  const root = messenger.shadowRoot!;
  await waitUntil(() => allByRole(messenger, 'button', 'Search messages').length > 0, 'no way');
  byRole(messenger, 'button', 'Search messages').click();
  await waitUntil(() => root.querySelector('chat-panel'), 'no panel');
  messenger.closest('chat-provider')!.client = ben;
  await waitUntil(() => root.querySelector('.calm.pane'), 'still on show');
  const endOf = (element: Element) => Math.round(element.getBoundingClientRect().right);
  expect(endOf(root.querySelector('.calm.pane')!)).to.equal(endOf(messenger));
});
