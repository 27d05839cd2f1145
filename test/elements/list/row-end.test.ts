import { expect, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../src/elements/chat-conversations/chat-conversations.js';
import '../../../src/elements/chat-group-members/chat-group-members.js';
import { withMouse, withoutFinger } from '../../support/finger.js';
import { inPane, rowSaying } from '../../support/pane.js';
import { still } from '../../support/still.js';
import { ana, ben, kiln, useWorld } from '../../support/world.js';
import { waitUntil } from '../../support/wait.js';

useWorld('ana', 'ben');
afterEach(withoutFinger);

/** What is to be seen at the end of a row, of what could lie under the button of its menu. */
function shownAt(row: Element, selector: string): [menu: string, under: string] {
  const seen = (part: string) => getComputedStyle(row.querySelector(part)!).opacity;
  return [seen('.more'), seen(selector)];
}

async function openRow(content: ReturnType<typeof html>, name: string): Promise<HTMLElement> {
  const list = await inPane(ana, content);
  const main = await rowSaying(list, name);
  const row = main.closest<HTMLElement>('.row')!;
  await waitUntil(() => row.querySelector('.more'), 'no menu');
  withMouse();
  return row;
}

/** With a key: that shows where the focus is. */
async function reach(row: HTMLElement): Promise<void> {
  const main = row.querySelector<HTMLElement>('.main')!;
  main.focus();
  await sendKeys({ press: 'ArrowDown' });
  await sendKeys({ press: 'ArrowUp' });
  await waitUntil(() => row.querySelector(':focus-visible'), 'not reached');
  await still();
}

/** Real, so that the browser knows it for one. */
async function press(element: Element): Promise<void> {
  const { left, top, height } = element.getBoundingClientRect();
  const position: [number, number] = [Math.round(left + 20), Math.round(top + height / 2)];
  await sendMouse({ type: 'click', position });
  await sendMouse({ type: 'move', position: [1, 1] });
}

describe('the end of a row (B82)', () => {
  beforeEach(async () => {
    await ben.messages.send(kiln, { text: 'Morning' });
  });

  it('the time of a chat makes room for the menu of the row with the focus', async () => {
    const row = await openRow(html`<chat-conversations></chat-conversations>`, 'Morning');
    await reach(row);
    expect(shownAt(row, '.yields')).to.deep.equal(['1', '0']);
  });

  it('what a member is in the group makes room, too', async () => {
    await ana.members.setScope('kiln', 'ben', 'moderator');
    const members = html`<chat-group-members guid="kiln"></chat-group-members>`;
    const row = await openRow(members, 'Moderator');
    await reach(row);
    expect(shownAt(row, '.scope')).to.deep.equal(['1', '0']);
  });

  it('the arrow leads there, and where the browser goes back and forward by it, it does (B106)', async () => {
    const row = await openRow(html`<chat-conversations></chat-conversations>`, 'Morning');
    await reach(row);
    const main = row.querySelector('.main')!;
    const isLeft = (key: string, mod: 'altKey' | 'ctrlKey' | 'metaKey') =>
      main.dispatchEvent(
        new KeyboardEvent('keydown', { key, [mod]: true, bubbles: true, cancelable: true }),
      );
    expect(isLeft('ArrowRight', 'altKey'), 'forward').to.equal(true);
    expect(isLeft('ArrowRight', 'metaKey'), 'forward on a Mac').to.equal(true);
    expect(isLeft('Home', 'altKey'), 'the home page').to.equal(true);
    expect(isLeft('PageDown', 'ctrlKey'), 'the next tab').to.equal(true);
    expect(row.querySelector(':focus')).to.equal(main);
    await sendKeys({ press: 'ArrowRight' });
    expect(row.querySelector(':focus')).to.equal(row.querySelector('.more'));
  });

  // Last: after a press WebKit takes every focus that a script sets for one of the pointer.
  it('a chat that was pressed tells its time once the pointer is gone', async () => {
    const row = await openRow(html`<chat-conversations></chat-conversations>`, 'Morning');
    await press(row);
    await still();
    expect(row.contains((row.getRootNode() as ShadowRoot).activeElement)).to.equal(true);
    expect(shownAt(row, '.yields')).to.deep.equal(['0', '1']);
  });
});
