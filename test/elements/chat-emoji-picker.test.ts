import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-emoji-picker/chat-emoji-picker.js';
import type { ChatEmojiPicker } from '../../src/elements/chat-emoji-picker/chat-emoji-picker.js';
import { allByRole, byRole } from '../support/find.js';
import { still } from '../support/still.js';
import { waitUntil } from '../support/wait.js';

let picker: ChatEmojiPicker;
let anchor: HTMLElement;

const press = (key: string) => sendKeys({ press: key });
const focused = () => {
  const root = picker.shadowRoot?.querySelector('chat-emoji-panel')?.shadowRoot;
  return root?.activeElement?.getAttribute('aria-label');
};
const names = () => allByRole(picker, 'button').map((button) => button.getAttribute('aria-label'));
async function open(): Promise<void> {
  await picker.openAt(anchor);
  await waitUntil(() => names().length > 11, 'no emoji');
}

describe('chat-emoji-picker', () => {
  beforeEach(async () => {
    const page = await fixture(html`
      <div><button>React</button><chat-emoji-picker></chat-emoji-picker></div>
    `);
    anchor = page.querySelector('button')!;
    picker = page.querySelector('chat-emoji-picker')!;
    anchor.focus();
  });

  it('opens in the top layer with the search focused; Escape closes and gives the focus back', async () => {
    await open();
    expect(picker.open).to.be.true;
    expect(focused()).to.equal('Search emoji');
    await press('Escape');
    expect(picker.open).to.be.false;
    await waitUntil(() => document.activeElement === anchor);
  });

  it('search finds, Enter takes the first, and the event comes after it has closed', async () => {
    await open();
    const chosen = new Promise<{ emoji: string; open: boolean }>((resolve) => {
      picker.addEventListener('chat-emoji', ({ detail }) =>
        resolve({ emoji: detail.emoji, open: picker.open }),
      );
    });
    // Not waited for: Enter takes what was typed, although the results for "ro" have other emoji before it.
    await sendKeys({ type: 'rocket' });
    await press('Enter');
    expect(await chosen).to.deep.equal({ emoji: '🚀', open: false });
  });

  it('offers none that this system draws as several', async () => {
    await open();
    for (const category of ['People', 'Smileys and emotions']) {
      byRole(picker, 'tab', category).click();
      const first = category.startsWith('People') ? 'waving hand' : 'grinning face';
      await waitUntil(() => names().includes(first), `no ${first}`);
      const wide = allByRole(picker, 'button').filter((button) => {
        const drawn = document.createRange();
        drawn.selectNodeContents(button);
        return button.part.contains('emoji') && drawn.getBoundingClientRect().width > 40;
      });
      expect(wide.map((button) => button.textContent.trim())).to.deep.equal([]);
    }
  });

  it('scrolls with a bar in its own colours', async () => {
    await open();
    const body = picker.shadowRoot!.querySelector('chat-emoji-panel')!.shadowRoot!;
    expect(getComputedStyle(body.querySelector('.body')!).scrollbarColor).not.to.equal('auto');
  });

  it('what was used comes first the next time', async () => {
    await open();
    byRole(picker, 'tab', 'Food and drink').click();
    await waitUntil(() => names().includes('pizza'));
    byRole(picker, 'button', 'pizza').click();
    await picker.openAt(anchor);
    await waitUntil(() => byRole(picker, 'tab', 'Frequently used').ariaSelected === 'true');
    await waitUntil(() => names().includes('pizza') && !names().includes('grapes'));
  });

  it('arrow keys walk through the grid', async () => {
    await open();
    byRole(picker, 'tab', 'Smileys and emotions').click();
    await waitUntil(() => names().includes('grinning face') && !names().includes('rocket'));
    picker.shadowRoot!.querySelector('chat-emoji-panel')!.focus();
    await press('ArrowDown');
    expect(focused()).to.equal('grinning face');
    await press('ArrowRight');
    expect(focused()).to.equal('grinning face with big eyes');
    await press('ArrowDown');
    const below = focused();
    await press('ArrowUp');
    expect(focused()).to.equal('grinning face with big eyes');
    expect(below).not.to.equal('grinning face with big eyes');
    await press('ArrowUp');
    expect(focused()).to.equal('Search emoji');
  });

  it('B70: the skin tone is kept', async () => {
    await open();
    byRole(picker, 'tab', 'People').click();
    await waitUntil(() => names().includes('thumbs up'));
    byRole(picker, 'button', 'Skin tone').click();
    await waitUntil(() => allByRole(picker, 'radio').length === 6);
    byRole(picker, 'radio', 'Medium dark').click();
    await waitUntil(() => byRole(picker, 'button', 'thumbs up').textContent.trim() === '👍🏾');
    byRole(picker, 'button', 'Skin tone').click();
    await waitUntil(() => allByRole(picker, 'radio').length === 6);
    byRole(picker, 'radio', 'No skin tone').click();
    await waitUntil(() => byRole(picker, 'button', 'thumbs up').textContent.trim() === '👍️');
  });

  it('says so when nothing is found', async () => {
    await open();
    await sendKeys({ type: 'xyzzy' });
    await waitUntil(() => allByRole(picker, 'status').length === 1);
    expect(byRole(picker, 'status').textContent).to.contain('No emoji found');
  });

  it('is accessible', async () => {
    await open();
    await still();
    await expect(picker).to.be.accessible();
  });
});
