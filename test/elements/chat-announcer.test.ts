import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-announcer/chat-announcer.js';
import { waitUntil } from '../support/wait.js';

describe('chat-announcer', () => {
  const draw = () =>
    fixture<HTMLElementTagNameMap['chat-announcer']>(html`<chat-announcer></chat-announcer>`);

  it('says the last of many things, after a pause (B118)', async () => {
    const announcer = await draw();
    const polite = announcer.renderRoot.querySelector('[aria-live="polite"]')!;
    const said: (string | null)[] = [];
    new MutationObserver(() => said.push(polite.textContent)).observe(polite, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    announcer.say('one');
    announcer.say('two');
    await announcer.updateComplete;
    expect(polite.textContent, 'at once').to.equal('');
    await waitUntil(() => said.length > 0, 'silent');
    expect(said).to.deep.equal(['two']);
  });

  it('says what is urgent at once (B119), and shows nothing', async () => {
    const announcer = await draw();
    announcer.alert('Not sent');
    await announcer.updateComplete;
    expect(announcer.renderRoot.querySelector('[role="alert"]')!.textContent).to.equal('Not sent');
    expect(announcer.getBoundingClientRect().height).to.be.at.most(1);
    await expect(announcer).to.be.accessible();
  });

  it('under a page that fills its window leaves nothing to scroll to', async () => {
    const page = await fixture<HTMLElement>(html`<div style="block-size: 3000px"></div>`);
    page.parentElement!.append(document.createElement('chat-announcer'));
    const { bottom } = page.nextElementSibling!.getBoundingClientRect();
    expect(bottom).to.be.at.most(innerHeight);
  });
});
