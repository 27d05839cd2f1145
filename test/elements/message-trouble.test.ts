import { expect } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import type { ErrorCode } from '../../src/protocol/errors.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { openList, view } from '../support/messages.js';
import { still } from '../support/still.js';
import { ana, toBen, until, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana', 'ben');

/** The row of a message that was refused for this. */
async function refused(code: ErrorCode, text: string) {
  ana.line.refuse('message.send', code);
  ana.messages.send(toBen, { text }).catch(() => undefined);
  const row = await view.seen(text);
  await waitUntil(() => row.querySelector('.trouble.failed'), 'never refused');
  return row;
}
const waysOut = (row: Element) =>
  allByRole(row.querySelector('[part="trouble"]')!, 'button').map(textOf);

describe('what was refused (B55)', () => {
  beforeEach(() => openList(toBen));

  it('is offered to be tried again only where that can help', async () => {
    const row = await refused('too-long', 'Far too much');
    expect(textOf(row)).to.contain('Not sent. It is too long.');
    expect(waysOut(row)).to.deep.equal(['Edit', 'Copy text', 'Discard']);
    for (const code of ['invalid', 'limit', 'moderated'] as const)
      expect(waysOut(await refused(code, code)), code)
        .to.include('Edit')
        .not.include('Try again');
    for (const code of ['not-found', 'unsupported', 'already-exists', 'too-large'] as const)
      expect(waysOut(await refused(code, code)), code).to.deep.equal(['Copy text', 'Discard']);
    for (const code of ['forbidden', 'blocked', 'storage', 'conflict', 'unknown'] as const)
      expect(waysOut(await refused(code, code)), code).to.deep.equal(['Try again', 'Discard']);
    await still();
    await expect(view.list).to.be.accessible();
  });

  it('for its words goes to where it is written, and is sent with others in its place', async () => {
    const row = await refused('too-long', 'Far too much');
    byRole(row, 'button', 'Edit').click();
    const { text, editing } = await until(ana.drafts.$draft(toBen), (draft) => draft.text !== '');
    expect(text).to.equal('Far too much');
    await ana.messages.edit(editing!, 'Less');
    await waitUntil(() => row.querySelector('[aria-label="Delivered"]'), 'not sent');
    expect(textOf(row)).to.contain('Less').not.contain('Not sent');
  });

  it('has a menu that offers the same', async () => {
    for (const [code, offered] of [
      ['too-long', false],
      ['forbidden', true],
    ] as const) {
      const row = await refused(code, code);
      row.focus();
      row.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
      const items = () => allByRole(view.list, 'menuitem').map(textOf);
      await waitUntil(() => items().includes('Discard'), 'no menu');
      expect(items().includes('Try again'), code).to.equal(offered);
      expect(items()).to.include('Edit');
      byRole(view.list, 'menuitem', 'Edit').click();
      await waitUntil(() => items().length === 0, 'still open');
    }
  });
});
