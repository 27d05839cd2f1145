import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../src/elements/chat-menu/chat-menu.js';
import type { ChatMenu } from '../../src/elements/chat-menu/chat-menu.js';
import { still } from '../support/still.js';
import { waitUntil } from '../support/wait.js';
import { deepActiveElement } from '../../src/lit/focus.js';

const items = [
  { id: 'reply', label: 'Reply' },
  { id: 'copy', label: 'Copy' },
  { id: 'edit', label: 'Edit', disabled: true },
  { id: 'delete', label: 'Delete', danger: true },
];

async function opened() {
  const box = await fixture<HTMLElement>(
    html`<div>
      <button>Actions</button><chat-menu label="Message" .items=${items}></chat-menu>
    </div>`,
  );
  const button = box.querySelector('button') as HTMLButtonElement;
  const menu = box.querySelector('chat-menu') as ChatMenu;
  button.focus();
  await menu.openAt(button);
  return { button, menu };
}
const focused = () => deepActiveElement()?.textContent.trim();

describe('chat-menu', () => {
  it('B83: opens with its first item focused and is accessible', async () => {
    const { menu } = await opened();
    expect(menu.open).to.be.true;
    expect(focused()).to.equal('Reply');
    await still();
    await expect(menu).to.be.accessible();
  });

  it('B83: arrows wrap, Home and End jump, disabled items are passed over', async () => {
    await opened();
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.equal('Copy');
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.equal('Delete');
    await sendKeys({ press: 'ArrowDown' });
    expect(focused()).to.equal('Reply');
    await sendKeys({ press: 'ArrowUp' });
    expect(focused()).to.equal('Delete');
    await sendKeys({ press: 'Home' });
    expect(focused()).to.equal('Reply');
    await sendKeys({ press: 'End' });
    expect(focused()).to.equal('Delete');
  });

  it('B83: typing moves to the item that begins so', async () => {
    await opened();
    await sendKeys({ press: 'd' });
    expect(focused()).to.equal('Delete');
  });

  it('closed before it has its place, it follows nothing any more', async () => {
    const { button, menu } = await opened();
    menu.close();
    const box = menu.renderRoot.querySelector<HTMLElement>('.popup')!;
    const close = () => queueMicrotask(() => menu.close());
    box.addEventListener('beforetoggle', close, { once: true });
    await menu.openAt(button);
    expect(menu.open).to.equal(false);
    box.style.setProperty('left', '1px');
    window.dispatchEvent(new Event('resize'));
    await aTimeout(50);
    expect(box.style.getPropertyValue('left')).to.equal('1px');
  });

  it('opened at a point, it stays within a window that becomes smaller', async () => {
    const { menu } = await opened();
    const box = menu.renderRoot.querySelector<HTMLElement>('.popup')!;
    menu.close();
    await menu.openAt({ x: 700, y: 100 });
    expect(box.getBoundingClientRect().right).to.be.above(640);
    await setViewport({ width: 640, height: 600 });
    try {
      await waitUntil(() => box.getBoundingClientRect().right <= 640 - 8, 'outside');
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
    expect(menu.open).to.equal(true);
  });

  it('closes when what it belongs to is scrolled out of sight, or taken away', async () => {
    const scroller = await fixture<HTMLElement>(
      html`<div style="overflow: auto; height: 100px">
        <button>Actions</button>
        <div style="height: 1000px"></div>
        <chat-menu label="Message" .items=${items}></chat-menu>
      </div>`,
    );
    const button = scroller.querySelector('button')!;
    const menu = scroller.querySelector('chat-menu')!;
    await menu.openAt(button);
    scroller.scrollTop = 8;
    await aTimeout(50);
    expect(menu.open, 'partly in sight').to.equal(true);
    scroller.scrollTop = 300;
    await waitUntil(() => !menu.open);
    scroller.scrollTop = 0;
    await menu.openAt(button);
    button.remove();
    await waitUntil(() => !menu.open);
  });

  it('stays where it is opened out of sight, as by a screen reader', async () => {
    const { button, menu } = await opened();
    button.style.marginBlockStart = '3000px';
    menu.close();
    await menu.openAt(button);
    await aTimeout(50);
    expect(menu.open, 'out of sight').to.equal(true);
  });

  it('B83: Escape closes and gives focus back', async () => {
    const { button, menu } = await opened();
    await sendKeys({ press: 'Escape' });
    expect(menu.open).to.be.false;
    expect(document.activeElement).to.equal(button);
  });

  it('B83: Enter chooses, closes, gives focus back', async () => {
    const { button, menu } = await opened();
    const chosen = oneEvent<CustomEvent<{ id: string }>>(menu, 'chat-choose');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect((await chosen).detail.id).to.equal('copy');
    expect(menu.open).to.be.false;
    expect(document.activeElement).to.equal(button);
  });

  it('opens at a point and stays inside the window', async () => {
    const { menu } = await opened();
    menu.close();
    await menu.openAt({ x: window.innerWidth - 2, y: window.innerHeight - 2 }, 'bottom-start');
    const box = menu.renderRoot.querySelector('[role=menu]') as HTMLElement;
    const { right, bottom } = box.getBoundingClientRect();
    expect(right).to.be.at.most(window.innerWidth);
    expect(bottom).to.be.at.most(window.innerHeight);
  });
});
