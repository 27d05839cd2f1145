import { expect, fixture, html, waitUntil as wait } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import '../../src/elements/chat-messages/chat-messages.js';
import '../../src/elements/chat-saved-messages/chat-saved-messages.js';
import '../../src/elements/chat-toast/chat-toast.js';
import type { ChatToast } from '../../src/elements/chat-toast/chat-toast.js';
import { tokens } from '../../src/lit/tokens.styles.js';
import { allByRole, below, byRole, nameOf, textOf } from '../support/find.js';
import { openFilled, openList, view } from '../support/messages.js';
import { outside } from '../support/outside.js';
import { focused, inPane, rowSaying, rowWith } from '../support/pane.js';
import { still } from '../support/still.js';
import { waitUntil } from '../support/wait.js';
import { ana, ben, toAna, toBen, useWorld } from '../support/world.js';

/** What is said in a page, as it is used: inside another element, which can have the focus. */
class Around extends LitElement {
  static override styles = tokens;
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }
  override render() {
    return html`<button>Before</button><chat-toast></chat-toast>`;
  }
}
customElements.define('test-around', Around);

/** Pauses of seconds are over when the test says so. */
function holdTimers() {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const held = new Map<number, { run: () => void; delay: number }>();
  let count = 1e9;
  globalThis.setTimeout = ((run: () => void, delay = 0) => {
    if (delay < 5000) return set(run, delay);
    held.set(++count, { run, delay });
    return count;
  }) as typeof setTimeout;
  globalThis.clearTimeout = (id) => void (held.delete(id as number) || clear(id));
  return {
    delays: () => [...held.values()].map(({ delay }) => delay),
    end: () => [...held.values()].forEach(({ run }) => run()),
    restore: () => Object.assign(globalThis, { setTimeout: set, clearTimeout: clear }),
  };
}

describe('chat-toast', () => {
  let around: Around;
  let toast: ChatToast;
  let timers: ReturnType<typeof holdTimers>;
  let undone: number;
  const undo = { label: 'Undo', run: () => undone++ };

  beforeEach(async () => {
    around = await fixture<Around>(
      html`<test-around
        style="display: block; position: relative; block-size: 200px"
      ></test-around>`,
    );
    toast = around.renderRoot.querySelector('chat-toast')!;
    timers = holdTimers();
    undone = 0;
  });
  afterEach(() => timers.restore());
  /** Its own limit is not held. */
  const waits = (holds: () => unknown, otherwise: string) =>
    wait(holds, otherwise, { timeout: 4900 });
  const says = () => toast.shadowRoot!.querySelector('.text')?.textContent ?? '';
  const away = () => waits(() => says() === '', 'still there');

  it('stays 10 s with an action, less without (B123)', async () => {
    await toast.say('Copied');
    expect(timers.delays()).to.deep.equal([6000]);
    await toast.say('Unpinned', undo);
    expect(timers.delays().filter((delay) => delay >= 10_000)).to.have.length(1);
    expect(says()).to.equal('Unpinned');
    timers.end();
    await away();
  });

  it('waits while one points at it or has the focus in it (B123)', async () => {
    await toast.say('Unpinned', undo);
    await still();
    const { x, y, width, height } = byRole(toast, 'button', 'Undo').getBoundingClientRect();
    await sendMouse({
      type: 'move',
      position: [Math.round(x + width / 2), Math.round(y + height / 2)],
    });
    await waits(() => !timers.delays().includes(10_000), 'goes on under the pointer');
    byRole(toast, 'button', 'Undo').focus();
    await sendMouse({ type: 'move', position: [1, 1] });
    await waits(() => toast.shadowRoot!.querySelector('.toast:hover') === null, 'still there');
    expect(timers.delays(), 'goes on under the focus').not.to.include(10_000);
    around.focus();
    expect(timers.delays()).to.include(10_000);
  });

  it('is reached, used and dismissed by keys, which lead back (B123)', async () => {
    await toast.say('Unpinned', undo);
    around.focus();
    await sendKeys({ press: 'Tab' });
    expect(nameOf(focused()!)).to.equal('Undo');
    await sendKeys({ press: 'Tab' });
    expect(nameOf(focused()!)).to.equal('Close');
    await sendKeys({ press: 'Enter' });
    await away();
    expect([nameOf(focused()!), undone]).to.deep.equal(['Before', 0]);
    await toast.say('Unpinned', undo);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Escape' });
    await away();
    expect([nameOf(focused()!), undone]).to.deep.equal(['Before', 0]);
    await toast.say('Unpinned', undo);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await away();
    expect([nameOf(focused()!), undone]).to.deep.equal(['Before', 1]);
  });

  it('is said once, with what can be done (B123)', async () => {
    const heard: string[] = [];
    const region = byRole(toast, 'status');
    const watch = new MutationObserver(() => heard.push(region.textContent));
    watch.observe(region, { childList: true, characterData: true, subtree: true });
    await toast.say('Unpinned', undo);
    await waits(() => heard.length > 0, 'not said');
    byRole(toast, 'button', 'Undo').focus();
    around.focus();
    watch.disconnect();
    expect(heard).to.deep.equal(['Unpinned, Undo']);
    await still();
    await expect(around).to.be.accessible();
  });

  it('several lines keep away from its edge', async () => {
    around.style.inlineSize = '320px';
    await toast.say('A long sentence that goes on and on. '.repeat(4), undo);
    await still();
    const words = document.createRange();
    words.selectNodeContents(toast.shadowRoot!.querySelector('.text')!);
    const { top, bottom } = toast.shadowRoot!.querySelector('.toast')!.getBoundingClientRect();
    expect(words.getBoundingClientRect().top - top).to.be.at.least(8);
    expect(bottom - words.getBoundingClientRect().bottom).to.be.at.least(8);
  });

  it('fits into 320 px, from right to left, with the text twice as large (B122)', async () => {
    const root = document.documentElement;
    around.style.inlineSize = '320px';
    Object.assign(root, { lang: 'ar', dir: 'rtl' });
    root.style.fontSize = '200%';
    try {
      await toast.say('أُزيلت من الرسائل المحفوظة '.repeat(3), { ...undo, label: 'تراجع' });
      await still();
      expect(outside(around)).to.deep.equal([]);
    } finally {
      Object.assign(root, { lang: 'en', dir: '' });
      root.style.fontSize = '';
    }
  });

  it('a long one stays within its pane, its buttons below it, with the text twice as large (B122)', async () => {
    const root = document.documentElement;
    around.style.cssText += 'inline-size: 360px; block-size: 400px';
    root.style.fontSize = '200%';
    try {
      await toast.say('The connection could not be established. '.repeat(6), undo);
      await still();
      const box = (selector: string) =>
        toast.shadowRoot!.querySelector(selector)!.getBoundingClientRect();
      expect(box('.toast').top).to.be.at.least(around.getBoundingClientRect().top);
      expect(box('.text').width, 'half of it goes to the buttons').to.be.above(260);
      expect(box('.act').top).to.be.at.least(box('.text').bottom);
      byRole(toast, 'button', 'Undo').focus();
      await waits(() => box('.act').bottom <= box('.toast').bottom, 'the button is out of sight');
    } finally {
      root.style.fontSize = '';
    }
  });
});

describe('what can be undone', () => {
  useWorld('ana', 'ben');
  const press = async (root: Element, role: string, name: string) => {
    await waitUntil(() => allByRole(root, role, name).length > 0, `no ${name}`);
    byRole(root, role, name).click();
  };

  it('among messages: no longer pinned, and pinned again (B123)', async () => {
    const { id } = await ben.messages.send(toAna, { text: 'Door code' });
    await ana.messages.pin(id, true);
    await openList(toBen);
    const row = await view.seen('Door code');
    const isPinned = () => ana.messages.$message(id).get()?.message.pinnedAt !== undefined;
    row.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true }));
    await press(view.list, 'menuitem', 'Unpin message');
    await waitUntil(() => !isPinned(), 'still pinned');
    await press(view.list, 'button', 'Undo');
    await waitUntil(isPinned, 'not pinned again');
  });

  it('among messages: what is said leaves the way down to be pressed', async () => {
    await openFilled(60);
    await view.scrollBy(-1500);
    const byPart = (name: string) =>
      [...below(view.list.renderRoot)].find((one) => one.part.contains(name));
    await waitUntil(() => byPart('latest'), 'no way down');
    const toast = [...below(view.list.renderRoot)].find(
      (one) => one.localName === 'chat-toast',
    ) as ChatToast;
    await toast.say('Something long enough to be as wide as all messages are. '.repeat(3));
    await still();
    const { bottom } = byPart('toast')!.getBoundingClientRect();
    expect(bottom).to.be.below(byPart('latest')!.getBoundingClientRect().top);
  });

  it('a message that was discarded: its words come back to the composer (B114, B123)', async () => {
    await openList(toBen);
    ana.line.refuse('message.send', 'forbidden');
    ana.messages.send(toBen, { text: 'Precious words' }).catch(() => undefined);
    await view.seen('Precious words');
    await press(view.list, 'button', 'Discard');
    ana.drafts.write(toBen, { text: 'Since then' });
    await press(view.list, 'button', 'Undo');
    expect(ana.drafts.$draft(toBen).get().text).to.equal('Precious words\nSince then');
  });

  it('among saved messages: removed, and there again (B123)', async () => {
    const { id } = await ben.messages.send(toAna, { text: 'Door code' });
    await ana.messages.save(id, true);
    const list = await inPane(ana, html`<chat-saved-messages></chat-saved-messages>`);
    const row = await rowSaying(list, 'Door code');
    [...below(row)]
      .find((one) => one.part.contains('menu-button'))!
      .dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await press(list, 'menuitem', 'Remove from saved');
    await waitUntil(() => !rowWith(list, 'Door code'), 'still saved');
    await press(list, 'button', 'Undo');
    await rowSaying(list, 'Door code');
    expect(textOf(list)).not.to.contain('Undo');
  });
});
