import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/elements/chat-announcer/chat-announcer.js';
import { pause } from '../support/world.js';

describe('chat-announcer', () => {
  const draw = () =>
    fixture<HTMLElementTagNameMap['chat-announcer']>(html`<chat-announcer></chat-announcer>`);

  it('says the last of many things, after a pause (B118)', async () => {
    const announcer = await draw();
    const polite = announcer.renderRoot.querySelector('[aria-live="polite"]')!;
    announcer.say('one');
    announcer.say('two');
    await pause(300);
    expect(polite.textContent).to.equal('');
    await waitUntil(() => polite.textContent === 'two', 'silent', { timeout: 2000 });
  });

  it('says what is urgent at once (B119), and shows nothing', async () => {
    const announcer = await draw();
    announcer.alert('Not sent');
    await announcer.updateComplete;
    expect(announcer.renderRoot.querySelector('[role="alert"]')!.textContent).to.equal('Not sent');
    expect(announcer.getBoundingClientRect().height).to.be.at.most(1);
    await expect(announcer).to.be.accessible();
  });
});
