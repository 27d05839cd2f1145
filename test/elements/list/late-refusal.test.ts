import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/chat-groups/chat-groups.js';
import { lateHandling } from '../../../src/elements/list/late-handling.js';
import { allByRole, byRole, textOf } from '../../support/find.js';
import { rowSaying } from '../../support/pane.js';
import { waitUntil } from '../../support/wait.js';
import { ben, signIn, useWorld, world } from '../../support/world.js';

useWorld();

/** First in its page: what shows a refusal is not loaded. */
describe('a list before what is loaded later is refused something', () => {
  it('says so when it can, and nothing is left unheard', async () => {
    const group = { guid: 'open', name: 'Open air', type: 'public', owner: 'ana' } as const;
    await world.host.manage().request('group.create', group, 'make-open');
    await signIn('ben');
    const unheard: unknown[] = [];
    const onUnheard = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      unheard.push(event.reason);
    };
    addEventListener('unhandledrejection', onUnheard);
    const page = await fixture<HTMLElement>(html`
      <chat-provider .client=${ben}><chat-groups></chat-groups></chat-provider>
    `);
    const list = page.querySelector('chat-groups')!;
    await rowSaying(list, 'Open air');
    ben.line.refuse('group.join', 'forbidden');
    expect(lateHandling.now === undefined, 'loaded already').to.equal(true);
    byRole(list, 'button', 'Join Open air').click();
    await waitUntil(() => allByRole(list, 'alert').some((one) => textOf(one) !== ''), 'not told');
    removeEventListener('unhandledrejection', onUnheard);
    expect(unheard).to.have.length(0);
  });
});
