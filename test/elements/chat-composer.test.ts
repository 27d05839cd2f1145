import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-composer/chat-composer.js';
import type { ChatComposer } from '../../src/elements/chat-composer/chat-composer.js';
import type { ChatEventMap } from '../../src/lit/events.js';
import type { Target } from '../../src/protocol/ids.js';
import { allByRole, byRole } from '../support/find.js';
import { createWorld, pause, until, type TestClient, type TestWorld } from '../support/world.js';

let world: TestWorld;
let ana: TestClient;
let composer: ChatComposer;
let area: HTMLTextAreaElement;

const ben: Target = { uid: 'ben' };
const kiln: Target = { guid: 'kiln' };

/** The text area; it is another one after a notice was in its place. */
async function settle(): Promise<void> {
  await composer.updateComplete;
  await waitUntil(() => allByRole(composer, 'textbox').length > 0, 'no text area');
  area = byRole(composer, 'textbox') as HTMLTextAreaElement;
}

async function compose(target: Target = ben, uid = 'ana'): Promise<void> {
  ana = await world.client(uid);
  const provider = await fixture(html`
    <chat-provider .client=${ana}>
      <div style="block-size: 600px; display: flex; flex-direction: column; justify-content: end">
        <p>Messages</p>
        <chat-composer .uid=${target.uid} .guid=${target.guid}></chat-composer>
      </div>
    </chat-provider>
  `);
  composer = provider.querySelector('chat-composer')!;
  await settle();
  await waitUntil(() => !/ben|kiln/.test(area.placeholder), 'no name');
}

const type = (text: string) => sendKeys({ type: text });
const press = (key: string) => sendKeys({ press: key });
async function chord(modifier: string, key: string): Promise<void> {
  await sendKeys({ down: modifier });
  await sendKeys({ press: key });
  await sendKeys({ up: modifier });
}
const texts = (client: TestClient, target: Target) =>
  client.messages
    .feed(target)
    .$feed.get()
    .items.map(({ message }) => message.text);
/** What the conversation holds on the server, seen by another device. */
async function arrived(target: Target, count: number) {
  const feed = (await world.client('ana')).messages.feed(target).$feed;
  const { items } = await until(feed, (state) => state.ready && state.items.length >= count);
  return items.map(({ message }) => message);
}
const rows = () =>
  allByRole(composer, 'option').map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim());
const push = (name: string | RegExp) => byRole(composer, 'button', name).click();

beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe('chat-composer: sending', () => {
  it('B47 B53: Enter sends, Shift+Enter starts a line; the text is gone and the focus stays', async () => {
    await compose();
    area.focus();
    await type('one');
    await chord('Shift', 'Enter');
    await type('two');
    expect(area.value).to.equal('one\ntwo');
    await press('Enter');
    expect(area.value).to.equal('');
    expect(area.matches(':focus')).to.be.true;
    expect((await arrived(ben, 1)).map(({ text }) => text)).to.deep.equal(['one\ntwo']);
  });

  it('B47: with enter="newline" Enter starts a line, and Ctrl+Enter sends all the same', async () => {
    await compose();
    composer.enter = 'newline';
    await settle();
    area.focus();
    expect(area.enterKeyHint).to.equal('enter');
    await type('one');
    await press('Enter');
    await type('two');
    expect(area.value).to.equal('one\ntwo');
    await chord('Control', 'Enter');
    expect(area.value).to.equal('');
    expect((await arrived(ben, 1))[0]?.text).to.equal('one\ntwo');
  });

  it('B49: nothing is sent by the keys of an input method, Safari’s late Enter included', async () => {
    await compose();
    area.focus();
    await type('に');
    const enter = (more: KeyboardEventInit) =>
      area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...more }));
    enter({ isComposing: true });
    enter({ keyCode: 229 });
    area.dispatchEvent(new CompositionEvent('compositionend', { data: 'に', bubbles: true }));
    enter({});
    await pause(0);
    expect(area.value).to.equal('に');
    expect(ana.line.asked.filter(({ name }) => name === 'message.send')).to.have.length(0);
    await pause(40);
    enter({});
    expect((await arrived(ben, 1))[0]?.text).to.equal('に');
  });

  it('B50: blank text is not sent, blank lines around it are cut off', async () => {
    await compose();
    area.focus();
    await type('  ');
    await chord('Shift', 'Enter');
    expect(byRole(composer, 'button', 'Send')).to.have.property('disabled', true);
    await press('Enter');
    expect(area.value).to.equal('  \n');
    await type('  indented');
    await chord('Shift', 'Enter');
    await press('Enter');
    expect((await arrived(ben, 1))[0]?.text).to.equal('  indented');
  });

  it('B51: the message is in the feed before the key is up', async () => {
    await compose();
    const { $feed } = ana.messages.feed(ben);
    await until($feed, ({ ready }) => ready);
    area.focus();
    await type('at once');
    let seen: unknown;
    composer.addEventListener('chat-send', () => {
      queueMicrotask(() => (seen = texts(ana, ben)));
    });
    await press('Enter');
    expect(seen).to.deep.equal(['at once']);
  });

  it('B52: a double click and a key held down send once', async () => {
    await compose();
    area.focus();
    await type('once');
    const send = byRole(composer, 'button', 'Send');
    send.click();
    send.click();
    await type('again');
    area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', repeat: true }));
    expect(area.value).to.equal('again');
    await press('Enter');
    const sent = await arrived(ben, 2);
    expect(sent.map(({ text }) => text)).to.deep.equal(['once', 'again']);
  });

  it('B56: without a connection it is sent later', async () => {
    await compose();
    const { $feed } = ana.messages.feed(ben);
    await until($feed, ({ ready }) => ready);
    ana.line.cut();
    area.focus();
    await type('for later');
    await press('Enter');
    const { items } = await until($feed, (feed) => feed.items.length === 1);
    expect(items[0]?.state).to.equal('pending');
    ana.line.mend();
    expect((await arrived(ben, 1))[0]?.text).to.equal('for later');
  });

  it('chat-send can be prevented and leaves the text; chat-sent tells what the server took', async () => {
    await compose();
    area.focus();
    await type('held');
    const hold = (event: Event) => event.preventDefault();
    composer.addEventListener('chat-send', hold);
    await press('Enter');
    expect(area.value).to.equal('held');
    composer.removeEventListener('chat-send', hold);
    const sent = new Promise<ChatEventMap['chat-sent']>((resolve) => {
      document.addEventListener('chat-sent', (event) => resolve(event.detail), { once: true });
    });
    await press('Enter');
    const { target, message } = await sent;
    expect(target).to.deep.equal(ben);
    expect(message.text).to.equal('held');
    expect(message.seq).to.be.greaterThan(0);
  });

  it('B60: tells how much is left from 90 % on, does not send more, and offers a file instead', async () => {
    await compose();
    composer.maxlength = 20;
    area.focus();
    await type('12345678901234567');
    expect(composer.shadowRoot?.textContent).not.to.contain('left');
    await type('8');
    await composer.updateComplete;
    expect(composer.shadowRoot?.textContent).to.contain('2 characters left');
    await type('901');
    await composer.updateComplete;
    expect(byRole(composer, 'status', '1 character too many')).to.exist;
    expect(byRole(composer, 'button', 'Send')).to.have.property('disabled', true);
    await press('Enter');
    expect(area.value).to.have.length(21);
    push('Send as a file');
    await settle();
    expect(area.value).to.equal('');
    await waitUntil(() => allByRole(composer, 'button', 'Remove message.txt').length === 1);
    await press('Enter');
    const [message] = await arrived(ben, 1);
    expect(message?.attachments?.[0]).to.include({ name: 'message.txt', size: 21 });
  });
});

describe('chat-composer: writing', () => {
  it('B61: grows to 8 lines, then scrolls inside, and shrinks', async () => {
    await compose();
    area.focus();
    const one = area.clientHeight;
    const line = Number.parseFloat(getComputedStyle(area).lineHeight);
    composer.insertText('\n'.repeat(3));
    expect(area.clientHeight).to.be.closeTo(one + 3 * line, 1);
    composer.insertText('\n'.repeat(30));
    expect(area.clientHeight).to.be.closeTo(one + 7 * line, 1);
    expect(area.scrollHeight).to.be.greaterThan(area.clientHeight);
    await chord('Control', 'a');
    await press('Backspace');
    expect(area.clientHeight).to.equal(one);
    composer.parentElement!.style.blockSize = '200px';
    composer.insertText('\n'.repeat(30));
    await waitUntil(() => area.offsetHeight <= 81, 'more than 40 % of the pane');
  });

  it('B62: undo takes back what was inserted, and nothing else', async () => {
    await compose(kiln);
    area.focus();
    await type('Hi ');
    composer.insertText('🎉');
    expect(area.value).to.equal('Hi 🎉');
    await chord('Control', 'z');
    expect(area.value).to.equal('Hi ');
    await type('@be');
    await waitUntil(() => rows().length === 1);
    await press('Enter');
    expect(area.value).to.equal('Hi @Ben ');
    await chord('Control', 'z');
    expect(area.value).to.equal('Hi @be');
    await press('Escape');
    await sendKeys({ down: 'Control' });
    await chord('Shift', 'z');
    await sendKeys({ up: 'Control' });
    expect(area.value).to.equal('Hi @Ben ');
    await press('Enter');
    expect((await arrived(kiln, 1)).at(-1)?.text).to.equal('Hi <@uid:ben>');
  });

  it('B63: each conversation has its own draft, and it comes back silently', async () => {
    await compose();
    area.focus();
    await type('for Ben');
    composer.uid = 'cyd';
    await waitUntil(() => area.placeholder === 'Message Cyd');
    expect(area.value).to.equal('');
    await type('for Cyd');
    composer.uid = 'ben';
    await waitUntil(() => area.value === 'for Ben');
    expect(area.selectionStart).to.equal(7);
    composer.uid = 'cyd';
    await waitUntil(() => area.value === 'for Cyd');
  });

  it('B64: an address pasted over words links them, a picture is attached, the invisible left out', async () => {
    await compose();
    area.focus();
    await type('see the docs');
    area.setSelectionRange(8, 12);
    paste({ 'text/plain': 'https://example.org/a_b' });
    expect(area.value).to.equal('see the [docs](https://example.org/a_b)');
    await chord('Control', 'z');
    expect(area.value).to.equal('see the docs');
    area.setSelectionRange(12, 12);
    paste({ 'text/plain': ' \u200bx' });
    expect(area.value).to.equal('see the docs x');
    paste({}, [new File(['x'], 'photo.png', { type: 'image/png' })]);
    await waitUntil(() => allByRole(composer, 'button', 'Remove photo.png').length === 1);
  });

  it('Ctrl+B and Ctrl+I put Markdown around the selection, and take it away', async () => {
    await compose();
    area.focus();
    await type('so fine');
    area.setSelectionRange(3, 7);
    await chord('Control', 'b');
    expect(area.value).to.equal('so **fine**');
    await chord('Control', 'b');
    expect(area.value).to.equal('so fine');
    await chord('Control', 'i');
    expect(area.value).to.equal('so _fine_');
    await chord('Control', 'z');
    expect(area.value).to.equal('so fine');
  });

  it('B75: tells the other that one types, not while editing, and stops when the text is gone', async () => {
    await compose();
    const theirs = await world.client('ben');
    const $typing = theirs.typing.$typing({ uid: 'ana' });
    const typists = () => until($typing, (users) => users.length === 1);
    await until($typing, (users) => users.length === 0);
    const none = () => until($typing, (users) => users.length === 0);
    area.focus();
    await type('h');
    expect((await typists())[0]?.id).to.equal('ana');
    await press('Backspace');
    await none();
  });
});

describe('chat-composer: mentions and emoji', () => {
  it('B68: people are suggested at a word’s start, without case and accents; keys wrap and choose', async () => {
    await world.host.manage().request('user.create', { uid: 'elodie', name: 'Élodie Brun' }, 'c1');
    await world.host.manage().request('user.create', { uid: 'elmar', name: 'Elmar' }, 'c2');
    await compose(kiln);
    await ana.members.add('kiln', { elodie: 'participant', elmar: 'participant' });
    area.focus();
    await type('me@el');
    expect(rows()).to.deep.equal([]);
    await type(' @EL');
    await waitUntil(() => rows().length === 2);
    expect(rows()).to.include.members(['Élodie Brun elodie', 'Elmar elmar']);
    const chosen = () =>
      composer.shadowRoot!.activeElement!.shadowRoot!.querySelector('[aria-selected=true]');
    const first = chosen()?.id;
    expect(area.getAttribute('aria-activedescendant')).to.equal(first);
    await press('ArrowUp');
    expect(chosen()?.id).not.to.equal(first);
    await press('ArrowDown');
    expect(chosen()?.id).to.equal(first);
    await type('o');
    await waitUntil(() => rows().length === 1);
    await press('Tab');
    expect(area.value).to.equal('me@el @Élodie Brun ');
    expect(area.matches(':focus')).to.be.true;
    expect(rows()).to.deep.equal([]);
    await press('Enter');
    const last = (await arrived(kiln, 1)).at(-1);
    expect(last?.text).to.equal('me@el <@uid:elodie>');
    expect(last?.mentions).to.deep.equal(['elodie']);
  });

  it('B68: Escape closes without clearing and stays closed; a space on no match closes', async () => {
    await compose(kiln);
    area.focus();
    await type('@');
    await waitUntil(() => rows().length === 4);
    expect(rows().at(-1)).to.equal('@ all Everyone in this group');
    await press('Escape');
    expect(rows()).to.deep.equal([]);
    await type('b');
    expect(area.value).to.equal('@b');
    expect(rows()).to.deep.equal([]);
    await type(' @b');
    await waitUntil(() => rows().length === 1);
    await type(' ');
    await composer.updateComplete;
    await type('x');
    expect(rows()).to.deep.equal([]);
  });

  it('B68: everyone can be mentioned in a group, the two of them in a conversation of two', async () => {
    await compose(kiln);
    area.focus();
    await type('@al');
    await waitUntil(() => rows().length === 1);
    await press('Enter');
    await press('Enter');
    expect((await arrived(kiln, 1)).at(-1)).to.include({ text: '<@all:all>', mentionsAll: true });
    composer.guid = undefined;
    composer.uid = 'ben';
    await waitUntil(() => area.placeholder === 'Message Ben');
    await type('@');
    await waitUntil(() => rows().length === 2);
    expect(rows()).to.deep.equal(['Ben ben', 'Ana ana']);
  });

  it('B69: a mention goes as one, and is text again once it was changed', async () => {
    await compose(kiln);
    area.focus();
    await type('@be');
    await waitUntil(() => rows().length === 1);
    await press('Enter');
    await press('Backspace');
    await press('Backspace');
    expect(area.value).to.equal('');
    await type('@be');
    await waitUntil(() => rows().length === 1);
    await press('Enter');
    area.setSelectionRange(2, 2);
    await type('x');
    await press('Escape');
    await press('Enter');
    expect((await arrived(kiln, 1)).at(-1)?.text).to.equal('@Bxen');
  });

  it('B70: two letters after a colon suggest emoji, but not within code', async () => {
    await compose();
    area.focus();
    await type('`x :sm');
    await pause(100);
    expect(rows()).to.deep.equal([]);
    await type('`');
    await type(' :s');
    expect(rows()).to.deep.equal([]);
    await type('mile');
    await waitUntil(() => rows().length > 1, 'no emoji', { timeout: 8000 });
    expect(rows()[0]).to.contain(':smile');
    await press('Enter');
    expect(area.value).to.match(/^`x :sm` \p{Extended_Pictographic}$/u);
  });

  it('B70: the emoji button opens the picker, what is chosen stands at the caret, the focus is back', async () => {
    await compose();
    area.focus();
    await type('ab');
    area.setSelectionRange(1, 1);
    push('Emoji');
    await waitUntil(() => allByRole(composer, 'button', 'grinning face').length === 1, 'no emoji', {
      timeout: 8000,
    });
    push('grinning face');
    await waitUntil(() => area.value === 'a😀b');
    await waitUntil(() => area.matches(':focus'));
    expect(area.selectionStart).to.equal(3);
  });
});

describe('chat-composer: edit and reply', () => {
  async function said(text: string) {
    return ana.messages.send(ben, { text });
  }

  it('B71 B72: Arrow up edits the last message; Escape brings the draft back, Enter saves', async () => {
    await compose();
    const { $feed } = ana.messages.feed(ben);
    await until($feed, ({ ready }) => ready);
    await said('first');
    await said('secnd');
    area.focus();
    await press('ArrowUp');
    await waitUntil(() => area.value === 'secnd');
    expect(composer.shadowRoot?.textContent).to.contain('Editing your message');
    expect(area.selectionStart).to.equal(5);
    await press('Escape');
    await waitUntil(() => area.value === '');
    await press('ArrowUp');
    await waitUntil(() => area.value === 'secnd');
    await chord('Control', 'a');
    await type('second');
    await press('Enter');
    await waitUntil(() => area.value === '');
    const { items } = await until($feed, (feed) => feed.items.at(-1)?.message.text === 'second');
    expect(items).to.have.length(2);
    expect(items.at(-1)?.message.editedAt).to.be.greaterThan(0);
  });

  it('B71: saving it unchanged does nothing, emptied it asks whether to delete', async () => {
    await compose();
    const { $feed } = ana.messages.feed(ben);
    await until($feed, ({ ready }) => ready);
    const { id } = await said('mine');
    area.focus();
    await press('ArrowUp');
    await waitUntil(() => area.value === 'mine');
    await press('Enter');
    await waitUntil(() => area.value === '');
    expect($feed.get().items[0]?.message.editedAt).to.equal(undefined);
    await press('ArrowUp');
    await waitUntil(() => area.value === 'mine');
    await chord('Control', 'a');
    await press('Backspace');
    await press('Enter');
    await waitUntil(() => allByRole(composer, 'button', 'Delete').length === 1);
    push('Delete');
    await until(
      $feed,
      ({ items }) => items.find((item) => item.id === id)?.message.deletedAt !== undefined,
    );
    expect(area.value).to.equal('');
  });

  it('B73 B74: a reply names author and excerpt; Escape closes the popup first, then the reply', async () => {
    await compose();
    const theirs = await world.client('ben');
    const { $feed } = ana.messages.feed(ben);
    await until($feed, ({ ready }) => ready);
    const message = await theirs.messages.send({ uid: 'ana' }, { text: 'Tea **now**?' });
    await until($feed, ({ items }) => items.length === 1);
    area.focus();
    await type('Yes @');
    ana.drafts.reply(ben, message.id);
    await waitUntil(() => composer.shadowRoot?.textContent.includes('Replying to Ben'));
    await waitUntil(() => composer.shadowRoot?.textContent.includes('Tea now?'));
    expect(area.value).to.equal('Yes @');
    expect(rows()).to.have.length(2);
    await press('Escape');
    expect(rows()).to.deep.equal([]);
    composer.uid = 'cyd';
    await waitUntil(() => area.placeholder === 'Message Cyd');
    expect(composer.shadowRoot?.textContent).not.to.contain('Replying');
    composer.uid = 'ben';
    await waitUntil(() => composer.shadowRoot?.textContent.includes('Replying to Ben'));
    await press('Escape');
    await waitUntil(() => !composer.shadowRoot?.textContent.includes('Replying'));
    expect(area.value).to.equal('Yes @');
    ana.drafts.reply(ben, message.id);
    await waitUntil(() => composer.shadowRoot?.textContent.includes('Replying to Ben'));
    await press('Enter');
    const sent = (await arrived(ben, 2)).at(-1);
    expect(sent).to.include({ text: 'Yes @', quotedId: message.id });
  });
});

describe('chat-composer: files', () => {
  const picture = () => new File(['x'], 'photo.png', { type: 'image/png' });
  const big = new File(['x'], 'film.mp4', { type: 'video/mp4' });
  Object.defineProperty(big, 'size', { value: 200 * 1024 * 1024 });

  it('B66: files are shown, described, removed, and sent', async () => {
    await compose();
    composer.addFiles([picture(), new File(['hello'], 'notes.txt', { type: 'text/plain' })]);
    await waitUntil(() => allByRole(composer, 'button', 'Remove notes.txt').length === 1);
    push('Describe photo.png');
    await waitUntil(
      () => allByRole(composer, 'button', 'Describe photo.png')[0]?.ariaExpanded === 'true',
    );
    await type('A blue bowl');
    await press('Enter');
    push('Remove notes.txt');
    await waitUntil(() => allByRole(composer, 'button', 'Remove notes.txt').length === 0);
    push('Send');
    const [message] = await arrived(ben, 1);
    expect(message?.attachments).to.have.length(1);
    expect(message?.attachments?.[0]).to.include({ name: 'photo.png', alt: 'A blue bowl' });
    await waitUntil(() => allByRole(composer, 'button', 'Remove photo.png').length === 0);
  });

  it('B67: what cannot be taken is named with its limit, the rest is accepted', async () => {
    await compose();
    composer.accept = 'image/*,video/*';
    composer.addFiles([
      big,
      picture(),
      new File(['x'], 'tool.exe', { type: 'application/x-msdownload' }),
    ]);
    await waitUntil(() => allByRole(composer, 'alert').length === 1);
    const said = byRole(composer, 'alert').textContent;
    expect(said).to.contain('“film.mp4” was not added: together, files can be 100 MB at most');
    expect(said).to.contain('“tool.exe” was not added');
    expect(allByRole(composer, 'button', /^Remove/)).to.have.length(1);
    composer.addFiles(
      Array.from({ length: 10 }, (_, i) => new File(['x'], `${i}.png`, { type: 'image/png' })),
    );
    await waitUntil(() => byRole(composer, 'alert').textContent.includes('“9.png”'));
    expect(byRole(composer, 'alert').textContent).to.contain('10 files at most');
    expect(allByRole(composer, 'button', /^Remove/)).to.have.length(10);
  });

  it('B65: an overlay for files that are taken, gone on leaving; a drop beside it does not leave the page', async () => {
    await compose();
    composer.accept = 'image/*';
    const drag = (name: string, target: EventTarget, file: File) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      const event = new DragEvent(name, {
        dataTransfer,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      target.dispatchEvent(event);
      return event;
    };
    const overlay = () => composer.shadowRoot?.querySelector(':popover-open');
    drag('dragover', document.body, new File(['x'], 'a.txt', { type: 'text/plain' }));
    await composer.updateComplete;
    expect(overlay()).to.not.exist;
    drag('dragover', document.body, picture());
    await composer.updateComplete;
    expect(overlay()?.textContent).to.contain('Drop files to attach them');
    drag('dragleave', document.documentElement, picture());
    await composer.updateComplete;
    expect(overlay()).to.not.exist;
    expect(drag('drop', document.body, picture()).defaultPrevented).to.be.true;
    await composer.updateComplete;
    expect(allByRole(composer, 'button', /^Remove/)).to.have.length(0);
    drag('drop', composer.parentElement!, picture());
    await waitUntil(() => allByRole(composer, 'button', 'Remove photo.png').length === 1);
  });
});

describe('chat-composer: where one may not write', () => {
  const notice = () => composer.shadowRoot?.querySelector('chat-composer-notice')?.shadowRoot;

  it('B80: blocked by me, until unblocked', async () => {
    await compose();
    await ana.users.block('ben');
    await waitUntil(() => notice()?.textContent.includes('You have blocked Ben.'));
    push('Unblock');
    await settle();
  });

  it('B80: not a member, until joined; kicked while there', async () => {
    await compose(kiln, 'ben');
    await (await world.client('ana')).members.kick('kiln', 'ben');
    await waitUntil(() => notice()?.textContent.includes('You are not a member of this group.'));
    push('Join');
    await settle();
    await (await world.client('ana')).members.ban('kiln', 'ben');
    await waitUntil(() => notice()?.textContent.includes('You are banned from this group.'));
    expect(allByRole(composer, 'button')).to.have.length(0);
    await expect(composer).to.be.accessible();
  });

  it('B80: a group with a password asks for it, and says when it is wrong', async () => {
    await world.host
      .manage()
      .request(
        'group.create',
        { guid: 'club', name: 'Club', type: 'password', password: 'fixer', owner: 'cyd' },
        'c1',
      );
    ana = await world.client('ana');
    const provider = await fixture(
      html`<chat-provider .client=${ana}
        ><chat-composer guid="club"></chat-composer
      ></chat-provider>`,
    );
    composer = provider.querySelector('chat-composer')!;
    await waitUntil(() => allByRole(composer, 'textbox', 'Group password').length === 1);
    byRole(composer, 'textbox', 'Group password').focus();
    await type('nope');
    await press('Enter');
    await waitUntil(() => allByRole(composer, 'alert').length === 1);
    expect(byRole(composer, 'alert').textContent).to.contain('password');
    byRole(composer, 'textbox', 'Group password').focus();
    await chord('Control', 'a');
    await type('fixer');
    await press('Enter');
    await waitUntil(() => allByRole(composer, 'textbox', 'Message Club').length === 1);
  });

  it('B80: signed out', async () => {
    await compose();
    await ana.signOut();
    await waitUntil(() => notice()?.textContent.includes('You are signed out.'));
  });

  it('without a conversation there is nothing to write to; without a client it waits', async () => {
    const provider = await fixture(
      html`<chat-provider><chat-composer></chat-composer></chat-provider>`,
    );
    composer = provider.querySelector('chat-composer')!;
    expect(allByRole(composer, 'textbox')).to.have.length(0);
    Object.assign(provider, { client: await world.client('ana') });
    await settle();
    expect(area.placeholder).to.equal('Choose a conversation to write');
    expect(area.disabled).to.be.true;
  });
});

describe('chat-composer: in the page', () => {
  it('B105 B78: takes the focus when a person has chosen a conversation, not by itself', async () => {
    ana = await world.client('ana');
    const provider = await fixture(html`
      <chat-provider .client=${ana}
        ><button>Ben</button><chat-composer></chat-composer
      ></chat-provider>
    `);
    composer = provider.querySelector('chat-composer')!;
    const list = provider.querySelector('button')!;
    await settle();
    expect(document.activeElement).to.equal(document.body);
    list.addEventListener('click', () => {
      const detail = { target: ben };
      list.dispatchEvent(
        new CustomEvent('chat-select', { detail, bubbles: true, composed: true, cancelable: true }),
      );
    });
    list.focus();
    await press('Enter');
    await waitUntil(() => composer.matches(':focus'));
    await waitUntil(() => area.placeholder === 'Message Ben');
  });

  it('moved in the DOM it keeps its text', async () => {
    await compose();
    area.focus();
    await type('stays');
    composer.parentElement!.before(composer);
    await settle();
    expect(area.value).to.equal('stays');
  });

  it('is accessible, also while people are suggested and a reply is written', async () => {
    await compose(kiln);
    await expect(composer).to.be.accessible();
    const { id } = await ana.messages.send(kiln, { text: 'Hello' });
    ana.drafts.reply(kiln, id);
    area.focus();
    await type('@');
    await waitUntil(() => rows().length === 4);
    composer.addFiles([new File(['x'], 'photo.png', { type: 'image/png' })]);
    await composer.updateComplete;
    await expect(composer).to.be.accessible();
  });
});

function paste(data: Record<string, string>, files: readonly File[] = []): void {
  const clipboardData = new DataTransfer();
  for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
  for (const file of files) clipboardData.items.add(file);
  area.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}
