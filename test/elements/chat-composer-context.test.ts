import { expect } from '@open-wc/testing';
import {
  composer,
  area,
  compose,
  type,
  press,
  chord,
  push,
  arrived,
  rows,
} from '../support/composer.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { ana, toAna, toBen, until, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana');

describe('chat-composer: edit and reply', () => {
  async function said(text: string) {
    return ana.messages.send(toBen, { text });
  }

  it('B71 B72: Arrow up edits the last message; Escape brings the draft back, Enter saves', async () => {
    await compose();
    const { $feed } = ana.messages.feed(toBen);
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

  it('B117: those who hear it are told what is edited or replied to, once: with the text area, or at once where they are in it', async () => {
    await compose();
    const { $feed } = ana.messages.feed(toBen);
    await until($feed, ({ ready }) => ready);
    const { id } = await said('Blue bowls');
    const aloud = () =>
      [...composer.shadowRoot!.querySelectorAll('[role=status]')].map(textOf).join('');
    area.blur();
    ana.drafts.reply(toBen, id);
    const reply = 'Replying to yourself: Blue bowls';
    await waitUntil(() => area.ariaDescription === reply, `${area.ariaDescription}`);
    await waitUntil(() => area.matches(':focus'), 'no focus');
    expect(aloud()).to.equal('');
    await press('Escape');
    await waitUntil(() => area.ariaDescription === null, `${area.ariaDescription}`);
    await press('ArrowUp');
    await waitUntil(() => aloud() === 'Editing your message: Blue bowls', `aloud: ${aloud()}`);
    expect(area.ariaDescription).to.equal('Editing your message: Blue bowls');
    await press('Escape');
    await waitUntil(() => aloud() === '', `aloud: ${aloud()}`);
  });

  it('B71: what is still to be sent is edited where it waits, as the answer that it is', async () => {
    await compose();
    const { $feed } = ana.messages.feed(toBen);
    await until($feed, ({ ready }) => ready);
    const { id } = await said('first');
    ana.line.cut();
    void ana.messages.send(toBen, { text: 'secnd', quotedId: id });
    area.focus();
    await press('ArrowUp');
    await waitUntil(() => area.value === 'secnd');
    await chord('Control', 'a');
    await type('second');
    await press('Enter');
    await waitUntil(() => area.value === '');
    ana.line.mend();
    const [, last, ...more] = await arrived(toBen, 2);
    expect(last).to.include({ text: 'second', quotedId: id });
    expect(more).to.deep.equal([]);
  });

  it('B71: saving it unchanged does nothing, emptied it asks whether to delete', async () => {
    await compose();
    const { $feed } = ana.messages.feed(toBen);
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
    const { $feed } = ana.messages.feed(toBen);
    await until($feed, ({ ready }) => ready);
    const message = await theirs.messages.send(toAna, { text: 'Tea **now**?' });
    await until($feed, ({ items }) => items.length === 1);
    area.focus();
    await type('Yes @');
    await waitUntil(() => rows().length === 2);
    ana.drafts.reply(toBen, message.id);
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
    ana.drafts.reply(toBen, message.id);
    await waitUntil(() => composer.shadowRoot?.textContent.includes('Replying to Ben'));
    await press('Enter');
    const sent = (await arrived(toBen, 2)).at(-1);
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
    const [message] = await arrived(toBen, 1);
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
