import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-conversations/chat-conversations.js';
import '../../src/elements/chat-details/chat-details.js';
import { splitTags } from '../../src/elements/chat-tags/split-tags.js';
import { allByRole, below, byRole, textOf } from '../support/find.js';
import { inPane, rowSaying, rowWith } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, kiln, until, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const ben = { uid: 'ben' };

const field = (root: Element) =>
  [...below(root.shadowRoot!)].find((one) => one.matches('[name=tag]') && one.checkVisibility());
const checkbox = (root: Element, tag: string) =>
  [...below(root.shadowRoot!)]
    .find((one) => one.matches('label.choice') && one.textContent.includes(tag))
    ?.querySelector('input');

async function edit(list: Element, name: string): Promise<void> {
  (await rowSaying(list, name)).querySelector<HTMLElement>('[part~=menu-button]')!.click();
  await waitUntil(() => allByRole(list, 'menuitem', 'Tags').length > 0, 'no menu');
  byRole(list, 'menuitem', 'Tags').click();
  await waitUntil(() => field(list) !== undefined, 'no form');
}

useWorld('ana');
beforeEach(async () => {
  await ana.messages.send(kiln, { text: 'Hello' });
  await ana.messages.send(ben, { text: 'Hello' });
});

describe('tags of a conversation', () => {
  it('are still being chosen for one when another has got its own at last', async () => {
    const list = await inPane(ana, html`<chat-conversations></chat-conversations>`);
    await edit(list, 'Kiln');
    const release = ana.line.hold('conversation.tag');
    await sendKeys({ type: 'clay' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !field(list), 'not closed');
    await edit(list, 'Ben');
    release();
    await until(ana.conversations.$conversation(kiln), (now) => now?.tags?.join() === 'clay');
    await still();
    expect(field(list) !== undefined, 'closed with the other').to.be.true;
  });

  it('are added, chosen again elsewhere, and taken away; others never see them', async () => {
    const list = await inPane(ana, html`<chat-conversations></chat-conversations>`);
    await edit(list, 'Kiln');
    await sendKeys({ type: 'clay, #work, clay' });
    await still();
    await expect(list).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    const $kiln = ana.conversations.$conversation(kiln);
    await until($kiln, (now) => now?.tags?.join() === 'clay,work');
    await waitUntil(() => !field(list), 'still open');
    await edit(list, 'Ben');
    await waitUntil(() => checkbox(list, 'clay') !== undefined, 'not offered');
    checkbox(list, 'clay')!.click();
    byRole(list, 'button', 'Save').click();
    await until(ana.conversations.$conversation(ben), (now) => now?.tags?.join() === 'clay');
    await waitUntil(() => !field(list), 'still open');
    await edit(list, 'Kiln');
    checkbox(list, 'clay')!.click();
    byRole(list, 'button', 'Save').click();
    await until($kiln, (now) => now?.tags?.join() === 'work');
    const other = await world.client('ben');
    expect((await other.conversations.get(kiln)).tags).to.equal(undefined);
  });

  it('have boxes that show what is behind them until they are ticked, in the dark as well', async () => {
    await ana.conversations.tag(kiln, ['clay']);
    const list = await inPane(ana, html`<chat-conversations></chat-conversations>`);
    await edit(list, 'Kiln');
    const box = checkbox(list, 'clay')!;
    const paint = () => getComputedStyle(box).backgroundColor;
    // A box of the browser's own has no say in its colour: WebKit on Linux makes it white.
    expect(getComputedStyle(box).appearance).to.equal('none');
    const ticked = paint();
    box.click();
    expect(ticked).not.to.equal('rgba(0, 0, 0, 0)');
    expect(paint()).to.equal('rgba(0, 0, 0, 0)');
  });

  it('filter the list: one press on, one press off', async () => {
    const list = await inPane(ana, html`<chat-conversations></chat-conversations>`);
    await rowSaying(list, 'Ben');
    expect(allByRole(list, 'button', /^#/)).to.have.length(0);
    await ana.conversations.tag(kiln, ['clay', 'work']);
    await ana.conversations.tag(ben, ['work']);
    await waitUntil(() => allByRole(list, 'button', /^#/).length === 2, 'no chips');
    byRole(list, 'button', '#clay').click();
    await waitUntil(() => !rowWith(list, 'Ben'), 'Ben stays');
    expect(rowWith(list, 'Kiln') !== undefined).to.equal(true);
    expect(allByRole(list, 'button', '#work'), 'the other stays').to.have.length(1);
    expect(byRole(list, 'button', 'All').getAttribute('aria-pressed')).to.equal('false');
    await ana.conversations.tag(kiln, []);
    await waitUntil(() => textOf(list).includes('No chat has this tag'), 'not empty');
    byRole(list, 'button', 'Show all chats').click();
    await rowSaying(list, 'Ben');
  });

  it('stand in the details', async () => {
    await ana.conversations.tag(kiln, ['clay']);
    const details = await inPane(ana, html`<chat-details guid="kiln"></chat-details>`);
    await waitUntil(() => /Your tags\s*clay/.test(textOf(details)), textOf(details));
  });

  it('are written in one line', () => {
    expect(splitTags(' #a, b ،c;; b')).to.deep.equal(['a', 'b', 'c']);
  });
});
