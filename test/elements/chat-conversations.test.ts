import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/elements/chat-conversations/chat-conversations.js';
import type { ChatConversations } from '../../src/elements/chat-conversations/chat-conversations.js';
import { addLocale, type Terms } from '../../src/lit/localize.js';
import { fillChats } from '../support/chats.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { focused, inPane, rowSaying, rowsOf, rowWith } from '../support/pane.js';
import { frame } from '../support/messages.js';
import { still } from '../support/still.js';
import { ana, ben, cyd, kiln, useWorld, world, type TestClient } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

async function show(client: TestClient = ana): Promise<ChatConversations> {
  return inPane<ChatConversations>(client, html`<chat-conversations></chat-conversations>`);
}
const press = (key: string) => sendKeys({ press: key });
function middleOf(element: Element): [number, number] {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

useWorld('ana', 'ben', 'cyd');
afterEach(() => resetMouse());

describe('chat-conversations: rows', () => {
  it('B107: say who wrote what, in one line of plain text', async () => {
    await ben.messages.send({ uid: 'ana' }, { text: 'From **Ben**\nsecond line' });
    await ana.messages.send({ uid: 'cyd' }, { text: 'Mine' });
    await cyd.messages.send({ guid: 'kiln' }, { text: 'To all' });
    const list = await show();
    await rowSaying(list, 'From Ben second line');
    expect(textOf(await rowSaying(list, 'You: Mine'))).to.contain('Cyd');
    expect(textOf(await rowSaying(list, 'Kiln'))).to.contain('Cyd: To all');
  });

  it('B97: keep the words of somebody whom one has blocked to themselves', async () => {
    await ben.messages.send(kiln, { text: 'Something unkind' });
    const list = await show();
    await rowSaying(list, 'Ben: Something unkind');
    await ana.users.block('ben');
    await rowSaying(list, 'Ben: From somebody you have blocked.');
    await ana.users.unblock('ben');
    await rowSaying(list, 'Ben: Something unkind');
  });

  it('B107: show a draft, and typing before everything', async () => {
    await ben.messages.send({ uid: 'ana' }, { text: 'Hello' });
    ana.drafts.write({ uid: 'ben' }, { text: 'Half a thought' });
    const list = await show();
    await rowSaying(list, 'Draft: Half a thought');
    ben.typing.touch({ uid: 'ana' });
    await rowSaying(list, 'typing…');
    ben.typing.stop({ uid: 'ana' });
    await rowSaying(list, 'Draft: Half a thought');
  });

  it('B107: name whom a draft mentions, on one line', async () => {
    await ben.messages.send({ uid: 'ana' }, { text: 'Hello' });
    ana.drafts.write({ uid: 'ben' }, { text: 'Ask\n<@uid:ben> first' });
    await rowSaying(await show(), 'Draft: Ask @Ben first');
  });

  it('B43: what is muted has a quiet badge and says so; mentions count all the same', async () => {
    await ana.conversations.mute(kiln, Date.now() + 3_600_000);
    await ben.messages.send(kiln, { text: 'To nobody in particular' });
    const list = await show();
    const row = await rowSaying(list, 'To nobody');
    await waitUntil(() => row.querySelector('.badge.quiet'), 'no quiet badge');
    expect(textOf(row)).to.contain('Muted');
    expect(row.querySelector('[part="mention"]')).to.equal(null);
    await ben.messages.send(kiln, { text: 'To you, <@uid:ana>' });
    await waitUntil(() => row.querySelector('[part="mention"]'), 'the mention is not marked');
  });

  it('B107: tell what became old, and in which language, though the conversation is the same', async () => {
    await ana.conversations.mute(kiln, Date.now() + 3_600_000);
    await ben.messages.send(kiln, { text: 'At noon' });
    const list = await show();
    const row = await rowSaying(list, 'At noon');
    await waitUntil(() => row.querySelector('.badge.quiet'), 'no quiet badge');
    const { now } = Date;
    try {
      Date.now = () => now() + 7_200_000;
      list.requestUpdate();
      await list.updateComplete;
      expect(row.querySelectorAll('.badge.quiet').length).to.equal(0);
      Date.now = () => now() + 86_400_000;
      list.requestUpdate();
      await list.updateComplete;
      expect(textOf(row)).to.contain('Yesterday');
      addLocale({ $code: 'eo', chatYesterday: 'Hieraŭ' } as Terms);
      list.lang = 'eo';
      await waitUntil(() => textOf(row).includes('Hieraŭ'), 'another language');
      addLocale({ $code: 'eo', chatYesterday: 'Hieraŭo' } as Terms);
      await waitUntil(() => textOf(row).includes('Hieraŭo'), 'other words');
    } finally {
      Date.now = now;
    }
  });

  it('B44: a badge ends at 99+, its words give the true number', async () => {
    await Promise.all(
      Array.from({ length: 103 }, (_, i) => ben.messages.send({ uid: 'ana' }, { text: `${i}` })),
    );
    const list = await show();
    const row = await rowSaying(list, '99+');
    expect(textOf(row)).to.contain('103 unread messages');
  });

  it('B45: one’s own last message shows where it is, in words too', async () => {
    await ana.messages.send({ uid: 'ben' }, { text: 'Read me' });
    const list = await show();
    await rowSaying(list, /Delivered|Sent/);
    await ben.conversations.markRead({ uid: 'ana' });
    await rowSaying(list, /Read$/);
  });

  it('rows that come back after signing in again stand in their places', async () => {
    await ana.messages.send(kiln, { text: 'Hello' });
    await ana.messages.send({ uid: 'ben' }, { text: 'Hello' });
    const list = await show();
    const places = () => rowsOf(list).map((row) => Math.round(row.getBoundingClientRect().top));
    await waitUntil(() => rowsOf(list).length > 1, 'no rows');
    await frame(2);
    const before = places();
    await ana.signOut();
    await waitUntil(() => rowsOf(list).length === 0, 'rows stay');
    await ana.signIn({ uid: 'ana', authKey: world.host.app.authKey });
    await waitUntil(() => rowsOf(list).length === before.length, 'no rows again');
    await frame(2);
    expect(places()).to.deep.equal(before);
  });

  it('escapes markup in names and messages', async () => {
    await ben.users.update({ name: '<img src=x onerror=alert(1)>' });
    await ben.messages.send({ uid: 'ana' }, { text: '<b onclick="x">bold</b>' });
    const list = await show();
    const row = await rowSaying(list, '<img src=x onerror=alert(1)>');
    expect(row.querySelector('img, b')).to.equal(null);
  });

  it('B104: do not change places under a pointer, and do once it is gone', async () => {
    await ben.messages.send({ uid: 'ana' }, { text: 'First' });
    await cyd.messages.send({ uid: 'ana' }, { text: 'Second' });
    const list = await show();
    await rowSaying(list, 'First');
    await rowSaying(list, 'Second');
    expect(rowsOf(list).map(textOf)[0]).to.contain('Second');
    await sendMouse({ type: 'move', position: middleOf(rowWith(list, 'Second')!) });
    await ben.messages.send({ uid: 'ana' }, { text: 'Third' });
    await rowSaying(list, 'Third');
    await aTimeout(300);
    expect(rowsOf(list).map(textOf)[0], 'under the pointer').to.contain('Second');
    await sendMouse({ type: 'move', position: [700, 500] });
    await waitUntil(() => textOf(rowsOf(list)[0]).includes('Third'), 'never reordered');
  });
});

describe('chat-conversations: keys and choices', () => {
  async function three() {
    await ben.messages.send({ uid: 'ana' }, { text: 'One' });
    await cyd.messages.send({ uid: 'ana' }, { text: 'Two' });
    await cyd.messages.send({ guid: 'kiln' }, { text: 'Three' });
    const list = await show();
    await rowSaying(list, 'One');
    return list;
  }

  it('B106: arrows move, Home and End jump, Enter opens', async () => {
    const list = await three();
    list.focus();
    expect(textOf(focused()), 'one tab stop').to.contain('Three');
    await press('ArrowDown');
    expect(textOf(focused())).to.contain('Two');
    await press('End');
    expect(textOf(focused())).to.contain('One');
    await press('ArrowDown');
    expect(textOf(focused())).to.contain('One');
    await press('Home');
    expect(textOf(focused())).to.contain('Three');
    setTimeout(() => void press('Enter'));
    const { detail } = await oneEvent<HTMLElementEventMap['chat-select']>(list, 'chat-select');
    expect(detail.target).to.deep.equal({ guid: 'kiln' });
    await waitUntil(() => rowWith(list, 'Three')?.part.contains('selected'), 'not selected');
    expect(allByRole(list, 'button', /Three/)[0]?.getAttribute('aria-current')).to.equal('true');
  });

  it('B106: Alt, Shift and an arrow lead to the next unread one, or nowhere', async () => {
    await fillChats(5);
    const list = await inPane(ana, html`<chat-conversations></chat-conversations>`);
    await rowSaying(list, 'Person 4');
    for (const uid of ['person-1', 'person-2']) await ana.conversations.markRead({ uid });
    await waitUntil(() => allByRole(list, 'button', /unread/).length === 3, 'still unread');
    list.focus();
    const row = () => /Kiln|Person \d/.exec(textOf(focused()))?.[0];
    const rows = [row()];
    for (const key of ['Down', 'Down', 'Down', 'Down', 'Up', 'Up', 'Up']) {
      for (const down of ['Alt', 'Shift']) await sendKeys({ down });
      await press(`Arrow${key}`);
      for (const up of ['Alt', 'Shift']) await sendKeys({ up });
      await still();
      rows.push(row());
    }
    const [first, next, last] = ['Person 0', 'Person 3', 'Person 4'];
    expect(rows).to.deep.equal(['Kiln', first, next, last, last, next, first, first]);
  });

  it('B106: typing filters on the server, Escape takes it back', async () => {
    const list = await three();
    list.focus();
    await sendKeys({ type: 'ben' });
    expect((focused() as HTMLInputElement).value).to.equal('ben');
    const asked = () =>
      ana.line.asked.some(({ params }) => (params as { search?: string }).search === 'ben');
    await waitUntil(asked, 'the server is not asked');
    await waitUntil(() => rowsOf(list).length === 1, 'not filtered');
    expect(textOf(rowsOf(list)[0])).to.contain('Ben');
    await press('Escape');
    await waitUntil(() => rowsOf(list).length === 3, 'not back');
    await sendKeys({ type: 'nobody at all' });
    await waitUntil(() =>
      /Nothing found/.test(textOf(list.shadowRoot?.querySelector('[part~=state]'))),
    );
  });

  it('a prevented choice selects nothing', async () => {
    const list = await three();
    list.addEventListener('chat-select', (event) => event.preventDefault());
    rowWith(list, 'One')?.click();
    await aTimeout(50);
    expect(rowsOf(list).some((row) => row.part.contains('selected'))).to.be.false;
  });

  it('B121: rows tell their place among all', async () => {
    const list = await three();
    expect(
      rowsOf(list).map((row) => [
        row.getAttribute('aria-posinset'),
        row.getAttribute('aria-setsize'),
      ]),
    ).to.deep.equal([
      ['1', '3'],
      ['2', '3'],
      ['3', '3'],
    ]);
  });

  it('B82 B83: the menu opens by right click and by key, and gives the focus back', async () => {
    const list = await three();
    const row = rowWith(list, 'One')!;
    await sendMouse({ type: 'click', position: middleOf(row), button: 'right' });
    await waitUntil(() => allByRole(list, 'menuitem').length > 0, 'no menu');
    expect(allByRole(list, 'menuitem').map(textOf)).to.deep.equal([
      'Mark as read',
      'Pin',
      'Mute',
      'Tags',
      'Delete chat',
    ]);
    await press('Escape');
    list.focus();
    await press('End');
    await sendKeys({ down: 'Shift' });
    await press('F10');
    await sendKeys({ up: 'Shift' });
    await waitUntil(() => textOf(focused()) === 'Mark as read', 'first item not focused');
    await press('p');
    await press('Enter');
    await waitUntil(() => textOf(rowsOf(list)[0]).includes('One'), 'not pinned to the top');
    expect(textOf(focused()), 'focus came back to the row').to.contain('One');
  });

  it('deletes after asking once, and shows why it could not', async () => {
    const list = await three();
    const more = byRole(list, 'button', 'Actions for Ben');
    more.click();
    await waitUntil(() => allByRole(list, 'menuitem', 'Delete chat').length > 0);
    ana.line.refuse('conversation.delete', 'forbidden');
    byRole(list, 'menuitem', 'Delete chat').click();
    await waitUntil(() => allByRole(list, 'button', 'Delete chat').length > 0);
    byRole(list, 'button', 'Delete chat').click();
    await waitUntil(
      () => allByRole(list, 'alert').some((alert) => textOf(alert) !== ''),
      'no reason',
    );
    expect(rowWith(list, 'One')).to.exist;
    byRole(list, 'button', 'Delete chat').click();
    await waitUntil(() => !rowWith(list, 'One'), 'still there');
  });

  it('chips show unread ones and groups', async () => {
    const list = await three();
    byRole(list, 'button', 'Groups').click();
    await waitUntil(() => rowsOf(list).length === 1);
    expect(textOf(rowsOf(list)[0])).to.contain('Kiln');
    byRole(list, 'button', 'Unread').click();
    await waitUntil(() => rowsOf(list).length === 3);
    await ana.conversations.markRead({ uid: 'ben' });
    await waitUntil(() => rowsOf(list).length === 2, 'what is read stays');
  });
});

describe('chat-conversations: states', () => {
  it('B108: empty has an action that begins a chat', async () => {
    await world.host.manage().request('user.create', { uid: 'dora', name: 'Dora' }, 'make-dora');
    const list = await show(await world.client('dora'));
    await waitUntil(() => allByRole(list, 'button', 'New chat').length === 2, 'no way on');
    expect(textOf(list.shadowRoot?.querySelector('[part~=state]'))).to.contain('No chats yet');
    allByRole(list, 'button', 'New chat')[1]?.click();
    const person = await rowSaying(list, 'Ben');
    setTimeout(() => person.click());
    const { detail } = await oneEvent<HTMLElementEventMap['chat-select']>(list, 'chat-select');
    expect(detail.target).to.deep.equal({ uid: 'ben' });
    await waitUntil(() => allByRole(list, 'dialog').length === 0, 'the choice stays open');
  });

  it('writes a time as its language does, whatever the direction of the page', async () => {
    await ben.messages.send({ uid: 'ana' }, { text: 'Hello' });
    const list = await show();
    Object.assign(list, { lang: 'en-US', dir: 'rtl' });
    const row = await rowSaying(list, 'Hello');
    const time = row.querySelector('time')!;
    await waitUntil(() => /\d [AP]M$/.test(textOf(time)), 'no time of the day');
    const words = [...time.childNodes].find(
      (node) => node instanceof Text && node.data.trim() !== '',
    ) as Text;
    const left = (at: number) => {
      const range = new Range();
      range.setStart(words, at);
      range.setEnd(words, at + 1);
      return range.getBoundingClientRect().left;
    };
    const half = words.data.search(/[AP]M/);
    expect(left(half)).to.be.greaterThan(left(words.data.search(/\d/)));
  });

  it('B108: an error says so and tries again', async () => {
    await ben.messages.send({ uid: 'ana' }, { text: 'Hello' });
    ana.line.refuse('conversation.list', 'forbidden');
    const fired = oneEvent(document, 'chat-error');
    const list = await show();
    await fired;
    await waitUntil(() => allByRole(list, 'button', 'Try again').length > 0, 'no way out');
    byRole(list, 'button', 'Try again').click();
    await rowSaying(list, 'Hello');
  });

  it('shows skeletons while loading, and says when signed out', async () => {
    const go = ana.line.hold('conversation.list');
    const list = await show();
    await waitUntil(() => list.shadowRoot?.querySelector('[part~=skeleton]'), 'no skeletons');
    go();
    await waitUntil(() => !list.shadowRoot?.querySelector('[part~=skeleton]'));
    await ana.signOut();
    await waitUntil(() =>
      /signed out/.test(textOf(list.shadowRoot?.querySelector('[part~=state]'))),
    );
  });

  it('shows nothing of who was signed in before to who is signed in now', async () => {
    await ben.messages.send({ uid: 'ana' }, { text: 'For Ana alone' });
    const list = await show();
    await rowSaying(list, 'For Ana alone');
    await ana.signOut();
    const go = ana.line.hold('conversation.list');
    await ana.signIn({ uid: 'cyd', authKey: world.host.app.authKey });
    await waitUntil(() => list.shadowRoot?.querySelector('[part~=skeleton]'), 'no skeletons');
    expect(textOf(list)).to.not.contain('For Ana alone');
    go();
    await rowSaying(list, 'Kiln');
    expect(textOf(list)).to.not.contain('For Ana alone');
  });

  it('survives without a client', async () => {
    const list = document.createElement('chat-conversations');
    document.body.append(list);
    await waitUntil(() => list.shadowRoot?.querySelector('[part~=skeleton]'), 'no skeletons');
    list.remove();
  });

  it('is accessible with rows, selection and menu', async () => {
    await ben.messages.send({ uid: 'ana' }, { text: 'One' });
    await cyd.messages.send({ guid: 'kiln' }, { text: 'Three' });
    const list = await show();
    (await rowSaying(list, 'One')).click();
    await waitUntil(() => rowWith(list, 'One')?.part.contains('selected'), 'not selected');
    await still();
    await expect(list).to.be.accessible();
    list.startChat();
    await rowSaying(list, /Offline|Online/);
    await still();
    await expect(list).to.be.accessible();
  });
});
