import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/elements/chat-composer/chat-composer.js';
import type { ChatComposer } from '../../src/elements/chat-composer/chat-composer.js';
import '../../src/elements/chat-conversations/chat-conversations.js';
import type { ChatConversations } from '../../src/elements/chat-conversations/chat-conversations.js';
import '../../src/elements/chat-header/chat-header.js';
import type { ChatHeader } from '../../src/elements/chat-header/chat-header.js';
import '../../src/elements/chat-messenger/chat-messenger.js';
import type { ChatMessenger } from '../../src/elements/chat-messenger/chat-messenger.js';
import { allByRole, byRole, nameOf, textOf } from '../support/find.js';
import { press } from '../support/keyboard.js';
import { frame } from '../support/messages.js';
import { hear, stopHearing } from '../support/microphone.js';
import { focused, inPane, rowSaying } from '../support/pane.js';
import { ana, ben, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const has = (root: Element, name: string | RegExp) => allByRole(root, 'button', name).length > 0;

useWorld('ana', 'ben');
beforeEach(async () => {
  await ben.messages.send({ uid: 'ana' }, { text: 'Hello from Ben' });
  await setViewport({ width: 1440, height: 760 });
});
afterEach(() => setViewport({ width: 800, height: 600 }));

describe('the focus is not lost (B120)', () => {
  it('goes back when a call is ended from its line; to what is around that, where the opener is gone', async () => {
    const header = await inPane<ChatHeader>(ana, html`<chat-header uid="ben"></chat-header>`);
    const at = () => header.shadowRoot!.activeElement?.localName;
    const ends = /^(End|Cancel)$/;
    const minimize = async () => {
      await waitUntil(() => has(header, /^Voice call|^Call Ben/), 'no way to call');
      byRole(header, 'button', /^Voice call|^Call Ben/).focus();
      byRole(header, 'button', /^Voice call|^Call Ben/).click();
      await waitUntil(() => has(header, /^Minimi/), 'no box');
      byRole(header, 'button', /^Minimi/).focus();
      byRole(header, 'button', /^Minimi/).click();
      await waitUntil(() => !has(header, /^Minimi/), 'the box stays');
      expect(at(), 'from the box').to.equal('button');
    };
    const end = async () => {
      byRole(header, 'button', ends).focus();
      byRole(header, 'button', ends).click();
      await waitUntil(() => !has(header, ends), 'still there');
    };
    await minimize();
    await end();
    await waitUntil(() => at() === 'button', `lost to ${at()}`);
    await minimize();
    header.parentElement!.style.inlineSize = '240px';
    await waitUntil(() => !has(header, /^Voice call|^Call Ben/), 'still room for it');
    await end();
    await waitUntil(() => textOf(focused()) === 'Ben', `lost to ${at()}`);
  });

  it('goes to the name where a header has no room any more for the button that has it', async () => {
    const header = await inPane<ChatHeader>(ana, html`<chat-header uid="ben"></chat-header>`, {
      width: 600,
    });
    await waitUntil(() => has(header, 'Voice call'), 'no way to call');
    byRole(header, 'button', 'Voice call').focus();
    header.parentElement!.style.inlineSize = '320px';
    await waitUntil(() => !has(header, 'Voice call'), 'still room for it');
    expect(textOf(focused())).to.equal('Ben');
  });

  it('stays on the kind of a new chat, though its chip comes anew with the list', async () => {
    const list = await inPane<ChatConversations>(
      ana,
      html`<chat-conversations></chat-conversations>`,
    );
    await rowSaying(list, 'Hello from Ben');
    await list.startChat();
    const picker = list.renderRoot.querySelector('.picker')!;
    for (const kind of ['Groups', 'People']) {
      byRole(picker, 'button', kind).focus();
      await press('Enter');
      await waitUntil(() => byRole(picker, 'button', kind).ariaPressed === 'true');
      expect(textOf(focused())).to.equal(kind);
    }
  });

  it('goes to why one may not write, where whoever chooses a conversation cannot', async () => {
    await world.host.manage().request('user.deactivate', { uid: 'ben' });
    const size = { width: 360, height: 700 };
    const messenger = await inPane<ChatMessenger>(
      ana,
      html`<chat-messenger></chat-messenger>`,
      size,
    );
    const list = messenger.shadowRoot!.querySelector('chat-conversations')!;
    await rowSaying(list, /^Ben/);
    // The second time it stands there already.
    for (const time of ['first', 'second']) {
      await waitUntil(() => allByRole(list, 'button', /^Ben/).length > 0);
      byRole(list, 'button', /^Ben/).focus();
      await press('Enter');
      await waitUntil(() => focused()?.part.contains('reason'), `lost, the ${time} time`);
      byRole(messenger, 'button', 'Back').click();
    }
  });

  it('goes to the voice message that stands where one writes', async () => {
    hear();
    const composer = await inPane<ChatComposer>(
      ana,
      html`<chat-composer uid="ben"></chat-composer>`,
    );
    const mic = 'Record a voice message';
    await waitUntil(() => has(composer, mic));
    byRole(composer, 'button', mic).click();
    await waitUntil(() => has(composer, 'Stop recording'), 'not recording');
    (focused() as HTMLElement).blur();
    composer.focus();
    expect(nameOf(focused()!)).to.equal('Stop recording');
    stopHearing();
  });

  it('goes on to the pane on show where there is no room for its own', async () => {
    const size = { width: 1440, height: 700 };
    const messenger = await inPane<ChatMessenger>(
      ana,
      html`<chat-messenger></chat-messenger>`,
      size,
    );
    const list = messenger.shadowRoot!.querySelector('chat-conversations')!;
    await rowSaying(list, 'Hello from Ben');
    const details = () => messenger.shadowRoot!.querySelector('chat-details');
    const row = () => byRole(list, 'button', /Hello from Ben/);
    row().click();
    await waitUntil(() => details());
    const at = () => (messenger.shadowRoot!.activeElement as HTMLElement | null)?.localName;
    messenger.shadowRoot!.querySelector('chat-composer')!.focus();
    const width = async (pixels: number) => {
      messenger.parentElement!.style.inlineSize = `${pixels}px`;
      await frame(3);
    };
    await width(900);
    expect(at(), 'where there is room for it still').to.equal('chat-composer');
    await width(1440);
    byRole(details()!, 'button', 'Mute').focus();
    await width(900);
    await waitUntil(() => at() === 'chat-header', `of details: ${at()}`);
    row().focus();
    await width(360);
    await waitUntil(() => at() === 'chat-header', `of the list: ${at()}`);
    expect(textOf(focused())).to.equal('Ben');
    byRole(messenger, 'button', 'Back').click();
    await waitUntil(() => at() === 'chat-conversations', `Back: ${at()}`);
    (focused() as HTMLElement).blur();
    messenger.focus();
    expect(at(), 'asked to take it').to.equal('chat-conversations');
  });

  it('is in the header when Back leads to a group that is gone', async () => {
    const size = { width: 360, height: 700 };
    const messenger = await inPane<ChatMessenger>(
      ana,
      html`<chat-messenger guid="kiln"></chat-messenger>`,
      size,
    );
    await waitUntil(() => has(messenger, 'Kiln'), 'no header');
    const header = messenger.shadowRoot!.querySelector('chat-header')!;
    byRole(header, 'button', 'Kiln').focus();
    byRole(header, 'button', 'Kiln').click();
    const details = () => messenger.shadowRoot!.querySelector('chat-details');
    await waitUntil(() => details() && has(details()!, 'Back'), 'no details');
    await ana.groups.delete('kiln');
    await waitUntil(() => textOf(details()).includes('no longer there'));
    byRole(details()!, 'button', 'Back').focus();
    byRole(details()!, 'button', 'Back').click();
    await waitUntil(() => messenger.shadowRoot!.activeElement === header, 'lost');
  });

  it('is with the calls that lie over the list when Back leads there', async () => {
    const { id } = await ana.calls.start({ uid: 'ben' }, 'audio');
    await ana.calls.end(id);
    const size = { width: 360, height: 700 };
    const messenger = await inPane<ChatMessenger>(
      ana,
      html`<chat-messenger></chat-messenger>`,
      size,
    );
    await waitUntil(() => has(messenger, 'Calls'), 'no way to the calls');
    byRole(messenger, 'button', 'Calls').click();
    const calls = () => messenger.shadowRoot!.querySelector('chat-calls')!;
    await waitUntil(calls, 'no calls');
    (await rowSaying(calls(), 'Ben')).querySelector('button')!.click();
    const back = () =>
      allByRole(messenger, 'button', 'Back').find((one) => one.part.contains('back'));
    await waitUntil(() => messenger.shadowRoot!.querySelector('chat-header') && back(), 'no talk');
    back()!.click();
    await waitUntil(() => messenger.shadowRoot!.activeElement === calls(), 'Back loses it');
  });
});
