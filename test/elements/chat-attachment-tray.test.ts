import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DraftFile } from '../../src/client/draft-types.js';
import '../../src/elements/chat-attachment-tray/chat-attachment-tray.js';
import type { ChatAttachmentTray } from '../../src/elements/chat-attachment-tray/chat-attachment-tray.js';
import { chord } from '../support/composer.js';
import { allByRole, byRole } from '../support/find.js';
import { waitUntil } from '../support/wait.js';

const draft = (id: string, name: string, type: string): DraftFile => ({
  id,
  file: new File(['x'.repeat(2048)], name, { type }),
});

async function tray(...files: DraftFile[]): Promise<ChatAttachmentTray> {
  const element = await fixture<ChatAttachmentTray>(
    html`<chat-attachment-tray .files=${files}></chat-attachment-tray>`,
  );
  // As in a composer, which draws what its draft has become.
  element.addEventListener('chat-files', ({ detail }) => {
    void Promise.resolve()
      .then(() => Promise.resolve())
      .then(() => (element.files = detail.files));
  });
  return element;
}

describe('chat-attachment-tray', () => {
  it('B66: shows pictures as pictures and the rest by name and size', async () => {
    const element = await tray(
      draft('1', 'a.png', 'image/png'),
      draft('2', 'b.pdf', 'application/pdf'),
    );
    expect(element.shadowRoot?.querySelector('img')?.alt).to.equal('a.png');
    expect(element.shadowRoot?.textContent).to.contain('b.pdf').and.contain('2 kB');
    await expect(element).to.be.accessible();
  });

  it('B66: shows a picture or film that cannot be drawn by name and size', async () => {
    const element = await tray(
      draft('1', 'a.heic', 'image/heic'),
      draft('2', 'b.mov', 'video/quicktime'),
    );
    for (const name of ['a.heic', 'b.mov'])
      await waitUntil(() => element.shadowRoot?.textContent.includes(name), name, 5);
    expect(allByRole(element, 'button', 'Describe a.heic')).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('B122: a long name and the size have room each, also where the text is twice as large', async () => {
    document.documentElement.style.fontSize = '200%';
    try {
      const element = await tray(draft('1', 'Firing schedule, blue batch.pdf', 'application/pdf'));
      const box = (selector: string) =>
        element.shadowRoot!.querySelector(selector)!.getBoundingClientRect();
      expect(box('.name').top).to.be.at.least(box('li').top);
      expect(box('.size').top).to.be.at.least(box('.name').bottom - 1);
      expect(box('.size').bottom).to.be.at.most(box('li').bottom);
    } finally {
      document.documentElement.style.fontSize = '';
    }
  });

  it('B66: after one is removed, the focus is on the next one', async () => {
    const files = ['a', 'b', 'c'].map((name) => draft(name, name, 'text/plain'));
    const element = await tray(...files);
    const names = () => allByRole(element, 'button', /^Remove/).map((button) => button.ariaLabel);
    const focused = () => element.shadowRoot?.activeElement?.ariaLabel;
    byRole(element, 'button', 'Remove b').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => names().length === 2, names().join());
    expect(focused()).to.equal('Remove c');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => names().length === 1, names().join());
    expect(focused()).to.equal('Remove a');
  });

  it('B66: says what was added to those who hear it', async () => {
    const element = await tray(draft('1', 'a.png', 'image/png'));
    const said = () => byRole(element, 'status').textContent;
    await waitUntil(() => said() === 'Attached: a.png', said());
    const more = ['b', 'c'].map((name) => draft(name, `${name}.txt`, 'text/plain'));
    element.files = [...element.files, ...more];
    await waitUntil(() => said() === 'Attached: b.txt and c.txt', said());
  });

  it('addresses of pictures are given back', async () => {
    const element = await tray(draft('1', 'a.png', 'image/png'));
    const url = element.shadowRoot?.querySelector('img')?.src ?? '';
    expect((await fetch(url)).ok).to.be.true;
    byRole(element, 'button', 'Remove a.png').click();
    await waitUntil(() => element.files.length === 0);
    await element.updateComplete;
    const gone = await fetch(url).catch(() => undefined);
    expect(gone).to.equal(undefined);
  });

  it('B66: only pictures are described', async () => {
    const element = await tray(
      draft('1', 'a.png', 'image/png'),
      draft('2', 'b.zip', 'application/zip'),
    );
    expect(allByRole(element, 'button', /^Describe/)).to.have.length(1);
  });

  it('B66: Alt and an arrow move a file, which keeps the focus and says where it is', async () => {
    const files = ['a', 'b', 'c'].map((name) => draft(name, name, 'text/plain'));
    const element = await tray(...files);
    const ids = () => element.files.map(({ id }) => id).join('');
    byRole(element, 'button', 'Remove a').focus();
    await chord('Alt', 'ArrowRight');
    expect(ids()).to.equal('bac');
    await chord('Alt', 'ArrowRight');
    await chord('Alt', 'ArrowRight');
    expect(ids()).to.equal('bca');
    await element.updateComplete;
    expect(byRole(element, 'button', 'Remove a').matches(':focus')).to.be.true;
    expect(byRole(element, 'status').textContent).to.equal('a, 3 of 3');
    await chord('Alt', 'ArrowLeft');
    expect(ids()).to.equal('bac');
  });

  it('B66: a file is dragged to another place', async () => {
    const files = ['a', 'b', 'c'].map((name) => draft(name, name, 'text/plain'));
    const element = await tray(...files);
    const item = (at: number) => element.shadowRoot?.querySelectorAll('li')[at];
    const drag = (type: string) => new DragEvent(type, { bubbles: true, cancelable: true });
    item(0)?.dispatchEvent(drag('dragstart'));
    const over = drag('dragover');
    item(2)?.dispatchEvent(over);
    expect(over.defaultPrevented).to.be.true;
    await waitUntil(() => element.files.map(({ id }) => id).join('') === 'bca');
  });
});
