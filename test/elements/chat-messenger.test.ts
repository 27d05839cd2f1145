import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import '../../src/elements/chat-messenger/chat-messenger.js';
import type { ChatMessenger } from '../../src/elements/chat-messenger/chat-messenger.js';
import '../../src/elements/chat-notifications/chat-notifications.js';
import type { ChatNotifications } from '../../src/elements/chat-notifications/chat-notifications.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { fill, frame, rounded, viewOf } from '../support/messages.js';
import { press } from '../support/keyboard.js';
import { focused, inPane, rowSaying } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

async function show(width: number): Promise<ChatMessenger> {
  await setViewport({ width: Math.max(width, 320), height: 760 });
  const messenger = await inPane<ChatMessenger>(ana, html`<chat-messenger></chat-messenger>`, {
    width,
    height: 700,
  });
  await rowSaying(list(messenger), 'Hello from Ben');
  return messenger;
}
const part = (messenger: Element, name: string) =>
  messenger.shadowRoot!.querySelector<HTMLElement>(`[part~=${name}]`);
const list = (messenger: Element) => messenger.shadowRoot!.querySelector('chat-conversations')!;
const isShown = (element: Element | null) =>
  element?.checkVisibility({ visibilityProperty: true }) ?? false;
async function clickOn(element: Element): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({
    type: 'click',
    position: [Math.round(x + width / 2), Math.round(y + height / 2)],
  });
}
const heading = (messenger: Element) => {
  const header = messenger.shadowRoot!.querySelector('chat-header');
  return header ? allByRole(header, 'button', 'Ben') : [];
};

useWorld('ana', 'ben');
beforeEach(async () => {
  await ben.messages.send({ uid: 'ana' }, { text: 'Hello from Ben' });
});
afterEach(() => setViewport({ width: 800, height: 600 }));

describe('chat-messenger: people', () => {
  it('tells its search fields apart by what each searches (B122)', async () => {
    await setViewport({ width: 1300, height: 760 });
    const size = { width: 1300, height: 700 };
    const tag = html`<chat-messenger guid="kiln"></chat-messenger>`;
    const messenger = await inPane<ChatMessenger>(ana, tag, size);
    const fields = () => allByRole(messenger, 'textbox', /^Search/);
    await waitUntil(() => fields().length === 2, 'not two fields');
    const names = fields().map(({ ariaLabel }) => ariaLabel);
    expect(names).to.deep.equal(['Search: Chats', 'Search: Members']);
  });

  it('shows the details of whoever is pressed, and leads to a conversation with them', async () => {
    await ben.messages.send({ guid: 'kiln' }, { text: 'Ask <@uid:cyd>' });
    await setViewport({ width: 900, height: 760 });
    const messenger = await inPane<ChatMessenger>(
      ana,
      html`<chat-messenger guid="kiln"></chat-messenger>`,
      { width: 900, height: 700 },
    );
    const messages = () => messenger.shadowRoot!.querySelector('chat-messages')!;
    await waitUntil(() => messages()?.shadowRoot?.querySelector('.mention'), 'no mention');
    await clickOn(messages().shadowRoot!.querySelector('.mention')!);
    const details = () => messenger.shadowRoot!.querySelector('chat-details')!;
    await waitUntil(() => details() && allByRole(details(), 'button', 'Message').length > 0);
    expect(textOf(details().shadowRoot!.querySelector('h2'))).to.equal('Cyd');
    await waitUntil(() => focused()?.matches('.close'), 'the focus is not in the details');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !details(), 'they stay');
    await clickOn(messages().shadowRoot!.querySelector('.mention')!);
    await waitUntil(() => details() && allByRole(details(), 'button', 'Message').length > 0);
    byRole(details(), 'button', 'Message').click();
    await waitUntil(() => allByRole(messenger, 'textbox', 'Message Cyd').length > 0, 'no talk');
  });

  for (const width of [320, 900]) {
    it(`at ${width} px leads from somebody met in a thread back to the thread (B99)`, async () => {
      const { id } = await ben.messages.send({ guid: 'kiln' }, { text: 'Who?' });
      await ben.messages.send({ guid: 'kiln' }, { text: 'Ask <@uid:cyd>', parentId: id });
      await setViewport({ width, height: 760 });
      const messenger = await inPane<ChatMessenger>(
        ana,
        html`<chat-messenger guid="kiln"></chat-messenger>`,
        { width, height: 700 },
      );
      const thread = () => part(messenger, 'thread')?.querySelector('chat-thread')?.shadowRoot;
      const mention = () =>
        thread()?.querySelector('chat-messages')?.shadowRoot?.querySelector('.mention');
      await waitUntil(() => allByRole(messenger, 'button', /^1 reply/).length > 0, 'no thread');
      byRole(messenger, 'button', /^1 reply/).click();
      await waitUntil(mention, 'no mention');
      await still();
      await clickOn(mention()!);
      await waitUntil(() => part(messenger, 'details'), 'no details');
      byRole(part(messenger, 'details')!, 'button', /^(Close|Back)$/).click();
      await waitUntil(mention, 'the thread is gone');
      await waitUntil(() => thread()?.activeElement, 'the focus is elsewhere');
    });
  }

  it('does not come back to them when a panel that took their place is closed', async () => {
    await ben.messages.send({ guid: 'kiln' }, { text: 'Ask <@uid:cyd>' });
    await setViewport({ width: 900, height: 760 });
    const messenger = await inPane<ChatMessenger>(
      ana,
      html`<chat-messenger guid="kiln"></chat-messenger>`,
      { width: 900, height: 700 },
    );
    const mention = () =>
      messenger.shadowRoot!.querySelector('chat-messages')?.shadowRoot?.querySelector('.mention');
    await waitUntil(mention, 'no mention');
    await clickOn(mention()!);
    await waitUntil(() => part(messenger, 'details'), 'no details');
    byRole(messenger, 'button', 'Search messages').click();
    await waitUntil(() => part(messenger, 'panel'), 'no search');
    await waitUntil(() => focused() instanceof HTMLInputElement, 'not in the search');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !part(messenger, 'panel'), 'the search stays');
    expect(part(messenger, 'details') === null, 'Cyd is back').to.be.true;
  });
});

describe('chat-messenger: room', () => {
  it('at 320 px shows one pane, and Back leads to the row one came from', async () => {
    const messenger = await show(320);
    expect(messenger.matches(':state(narrow)')).to.be.true;
    await clickOn(await rowSaying(list(messenger), 'Hello from Ben'));
    await waitUntil(() => heading(messenger).length > 0, 'no conversation');
    expect(isShown(list(messenger)), 'the list is covered').to.be.false;
    byRole(messenger, 'button', 'Back').click();
    await waitUntil(() => isShown(list(messenger)));
    expect(isShown(part(messenger, 'conversation'))).to.be.false;
    await waitUntil(() => textOf(focused()).includes('Hello from Ben'), 'focus is lost');
  });

  it('at 320 px shows what is chosen in a list beside it, unless the page prevents that', async () => {
    const messenger = await show(320);
    const beside = document.createElement('chat-conversations');
    messenger.after(beside);
    const row = async () => (await rowSaying(beside, 'Hello from Ben')).querySelector('button')!;
    beside.addEventListener('chat-select', (event) => event.preventDefault(), { once: true });
    (await row()).click();
    await still();
    expect(isShown(part(messenger, 'list'))).to.be.true;
    (await row()).click();
    await waitUntil(() => isShown(heading(messenger)[0] ?? null), 'the list stays');
  });

  it('B13: keeps above a keyboard that is laid over the page', async () => {
    const messenger = await show(320);
    const view = globalThis.visualViewport!;
    const { height } = messenger.getBoundingClientRect();
    Object.defineProperty(view, 'height', { value: innerHeight - 300, configurable: true });
    view.dispatchEvent(new Event('resize'));
    expect(messenger.getBoundingClientRect().bottom).to.be.closeTo(innerHeight - 300, 1);
    Reflect.deleteProperty(view, 'height');
    view.dispatchEvent(new Event('resize'));
    expect(messenger.getBoundingClientRect().height).to.equal(height);
  });

  it('B13: above a keyboard the messages keep their place, at the end and in the middle', async () => {
    await fill(60);
    const messenger = await inPane<ChatMessenger>(
      ana,
      html`<chat-messenger guid="kiln"></chat-messenger>`,
      { width: 320, height: innerHeight - 50 },
    );
    const messages = () => messenger.shadowRoot!.querySelector('chat-messages');
    await waitUntil(messages, 'no messages');
    const view = viewOf(messages()!);
    await view.seen('Line 59 ');
    const keyboard = async (height: number) => {
      const before = view.box.clientHeight;
      const visible = globalThis.visualViewport!;
      Object.defineProperty(visible, 'height', { value: innerHeight - height, configurable: true });
      visible.dispatchEvent(new Event('resize'));
      Reflect.deleteProperty(visible, 'height');
      await waitUntil(() => view.box.clientHeight !== before, 'no other height');
      await frame(3);
    };
    await keyboard(250);
    expect(view.toEnd(), 'at the end').to.equal(0);
    await keyboard(0);
    expect(view.toEnd(), 'at the end').to.equal(0);
    await view.scrollBy(-900);
    const { id, offset } = view.top();
    await keyboard(250);
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
    await keyboard(0);
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
  });

  it('B37: behind the list, a conversation reads nothing', async () => {
    const messenger = await show(320);
    await clickOn(await rowSaying(list(messenger), 'Hello from Ben'));
    await waitUntil(() => heading(messenger).length > 0, 'no conversation');
    const $ben = ana.conversations.$conversation({ uid: 'ben' });
    await waitUntil(() => $ben.get()?.unread === 0, 'not read');
    byRole(messenger, 'button', 'Back').click();
    await waitUntil(() => isShown(list(messenger)));
    await ben.messages.send({ uid: 'ana' }, { text: 'Are you there?' });
    await waitUntil(() => $ben.get()?.unread === 1, 'not unread');
    await aTimeout(1500);
    expect($ben.get()?.unread).to.equal(1);
    await clickOn(await rowSaying(list(messenger), 'Are you there?'));
    await waitUntil(() => $ben.get()?.unread === 0, 'not read on return');
  });

  it('at 900 px shows two panes, and a calm place until something is chosen', async () => {
    const messenger = await show(900);
    const calm = () => textOf(messenger.shadowRoot!.querySelector('.calm'));
    await waitUntil(() => calm().includes('Choose a chat'), 'no calm place');
    (await rowSaying(list(messenger), 'Hello from Ben')).click();
    await waitUntil(() => heading(messenger).length > 0);
    expect(isShown(list(messenger))).to.be.true;
    expect(part(messenger, 'details')).to.equal(null);
    await clickOn(heading(messenger)[0]!);
    await waitUntil(() => part(messenger, 'details') !== null, 'no details');
    await waitUntil(() => focused()?.getAttribute('aria-label') === 'Close', 'focus stays behind');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => part(messenger, 'details') === null, 'Escape closes nothing');
    await waitUntil(() => textOf(focused()) === 'Ben', 'focus is lost');
  });

  it('at 1440 px shows three panes, and Details takes the third away', async () => {
    const messenger = await show(1440);
    (await rowSaying(list(messenger), 'Hello from Ben')).click();
    await waitUntil(() => part(messenger, 'details') !== null);
    expect(allByRole(messenger, 'button', 'Back')).to.have.length(0);
    heading(messenger)[0]?.click();
    await waitUntil(() => part(messenger, 'details') === null);
  });

  it('follows its own box, not the window', async () => {
    const messenger = await show(1440);
    messenger.parentElement!.style.inlineSize = '360px';
    await waitUntil(() => messenger.matches(':state(narrow)'));
  });

  it('nothing is wider than the box at 320 px', async () => {
    const messenger = await show(320);
    (await rowSaying(list(messenger), 'Hello from Ben')).click();
    await waitUntil(() => heading(messenger).length > 0);
    await still();
    expect(messenger.scrollWidth).to.be.at.most(320);
    expect(part(messenger, 'conversation')?.scrollWidth).to.be.at.most(320);
  });
});

describe('chat-messenger: life', () => {
  it('B105: choosing leads to the composer where there is a mouse', async () => {
    const messenger = await show(900);
    await clickOn(await rowSaying(list(messenger), 'Hello from Ben'));
    await waitUntil(() => focused()?.localName === 'textarea', 'not in the composer');
  });

  it('B77: takes what is typed while nothing else does, where the page wants it', async () => {
    const messenger = await show(900);
    await clickOn(await rowSaying(list(messenger), 'Hello from Ben'));
    await waitUntil(() => focused()?.localName === 'textarea', 'not in the composer');
    const area = focused() as HTMLTextAreaElement;
    area.blur();
    await sendKeys({ type: 'a' });
    expect(area.value, 'off until asked for').to.equal('');
    messenger.catchesKeys = true;
    await messenger.updateComplete;
    await sendKeys({ type: 'hello' });
    await waitUntil(() => area.value === 'hello', 'not in the composer');
  });

  it('in a page that gives it no height, has its composer within the window', async () => {
    await fill(60);
    await setViewport({ width: 800, height: 600 });
    const page = await fixture(
      html`<chat-provider .client=${ana}
        ><chat-messenger guid="kiln"></chat-messenger
      ></chat-provider>`,
    );
    const messenger = page.querySelector('chat-messenger')!;
    const talk = () => part(messenger, 'conversation')!;
    await waitUntil(() => textOf(messenger).includes('Line 59'), 'no messages');
    const { top, bottom } = messenger.getBoundingClientRect();
    expect(bottom - top).to.be.at.most(600);
    const composer = talk().querySelector('chat-composer')!.getBoundingClientRect();
    expect(composer.height).to.be.above(0);
    expect(composer.bottom).to.be.at.most(bottom);
  });

  it('begins with its own `uid`', async () => {
    await setViewport({ width: 400, height: 700 });
    const messenger = await inPane<ChatMessenger>(
      ana,
      html`<chat-messenger uid="ben"></chat-messenger>`,
    );
    await waitUntil(() => heading(messenger).length > 0, 'not on show');
  });

  it('B112: says so from the third second without a connection on, and not before', async () => {
    const messenger = await show(900);
    const banner = () =>
      messenger.shadowRoot!.querySelector('chat-status')?.shadowRoot?.querySelector('.banner');
    const cut = performance.now();
    ana.line.cut();
    await waitUntil(() => banner(), 'no banner');
    expect(performance.now() - cut).to.be.greaterThan(2900);
    expect(textOf(banner())).to.contain('No connection');
    await still();
    await expect(messenger).to.be.accessible();
    ana.line.mend();
    await waitUntil(() => !banner(), 'banner stays');
  });

  it('B115: moved in the DOM it keeps conversation and place', async () => {
    const messenger = await show(900);
    (await rowSaying(list(messenger), 'Hello from Ben')).click();
    await waitUntil(() => heading(messenger).length > 0);
    const box = messenger.parentElement!;
    const other = box.cloneNode() as HTMLElement;
    box.after(other);
    other.append(messenger);
    await waitUntil(() => heading(messenger).length > 0, 'lost');
    await rowSaying(list(messenger), 'Hello from Ben');
  });

  it('signed out, it says so, and leaves room for signing in', async () => {
    const messenger = await show(900);
    const form = document.createElement('button');
    form.slot = 'signed-out';
    form.textContent = 'Sign in with Example';
    await ana.signOut();
    await waitUntil(() => /signed out/.test(textOf(messenger.shadowRoot!.querySelector('.calm'))));
    await expect(messenger).to.be.accessible();
    messenger.append(form);
    await waitUntil(() => isShown(form));
  });

  it('signed out by somebody in it, it keeps their focus, and gives it back when they are in again (B120)', async () => {
    const messenger = await show(900);
    const way = document.createElement('button');
    way.slot = 'sign-in';
    way.textContent = 'Sign in as Ana';
    way.addEventListener('click', () => void world.signIn(ana, 'ana'));
    messenger.append(way);
    const face = () => allByRole(messenger, 'button', 'Your profile')[0];
    await waitUntil(face, 'no face');
    face()!.focus();
    await press('Enter');
    await waitUntil(() => allByRole(messenger, 'button', 'Sign out').length > 0, 'no profile');
    byRole(messenger, 'button', 'Sign out').click();
    await waitUntil(() => textOf(focused()) === 'Cancel', 'no question');
    await press('Tab');
    await press('Enter');
    await waitUntil(() => textOf(focused()) === 'You are signed out', 'the focus is lost');
    await press('Tab');
    expect(focused() === way, 'the way in is not next').to.be.true;
    await still();
    await expect(messenger).to.be.accessible();
    await press('Enter');
    await waitUntil(() => face() && focused() === face(), 'the focus does not come back');
  });

  it('is accessible in all three sizes', async () => {
    for (const width of [320, 900, 1440]) {
      const messenger = await show(width);
      (await rowSaying(list(messenger), 'Hello from Ben')).click();
      await waitUntil(() => heading(messenger).length > 0);
      await still();
      await expect(messenger).to.be.accessible();
      messenger.closest('chat-provider')?.remove();
    }
  });

  it('on a phone, what asks for notifications leaves the header and the way back free (B110)', async () => {
    const messenger = await show(360);
    (await rowSaying(list(messenger), 'Hello from Ben')).click();
    await waitUntil(() => heading(messenger).length > 0, 'no header');
    const tag = html`<chat-notifications desktop></chat-notifications>`;
    const notices = await inPane<ChatNotifications>(ana, tag);
    await notices.ask();
    const prompt = () => notices.renderRoot.querySelector('.prompt:popover-open');
    await waitUntil(prompt, 'no notice');
    await still();
    const { bottom } = messenger.shadowRoot!.querySelector('chat-header')!.getBoundingClientRect();
    expect(prompt()!.getBoundingClientRect().top).to.be.at.least(bottom);
  });
});
