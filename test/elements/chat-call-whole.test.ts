import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/elements/chat-call/chat-call.js';
import type { ChatCall } from '../../src/elements/chat-call/chat-call.js';
import { allByRole, byRole } from '../support/find.js';
import { pressTab } from '../support/keyboard.js';
import { focused, inPane } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, toBen, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana', 'ben');

const narrow = () => setViewport({ width: 360, height: 640 });
const wide = () => setViewport({ width: 800, height: 600 });
beforeEach(narrow);
afterEach(wide);

let call: ChatCall;
const page = () => document.querySelector<HTMLElement>('button.page')!;
const shown = (name: string) =>
  waitUntil(() => allByRole(call, 'button', name).length > 0, `no ${name}`);
const isOnPage = () => focused() === page();
const isIn = () => call.shadowRoot!.contains(focused());

/** Where Tab leads, as often as there are buttons and more. */
async function tab(): Promise<boolean[]> {
  const inside: boolean[] = [];
  for (let i = 0; i < 8; i++) {
    await pressTab();
    inside.push(isIn());
  }
  return inside;
}

async function place(client: typeof ana): Promise<void> {
  const box = await inPane(
    client,
    html`<p><chat-call></chat-call><button class="page">Page</button></p>`,
  );
  call = box.querySelector('chat-call')!;
  page().focus();
}

describe('a call that takes all of the screen', () => {
  it('keeps the focus while it does, and gives it back (B120)', async () => {
    await place(ana);
    await ana.calls.start(toBen, 'audio');
    await shown('Cancel');
    expect(isIn(), 'the focus is not there').to.equal(true);
    expect(await tab()).not.to.include(false);
    await still();
    await expect(call).to.be.accessible();
    // Also where Tab has led beyond the last button.
    (focused() as HTMLElement).blur();
    await sendKeys({ press: 'Escape' });
    await waitUntil(isOnPage, 'not given back');
  });

  it('does so from when it was accepted, not while it rings', async () => {
    await place(ben);
    await ana.calls.start(toBen, 'audio');
    await shown('Accept');
    await sendKeys({ press: 'F6' });
    expect(isOnPage(), 'F6 does not lead out').to.equal(true);
    byRole(call, 'button', 'Accept').focus();
    await sendKeys({ press: 'Enter' });
    await shown('End');
    expect(isIn(), 'the focus is not there').to.equal(true);
    expect(await tab()).not.to.include(false);
    byRole(call, 'button', 'End').click();
    await waitUntil(isOnPage, 'not given back');
  });

  it('lets it go where the screen has become wide, and takes it where it is narrow again', async () => {
    await place(ana);
    await ana.calls.start(toBen, 'audio');
    await shown('Cancel');
    const cancel = byRole(call, 'button', 'Cancel');
    cancel.focus();
    await wide();
    await waitUntil(() => !call.shadowRoot!.querySelector(':modal'), 'still modal');
    expect(focused() === cancel, 'the focus has moved').to.equal(true);
    page().focus();
    expect(isOnPage(), 'the page cannot be reached').to.equal(true);
    await narrow();
    await waitUntil(isIn, 'the focus is behind it');
  });

  it('does so as well after it has been moved in the page (B115)', async () => {
    await place(ana);
    await ana.calls.start(toBen, 'audio');
    await shown('Cancel');
    page().after(call);
    const box = call.shadowRoot!.querySelector('dialog')!;
    await waitUntil(() => box.matches(':modal'), 'not above the page');
    await waitUntil(isIn, 'the focus is not there');
    byRole(call, 'button', 'Cancel').click();
    await waitUntil(() => !box.open, 'it stays');
  });
});
