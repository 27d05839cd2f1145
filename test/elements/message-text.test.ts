import { expect, fixture, html } from '@open-wc/testing';
import { emojiOnly } from '../../src/elements/chat-message/text/emoji-only.js';
import { disguisedDomain, safeHref } from '../../src/elements/chat-message/text/links.js';
import { loadRich } from '../../src/elements/chat-message/rich.js';
import { parseText } from '../../src/elements/chat-message/text/parse.js';
import { plainText } from '../../src/elements/chat-message/text/plain.js';
import { renderText } from '../../src/elements/chat-message/text/render.js';
import { previewOf } from '../../src/elements/words/message-preview.js';
import { Localize } from '../../src/lit/localize.js';
import type { Message, User } from '../../src/protocol/records.js';
import { LitElement } from 'lit';

class TextHost extends LitElement {
  readonly localize = new Localize(this);
}
customElements.define('text-host', TextHost);
const { localize } = new TextHost();

const user = (id: string, name: string): User => ({
  id,
  rev: 1,
  name,
  role: 'default',
  status: 'offline',
  createdAt: 0,
  can: [],
});
const people = new Map([
  ['ana', user('ana', 'Ana')],
  ['ben_o', user('ben_o', 'Ben _O_')],
]);

async function draw(text: string): Promise<HTMLElement> {
  const context = { people, author: 'Ana', me: 'ana', localize, copy: () => undefined };
  return fixture(html`<div>${renderText(parseText(text), context)}</div>`);
}
const message = (more: Partial<Message>): Message => ({
  id: 'm',
  rev: 1,
  conversationId: 'group:kiln',
  seq: 1,
  sender: 'ana',
  receiverType: 'group',
  receiver: 'kiln',
  category: 'message',
  type: 'text',
  sentAt: 0,
  can: [],
  ...more,
});

describe('message text', () => {
  before(loadRich);

  it('draws bold, italic, strike, code, lists, quotes, tables and line breaks', async () => {
    const box = await draw(
      '**a** _b_ ~~c~~ `d`\ne\n\n- one\n- two\n\n3. three\n\n> said\n\n```\ncode\n```\n\n|h|\n|-|\n|v|',
    );
    for (const tag of 'strong em del code br ul li ol blockquote pre table'.split(' ')) {
      expect(box.querySelector(tag), tag).to.exist;
    }
    expect(box.querySelector('ol')!.start).to.equal(3);
  });

  it('draws the box of a task before its words, once, however far apart the tasks stand', async () => {
    for (const text of ['- [ ] oil\n- [x] salt', '- [ ] oil\n\n- [x] salt']) {
      const items = [...(await draw(text)).querySelectorAll('li')];
      expect(items.map((item) => item.textContent.trim())).to.deep.equal(['☐ oil', '☑ salt']);
      expect(items.every((item) => item.children.length === 1)).to.be.true;
    }
  });

  it('leaves as typed what is nested deeper than anybody reads, and loses nothing of it', async () => {
    const marks = ['>', '1. ', '- > ', '[', '![', '**a _b '];
    for (const mark of marks) {
      const text = `${mark.repeat(Math.floor(4990 / mark.length))}end`;
      const box = await draw(text);
      expect(box.textContent, mark).to.contain('end');
    }
    const nested = '**_'.repeat(600) + 'middle' + '_**'.repeat(600);
    expect((await draw(nested)).textContent).to.contain('middle');
  });

  it('has no heading larger than bold text', async () => {
    const box = await draw('# Huge');
    expect(box.querySelector('h1')).to.be.null;
    expect(box.querySelector('strong')!.textContent).to.equal('Huge');
  });

  it('shows markup and scripts as the text they are', async () => {
    const evil = '<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; <b>bold</b>';
    const box = await draw(evil);
    expect(box.querySelector('script, img, b')).to.be.null;
    expect(box.textContent).to.contain('<script>alert(1)</script>');
    expect(box.textContent).to.contain('<img src=x onerror=alert(1)>');
    expect(box.textContent).to.contain('&amp;');
  });

  it('loses nothing that was written', () => {
    const texts = [
      '[note]: https://a.example/x "title"',
      '<div>\nblock\n</div>',
      'a  b',
      '#ubuntu is a channel',
      '![alt](javascript:alert(1))',
    ];
    for (const text of texts) {
      expect(plainText(parseText(text), people, '\n').replaceAll(/\s+/g, '')).to.equal(
        text.replaceAll(/\s+/g, ''),
      );
    }
  });

  it('links only what is safe, in a new tab without an opener (B88)', async () => {
    expect(safeHref('javascript:alert(1)')).to.be.undefined;
    expect(safeHref('data:text/html,x')).to.be.undefined;
    expect(safeHref('/relative')).to.be.undefined;
    expect(safeHref('mailto:a@b.example')).to.equal('mailto:a@b.example');
    const box = await draw('[x](javascript:alert(1)) https://a.example www.b.example [t](tel:+1)');
    const links = [...box.querySelectorAll('a')];
    expect(links.map((link) => link.href)).to.deep.equal([
      'https://a.example/',
      'http://www.b.example/',
      'tel:+1',
    ]);
    for (const link of links) {
      expect(link.target).to.equal('_blank');
      expect(link.rel).to.equal('noopener noreferrer');
    }
  });

  it('flags a link that says another domain than it leads to (B88)', async () => {
    expect(disguisedDomain('bank.example', 'https://evil.example/')).to.equal('evil.example');
    expect(disguisedDomain('https://bank.example/login', 'https://evil.example/')).to.equal(
      'evil.example',
    );
    expect(disguisedDomain('www.bank.example', 'https://bank.example/')).to.be.undefined;
    expect(disguisedDomain('see the plan', 'https://evil.example/')).to.be.undefined;
    for (const text of [
      'bank.example\u200b',
      'bank\u00ad.example',
      'https://bank.example@evil.example/',
    ]) {
      expect(disguisedDomain(text, 'https://evil.example/'), text).to.equal('evil.example');
    }
    const box = await draw('[bank.example](https://evil.example/x)');
    expect(box.textContent).to.contain('leads to evil.example');
  });

  it('never fetches a picture that a text names', async () => {
    const box = await draw('![cat](https://a.example/cat.png)');
    expect(box.querySelector('img')).to.be.null;
    expect(box.querySelector('a')!.textContent).to.equal('cat');
  });

  it('names whom it mentions, isolated, oneself highlighted (B98)', async () => {
    const box = await draw('hi <@uid:ben_o> and <@uid:ANA>, <@all:everyone>, <@uid:gone_x>');
    const mentions = [...box.querySelectorAll('.mention')];
    expect(mentions.map((one) => one.textContent)).to.deep.equal([
      '@Ben _O_',
      '@Ana',
      '@everyone',
      '@gone_x',
    ]);
    expect(mentions.map((one) => one.classList.contains('self'))).to.deep.equal([
      false,
      true,
      true,
      false,
    ]);
    expect(mentions[0]!.querySelector('bdi')).to.exist;
  });

  it('mentions nobody inside code', async () => {
    const box = await draw('`<@uid:ana>`');
    expect(box.querySelector('.mention')).to.be.null;
    expect(box.textContent).to.equal('<@uid:ana>');
  });

  it('knows up to three emoji alone (B95)', () => {
    expect(emojiOnly('👍')).to.equal(1);
    expect(emojiOnly('👨‍👩‍👧‍👦 🇩🇪 👋🏽')).to.equal(3);
    expect(emojiOnly('1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿')).to.equal(2);
    expect(emojiOnly('👍👍👍👍')).to.equal(0);
    expect(emojiOnly('ok 👍')).to.equal(0);
    expect(emojiOnly('12')).to.equal(0);
    expect(emojiOnly('')).to.equal(0);
  });
});

describe('message preview', () => {
  it('is one line of plain text (B107)', () => {
    const text = '**Bold** and\n\n- one\n- `two` <@uid:ben_o>\n\n```\ncode\n```';
    expect(previewOf(message({ text }), people, localize)).to.equal(
      'Bold and one two @Ben _O_ code',
    );
  });

  it('says what kind of attachment it is', () => {
    const attachments = [{ url: '', name: 'plan.pdf', mimeType: 'application/pdf', size: 1 }];
    const of = (type: string, more: Partial<Message> = {}) =>
      previewOf(message({ type, attachments, ...more }), people, localize);
    expect(of('image')).to.equal('📷 Photo');
    expect(of('image', { text: 'The shelf' })).to.equal('📷 The shelf');
    expect(of('file')).to.equal('📎 plan.pdf');
    const voice = { ...attachments[0]!, duration: 42 };
    const metadata = { audioType: 'voice_note' };
    expect(of('audio', { attachments: [voice], metadata })).to.equal('🎤 Voice message (0:42)');
  });

  it('says what happened to a group, with names', () => {
    const data = { action: 'added', on: 'ben_o' };
    expect(previewOf(message({ category: 'action', data }), people, localize)).to.equal(
      'Ana added Ben _O_',
    );
  });

  it('says that a message was deleted, and has words for what it does not know (B96)', () => {
    expect(previewOf(message({ deletedAt: 1, text: 'x' }), people, localize)).to.equal(
      'Message deleted',
    );
    const poll = message({ category: 'custom', type: 'poll', conversationText: 'Poll: lunch?' });
    expect(previewOf(poll, people, localize)).to.equal('Poll: lunch?');
    const unknown = message({ category: 'custom', type: 'x' });
    expect(previewOf(unknown, people, localize)).to.contain('cannot be shown');
  });

  it('cuts what is very long', () => {
    expect(
      previewOf(message({ text: 'word '.repeat(9000) }), people, localize),
    ).to.have.lengthOf.below(200);
    const letters = [...previewOf(message({ text: 'a' + '😀'.repeat(400) }), people, localize)];
    expect(letters.at(-2)).to.equal('😀');
  });
});
