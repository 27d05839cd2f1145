import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-composer/chat-composer.js';
import { lateExtras } from '../../src/elements/chat-composer/late-extras.js';
import { allByRole, byRole } from '../support/find.js';
import { focused } from '../support/pane.js';
import { waitUntil } from '../support/wait.js';
import { ana, toBen, useWorld } from '../support/world.js';

useWorld('ana');

/** First in its page: what follows a choice is not loaded yet. */
describe('a conversation that a person chooses as soon as there is a list', () => {
  it('B105: leads to the composer', async () => {
    const button = await fixture<HTMLElement>(html`<button>Ben</button>`);
    button.focus();
    // By hand: a script that chooses is not a person who does.
    await sendKeys({ press: 'Enter' });
    const page = await fixture<HTMLElement>(html`
      <chat-provider .client=${ana}><chat-composer></chat-composer></chat-provider>
    `);
    expect(lateExtras.now === undefined, 'loaded already').to.equal(true);
    const detail = { target: toBen };
    page
      .querySelector('chat-composer')!
      .dispatchEvent(
        new CustomEvent('chat-select', { detail, bubbles: true, composed: true, cancelable: true }),
      );
    await waitUntil(() => focused()?.localName === 'textarea', 'not in the composer');
  });

  it('a recorder that comes too late leaves the conversation alone that is on show by then', async () => {
    await lateExtras.load();
    const page = await fixture<HTMLElement>(html`
      <chat-provider .client=${ana}><chat-composer uid="ben"></chat-composer></chat-provider>
    `);
    const composer = page.querySelector('chat-composer')!;
    await waitUntil(() => allByRole(composer, 'button', 'Record a voice message').length > 0);
    const recorder = () => composer.shadowRoot!.querySelector('chat-voice-recorder');
    expect(customElements.get('chat-voice-recorder') === undefined, 'loaded already').to.be.true;
    byRole(composer, 'button', 'Record a voice message').click();
    composer.uid = 'cyd';
    await customElements.whenDefined('chat-voice-recorder');
    await aTimeout(100);
    expect(recorder()?.active, 'it records').to.be.false;
    expect(allByRole(composer, 'textbox', 'Message Cyd')).to.have.length(1);
  });

  it('a text area takes the focus that it is given before it is drawn, or may be written in', async () => {
    const input = document.createElement('chat-composer-input');
    input.disabled = true;
    document.body.append(input);
    input.focus();
    await input.updateComplete;
    expect(focused()?.localName).not.to.equal('textarea');
    input.disabled = false;
    input.focus();
    await waitUntil(() => focused()?.localName === 'textarea', 'not in the text area');
    input.remove();
  });
});
