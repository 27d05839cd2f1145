import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-dialog/chat-dialog.js';
import type { ChatDialog } from '../../src/elements/chat-dialog/chat-dialog.js';
import { still } from '../support/still.js';

async function opened() {
  const box = await fixture<HTMLElement>(
    html`<div>
      <button>Delete</button>
      <chat-dialog heading="Delete this message?">
        <p>It is deleted for everyone.</p>
        <button slot="action" class="yes">Delete it</button>
      </chat-dialog>
    </div>`,
  );
  const button = box.querySelector('button') as HTMLButtonElement;
  const dialog = box.querySelector('chat-dialog') as ChatDialog;
  button.focus();
  await dialog.show();
  return { box, button, dialog };
}

describe('chat-dialog', () => {
  it('is modal, named by its heading, and accessible', async () => {
    const { dialog } = await opened();
    expect(dialog.open).to.be.true;
    await still();
    await expect(dialog).to.be.accessible();
  });

  it('Escape closes it without an answer and gives focus back', async () => {
    const { button, dialog } = await opened();
    const closed = oneEvent(dialog, 'close');
    await sendKeys({ press: 'Escape' });
    await closed;
    expect(dialog.returnValue).to.equal('');
    expect(document.activeElement).to.equal(button);
  });

  it('moved in the page while it is open, it is modal as before (B115)', async () => {
    const { box, dialog } = await opened();
    const other = document.createElement('div');
    box.append(other);
    other.append(dialog);
    expect(dialog.renderRoot.querySelector('dialog')!.matches(':modal')).to.be.true;
    const closed = oneEvent(dialog, 'close');
    await sendKeys({ press: 'Escape' });
    await closed;
    await dialog.show();
    expect(dialog.renderRoot.querySelector('dialog')!.matches(':modal')).to.be.true;
  });

  it('close tells what was chosen', async () => {
    const { dialog } = await opened();
    const closed = oneEvent(dialog, 'close');
    dialog.close('yes');
    await closed;
    expect(dialog.returnValue).to.equal('yes');
    expect(dialog.open).to.be.false;
  });
});
