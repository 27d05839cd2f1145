import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ChatMessage } from '../../src/elements/chat-message/chat-message.js';
import '../../src/elements/chat-messages/chat-messages.js';
import { clipboardEvent } from '../support/clipboard.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { focusRow, fill, openList, view } from '../support/messages.js';
import { still } from '../support/still.js';
import { ana, ben, kiln, toAna, toBen, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

describe('chat-messages: what one can do', () => {
  const press = (key: string) => sendKeys({ press: key });
  const push = (name: string | RegExp) => byRole(view.list, 'button', name).click();
  const menuItems = () => allByRole(view.list, 'menuitem').map((one) => one.textContent.trim());
  const choose = (name: string) => byRole(view.list, 'menuitem', name).click();
  const bubble = (row: ChatMessage) => row.querySelector<HTMLElement>('[part="bubble"]')!;

  function select(from: Element, to: Element): Selection {
    const selection = document.getSelection()!;
    selection.setBaseAndExtent(from, 0, to, 1);
    return selection;
  }
  function copied(row: ChatMessage): string {
    const clipboardData = new DataTransfer();
    row.dispatchEvent(clipboardEvent('copy', clipboardData));
    return clipboardData.getData('text/plain');
  }

  async function openMenu(row: ChatMessage) {
    await focusRow(row);
    byRole(row, 'button', 'More').click();
    await waitUntil(() => menuItems().length > 0, 'no menu');
  }

  useWorld('ana', 'ben');
  afterEach(() => resetMouse());

  it('copies several messages as who said what and when, in order (B93)', async () => {
    const { id } = await ben.messages.send(toAna, { text: 'One **bold**' });
    await ana.messages.send(toBen, { text: 'Two\nlines', quotedId: id });
    await openList(toBen);
    const [one, two] = [await view.seen('bold'), await view.seen('lines')];
    const selection = select(one.querySelector('.text')!, two.querySelector('.text')!);
    await waitUntil(() => copied(one) !== '', 'nothing is copied');
    expect(copied(one)).to.match(/^\[.+\] Ben: One bold\n\[.+\] Ana: Two\nlines$/);
    selection.selectAllChildren(one.querySelector('.text')!);
    expect(copied(one), 'of one message, what is selected').to.equal('');
    selection.removeAllRanges();
  });

  it('folds what somebody wrote whom one has blocked, until one asks (B97)', async () => {
    const { id } = await ben.messages.send(kiln, { text: 'Something unkind' });
    await ana.users.block('ben');
    await openList();
    const row = await view.seen('From somebody you have blocked.');
    expect(row.textContent).not.to.contain('unkind');
    expect(row.getAttribute('aria-label')).not.to.contain('unkind');
    await still();
    await expect(view.list).to.be.accessible();
    await ana.messages.send(kiln, { text: 'My answer', quotedId: id });
    const answer = await view.seen('My answer');
    expect(answer.textContent, 'quoted').to.contain('From somebody you have blocked.');
    expect(answer.textContent, 'quoted').not.to.contain('unkind');
    const selection = select(bubble(row), answer.querySelector('.text')!);
    await waitUntil(() => copied(row) !== '', 'nothing is copied');
    expect(copied(row)).to.match(/Ben: From somebody you have blocked\.\n.*Ana: My answer$/);
    selection.removeAllRanges();
    byRole(row, 'button', 'Show message').click();
    await waitUntil(() => row.textContent.includes('Something unkind'), 'stays folded');
    expect(row.getAttribute('aria-label')).to.contain('unkind');
  });

  it('says in plain words why moderation has refused, and lets one write it otherwise, in its place (B55, B58, B72)', async () => {
    await openList(toBen);
    ana.line.refuse('message.send', 'moderated');
    const { id } = await ben.messages.send(toAna, { text: 'The original' });
    ana.messages.send(toBen, { text: 'Rude words', quotedId: id }).catch(() => undefined);
    const row = await view.seen('It was held back by moderation.');
    const draft = () => ana.drafts.$draft(toBen).get();
    ana.drafts.write(toBen, { text: 'Half a thought' });
    await openMenu(row);
    choose('Edit');
    expect(draft()).to.include({ editing: row.item!.id, text: 'Rude words' });
    await ana.messages.edit(row.item!.id, 'Kind words');
    ana.drafts.cancel(toBen);
    await waitUntil(() => row.item?.state !== 'failed' && row.item?.message.text === 'Kind words');
    expect(row.item!.message.quotedId, 'what it answers').to.equal(id);
    expect(draft().text).to.equal('Half a thought');
  });

  it('what is discarded is edited no longer, and can be had back (B55, B123)', async () => {
    await openList(toBen);
    ana.line.refuse('message.send', 'moderated');
    ana.messages.send(toBen, { text: 'Rude words' }).catch(() => undefined);
    const row = await view.seen('It was held back by moderation.');
    await openMenu(row);
    choose('Edit');
    await openMenu(row);
    choose('Discard');
    const draft = () => ana.drafts.$draft(toBen).get();
    expect(draft().editing).to.equal(undefined);
    await waitUntil(() => allByRole(view.list, 'button', 'Undo').length > 0, 'no way back');
    push('Undo');
    expect(draft().text).to.equal('Rude words');
  });

  it('shows its tools on hover and focus without moving anything (B82)', async () => {
    await fill(20);
    await openList();
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
    await ben.messages.send(toAna, { text: 'Look at https://a.example' });
    await openList(toBen);
    const row = await view.seen('Look at');
    const rightClick = (on: Element) => {
      const init = { bubbles: true, composed: true, cancelable: true, button: 2 };
      return on.dispatchEvent(new PointerEvent('contextmenu', init));
    };
    expect(rightClick(row.querySelector('a')!), 'on a link').to.be.true;
    expect(rightClick(bubble(row))).to.be.false;
    await waitUntil(() => menuItems().length > 0, 'no menu');
  });

  it('tells the full time of a message to who points at it or has the focus on it (B32)', async () => {
    await ben.messages.send(toAna, { text: 'Theirs' });
    await ben.messages.send(toAna, { text: 'Theirs, too' });
    await openList(toBen);
    const row = await view.seen('Theirs, too');
    const time = () => row.querySelector('time')!;
    expect(Date.parse(time().dateTime)).to.equal(row.item!.message.sentAt);
    expect(time().title).to.equal('');
    const year = String(new Date().getFullYear());
    const { x, y } = bubble(row).getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x + 12), Math.round(y + 12)] });
    await waitUntil(() => time().title.includes(year), 'not by pointing');
    await sendMouse({ type: 'move', position: [1, 1] });
    await waitUntil(() => time().title === '', 'still told');
    row.focus();
    await waitUntil(() => time().title.includes(year), 'not by the focus');
  });

  it('a finger that rests on a message sees when it was sent, to the day (B32)', async () => {
    await ben.messages.send(toAna, { text: 'Theirs' });
    await openList(toBen);
    await openMenu(await view.seen('Theirs'));
    const menu = view.list.renderRoot.querySelector('chat-menu')!;
    const note = menu.renderRoot.querySelector('[part=note]')!;
    expect(note.textContent).to.contain(String(new Date().getFullYear()));
    await still();
    await expect(view.list).to.be.accessible();
  });

  it('offers exactly what may be done, and gives focus back (B83)', async () => {
    await ben.messages.send(toAna, { text: 'Theirs' });
    await ana.messages.send(toBen, { text: 'Mine' });
    await openList(toBen);
    await view.seen('Mine');
    await openMenu(view.row('Theirs'));
    expect(menuItems()).to.deep.equal([
      'React',
      'Reply',
      'Reply in thread',
      'Copy text',
      'Mark as unread',
      'Pin message',
      'Save message',
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
      'Pin message',
      'Save message',
      'Delete',
    ]);
  });

  it('pins and saves, and takes both back', async () => {
    const { id } = await ben.messages.send(toAna, { text: 'Door code' });
    await openList(toBen);
    await view.seen('Door code');
    const now = () => ana.messages.$message(id).get()?.message;
    const chosen = async (name: string) => {
      await openMenu(view.row('Door code'));
      choose(name);
    };
    await chosen('Pin message');
    await waitUntil(() => now()?.pinnedAt !== undefined, 'not pinned');
    await chosen('Save message');
    await waitUntil(() => now()?.savedAt !== undefined, 'not saved');
    await chosen('Unpin message');
    await waitUntil(() => now()?.pinnedAt === undefined, 'still pinned');
    await chosen('Remove from saved');
    await waitUntil(() => now()?.savedAt === undefined, 'still saved');
  });

  it('closes its menu when the message is deleted, not when it changes (B83)', async () => {
    const sent = await ben.messages.send(toAna, { text: 'Unstable' });
    await openList(toBen);
    await openMenu(await view.seen('Unstable'));
    await ben.messages.edit(sent.id, 'Edited meanwhile');
    await view.seen('Edited meanwhile');
    expect(menuItems()).not.to.be.empty;
    await ben.messages.delete(sent.id);
    await waitUntil(() => menuItems().length === 0, 'still open');
    expect(view.row('Message deleted')).to.exist;
  });

  it('replies, edits and opens threads', async () => {
    await ana.messages.send(toBen, { text: 'Mine' });
    await openList(toBen);
    const row = await view.seen('Mine');
    const draft = () => ana.drafts.$draft(toBen).get();
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
    expect(thread).to.deep.equal({ target: toBen, parentId: row.item!.id });
  });

  it('deletes after asking once, and leaves a mark in the place (B86)', async () => {
    await ana.messages.send(toBen, { text: 'Oops' });
    await openList(toBen);
    await openMenu(await view.seen('Oops'));
    choose('Delete');
    await waitUntil(() => allByRole(view.list, 'button', 'Cancel').length > 0, 'no question');
    await waitUntil(
      () => view.list.shadowRoot!.activeElement?.textContent.trim() === 'Cancel',
      'it does not begin at the answer that changes nothing',
    );
    push('Delete');
    const row = await view.seen('Message deleted');
    expect(row.textContent).not.to.contain('Oops');
    expect(row.querySelector('.toolbar')).to.be.null;
  });

  it('says that the original of a reply is gone (B86)', async () => {
    const sent = await ben.messages.send(toAna, { text: 'The original' });
    await ana.messages.send(toBen, { text: 'The answer', quotedId: sent.id });
    await openList(toBen);
    const row = await view.seen('The answer');
    await waitUntil(() => row.querySelector('[part="quote"]')?.textContent.includes('original'));
    await ben.messages.delete(sent.id);
    await waitUntil(() => row.textContent.includes('The original message is gone'));
  });

  it('marks what was edited (B87)', async () => {
    const sent = await ben.messages.send(toAna, { text: 'Frist' });
    await openList(toBen);
    const row = await view.seen('Frist');
    await ben.messages.edit(sent.id, 'First');
    await waitUntil(() => /First.*edited/s.test(row.textContent));
  });

  it('toggles a reaction at once, keeps the order, names who reacted (B85)', async () => {
    const sent = await ben.messages.send(toAna, { text: 'Good news' });
    await ben.messages.react(sent.id, '🎉', true);
    await openList(toBen);
    const row = await view.seen('Good news');
    const chips = () => [...row.querySelectorAll<HTMLElement>('[part="reaction"]')];
    const names = () => chips().map((chip) => chip.getAttribute('aria-label'));
    await waitUntil(() => chips().length === 1);
    expect(names()).to.deep.equal(['🎉 1, Ben']);
    expect(chips()[0]!.title, 'read once more').to.equal('');
    row.focus();
    while (!chips()[0]!.matches(':focus')) await press(row.matches(':focus') ? 'Enter' : 'Tab');
    const told = getComputedStyle(chips()[0]!, '::before');
    // Firefox says where the words come from.
    expect(told.content, 'to those who see, by keys').to.match(/🎉 1, Ben|attr\(aria-label\)/);
    await press('Escape');
    const { x, y } = chips()[0]!.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(x + 12), Math.round(y + 12)] });
    await waitUntil(() => chips()[0]!.title === 'Ben', 'to the pointer');
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
    await ben.messages.send(toAna, { text: 'Good news' });
    await openList(toBen);
    const row = await view.seen('Good news');
    await row.updateComplete;
    const release = ana.line.hold('reaction.add');
    ana.line.refuse('reaction.add', 'forbidden');
    row.host!.act((acts) => acts.react(row.item!, '👍'));
    await waitUntil(() => row.querySelector('[part="reaction"]'), 'not at once');
    release();
    await waitUntil(() => !row.querySelector('[part="reaction"]'), 'not taken back');
  });

  it('tells who has read a message', async () => {
    await ana.messages.send(toBen, { text: 'Mine' });
    await openList(toBen);
    const row = await view.seen('Mine');
    await waitUntil(() => row.querySelector('[aria-label="Delivered"]'), 'not delivered');
    await openMenu(row);
    choose('Message info');
    await waitUntil(() => view.list.shadowRoot!.querySelector('chat-message-info'));
    const info = view.list.shadowRoot!.querySelector('chat-message-info')!;
    const shown = () => info.shadowRoot?.textContent ?? '';
    await waitUntil(() => /Delivered to\s+Ben/.test(shown()), 'no receipts');
  });

  it('reports a message with a reason', async () => {
    await ben.messages.send(toAna, { text: 'Buy now' });
    await openList(toBen);
    await openMenu(await view.seen('Buy now'));
    choose('Report');
    await waitUntil(
      () => view.list.shadowRoot!.querySelector('chat-report')?.shadowRoot,
      'no dialog',
    );
    const dialog = view.list.shadowRoot!.querySelector('chat-report')!;
    await waitUntil(() => allByRole(dialog, 'button', 'Report').length > 0);
    const send = byRole(dialog, 'button', 'Report') as HTMLButtonElement;
    expect(send.disabled).to.be.true;
    await still();
    await expect(dialog).to.be.accessible();
    dialog.renderRoot.querySelector<HTMLElement>('input[value="spam"]')!.click();
    await dialog.updateComplete;
    send.click();
    await waitUntil(() => textOf(view.list).includes('was reported'));
  });
});
