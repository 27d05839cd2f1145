import { aTimeout, expect } from '@open-wc/testing';
import { area, compose, composer, press, type } from '../support/composer.js';
import { waitUntil } from '../support/wait.js';
import { withhold } from '../support/withhold.js';
import { ana, kiln, until, useWorld } from '../support/world.js';

withhold('/node_modules/@floating-ui/dom/dist/floating-ui.dom.mjs');

useWorld('ana');

/** First in its page. */
describe('what places boxes cannot be had', () => {
  it('whoever writes goes on: Enter takes no suggestion that is not to be seen', async () => {
    await compose(kiln);
    area.focus();
    let asked = false;
    const input = composer.renderRoot.querySelector('chat-composer-input')!;
    input.addEventListener('query', () => (asked = true));
    await type('Hi @be');
    await waitUntil(() => asked, 'nothing is suggested');
    await aTimeout(500);
    await press('Enter');
    const { $feed } = ana.messages.feed(kiln);
    await until($feed, ({ items }) => items.some(({ message }) => message.text === 'Hi @be'));
    expect(area.value).to.equal('');
  });
});
