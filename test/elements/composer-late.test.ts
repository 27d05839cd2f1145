import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-composer/chat-composer.js';
import type { ChatComposer } from '../../src/elements/chat-composer/chat-composer.js';
import { lateExtras } from '../../src/elements/chat-composer/late-extras.js';
import { lateWriting } from '../../src/elements/chat-composer-input/late-writing.js';
import { below } from '../support/find.js';
import { waitUntil } from '../support/wait.js';
import { ana, toBen, until, useWorld } from '../support/world.js';

useWorld('ana');

const toCyd = { uid: 'cyd' };
const area = (composer: ChatComposer) =>
  [...below(composer.shadowRoot!)].find((one) => one instanceof HTMLTextAreaElement);

async function open(): Promise<ChatComposer> {
  const page = await fixture<HTMLElement>(html`
    <chat-provider .client=${ana}><chat-composer uid="ben"></chat-composer></chat-provider>
  `);
  const composer = page.querySelector('chat-composer')!;
  await waitUntil(() => area(composer)?.disabled === false, 'nowhere to write', 5);
  return composer;
}

async function writeAndSend(composer: ChatComposer, text: string): Promise<void> {
  const field = area(composer)!;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await composer.updateComplete;
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}

/** First in its page: what sends is not loaded yet. */
describe('a composer before what is loaded later', () => {
  it('keeps what was sent in one conversation out of another', async () => {
    ana.drafts.write(toCyd, { text: 'Not yet' });
    const composer = await open();
    await writeAndSend(composer, 'For Ben');
    composer.uid = 'cyd';
    await lateExtras.load();
    await composer.updateComplete;
    await waitUntil(() => area(composer)?.value === 'Not yet', 'the other draft is gone');
    const feed = ana.messages.feed(toCyd).$feed;
    await until(feed, ({ ready }) => ready);
    expect(feed.get().items).to.have.length(0);
  });

  it('keeps every letter, and the mentions of a draft', async () => {
    ana.drafts.write(toBen, { text: 'Ask <@uid:cyd> ' });
    const composer = await open();
    const field = area(composer)!;
    await waitUntil(() => field.value.startsWith('Ask @'), 'no draft', 5);
    expect(field.value).not.to.include('uid');
    field.setRangeText('soon', field.value.length, field.value.length, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await lateWriting.load();
    await composer.updateComplete;
    expect(field.value).to.match(/^Ask @cyd soon$/i);
    expect(ana.drafts.$draft(toBen).get().text).to.equal('Ask <@uid:cyd> soon');
    ana.drafts.clear(toBen);
  });

  it('sends what was written, once', async () => {
    const composer = await open();
    await writeAndSend(composer, 'Early words');
    const feed = ana.messages.feed(toBen).$feed;
    await until(feed, ({ items }) => items.some(({ message }) => message.text === 'Early words'));
    await waitUntil(() => area(composer)?.value === '', 'still there');
    expect(feed.get().items.map(({ message }) => message.text)).to.deep.equal(['Early words']);
  });
});
