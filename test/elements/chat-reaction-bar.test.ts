import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-reaction-bar/chat-reaction-bar.js';
import { byRole } from '../support/find.js';
import { waitUntil } from '../support/wait.js';

describe('chat-reaction-bar', () => {
  async function open(given: readonly string[] = []) {
    const box = await fixture(html`
      <div>
        <button>Here</button>
        <chat-reaction-bar .given=${given}></chat-reaction-bar>
      </div>
    `);
    const bar = box.querySelector('chat-reaction-bar')!;
    const button = box.querySelector('button')!;
    button.focus();
    await bar.openAt(button);
    return { bar, button };
  }

  it('follows its place no longer once it is taken off the page', async () => {
    const { bar } = await open();
    const letGo: string[] = [];
    const remove = globalThis.removeEventListener;
    globalThis.removeEventListener = (type: string, ...rest: unknown[]) => {
      letGo.push(type);
      return Reflect.apply(remove, globalThis, [type, ...rest]) as undefined;
    };
    try {
      bar.remove();
    } finally {
      globalThis.removeEventListener = remove;
    }
    expect(letGo).to.include.members(['scroll', 'resize']);
  });

  it('focuses the first, moves by arrows, chooses by Enter and gives focus back', async () => {
    const { bar, button } = await open();
    let emoji = '';
    bar.addEventListener('chat-emoji', (event) => (emoji = event.detail.emoji));
    expect(bar.shadowRoot!.activeElement).to.equal(byRole(bar, 'button', '👍'));
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    expect(emoji).to.equal('❤️');
    await waitUntil(() => !bar.open);
    expect(document.activeElement).to.equal(button);
  });

  it('closes on Escape', async () => {
    const { bar, button } = await open();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !bar.open);
    expect(document.activeElement).to.equal(button);
  });

  it('shows what was given already, and is accessible', async () => {
    const { bar } = await open(['😂']);
    expect(byRole(bar, 'button', '😂').getAttribute('aria-pressed')).to.equal('true');
    await expect(bar).to.be.accessible();
  });
});
