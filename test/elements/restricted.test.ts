import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-messenger/chat-messenger.js';
import '../../src/elements/chat-groups/chat-groups.js';
import '../../src/elements/chat-header/chat-header.js';
import type { ChatComposer } from '../../src/elements/chat-composer/chat-composer.js';
import { lateHandling } from '../../src/elements/list/late-handling.js';
import type { OperationName } from '../../src/protocol/operations.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { inPane, rowSaying } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, kiln, signIn, until, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

/** Ben signs in with a role that may not do these. */
async function restrict(...restricted: OperationName[]): Promise<void> {
  const management = world.host.manage();
  await management.request('role.create', { role: 'guest', restricted }, 'make-guest');
  await management.request('user.update', { uid: 'ben', role: 'guest' }, 'make-ben-guest');
  await signIn('ben');
  await until(ben.$restricted, (names) => names.length === restricted.length);
}
const offers = (root: Element, name: string | RegExp) => allByRole(root, 'button', name).length > 0;

async function compose(target: { uid?: string; guid?: string }): Promise<ChatComposer> {
  return inPane<ChatComposer>(
    ben,
    html`<chat-composer .uid=${target.uid} .guid=${target.guid}></chat-composer>`,
  );
}

useWorld();

describe('what a role restricts', () => {
  it('P8: without files there is no way to attach or to speak, and a dropped file is explained', async () => {
    await restrict('file.upload');
    const composer = await compose(kiln);
    await waitUntil(() => offers(composer, 'Send'));
    expect(offers(composer, /Add photos|Record/)).to.equal(false);
    composer.addFiles([new File(['x'], 'plan.pdf')]);
    const told = 'plan.pdf” was not added: you cannot send files here';
    await waitUntil(() => textOf(composer).includes(told), told);
    composer.maxlength = 10;
    ben.drafts.write(kiln, { text: 'much too long a text' });
    await waitUntil(() => textOf(composer).includes('too many'));
    expect(offers(composer, 'Send as a file'), 'the text would be lost').to.equal(false);
    await still();
    await expect(composer).to.be.accessible();
  });

  it('P8: who may not write is told so in the place of the composer', async () => {
    await restrict('message.send', 'user.unblock');
    const composer = await compose(kiln);
    await waitUntil(() => textOf(composer).includes('Your role does not allow writing.'));
    await ben.users.block('cyd');
    const other = await compose({ uid: 'cyd' });
    await waitUntil(() => textOf(other).includes('You have blocked'));
    expect(offers(other, 'Unblock')).to.equal(false);
  });

  it('P8: no new chats, groups or searches where they are not allowed', async () => {
    await restrict('user.list', 'group.create', 'message.search', 'conversation.pin');
    await signIn('ana');
    await ana.messages.send(kiln, { text: 'Hello' });
    const messenger = await fixture<HTMLElement>(html`
      <chat-provider .client=${ben}>
        <div style="block-size: 600px; inline-size: 900px">
          <chat-messenger guid="kiln"></chat-messenger>
        </div>
      </chat-provider>
    `);
    await waitUntil(() => offers(messenger, 'New chat'), 'no chats');
    expect(offers(messenger, 'Search messages')).to.equal(false);
    byRole(messenger, 'button', 'New chat').click();
    await waitUntil(() => offers(messenger, 'Groups'), 'no picker');
    expect(offers(messenger, 'People')).to.equal(false);
    expect(offers(messenger, 'New group')).to.equal(false);
    const list = messenger.querySelector('chat-messenger')!.shadowRoot!;
    const conversations = list.querySelector('chat-conversations')!;
    const row = await rowSaying(conversations, 'Kiln');
    await lateHandling.load();
    row.querySelector<HTMLElement>('[part~=menu-button]')!.click();
    await waitUntil(() => allByRole(conversations, 'menuitem', 'Mute').length > 0);
    expect(allByRole(conversations, 'menuitem', 'Pin').length).to.equal(0);
  });

  it('P8: a reaction that cannot be taken back stays as it is', async () => {
    await restrict('reaction.remove');
    const { id } = await ben.messages.send(kiln, { text: 'Hello' });
    await ben.messages.react(id, '👍', true);
    await signIn('ana');
    await ana.messages.react(id, '🎉', true);
    const list = await inPane(ben, html`<chat-messages guid="kiln"></chat-messages>`);
    await waitUntil(() => offers(list, /^🎉 1/), 'no reactions');
    const chip = (name: RegExp) => byRole(list, 'button', name) as HTMLButtonElement;
    expect([chip(/^👍 1/).disabled, chip(/^🎉 1/).disabled]).to.deep.equal([true, false]);
  });

  it('P8 N4: where a scope is denied calls, its group offers none, live', async () => {
    await signIn('ben');
    const management = world.host.manage();
    const header = await inPane(ben, html`<chat-header guid="kiln"></chat-header>`);
    await waitUntil(() => offers(header, /call/i), 'no calls');
    const { scope } = ben.groups.$group('kiln').get()!;
    await management.request(
      'permission.set',
      { guid: 'kiln', scope: scope!, permissions: { 'call.start': 'deny' } },
      'deny',
    );
    await waitUntil(() => !offers(header, /call/i), 'still calls');
    const denied = await ben.calls.start(kiln, 'audio').catch((error: unknown) => error);
    expect(denied).to.include({ code: 'forbidden', detail: 'ERR_PERMISSION_DENIED' });
    await management.request(
      'permission.reset',
      { guid: 'kiln', scope: scope!, permission: 'call.start' },
      'allow',
    );
    await waitUntil(() => offers(header, /call/i), 'no calls again');
  });

  it('P8 N4: what is allowed again is offered again, live', async () => {
    await restrict('group.create');
    const groups = await inPane(ben, html`<chat-groups></chat-groups>`);
    await rowSaying(groups, 'Kiln');
    expect(offers(groups, 'New group')).to.equal(false);
    const management = world.host.manage();
    await management.request('role.update', { role: 'guest', restricted: [] }, 'allow');
    await waitUntil(() => offers(groups, 'New group'), 'still not');
  });
});
