import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import '../../src/elements/chat-conversations/chat-conversations.js';
import { signs } from '../../src/elements/chat-conversations/late-signs.js';
import { extras } from '../../src/elements/chat-message/late-extras.js';
import { markdown } from '../../src/elements/chat-message/late-markdown.js';
import { previews } from '../../src/elements/chat-message/late-previews.js';
import { useGlimpses, useRichRows } from '../../src/elements/chat-message/rich.js';

/** What waits for it: rows, and lines that stand for messages. */
class Waiting extends LitElement {
  drawn = 0;
  override render() {
    this.drawn++;
  }
}
customElements.define(
  'test-rows',
  class extends Waiting {
    constructor() {
      super();
      useRichRows(this);
    }
  },
);
customElements.define(
  'test-lines',
  class extends Waiting {
    constructor() {
      super();
      useGlimpses(this);
    }
  },
);

describe('what is loaded to draw messages, first in its page', () => {
  for (const [name, part, tags] of [
    ['markdown', markdown, ['test-rows', 'test-lines']],
    ['previews', previews, ['test-rows', 'test-lines']],
    ['extras', extras, ['test-rows']],
  ] as const) {
    it(`${name}: whoever waits for it is drawn as soon as it is there`, async () => {
      expect(part.get()).to.equal(undefined);
      const page = await fixture(html`<div></div>`);
      const waiting = tags.map((tag) => document.createElement(tag) as Waiting);
      page.append(...waiting);
      await Promise.all(waiting.map((one) => one.updateComplete));
      const before = waiting.map(({ drawn }) => drawn);
      await part.load();
      await Promise.all(waiting.map((one) => one.updateComplete));
      waiting.forEach(({ drawn, localName }, i) =>
        expect(drawn, localName).to.be.greaterThan(before[i]!),
      );
    });
  }
});

it('chats made before they are put into the page have the styles of their signs', async () => {
  await signs.load();
  const list = document.createElement('chat-conversations');
  await aTimeout(0);
  const page = await fixture(html`<div></div>`);
  page.append(list);
  await list.updateComplete;
  const sheets = (list.renderRoot as ShadowRoot).adoptedStyleSheets;
  for (const { styleSheet } of signs.get()!.signStyles)
    expect(sheets.includes(styleSheet!)).to.equal(true);
});
