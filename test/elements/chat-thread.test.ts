import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import '../../src/elements/chat-messenger/chat-messenger.js';
import '../../src/elements/chat-thread/chat-thread.js';
import type { ChatMessenger } from '../../src/elements/chat-messenger/chat-messenger.js';
import type { ChatThread } from '../../src/elements/chat-thread/chat-thread.js';
import { lateExtras } from '../../src/elements/chat-composer/late-extras.js';
import type { ChatMessages } from '../../src/elements/chat-messages/chat-messages.js';
import type { Backend } from '../../src/protocol/backend.js';
import type { Message } from '../../src/protocol/records.js';
import { allByRole, below, byRole, textOf } from '../support/find.js';
import { tabTo } from '../support/keyboard.js';
import { fill, frame, viewOf, type View } from '../support/messages.js';
import { focused, inPane } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, kiln, until, useWorld, world, type TestClient } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

let parent: Message;

const press = (key: string) => sendKeys({ press: key });
const inside = <K extends keyof HTMLElementTagNameMap>(element: Element, tag: K) =>
  element.shadowRoot!.querySelector(tag)!;
const repliesOf = (thread: Element) => viewOf(inside(thread, 'chat-messages'));
const parentOf = (thread: Element) =>
  inside(thread, 'chat-messages').renderRoot.querySelector('[part=parent] chat-message')!;
const countOf = (thread: Element) =>
  textOf(inside(thread, 'chat-messages').renderRoot.querySelector('[part=replies]'));
const isOpen = (thread: Element) => thread.matches(':state(open)');
async function clickOn(element: Element): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
  await sendMouse({ type: 'click', position });
}
const say = (client: TestClient, text: string, more = {}) =>
  client.messages.send(kiln, { text, ...more });
const reply = (client: TestClient, text: string) => say(client, text, { parentId: parent.id });

async function openThread(id = parent.id): Promise<ChatThread> {
  const thread = await inPane<ChatThread>(
    ana,
    html`<chat-thread guid="kiln" parent-id=${id}></chat-thread>`,
  );
  await waitUntil(() => isOpen(thread));
  return thread;
}

useWorld('ana', 'ben');
beforeEach(async () => {
  parent = await say(ben, 'Glaze or no glaze?');
});
afterEach(() => setViewport({ width: 800, height: 600 }));

describe('chat-thread', () => {
  it('shows what it is about, the replies, and how many they are, live (B100)', async () => {
    const thread = await openThread();
    await waitUntil(() => textOf(parentOf(thread)).includes('Glaze or no glaze?'));
    expect(countOf(thread)).to.equal('No replies yet');
    expect(repliesOf(thread).box.textContent).not.to.include('Say hello');
    await reply(ben, 'I say glaze');
    await say(ben, 'Beside the thread');
    await repliesOf(thread).seen('I say glaze');
    await waitUntil(() => countOf(thread) === '1 reply');
    expect(textOf(thread.shadowRoot!.querySelector('[part~=subtitle]'))).to.equal('Kiln');
    expect(repliesOf(thread).box.textContent).not.to.include('Beside');
  });

  it('has a bell: being told of replies or not, whatever brings it about (M7)', async () => {
    const thread = await openThread();
    const told = () =>
      allByRole(thread, 'button', 'Tell me of replies')[0]?.getAttribute('aria-pressed');
    await waitUntil(() => told() === 'false', `pressed: ${told()}`);
    byRole(thread, 'button', 'Tell me of replies').click();
    await waitUntil(() => told() === 'true');
    await waitUntil(() => ana.line.asked.some(({ name }) => name === 'thread.subscribe'));
    byRole(thread, 'button', 'Tell me of replies').click();
    await waitUntil(() => told() === 'false');
    await reply(ana, 'Glaze, of course');
    await waitUntil(() => told() === 'true', 'writing in it subscribes');
    await still();
    await expect(thread).to.be.accessible();
    ana.line.refuse('thread.subscribe', 'forbidden');
    byRole(thread, 'button', 'Tell me of replies').click();
    await waitUntil(() => allByRole(thread, 'alert').some((one) => /may not/.test(textOf(one))));
    await waitUntil(() => told() === 'true', 'it is as before');
  });

  it('sends into the thread, and keeps a draft apart from the conversation (B63)', async () => {
    ana.drafts.write(kiln, { text: 'for everyone' });
    const thread = await openThread();
    const view = repliesOf(thread);
    await waitUntil(() => allByRole(thread, 'textbox', 'Reply in thread').length > 0, 'no box');
    byRole(thread, 'textbox', 'Reply in thread').focus();
    await sendKeys({ type: 'No glaze' });
    expect(ana.drafts.$draft(kiln, parent.id).get().text).to.equal('No glaze');
    await press('Enter');
    const row = await view.seen('No glaze');
    await waitUntil(() => row.item?.state !== 'pending');
    expect(row.item?.message.parentId).to.equal(parent.id);
    expect(ana.drafts.$draft(kiln).get().text).to.equal('for everyone');
  });

  describe('also to the chat (B101)', () => {
    const also = (thread: Element) =>
      [...below(thread.shadowRoot!)].find(
        (one): one is HTMLInputElement =>
          one instanceof HTMLInputElement && one.type === 'checkbox',
      )!;
    const isNoted = (row: Element) => row.textContent.includes('Reply in a thread');

    it('sends one reply there, too, and remembers nothing for the next', async () => {
      const main = await inPane(ana, html`<chat-messages guid="kiln"></chat-messages>`);
      const view = viewOf(main as ChatMessages);
      const thread = await openThread();
      await waitUntil(() => also(thread), 'no checkbox');
      byRole(thread, 'textbox', 'Reply in thread').focus();
      await sendKeys({ type: 'For all' });
      await tabTo('Also send to the chat');
      await press(' ');
      await still();
      await expect(thread).to.be.accessible();
      byRole(thread, 'button', 'Send').click();
      const row = await view.seen('For all');
      await waitUntil(() => isNoted(row) && textOf(row).includes('Glaze or no glaze?'), 'no note');
      expect(row.getAttribute('aria-label')).to.contain('Reply in a thread');
      expect(isNoted(await repliesOf(thread).seen('For all')), 'in the thread itself').to.be.false;
      expect(also(thread).checked, 'remembered').to.be.false;
      await still();
      await expect(main).to.be.accessible();
      byRole(thread, 'textbox', 'Reply in thread').focus();
      await sendKeys({ type: 'For some' });
      await press('Enter');
      await repliesOf(thread).seen('For some');
      await say(ben, 'Later');
      await view.seen('Later');
      expect(view.rows().map(textOf).join()).not.to.contain('For some');
    });

    it('leads into the thread, and is edited and deleted in both', async () => {
      const main = await inPane(ana, html`<chat-messages guid="kiln"></chat-messages>`);
      const view = viewOf(main as ChatMessages);
      const { id } = await say(ben, 'For all', { parentId: parent.id, broadcast: true });
      const row = await view.seen('For all');
      await waitUntil(() => isNoted(row));
      setTimeout(() => byRole(row, 'button', /Reply in a thread/).click());
      const { detail } = await oneEvent<HTMLElementEventMap['chat-thread']>(main, 'chat-thread');
      expect(detail).to.deep.equal({ target: kiln, parentId: parent.id });
      const thread = await openThread();
      await ben.messages.edit(id, 'For everyone');
      await Promise.all([view.seen('For everyone'), repliesOf(thread).seen('For everyone')]);
      await ben.messages.delete(parent.id);
      await waitUntil(() => !textOf(row).includes('Glaze or no glaze?'), 'still there');
      expect(isNoted(row), 'no way into the thread').to.be.true;
    });

    it('is not offered where the server cannot, nor outside of threads', async () => {
      const composer = await inPane(ana, html`<chat-composer guid="kiln"></chat-composer>`);
      await waitUntil(() => allByRole(composer, 'textbox').length > 0);
      const backend: Backend = {
        ...ana.backend,
        async signIn(credentials) {
          const session = await ana.backend.signIn(credentials);
          const capabilities = { ...session.capabilities, 'messages.broadcast': 'none' } as const;
          return { ...session, capabilities };
        },
      };
      const other = await world.client('ana', { backend });
      const thread = await inPane(
        other,
        html`<chat-thread guid="kiln" parent-id=${parent.id}></chat-thread>`,
      );
      await waitUntil(() => allByRole(thread, 'textbox', 'Reply in thread').length > 0, 'no box');
      byRole(thread, 'textbox', 'Reply in thread').focus();
      await lateExtras.load();
      await frame(2);
      expect(also(thread) ?? also(composer), 'offered').to.equal(undefined);
    });
  });

  it('tells those in the thread that one types there, and nobody in the conversation (B75)', async () => {
    const thread = await openThread();
    await waitUntil(() => allByRole(thread, 'textbox', 'Reply in thread').length > 0, 'no box');
    byRole(thread, 'textbox', 'Reply in thread').focus();
    await sendKeys({ type: 'Psst' });
    const told = () => ana.line.asked.filter(({ name }) => name === 'typing.set');
    await waitUntil(() => told().length > 0, 'nobody was told');
    expect(told()[0]!.params).to.deep.include({ typing: true, parentId: parent.id });
  });

  it('edits and quotes with its own composer; Arrow up takes the last reply (B71, B72)', async () => {
    await reply(ana, 'First anser');
    await say(ana, 'Later, in the conversation');
    const thread = await openThread();
    await repliesOf(thread).seen('First anser');
    byRole(thread, 'textbox', 'Reply in thread').focus();
    await press('ArrowUp');
    await waitUntil(() => ana.drafts.$draft(kiln, parent.id).get().text === 'First anser');
    await press('Escape');
    expect(ana.drafts.$draft(kiln, parent.id).get().editing).to.equal(undefined);
    expect(isOpen(thread), 'Escape has ended the edit, not the thread (B74)').to.be.true;
    repliesOf(thread).row('First anser').focus();
    await press('ArrowUp');
    expect(focused()).to.equal(parentOf(thread));
    await press('Enter');
    await sendKeys({ press: 'Tab' });
    byRole(thread, 'button', 'Reply').click();
    await waitUntil(() => ana.drafts.$draft(kiln, parent.id).get().replyTo === parent.id);
    expect(ana.drafts.$draft(kiln).get().replyTo).to.equal(undefined);
  });

  it('leads into no other thread: the menu does without, the count is on the line', async () => {
    await reply(ben, 'I say glaze');
    const thread = await openThread();
    const row = await repliesOf(thread).seen('I say glaze');
    row.focus();
    row.dispatchEvent(
      new PointerEvent('contextmenu', { bubbles: true, composed: true, cancelable: true }),
    );
    await waitUntil(() => allByRole(thread, 'menuitem', 'Reply').length > 0, 'no menu');
    expect(allByRole(thread, 'menuitem', 'Reply in thread')).to.have.length(0);
    expect(allByRole(thread, 'menuitem', 'Mark as unread')).to.have.length(0);
    await press('Escape');
    expect(allByRole(thread, 'menuitem')).to.have.length(0);
    expect(isOpen(thread), 'Escape has closed the menu alone (B74)').to.be.true;
    expect(allByRole(parentOf(thread), 'button', /repl/)).to.have.length(0);
  });

  it('follows edits of what it is about, and goes on under a tombstone', async () => {
    const thread = await openThread();
    await waitUntil(() => textOf(parentOf(thread)).includes('no glaze?'));
    await ben.messages.edit(parent.id, 'Glaze, or bare?');
    await waitUntil(() => textOf(parentOf(thread)).includes('Glaze, or bare?'), 'not edited');
    await reply(ben, 'Bare!');
    await ben.messages.delete(parent.id);
    await waitUntil(() => textOf(parentOf(thread)).includes('Message deleted'), 'no tombstone');
    await repliesOf(thread).seen('Bare!');
    byRole(thread, 'textbox', 'Reply in thread').focus();
    await sendKeys({ type: 'A pity' });
    await press('Enter');
    const row = await repliesOf(thread).seen('A pity');
    await waitUntil(
      () => row.item?.state === 'sent' || row.item?.state === 'delivered',
      'not sent',
    );
  });

  it('says so where there is no such thread', async () => {
    const thread = await openThread('01hzzzzzzzzzzzzzzzzzzzzzzz');
    await waitUntil(() => thread.shadowRoot!.querySelector('[part=gone]'), 'says nothing');
    expect(allByRole(thread, 'textbox')).to.have.length(0);
    await still();
    await expect(thread).to.be.accessible();
    const closed = oneEvent(thread, 'chat-back');
    allByRole(thread, 'button', 'Close').at(-1)!.click();
    await closed;
    await waitUntil(() => !isOpen(thread));
  });

  it('a quote of what it is about leads there', async () => {
    for (let i = 0; i < 12; i++) await reply(ben, `Reply ${i} ${'and so on '.repeat(12)}`);
    await say(ana, 'As you ask', { parentId: parent.id, quotedId: parent.id });
    const thread = await openThread();
    const row = await repliesOf(thread).seen('As you ask');
    row.querySelector<HTMLElement>('button.quote')!.click();
    await waitUntil(() => focused() === parentOf(thread), 'not there');
    const { top } = parentOf(thread).getBoundingClientRect();
    expect(top).to.be.at.least(repliesOf(thread).box.getBoundingClientRect().top - 1);
  });

  it('is accessible', async () => {
    await reply(ben, 'I say glaze');
    const thread = await openThread();
    await repliesOf(thread).seen('I say glaze');
    await still();
    await expect(thread).to.be.accessible();
  });
});

describe('chat-thread: beside other tags', () => {
  async function page(): Promise<{ view: View; thread: ChatThread; other: ChatThread }> {
    const root = await fixture(html`
      <div style="display: flex; block-size: 500px">
        <chat-provider .client=${ana}>
          <div style="inline-size: 380px; block-size: 500px">
            <chat-messages guid="kiln"></chat-messages>
          </div>
          <chat-thread guid="kiln"></chat-thread>
        </chat-provider>
        <chat-provider .client=${ben}><chat-thread guid="kiln"></chat-thread></chat-provider>
      </div>
    `);
    const [thread, other] = root.querySelectorAll('chat-thread');
    return { view: viewOf(root.querySelector('chat-messages')!), thread: thread!, other: other! };
  }

  it('opens what is opened in its own scope, and gives the focus back (B74)', async () => {
    await reply(ben, 'I say glaze');
    const { view, thread, other } = await page();
    const row = await view.seen('Glaze or no glaze?');
    expect(thread.checkVisibility()).to.be.false;
    await waitUntil(() => allByRole(row, 'button', /1 reply/).length > 0);
    await clickOn(byRole(row, 'button', /1 reply/));
    await waitUntil(() => isOpen(thread), 'not open');
    expect(isOpen(other), 'of another person').to.be.false;
    await waitUntil(() => focused()?.localName === 'textarea', 'not in the composer');
    await press('Escape');
    await waitUntil(() => !isOpen(thread), 'still open');
    await waitUntil(() => focused() === row, 'focus is lost');
    expect(thread.checkVisibility()).to.be.false;
  });

  it('stays closed where the page prevents it', async () => {
    await reply(ben, 'I say glaze');
    const { view, thread } = await page();
    const row = await view.seen('Glaze or no glaze?');
    await waitUntil(() => allByRole(row, 'button', /1 reply/).length > 0);
    document.addEventListener('chat-thread', (event) => event.preventDefault(), { once: true });
    byRole(row, 'button', /1 reply/).click();
    await frame(3);
    expect(isOpen(thread)).to.be.false;
  });
});

describe('chat-thread: in a messenger', () => {
  const part = (messenger: Element, name: string) =>
    messenger.shadowRoot!.querySelector<HTMLElement>(`[part~=${name}]`);

  /** A long conversation, scrolled up to a message with a thread. */
  async function open(width: number): Promise<{ messenger: ChatMessenger; view: View }> {
    await fill(60, (i) => `Line ${i} ${'and so on '.repeat(i % 7)}`);
    const $feed = ana.messages.feed(kiln).$feed;
    const { items } = await until($feed, ({ ready, items: rows }) => ready && rows.length > 15);
    parent = items.find(({ message }) => message.text?.startsWith('Line 45 '))!.message;
    await reply(ben, 'About this line');
    await setViewport({ width: Math.max(width, 320), height: 760 });
    const messenger = await inPane<ChatMessenger>(
      ana,
      html`<chat-messenger guid="kiln"></chat-messenger>`,
      { width, height: 700 },
    );
    await waitUntil(() => inside(messenger, 'chat-messages'), 'no messages');
    const view = viewOf(inside(messenger, 'chat-messages'));
    await view.seen('Line 59 ');
    view.row('Line 45 ').scrollIntoView({ block: 'center' });
    await frame(5);
    return { messenger, view };
  }
  const chip = (view: View) => byRole(view.row('Line 45 '), 'button', /1 reply/);

  for (const [name, width] of [
    ['as a page', 360],
    ['over the conversation', 900],
    ['in the place of the details', 1440],
  ] as const) {
    it(`B99: opens ${name}, and the list keeps its place (${width} px)`, async () => {
      const { messenger, view } = await open(width);
      const before = view.offset(parent.id);
      await clickOn(chip(view));
      await waitUntil(() => part(messenger, 'thread') !== null, 'no thread');
      const thread = inside(messenger, 'chat-thread');
      await repliesOf(thread).seen('About this line');
      expect(part(messenger, 'details')).to.equal(null);
      await waitUntil(() => focused()?.localName === 'textarea', 'not in the composer');
      await still();
      await expect(messenger).to.be.accessible();
      if (width === 360) {
        expect(part(messenger, 'conversation')?.checkVisibility({ visibilityProperty: true })).to.be
          .false;
        byRole(thread, 'button', 'Back').click();
      } else {
        expect(Math.abs(view.offset(parent.id) - before)).to.be.at.most(width === 900 ? 1 : 200);
        await press('Escape');
      }
      await waitUntil(() => part(messenger, 'thread') === null, 'still there');
      await frame(5);
      expect(Math.abs(view.offset(parent.id) - before), 'another place').to.be.at.most(1);
      await waitUntil(() => focused() === view.row('Line 45 '), 'focus is lost');
      if (width === 1440) expect(part(messenger, 'details')).to.not.equal(null);
    });
  }

  it('another conversation, or the details, take its place', async () => {
    await ben.messages.send({ uid: 'ana' }, { text: 'Hello from Ben' });
    const { messenger, view } = await open(1440);
    chip(view).click();
    await waitUntil(() => part(messenger, 'thread') !== null);
    byRole(inside(messenger, 'chat-header'), 'button', 'Kiln').click();
    await waitUntil(() => part(messenger, 'details') !== null, 'no details');
    expect(part(messenger, 'thread')).to.equal(null);
    chip(view).click();
    await waitUntil(() => part(messenger, 'thread') !== null);
    const list = inside(messenger, 'chat-conversations');
    byRole(list, 'button', /^Ben/).click();
    await waitUntil(() => part(messenger, 'thread') === null, 'thread of another conversation');
  });
});
