import { ContextEvent } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import type { ChatClient } from '../../src/client/types.js';
import type { Demo } from '../../src/demo.js';
import { clientContext } from '../../src/lit/context.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { waitUntil } from '../support/wait.js';

describe('the demo page, signed out', () => {
  let demo: Demo;
  before(async () => {
    const address = new URL(location.href);
    for (const option of ['storage=memory', 'people=off', 'seed=1']) {
      const [name = '', value = ''] = option.split('=');
      address.searchParams.set(name, value);
    }
    history.replaceState(null, '', address);
    demo = (await import('../../src/demo/start.js')).demo!;
    await demo.ready;
  });
  after(() => demo.close());

  const wayIn = (place: Element) => place.querySelector<HTMLElement>(':scope > [slot=sign-in]');
  const press = (place: Element) => byRole(wayIn(place)!, 'button').click();

  it('leads back in with one press, once and again', async () => {
    const messenger = await fixture(
      html`<chat-messenger style="block-size: 600px"></chat-messenger>`,
    );
    for (let times = 0; times < 2; times++) {
      await demo.client.signOut();
      await waitUntil(() => wayIn(messenger)?.checkVisibility(), 'no way in');
      byRole(messenger, 'button', 'Sign in as Ana Moreira').click();
      await waitUntil(() => textOf(messenger).includes('Kiln & Makers'), textOf(messenger));
      expect(wayIn(messenger)?.checkVisibility(), 'the way in stays').to.be.false;
    }
  });

  it('does so in the place of a face, but for what has a way of its own or is somebody else', async () => {
    const page = await fixture(
      html`<div>
        <chat-me></chat-me>
        <chat-messenger><a slot="signed-out" href="#in">Sign in</a></chat-messenger>
        <chat-provider><chat-me></chat-me></chat-provider>
      </div>`,
    );
    const me = page.querySelector('chat-me')!;
    await demo.client.signOut();
    await waitUntil(() => wayIn(me)?.checkVisibility(), 'no way in');
    expect(page.querySelectorAll('[slot=sign-in]')).to.have.length(1);
    press(me);
    await waitUntil(() => allByRole(me, 'button', 'Your profile').length > 0, 'still out');
  });

  it('speaks the language of the page, and leads back into a provider of its own', async () => {
    const page = await fixture(html`<chat-provider uid="ben"><chat-me></chat-me></chat-provider>`);
    const me = page.querySelector('chat-me')!;
    await waitUntil(() => allByRole(me, 'button', 'Your profile').length > 0, 'not signed in');
    let client: ChatClient | undefined;
    me.dispatchEvent(new ContextEvent(clientContext, me, (found) => (client = found)));
    await client!.signOut();
    await waitUntil(() => wayIn(me)?.checkVisibility(), 'no way in');
    byRole(wayIn(me)!, 'button', 'Sign in as Ben Okafor');
    document.documentElement.lang = 'ar';
    try {
      const arabic = () => allByRole(wayIn(me)!, 'button', 'الدخول باسم Ben Okafor');
      await waitUntil(() => arabic().length > 0, 'not in Arabic');
    } finally {
      document.documentElement.lang = 'en';
    }
    press(me);
    await waitUntil(() => client!.$me.get()?.id === 'ben', 'somebody else');
    await waitUntil(() => allByRole(me, 'button', 'Your profile').length > 0, 'still out');
  });
});
