import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-emoji-picker/chat-emoji-picker.js';
import '../../src/elements/chat-menu/chat-menu.js';
import '../../src/elements/chat-provider/chat-provider.js';
import '../../src/elements/chat-reaction-bar/chat-reaction-bar.js';
import '../../src/elements/chat-users/chat-users.js';
import { lateHandling } from '../../src/elements/list/late-handling.js';
import { waitUntil } from '../support/wait.js';
import { ana, useWorld } from '../support/world.js';

useWorld('ana');

/** A dialog of the page, with the kit in it. */
async function dialogWith(content: unknown): Promise<HTMLDialogElement> {
  const dialog = await fixture<HTMLDialogElement>(
    html`<dialog style="block-size: 400px; inline-size: 400px">
      <button>Open</button>${content}
    </dialog>`,
  );
  dialog.showModal();
  return dialog;
}
const anchorOf = (dialog: HTMLDialogElement) => dialog.querySelector('button')!;

describe('Escape in a dialog of the page', () => {
  for (const [tag, content] of [
    ['chat-menu', html`<chat-menu .items=${[{ id: 'a', label: 'A' }]}></chat-menu>`],
    ['chat-reaction-bar', html`<chat-reaction-bar></chat-reaction-bar>`],
    ['chat-emoji-picker', html`<chat-emoji-picker></chat-emoji-picker>`],
  ] as const) {
    it(`B74: closes ${tag}, and the dialog with the next press`, async () => {
      const dialog = await dialogWith(content);
      const popup = dialog.querySelector(tag)!;
      anchorOf(dialog).focus();
      await popup.openAt(anchorOf(dialog));
      await sendKeys({ press: 'Escape' });
      expect(popup.open).to.be.false;
      expect(dialog.open).to.be.true;
      await sendKeys({ press: 'Escape' });
      expect(dialog.open).to.be.false;
    });
  }

  it('B74: empties a search field, and closes the dialog with the next press', async () => {
    const dialog = await dialogWith(
      html`<chat-provider .client=${ana}><chat-users></chat-users></chat-provider>`,
    );
    const users = dialog.querySelector('chat-users')!;
    await waitUntil(() => users.shadowRoot?.querySelector('input'), 'no field');
    const field = users.shadowRoot!.querySelector('input')!;
    await lateHandling.load();
    field.focus();
    await sendKeys({ type: 'be' });
    await sendKeys({ press: 'Escape' });
    expect(field.value).to.equal('');
    expect(dialog.open).to.be.true;
    await sendKeys({ press: 'Escape' });
    expect(dialog.open).to.be.false;
  });
});
