import { expect, fixture, html } from '@open-wc/testing';
import { lateWriting } from '../../src/elements/chat-composer-input/late-writing.js';
import '../../src/elements/chat-composer/chat-composer.js';
import { allByRole, byRole } from '../support/find.js';
import { waitUntil } from '../support/wait.js';
import { ana, useWorld } from '../support/world.js';

useWorld('ana', 'ben');

async function area(): Promise<HTMLTextAreaElement> {
  const page = await fixture<HTMLElement>(html`
    <chat-provider .client=${ana}><chat-composer guid="kiln"></chat-composer></chat-provider>
  `);
  await waitUntil(() => allByRole(page, 'textbox').length > 0, 'nowhere to write', 5);
  return byRole(page, 'textbox') as HTMLTextAreaElement;
}
const offered = (input: Element) =>
  waitUntil(
    () => allByRole((input.getRootNode() as ShadowRoot).host, 'option').length > 1,
    'nobody is offered',
  );

/** First in its page: what helps to write is not loaded yet. */
describe('an @ that is typed as soon as there is a composer (B68)', () => {
  it('offers people once they can be offered', async () => {
    const input = await area();
    expect(lateWriting.now === undefined, 'loaded already').to.equal(true);
    input.focus();
    document.execCommand('insertText', false, '@');
    expect(input.value).to.equal('@');
    await offered(input);
  });
});
