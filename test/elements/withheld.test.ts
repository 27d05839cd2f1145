import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-composer/chat-composer.js';
import '../../src/elements/chat-conversations/chat-conversations.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { inPane, rowSaying } from '../support/pane.js';
import { waitUntil } from '../support/wait.js';
import { asksAgain, withhold } from '../support/withhold.js';
import { ana, ben, cyd, kiln, signIn, until, useWorld } from '../support/world.js';

/** What could not be done, in the page's words. */
let told: string[] = [];
const onError = ({ detail }: HTMLElementEventMap['chat-error']) => told.push(detail.operation);
const release = withhold(
  'elements/chat-composer/extras',
  'elements/chat-menu/chat-menu',
  'elements/chat-composer-notice/chat-composer-notice',
  'elements/chat-voice-recorder/chat-voice-recorder',
  'elements/chat-confirm/chat-confirm',
);

useWorld('ana', 'ben');
beforeEach(() => {
  told = [];
  document.addEventListener('chat-error', onError);
});
afterEach(() => document.removeEventListener('chat-error', onError));

/** First in its page: none of it is loaded yet. */
describe('what is loaded later and cannot be had', () => {
  it('keeps the words of a composer, says so, and sends them once it can be had (B57, B58)', async () => {
    const page = await fixture<HTMLElement>(html`
      <chat-provider .client=${ana}><chat-composer uid="ben"></chat-composer></chat-provider>
    `);
    const composer = page.querySelector('chat-composer')!;
    await waitUntil(() => allByRole(composer, 'textbox').length > 0, 'nowhere to write');
    const area = byRole(composer, 'textbox') as HTMLTextAreaElement;
    area.value = 'Keep me';
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await composer.updateComplete;
    byRole(composer, 'button', 'Send').click();
    await waitUntil(() => told.includes('message.send'), 'not told');
    expect(area.value).to.equal('Keep me');
    const alerts = () => allByRole(composer, 'alert').map(textOf);
    await waitUntil(() => alerts().length > 0, 'whoever writes is not told');
    expect(alerts()).to.deep.equal(['Not loaded Try again']);
    await expect(composer).to.be.accessible();
    if (!asksAgain) return;
    await release('elements/chat-composer/extras');
    byRole(composer, 'button', 'Try again').click();
    await waitUntil(() => alerts().length === 0, 'still told');
    expect(area.value).to.equal('Keep me');
    byRole(composer, 'button', 'Send').click();
    const { $feed } = ana.messages.feed({ uid: 'ben' });
    await until($feed, ({ items }) => items.some(({ message }) => message.text === 'Keep me'));
    await waitUntil(() => area.value === '', 'still there');
  });

  it('tells of a recorder, and gives the text area back', async () => {
    const page = await fixture<HTMLElement>(html`
      <chat-provider .client=${ana}><chat-composer uid="ben"></chat-composer></chat-provider>
    `);
    const composer = page.querySelector('chat-composer')!;
    const recorders = () => allByRole(composer, 'button', 'Record a voice message');
    await waitUntil(() => recorders().length > 0, 'no button');
    recorders()[0]!.click();
    await waitUntil(() => told.length > 0, 'not told');
    // Where nothing was released, the composer's later part is not there either.
    expect(told).to.deep.equal([asksAgain ? 'chat-voice-recorder' : 'file.upload']);
    expect(allByRole(composer, 'textbox')).to.have.length(1);
  });

  it('tells of a menu, and opens it with the next press; of a question as well', async () => {
    await ben.messages.send({ uid: 'ana' }, { text: 'Hello' });
    const list = await inPane(ana, html`<chat-conversations></chat-conversations>`);
    await rowSaying(list, 'Hello');
    await waitUntil(() => allByRole(list, 'button', /^Actions for/).length > 0, 'no button');
    const press = () => byRole(list, 'button', /^Actions for/).click();
    press();
    await waitUntil(() => told.includes('chat-menu'), 'not told');
    if (!asksAgain) return;
    await release('elements/chat-menu/chat-menu');
    press();
    await waitUntil(() => allByRole(list, 'menuitem').length > 0, 'not opened');
    byRole(list, 'menuitem', 'Delete chat').click();
    await waitUntil(() => told.includes('chat-confirm'), 'not told of the question');
  });

  it('tells why nothing says that one may not write', async () => {
    await ana.members.ban('kiln', 'cyd');
    await signIn('cyd');
    const page = await fixture<HTMLElement>(html`
      <chat-provider .client=${cyd}
        ><chat-composer guid=${kiln.guid}></chat-composer
      ></chat-provider>
    `);
    await waitUntil(() => told.includes('chat-composer-notice'), 'not told');
    if (!asksAgain) return;
    await release('elements/chat-composer-notice/chat-composer-notice');
    const composer = page.querySelector('chat-composer')!;
    composer.requestUpdate();
    await waitUntil(() => /banned/i.test(textOf(composer.shadowRoot)), 'never says so');
  });
});
