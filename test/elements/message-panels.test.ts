import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/index.js';
import type { ChatHeader } from '../../src/elements/chat-header/chat-header.js';
import type { ChatMessages } from '../../src/elements/chat-messages/chat-messages.js';
import { lateHandling } from '../../src/elements/chat-messages/late-handling.js';
import type { ChatMessenger } from '../../src/elements/chat-messenger/chat-messenger.js';
import type { ChatPinnedMessages } from '../../src/elements/chat-pinned-messages/chat-pinned-messages.js';
import type { ChatSavedMessages } from '../../src/elements/chat-saved-messages/chat-saved-messages.js';
import type { ChatSearch } from '../../src/elements/chat-search/chat-search.js';
import { foundText } from '../../src/elements/chat-search/found-text.js';
import type { ChatThreads } from '../../src/elements/chat-threads/chat-threads.js';
import type { ChatThread } from '../../src/elements/chat-thread/chat-thread.js';
import type { Message } from '../../src/protocol/records.js';
import { allByRole, byRole, textOf, nameOf } from '../support/find.js';
import { press, pressTo, tabTo } from '../support/keyboard.js';
import { fill, frame, viewOf } from '../support/messages.js';
import { focused, inPane, rowSaying, rowsOf, rowWith } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, kiln, useWorld, type TestClient } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const say = (client: TestClient, text: string, more = {}) =>
  client.messages.send(kiln, { text, ...more });
const whole = (element: Element) => textOf(element.shadowRoot);
const marks = (list: Element) =>
  [...list.shadowRoot!.querySelectorAll('mark')].map((mark) => mark.textContent);
const isFocusOn = (text: string) => textOf(focused()).includes(text);
const isSeen = (messages: ChatMessages, text: string) =>
  viewOf(messages)
    .rows()
    .some((row) => row.textContent.includes(text));
async function choose(list: Element, name: string, item: string): Promise<void> {
  byRole(list, 'button', `Actions for ${name}`).click();
  await waitUntil(() => allByRole(list, 'menuitem', item).length > 0, `no ${item}`);
  byRole(list, 'menuitem', item).click();
}

useWorld('ana', 'ben');
afterEach(() => setViewport({ width: 800, height: 600 }));

describe('chat-pinned-messages', () => {
  it('shows what is pinned here, latest first, follows pins live, and unpins', async () => {
    const { id: first } = await say(ben, 'Kiln rules');
    await ana.messages.pin(first, true);
    const list = await inPane<ChatPinnedMessages>(
      ana,
      html`<chat-pinned-messages guid="kiln"></chat-pinned-messages>`,
    );
    await rowSaying(list, /Ben.*Kiln rules/);
    const { id: second } = await say(ben, 'Glaze list');
    await ana.messages.pin(second, true);
    await rowSaying(list, 'Glaze list');
    expect(rowsOf(list).map((row) => /Glaze/.test(textOf(row)))).to.deep.equal([true, false]);
    await still();
    await expect(list).to.be.accessible();
    await choose(list, 'Kiln rules', 'Unpin message');
    await waitUntil(() => !rowWith(list, 'Kiln rules'), 'it stays pinned');
    list.search = 'list';
    await rowSaying(list, 'Glaze list');
    list.search = 'rules';
    await waitUntil(() => /Nothing found/.test(whole(list)));
  });

  it('keeps the words of somebody whom one has blocked folded (B97)', async () => {
    const { id } = await say(ben, 'Something unkind');
    await ana.messages.pin(id, true);
    await ana.users.block('ben');
    const pinned = await inPane(
      ana,
      html`<chat-pinned-messages guid="kiln"></chat-pinned-messages>`,
    );
    await rowSaying(pinned, /Ben.*From somebody you have blocked/);
    const found = await inPane<ChatSearch>(ana, html`<chat-search guid="kiln"></chat-search>`);
    found.search = 'unkind';
    await rowSaying(found, /Ben.*From somebody you have blocked/);
    expect(marks(found)).to.have.length(0);
  });

  it('keeps the focus when the last one goes (B120)', async () => {
    const { id } = await say(ben, 'Kiln rules');
    await ana.messages.pin(id, true);
    const list = await inPane(ana, html`<chat-pinned-messages guid="kiln"></chat-pinned-messages>`);
    (await rowSaying(list, 'Kiln rules')).querySelector<HTMLElement>('.main')!.focus();
    await ana.messages.pin(id, false);
    await waitUntil(() => focused()?.matches('input[type="search"]'), 'focus is lost', 5);
  });

  it('offers no unpinning to whom the group denies it (P2)', async () => {
    const { id } = await say(ana, 'Kiln rules');
    await ana.messages.pin(id, true);
    const list = await inPane(ben, html`<chat-pinned-messages guid="kiln"></chat-pinned-messages>`);
    await rowSaying(list, 'Kiln rules');
    expect(allByRole(list, 'button', /^Actions/)).to.have.length(0);
  });

  it('says so when there is none', async () => {
    const list = await inPane(ana, html`<chat-pinned-messages uid="ben"></chat-pinned-messages>`);
    await waitUntil(() => /Nothing is pinned/.test(whole(list)), whole(list));
    await still();
    await expect(list).to.be.accessible();
  });
});

describe('chat-saved-messages', () => {
  it('shows what one saved in every conversation, for oneself alone, and lets go', async () => {
    const { id: inGroup } = await say(ben, 'Cone 6 chart');
    const { id: private_ } = await ben.messages.send({ uid: 'ana' }, { text: 'Door code 4411' });
    await ana.messages.save(inGroup, true);
    await ana.messages.save(private_, true);
    const list = await inPane<ChatSavedMessages>(
      ana,
      html`<chat-saved-messages></chat-saved-messages>`,
    );
    await rowSaying(list, /Ben · Kiln.*Cone 6 chart/);
    await rowSaying(list, /Ben(?! ·).*Door code 4411/);
    await still();
    await expect(list).to.be.accessible();
    await choose(list, 'Door code 4411', 'Remove from saved');
    await waitUntil(() => !rowWith(list, 'Door code'), 'it stays saved');
    const other = await inPane(ben, html`<chat-saved-messages></chat-saved-messages>`);
    await waitUntil(() => /Nothing is saved/.test(whole(other)), whole(other));
  });

  it('selects the conversation of what is chosen', async () => {
    const { id } = await ben.messages.send({ uid: 'ana' }, { text: 'Door code 4411' });
    await ana.messages.save(id, true);
    const list = await inPane(ana, html`<chat-saved-messages guid="kiln"></chat-saved-messages>`);
    const row = await rowSaying(list, 'Door code');
    setTimeout(() => row.querySelector('button')?.click());
    const { detail } = await oneEvent<HTMLElementEventMap['chat-select']>(list, 'chat-select');
    expect(detail.target).to.deep.equal({ uid: 'ben' });
  });
});

describe('chat-search', () => {
  it('finds words as one types and marks them (B102)', async () => {
    await say(ben, 'The **blue glaze** is ready, glaze well');
    await say(ben, 'Nothing of that');
    const list = await inPane<ChatSearch>(ana, html`<chat-search guid="kiln"></chat-search>`);
    await waitUntil(() => /Type a word/.test(whole(list)), whole(list));
    byRole(list, 'textbox', /^Search/).focus();
    await sendKeys({ type: 'Glaze' });
    await rowSaying(list, 'The blue glaze is ready');
    expect(marks(list)).to.deep.equal(['glaze', 'glaze']);
    expect(rowsOf(list)).to.have.length(1);
    await waitUntil(() => allByRole(list, 'status').some((one) => /1 result/.test(textOf(one))));
    await still();
    await expect(list).to.be.accessible();
    await press('Escape');
    await waitUntil(() => /Type a word/.test(whole(list)), 'Escape empties the field');
  });

  it('searches all chats where one asks for it, and says where each is from', async () => {
    await ben.messages.send({ uid: 'ana' }, { text: 'A private glaze' });
    await say(ben, 'A public glaze');
    const list = await inPane<ChatSearch>(
      ana,
      html`<chat-search guid="kiln" search="glaze"></chat-search>`,
    );
    await rowSaying(list, 'public');
    expect(rowWith(list, 'private')).to.equal(undefined);
    byRole(list, 'button', 'All chats').click();
    await rowSaying(list, /Ben(?! ·).*private/);
    await rowSaying(list, /Ben · Kiln.*public/);
  });

  it('finds by what messages carry, also without a word', async () => {
    await say(ben, 'See https://glaze.example/recipes');
    await say(ben, 'No address here');
    const list = await inPane<ChatSearch>(ana, html`<chat-search guid="kiln"></chat-search>`);
    await waitUntil(() => allByRole(list, 'button', 'Links').length > 0);
    byRole(list, 'button', 'Links').click();
    await rowSaying(list, 'glaze.example');
    expect(rowsOf(list)).to.have.length(1);
    byRole(list, 'button', 'Photos').click();
    await waitUntil(() => /Nothing found/.test(whole(list)), whole(list));
    byRole(list, 'button', 'Photos').click();
    await waitUntil(() => /Type a word/.test(whole(list)), 'pressed again, it is off');
  });

  it('goes to the next and the previous of what was found, and says where it is (B102)', async () => {
    for (const text of ['Glaze one', 'Glaze two', 'Glaze three']) await say(ben, text);
    const list = await inPane(ana, html`<chat-search guid="kiln" search="glaze"></chat-search>`);
    const shown: string[] = [];
    list.addEventListener('chat-show', ({ detail }) => {
      shown.push(detail.id);
    });
    (await rowSaying(list, 'Glaze three')).querySelector('button')?.click();
    await waitUntil(() => whole(list).includes('1 of 3'), whole(list));
    const previous = byRole(list, 'button', 'Previous result');
    const next = byRole(list, 'button', 'Next result');
    expect(previous.ariaDisabled).to.equal('true');
    next.focus();
    next.click();
    await waitUntil(() => whole(list).includes('2 of 3'), whole(list));
    next.click();
    await waitUntil(() => whole(list).includes('3 of 3'), whole(list));
    expect([previous.ariaDisabled, next.ariaDisabled]).to.deep.equal([null, 'true']);
    await frame(2);
    expect(focused() === next, 'its focus (B120)').to.equal(true);
    previous.click();
    await waitUntil(() => whole(list).includes('2 of 3'), whole(list));
    expect(new Set(shown).size).to.equal(3);
    expect(rowWith(list, 'Glaze two')?.part.contains('selected')).to.equal(true);
    await still();
    await expect(list).to.be.accessible();
  });

  it('reads nothing by showing it (B103)', async () => {
    await say(ben, 'Unread glaze');
    const list = await inPane(ana, html`<chat-search guid="kiln" search="glaze"></chat-search>`);
    await rowSaying(list, 'Unread');
    await still();
    expect(ana.line.asked.some(({ name }) => name === 'receipt.read')).to.equal(false);
  });

  it('shows the part of a long text in which the hit is', () => {
    const long = `${'before '.repeat(60)}the Glaze ${'after '.repeat(60)}`;
    const pieces = foundText(long, 'glaze');
    expect(pieces[1]).to.equal('Glaze');
    expect(pieces[0])
      .to.match(/^…before/)
      .and.have.length.below(60);
    expect(pieces.join('').length).to.be.below(220);
    expect(foundText('no hit', 'glaze')).to.deep.equal(['no hit']);
    expect(foundText('a.b', '.')).to.deep.equal(['a', '.', 'b']);
  });
});

describe('chat-threads', () => {
  let parent: Message;
  beforeEach(async () => {
    parent = await say(ben, 'Glaze or no glaze?');
    await say(ben, 'Glaze', { parentId: parent.id });
  });

  it('shows the threads of a conversation, one’s own on demand', async () => {
    const list = await inPane<ChatThreads>(ana, html`<chat-threads guid="kiln"></chat-threads>`);
    await rowSaying(list, /Ben.*Glaze or no glaze\?.*1 reply/);
    await still();
    await expect(list).to.be.accessible();
    byRole(list, 'button', 'Mine').click();
    await waitUntil(() => /No threads yet/.test(whole(list)), whole(list));
    await say(ana, 'No glaze', { parentId: parent.id });
    list.reload();
    await rowSaying(list, '2 replies');
  });
});

describe('a message that is chosen in a list', () => {
  async function page(content = html``): Promise<Element> {
    await setViewport({ width: 900, height: 700 });
    return fixture(html`
      <chat-provider .client=${ana}>
        <div style="block-size: 600px; display: grid; grid-template-rows: auto minmax(0, 1fr)">
          <chat-header></chat-header>
          <chat-messages></chat-messages>
        </div>
        ${content}
      </chat-provider>
    `);
  }
  const open = async (provider: Element, target = kiln) => {
    await waitUntil(() => provider.querySelector('chat-messages'));
    await lateHandling.load();
    provider.dispatchEvent(
      new CustomEvent('chat-select', { detail: { target }, bubbles: true, composed: true }),
    );
    const header = provider.querySelector<ChatHeader>('chat-header')!;
    await waitUntil(() => allByRole(header, 'button', 'More').length > 0, 'no conversation');
    return header;
  };

  it('is shown from a dialog of the header, by tags beside each other (B17)', async () => {
    await fill(120);
    const items = await ana.messages.query({ target: kiln, from: 'start', limit: 5 }).next();
    await ana.messages.pin(items[2]!.id, true);
    const provider = await page();
    const header = await open(provider);
    const messages = provider.querySelector<ChatMessages>('chat-messages')!;
    await waitUntil(() => isSeen(messages, 'Line 119'), 'no messages');
    await fromMenu(header, 'Pinned messages');
    const pinned = () => header.shadowRoot!.querySelector('chat-pinned-messages');
    await waitUntil(() => pinned(), 'no list');
    await rowSaying(pinned()!, 'Line 1 ');
    await still();
    await expect(header).to.be.accessible();
    await press('Enter');
    await waitUntil(() => isFocusOn('Line 1 '), `the focus is on ${textOf(focused())}`);
    expect(header.shadowRoot!.querySelector('chat-dialog')?.open ?? false).to.equal(false);
  });

  it('may be of another conversation', async () => {
    const { id } = await ben.messages.send({ uid: 'ana' }, { text: 'Door code 4411' });
    await ana.messages.save(id, true);
    await say(ben, 'In the group');
    const provider = await page();
    const header = await open(provider);
    await fromMenu(header, 'Saved messages');
    await waitUntil(() => header.shadowRoot!.querySelector('chat-saved-messages'));
    const list = header.shadowRoot!.querySelector('chat-saved-messages')!;
    await rowSaying(list, 'Door code');
    await press('Enter');
    await waitUntil(() => isFocusOn('Door code 4411'), textOf(focused()));
  });

  it('opens its thread when it is a reply', async () => {
    const parent = await say(ben, 'Glaze or no glaze?');
    const reply = await say(ben, 'Glaze, says Ben', { parentId: parent.id });
    await ana.messages.save(reply.id, true);
    const provider = await page(html`<chat-thread style="block-size: 400px"></chat-thread>`);
    const header = await open(provider);
    await fromMenu(header, 'Saved messages');
    await waitUntil(() => header.shadowRoot!.querySelector('chat-saved-messages'));
    await rowSaying(header.shadowRoot!.querySelector('chat-saved-messages')!, 'says Ben');
    await press('Enter');
    const thread = provider.querySelector<ChatThread>('chat-thread')!;
    await waitUntil(() => thread.matches(':state(open)'), 'no thread');
    await waitUntil(() => isFocusOn('Glaze, says Ben'), textOf(focused()));
  });

  it('is found in a messenger of 320 px by keys alone, and Escape leads back (B102)', async () => {
    await fill(120, (i) => (i === 7 ? 'The lost kiln shelf' : `Line ${i}`));
    await setViewport({ width: 320, height: 640 });
    const messenger = await inPane<ChatMessenger>(
      ana,
      html`<chat-messenger guid="kiln"></chat-messenger>`,
      { width: 320, height: 640 },
    );
    await waitUntil(() => allByRole(messenger, 'article').length > 0, 'none');
    await tabTo('More');
    await press('Enter');
    await waitUntil(() => allByRole(messenger, 'menuitem').length > 0);
    await pressTo('ArrowDown', 'Search messages');
    await press('Enter');
    await waitUntil(() => focused() instanceof HTMLInputElement, 'not in the field');
    expect(nameOf(focused()!)).to.equal('Search messages');
    await sendKeys({ type: 'shelf' });
    const search = () => messenger.shadowRoot!.querySelector('chat-panel')!;
    await waitUntil(() => allByRole(search(), 'button', /lost kiln shelf/).length > 0);
    await still();
    await expect(messenger).to.be.accessible();
    const { scrollWidth, clientWidth } = byRole(
      messenger,
      'list',
      'Search messages',
    ).parentElement!;
    expect(scrollWidth).to.be.at.most(clientWidth);
    await press('ArrowDown');
    await press('Enter');
    await waitUntil(() => isFocusOn('The lost kiln shelf'), textOf(focused()));
    await tabTo('More');
    await press('Enter');
    await waitUntil(() => allByRole(messenger, 'menuitem').length > 0);
    await pressTo('ArrowDown', 'Threads');
    await press('Enter');
    await waitUntil(() => allByRole(messenger, 'button', 'Mine').length > 0);
    await press('Escape');
    await waitUntil(() => allByRole(messenger, 'button', 'Mine').length === 0);
    await waitUntil(() => focused() === byRole(messenger, 'button', 'More'), 'the focus is lost');
  });

  it('leads back from a panel and from details to what has opened them (B120)', async () => {
    await setViewport({ width: 900, height: 640 });
    const messenger = await inPane<ChatMessenger>(
      ana,
      html`<chat-messenger guid="kiln"></chat-messenger>`,
      { width: 900, height: 640 },
    );
    const opens = async (button: HTMLElement, ...items: string[]) => {
      button.focus();
      await press('Enter');
      for (const item of items) {
        await waitUntil(() => allByRole(messenger, 'menuitem', item).length > 0, `no ${item}`);
        byRole(messenger, 'menuitem', item).click();
      }
      await waitUntil(() => focused()?.matches('input, aside *, h2, .out'), 'nothing opens');
      await press('Escape');
      await waitUntil(() => focused() === button, `${textOf(focused())} has the focus`);
    };
    await waitUntil(() => allByRole(messenger, 'button', 'Search messages').length > 0);
    await opens(byRole(messenger, 'button', 'Search messages'));
    await opens(byRole(messenger, 'button', 'More'), 'Pinned messages');
    await opens(byRole(messenger, 'button', 'Kiln'));
    await opens(byRole(messenger, 'button', 'More'), 'Details');
  });
});

async function fromMenu(header: ChatHeader, item: string): Promise<void> {
  byRole(header, 'button', 'More').click();
  await waitUntil(() => allByRole(header, 'menuitem', item).length > 0, `no ${item}`);
  byRole(header, 'menuitem', item).click();
}
