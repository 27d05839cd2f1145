import { expect } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import { fetchAll } from '../../src/elements/late/fetch-all.js';

describe('what is loaded later', () => {
  it('is fetched for the elements that are on the page, and for no others', async () => {
    expect(customElements.get('chat-menu')).to.equal(undefined);
    await fetchAll();
    expect(customElements.get('chat-menu')).to.be.a('function');
    expect(customElements.get('chat-reaction-bar')).to.be.a('function');
    expect(customElements.get('chat-composer-notice')).to.equal(undefined);
  });
});
