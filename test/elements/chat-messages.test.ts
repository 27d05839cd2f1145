import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { registerMessageKind } from '../../src/elements/chat-message/message-kinds.js';
import type { ChatMessage } from '../../src/elements/chat-message/chat-message.js';
import '../../src/elements/chat-messages/chat-messages.js';
import { allByRole, byRole } from '../support/find.js';
import { fill, frame, kiln, openList, type View } from '../support/messages.js';
import { createWorld, pause, until, type TestClient, type TestWorld } from '../support/world.js';

describe('chat-messages', () => {
  let world: TestWorld;
  let ana: TestClient;
  let ben: TestClient;
  let view: View;
  const benTarget = { uid: 'ben' };
  const anaTarget = { uid: 'ana' };
  const press = (key: string) => sendKeys({ press: key });
  const push = (name: string | RegExp) => byRole(view.list, 'button', name).click();
  const menuItems = () => allByRole(view.list, 'menuitem').map((one) => one.textContent.trim());
  const choose = (name: string) => byRole(view.list, 'menuitem', name).click();
  const bubble = (row: ChatMessage) => row.querySelector<HTMLElement>('[part="bubble"]')!;

  async function openMenu(row: ChatMessage) {
    row.focus();
    await waitUntil(() => row.querySelector('.toolbar'), 'no toolbar');
    byRole(row, 'button', 'More').click();
    await waitUntil(() => menuItems().length > 0, 'no menu');
  }

  beforeEach(async () => {
    world = await createWorld();
    ana = await world.client('ana');
    ben = await world.client('ben');
  });
  afterEach(async () => {
    await resetMouse();
    await world.close();
  });

  describe('what it shows', () => {
    it('puts the day between days, and names and faces once a group (B28, B30)', async () => {
      await fill(world, 50, (i) => `Line ${i} `);
      view = await openList(ana);
      await view.seen('Line 49 ');
      const names = view.rows().filter((row) => row.querySelector('.by:not(.visually-hidden)'));
      expect(names.at(-1)!.textContent).to.contain('Ben');
      expect(names.at(-2)!.textContent).to.contain('Cyd');
      const [group] = [view.rows().filter((row) => /Line (42|43|44) /.test(row.textContent))];
      expect(group.map((row) => row.querySelector('chat-avatar') !== null)).to.deep.equal([
        false,
        false,
        true,
      ]);
      expect(view.list.renderRoot.querySelectorAll('.rows > [part="day"]').length).to.be.within(
        1,
        2,
      );
    });

    it('shows no names or faces in a conversation of two', async () => {
      await ben.messages.send(anaTarget, { text: 'Only us' });
      view = await openList(ana, benTarget);
      const row = await view.seen('Only us');
      expect(row.querySelector('chat-avatar')).to.be.null;
      expect(row.querySelector('.by')!.classList.contains('visually-hidden')).to.be.true;
    });

    it('tells sending, sent, delivered and read by shape and by name (B45)', async () => {
      view = await openList(ana, benTarget);
      await waitUntil(() => view.box.textContent.includes('No messages yet'));
      const release = ana.line.hold('message.send');
      void ana.messages.send(benTarget, { text: 'Tick' });
      const row = await view.seen('Tick');
      const state = () => row.querySelector('[part="state"]')!;
      const shapes = new Set<string>();
      const reach = async (name: string) => {
        await waitUntil(() => state().getAttribute('aria-label') === name, `not ${name}`);
        shapes.add(
          state()
            .querySelector('svg')!
            .innerHTML.replaceAll(/<!--.*?-->/g, ''),
        );
      };
      await reach('Sending');
      release();
      await reach('Delivered');
      const feed = ben.messages.feed(anaTarget);
      const { items } = await until(feed.$feed, ({ ready }) => ready);
      feed.seen(items.at(-1)!.id);
      await reach('Read');
      expect(shapes.size).to.equal(3);
      expect(view.row('Tick'), 'the same row all the way (B51)').to.equal(row);
    });

    it('keeps a failed message with retry and discard (B55) and says so at once (B119)', async () => {
      view = await openList(ana, benTarget);
      await waitUntil(() => view.box.textContent.includes('No messages yet'));
      ana.line.refuse('message.send', 'forbidden');
      ana.messages.send(benTarget, { text: 'Precious words' }).catch(() => undefined);
      const row = await view.seen('Precious words');
      await waitUntil(() => row.textContent.includes('Not sent. You may not do this.'));
      const announcer = view.list.renderRoot.querySelector('chat-announcer')!;
      await waitUntil(() => byRole(announcer, 'alert').textContent.includes('could not be sent'));
      byRole(row, 'button', 'Try again').click();
      await waitUntil(() => row.querySelector('[aria-label="Delivered"]'), 'not sent again');
      expect(row.textContent).not.to.contain('Not sent');
    });

    it('discards a failed message, and focus goes to the next row (B55, B120)', async () => {
      await ana.messages.send(benTarget, { text: 'Stays' });
      view = await openList(ana, benTarget);
      await view.seen('Stays');
      ana.line.refuse('message.send', 'forbidden');
      ana.messages.send(benTarget, { text: 'Goes' }).catch(() => undefined);
      const row = await view.seen('Goes');
      await waitUntil(() => row.textContent.includes('Discard'));
      byRole(row, 'button', 'Discard').focus();
      await press('Enter');
      await waitUntil(() => !view.rows().includes(row), 'still there');
      await frame(2);
      expect(view.list.shadowRoot!.activeElement).to.equal(view.row('Stays'));
    });

    it('says what waits for a connection, and lets it be cancelled (B54)', async () => {
      await ana.messages.send(benTarget, { text: 'Before' });
      view = await openList(ana, benTarget);
      await view.seen('Before');
      ana.line.cut();
      ana.messages.send(benTarget, { text: 'Patience' }).catch(() => undefined);
      const row = await view.seen('Patience');
      await waitUntil(() => row.textContent.includes('Will be sent when you are online'));
      byRole(row, 'button', 'Cancel').click();
      await waitUntil(() => !view.rows().includes(row), 'still there');
    });

    it('shows a lost connection after 3 s and keeps its place (B112)', async () => {
      await fill(world, 60);
      view = await openList(ana);
      await view.seen('Line 59 ');
      await view.scrollBy(-700);
      const { id, offset } = view.top();
      ana.line.cut();
      await pause(500);
      expect(view.list.renderRoot.querySelector('.banner')).to.be.null;
      await waitUntil(() => view.list.renderRoot.querySelector('.banner'), 'no banner', {
        timeout: 5000,
      });
      expect(view.offset(id)).to.be.closeTo(offset, 0.6);
      ana.line.mend();
      await waitUntil(() => !view.list.renderRoot.querySelector('.banner'), 'still a banner');
      expect(view.offset(id)).to.be.closeTo(offset, 0.6);
    });

    it('says who types without moving anything (B76)', async () => {
      await fill(world, 40);
      view = await openList(ana);
      const row = await view.seen('Line 39 ');
      const place = row.getBoundingClientRect().top;
      ben.typing.touch(kiln);
      const typing = view.list.renderRoot.querySelector('[part="typing"]')!;
      await waitUntil(() => typing.textContent.includes('Ben is typing'));
      expect(row.getBoundingClientRect().top).to.equal(place);
      ana.typing.touch(kiln);
      await pause(100);
      expect(typing.textContent).not.to.contain('Ana');
    });

    it('greets in an empty conversation, and helps to begin', async () => {
      view = await openList(ana, benTarget);
      await waitUntil(() => view.box.textContent.includes('Say hello to Ben'));
      push('Say hello');
      expect(ana.drafts.$draft(benTarget).get().text).to.contain('Hello');
      await expect(view.list).to.be.accessible();
    });

    it('shows what went wrong with a way out', async () => {
      ana.line.refuse('message.list', 'forbidden');
      view = await openList(ana);
      await waitUntil(() => view.box.textContent.includes('could not be loaded'));
      push('Try again');
      await view.seen('Ana created the group');
    });

    it('draws unknown kinds by their preview, and known ones as they were taught (B96)', async () => {
      const data = { question: 'Lunch?' };
      const poll = { type: 'test-poll', data, conversationText: 'Poll: Lunch?' };
      await ben.messages.send(anaTarget, poll);
      view = await openList(ana, benTarget);
      await view.seen('Poll: Lunch?');
      registerMessageKind({
        category: 'custom',
        type: 'test-quiz',
        render: ({ message }) => `Quiz about ${String(message.data?.['about'])}`,
      });
      await ben.messages.send(anaTarget, { type: 'test-quiz', data: { about: 'clay' } });
      await view.seen('Quiz about clay');
    });

    it('folds what is very long; the whole is one press away (B92)', async () => {
      const text = Array.from({ length: 60 }, (_, i) => `verse ${i}`).join('\n');
      await ben.messages.send(anaTarget, { text });
      view = await openList(ana, benTarget);
      const row = await view.seen('verse 59');
      const folded = row.offsetHeight;
      byRole(row, 'button', 'Show more').click();
      await row.updateComplete;
      expect(row.offsetHeight).to.be.greaterThan(folded * 1.8);
      byRole(row, 'button', 'Show less').click();
      await row.updateComplete;
      expect(row.offsetHeight).to.equal(folded);
    });

    it('keeps wide code inside, with a way to copy it (B94)', async () => {
      await ben.messages.send(anaTarget, { text: `\`\`\`\n${'wide '.repeat(200)}\n\`\`\`` });
      view = await openList(ana, benTarget, 400, 320);
      const row = await view.seen('wide wide');
      expect(view.box.scrollWidth).to.be.at.most(view.box.clientWidth);
      const code = row.querySelector('pre')!;
      expect(code.scrollWidth).to.be.greaterThan(code.clientWidth);
      expect(byRole(row, 'button', 'Copy code')).to.exist;
    });

    it('takes the direction of each message from its own text (B98)', async () => {
      await ben.messages.send(anaTarget, { text: 'شكرًا، وصلت الصور' });
      view = await openList(ana, benTarget);
      const row = await view.seen('شكرًا');
      expect(getComputedStyle(row.querySelector('[part="text"]')!).direction).to.equal('rtl');
      expect(getComputedStyle(row).direction).to.equal('ltr');
    });

    it('says calmly that no conversation is on show', async () => {
      view = await openList(ana, { uid: '' });
      await view.list.updateComplete;
      expect(view.list.shadowRoot!.textContent).to.contain('Choose a conversation');
    });

    it('is accessible with messages of every kind', async () => {
      await fill(world, 12);
      await ben.messages.send(kiln, { text: '**Hi** <@uid:ana> https://a.example `x`' });
      await ana.messages.send(kiln, { text: 'Mine' });
      view = await openList(ana);
      await view.seen('Mine');
      await expect(view.list).to.be.accessible();
    });
  });

  describe('what one can do', () => {
    it('shows its tools on hover and focus without moving anything (B82)', async () => {
      await fill(world, 20);
      view = await openList(ana);
      const row = await view.seen('Line 18 ');
      const before = view.rows().map((one) => one.getBoundingClientRect().top);
      const { x, y } = bubble(row).getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(x + 12), Math.round(y + 12)] });
      await waitUntil(() => row.querySelector('.toolbar'), 'no tools');
      expect(view.rows().map((one) => one.getBoundingClientRect().top)).to.deep.equal(before);
      await sendMouse({ type: 'move', position: [1, 1] });
      await waitUntil(() => !row.querySelector('.toolbar'), 'tools stay');
    });

    it('opens the same menu by right click, not on links or selected text (B82)', async () => {
      await ben.messages.send(anaTarget, { text: 'Look at https://a.example' });
      view = await openList(ana, benTarget);
      const row = await view.seen('Look at');
      const rightClick = (on: Element) => {
        const init = { bubbles: true, composed: true, cancelable: true, button: 2 };
        return on.dispatchEvent(new PointerEvent('contextmenu', init));
      };
      expect(rightClick(row.querySelector('a')!), 'on a link').to.be.true;
      expect(rightClick(bubble(row))).to.be.false;
      await waitUntil(() => menuItems().length > 0, 'no menu');
    });

    it('offers exactly what may be done, and gives focus back (B83)', async () => {
      await ben.messages.send(anaTarget, { text: 'Theirs' });
      await ana.messages.send(benTarget, { text: 'Mine' });
      view = await openList(ana, benTarget);
      await view.seen('Mine');
      await openMenu(view.row('Theirs'));
      expect(menuItems()).to.deep.equal([
        'React',
        'Reply',
        'Reply in thread',
        'Copy text',
        'Mark as unread',
        'Report',
      ]);
      await press('Escape');
      await waitUntil(() => menuItems().length === 0);
      await openMenu(view.row('Mine'));
      expect(menuItems()).to.deep.equal([
        'React',
        'Reply',
        'Reply in thread',
        'Copy text',
        'Edit',
        'Message info',
        'Delete',
      ]);
    });

    it('closes its menu when the message is deleted, not when it changes (B83)', async () => {
      const sent = await ben.messages.send(anaTarget, { text: 'Unstable' });
      view = await openList(ana, benTarget);
      await openMenu(await view.seen('Unstable'));
      await ben.messages.edit(sent.id, 'Edited meanwhile');
      await view.seen('Edited meanwhile');
      expect(menuItems()).not.to.be.empty;
      await ben.messages.delete(sent.id);
      await waitUntil(() => menuItems().length === 0, 'still open');
      expect(view.row('Message deleted')).to.exist;
    });

    it('replies, edits and opens threads', async () => {
      await ana.messages.send(benTarget, { text: 'Mine' });
      view = await openList(ana, benTarget);
      const row = await view.seen('Mine');
      const draft = () => ana.drafts.$draft(benTarget).get();
      await openMenu(row);
      choose('Reply');
      expect(draft().replyTo).to.equal(row.item!.id);
      await openMenu(row);
      choose('Edit');
      expect(draft()).to.include({ editing: row.item!.id, text: 'Mine' });
      let thread: unknown;
      view.list.addEventListener('chat-thread', (event) => (thread = event.detail));
      await openMenu(row);
      choose('Reply in thread');
      expect(thread).to.deep.equal({ target: benTarget, parentId: row.item!.id });
    });

    it('deletes after asking once, and leaves a mark in the place (B86)', async () => {
      await ana.messages.send(benTarget, { text: 'Oops' });
      view = await openList(ana, benTarget);
      await openMenu(await view.seen('Oops'));
      choose('Delete');
      await waitUntil(() => allByRole(view.list, 'button', 'Cancel').length > 0, 'no question');
      push('Delete');
      const row = await view.seen('Message deleted');
      expect(row.textContent).not.to.contain('Oops');
      expect(row.querySelector('.toolbar')).to.be.null;
    });

    it('says that the original of a reply is gone (B86)', async () => {
      const sent = await ben.messages.send(anaTarget, { text: 'The original' });
      await ana.messages.send(benTarget, { text: 'The answer', quotedId: sent.id });
      view = await openList(ana, benTarget);
      const row = await view.seen('The answer');
      await waitUntil(() => row.querySelector('[part="quote"]')?.textContent.includes('original'));
      await ben.messages.delete(sent.id);
      await waitUntil(() => row.textContent.includes('The original message is gone'));
    });

    it('marks what was edited (B87)', async () => {
      const sent = await ben.messages.send(anaTarget, { text: 'Frist' });
      view = await openList(ana, benTarget);
      const row = await view.seen('Frist');
      await ben.messages.edit(sent.id, 'First');
      await waitUntil(() => /First.*edited/s.test(row.textContent));
    });

    it('toggles a reaction at once, keeps the order, names who reacted (B85)', async () => {
      const sent = await ben.messages.send(anaTarget, { text: 'Good news' });
      await ben.messages.react(sent.id, '🎉', true);
      view = await openList(ana, benTarget);
      const row = await view.seen('Good news');
      const chips = () => [...row.querySelectorAll<HTMLElement>('[part="reaction"]')];
      const names = () => chips().map((chip) => chip.getAttribute('aria-label'));
      await waitUntil(() => chips().length === 1);
      expect(names()).to.deep.equal(['🎉 1, Ben']);
      const release = ana.line.hold('reaction.add');
      row.focus();
      await waitUntil(() => row.querySelector('.toolbar'));
      byRole(row, 'button', 'React').click();
      await waitUntil(() => allByRole(view.list, 'button', '👍').length > 0, 'no bar');
      push('👍');
      await waitUntil(() => chips().length === 2, 'not at once');
      expect(names()[1]).to.equal('👍 1, You');
      expect(chips().map((chip) => chip.getAttribute('aria-pressed'))).to.deep.equal([
        'false',
        'true',
      ]);
      release();
      chips()[0]!.click();
      await waitUntil(() => names()[0] === '🎉 2, Ben and You', 'order or names changed');
    });

    it('takes a refused reaction back and says so (B85)', async () => {
      await ben.messages.send(anaTarget, { text: 'Good news' });
      view = await openList(ana, benTarget);
      const row = await view.seen('Good news');
      await row.updateComplete;
      const release = ana.line.hold('reaction.add');
      ana.line.refuse('reaction.add', 'forbidden');
      row.host!.react(row.item!, '👍');
      await waitUntil(() => row.querySelector('[part="reaction"]'), 'not at once');
      release();
      await waitUntil(() => !row.querySelector('[part="reaction"]'), 'not taken back');
    });

    it('tells who has read a message', async () => {
      await ana.messages.send(benTarget, { text: 'Mine' });
      view = await openList(ana, benTarget);
      await openMenu(await view.seen('Mine'));
      choose('Message info');
      await waitUntil(() => view.list.shadowRoot!.querySelector('chat-message-info'));
      const info = view.list.shadowRoot!.querySelector('chat-message-info')!;
      await waitUntil(() => /Delivered to\s+Ben/.test(info.shadowRoot!.textContent), 'no receipts');
    });

    it('reports a message with a reason', async () => {
      await ben.messages.send(anaTarget, { text: 'Buy now' });
      view = await openList(ana, benTarget);
      await openMenu(await view.seen('Buy now'));
      choose('Report');
      await waitUntil(() => view.list.shadowRoot!.querySelector('chat-report')?.shadowRoot);
      const dialog = view.list.shadowRoot!.querySelector('chat-report')!;
      await waitUntil(() => allByRole(dialog, 'button', 'Report').length > 0);
      const send = byRole(dialog, 'button', 'Report') as HTMLButtonElement;
      expect(send.disabled).to.be.true;
      await expect(dialog).to.be.accessible();
      dialog.renderRoot.querySelector<HTMLElement>('input[value="spam"]')!.click();
      await dialog.updateComplete;
      send.click();
      await waitUntil(() => view.list.shadowRoot!.textContent.includes('was reported'));
    });

    it('opens pictures in a viewer and returns to the thumbnail (B90)', async () => {
      const file = new File(
        ['<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>'],
        'a.svg',
        {
          type: 'image/svg+xml',
        },
      );
      await ben.messages.send(anaTarget, { files: [{ id: 'f', file, alt: 'A bowl' }] });
      view = await openList(ana, benTarget);
      await waitUntil(() => allByRole(view.list, 'button', 'Open picture: A bowl').length > 0);
      const thumbnail = byRole(view.list, 'button', 'Open picture: A bowl');
      thumbnail.focus();
      thumbnail.click();
      await waitUntil(() => view.list.shadowRoot!.querySelector('chat-viewer')?.open, 'no viewer');
      const viewer = view.list.shadowRoot!.querySelector('chat-viewer')!;
      expect(viewer.renderRoot.querySelector('img')!.alt).to.equal('A bowl');
      await expect(viewer).to.be.accessible();
      await press('Escape');
      await waitUntil(() => !viewer.open);
      expect(view.list.shadowRoot!.activeElement).to.equal(thumbnail);
    });
  });
});
