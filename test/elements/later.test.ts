import { expect, fixture, html } from '@open-wc/testing';
import { later } from '../../src/elements/late/later.js';
import '../../src/elements/chat-messages/chat-messages.js';
import { waitUntil } from '../support/wait.js';

describe('what is loaded later', () => {
  it('is fetched once a page has shown its first element, and what that brings is too', async () => {
    let loads = 0;
    const load = later(() => {
      later(() => Promise.resolve(loads++));
      return Promise.resolve(loads++);
    });
    // What cannot be had is nobody's loss until somebody asks for it.
    const lost = later(() => Promise.reject(new Error('no network')));
    expect(loads, 'before there is an element').to.equal(0);
    expect(customElements.get('chat-menu')).to.equal(undefined);

    await fixture(html`<chat-messages></chat-messages>`);
    await waitUntil(() => loads === 2, 'not fetched');
    await waitUntil(() => customElements.get('chat-menu'), 'not fetched for messages');
    expect(customElements.get('chat-composer-notice'), 'no composer is here').to.equal(undefined);

    await load();
    expect(loads, 'when it is needed').to.be.at.least(3);
    expect(await lost().catch(({ message }: Error) => message)).to.equal('no network');
  }).timeout(20_000);
});
