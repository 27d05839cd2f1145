import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { ChatEventMap } from '../../src/lit/events.js';
import { ChatError } from '../../src/protocol/errors.js';
import type { Target } from '../../src/protocol/ids.js';
import {
  composer,
  area,
  settle,
  adopt,
  compose,
  type,
  press,
  chord,
  push,
  arrived,
  rows,
} from '../support/composer.js';
import { allByRole, byRole } from '../support/find.js';
import { still } from '../support/still.js';
import { ana, kiln, pause, toBen, until, useWorld, type TestClient } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const texts = (client: TestClient, target: Target) =>
  client.messages
    .feed(target)
    .$feed.get()
    .items.map(({ message }) => message.text);

useWorld('ana');

describe('chat-composer: sending', () => {
  it('B48 B79: on a screen’s keyboard Enter starts a line, says so, and no text makes it zoom', async () => {
    const real = globalThis.matchMedia;
    const coarse = { matches: true } as MediaQueryList;
    globalThis.matchMedia = (query) => (query === '(pointer: coarse)' ? coarse : real(query));
    try {
      await compose();
      expect(area.getAttribute('enterkeyhint')).to.equal('enter');
      area.focus();
      await type('one');
      await press('Enter');
      expect(area.value).to.equal('one\n');
      composer.enter = 'send';
      await settle();
      expect(area.getAttribute('enterkeyhint')).to.equal('send');
    } finally {
      globalThis.matchMedia = real;
    }
    const rules = (area.getRootNode() as ShadowRoot).adoptedStyleSheets
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSMediaRule && /pointer: coarse/.test(rule.conditionText));
    expect(rules.map(({ cssText }) => cssText).join()).to.match(/textarea[^}]*max\(16px, 1em\)/);
  });

  it('B77: takes what is typed while nothing else does, where the page wants it', async () => {
    await compose();
    const other = await fixture<HTMLInputElement>(html`<input aria-label="Other" />`);
    await type('a');
    expect(area.value, 'off until asked for').to.equal('');
    composer.catchesKeys = true;
    other.focus();
    await type('b');
    expect([other.value, area.value], 'stolen').to.deep.equal(['b', '']);
    other.blur();
    await press('Escape');
    await chord('Control', 'c');
    expect(area.matches(':focus')).to.be.false;
    await type('hello');
    expect(area.value).to.equal('hello');
  });

  it('B47 B53: Enter sends, Shift+Enter starts a line; the text is gone and the focus stays', async () => {
    await compose();
    area.focus();
    await type('one');
    await chord('Shift', 'Enter');
    await type('two');
    expect(area.value).to.equal('one\ntwo');
    await press('Enter');
    expect(area.value).to.equal('');
    expect(area.matches(':focus')).to.be.true;
    expect((await arrived(toBen, 1)).map(({ text }) => text)).to.deep.equal(['one\ntwo']);
  });

  it('B47: with enter="newline" Enter starts a line, and Ctrl+Enter sends all the same', async () => {
    await compose();
    composer.enter = 'newline';
    await settle();
    area.focus();
    expect(area.getAttribute('enterkeyhint')).to.equal('enter');
    await type('one');
    await press('Enter');
    await type('two');
    expect(area.value).to.equal('one\ntwo');
    await chord('Control', 'Enter');
    expect(area.value).to.equal('');
    expect((await arrived(toBen, 1))[0]?.text).to.equal('one\ntwo');
  });

  it('B49: nothing is sent by the keys of an input method, Safari’s late Enter included', async () => {
    await compose();
    area.focus();
    await type('に');
    const enter = (more: KeyboardEventInit) =>
      area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...more }));
    enter({ isComposing: true });
    enter({ keyCode: 229 });
    area.dispatchEvent(new CompositionEvent('compositionend', { data: 'に', bubbles: true }));
    enter({});
    await pause(0);
    expect(area.value).to.equal('に');
    expect(ana.line.asked.filter(({ name }) => name === 'message.send')).to.have.length(0);
    await pause(40);
    enter({});
    expect((await arrived(toBen, 1))[0]?.text).to.equal('に');
  });

  it('B50: blank text is not sent, blank lines around it are cut off', async () => {
    await compose();
    area.focus();
    await type('  ');
    await chord('Shift', 'Enter');
    expect(byRole(composer, 'button', 'Send')).to.have.property('disabled', true);
    await press('Enter');
    expect(area.value).to.equal('  \n');
    await type('  indented');
    await chord('Shift', 'Enter');
    await press('Enter');
    expect((await arrived(toBen, 1))[0]?.text).to.equal('  indented');
  });

  it('draws the text area once for a letter', async () => {
    await compose(kiln);
    area.focus();
    await type('He');
    let drawn = 0;
    const input = composer.shadowRoot!.querySelector('chat-composer-input')!;
    input.addController({ hostUpdated: () => void drawn++ });
    await type('y');
    await waitUntil(() => ana.drafts.$draft(kiln).get()?.text === 'Hey');
    await aTimeout(100);
    expect(drawn).to.equal(1);
  });

  it('what a script writes, and at once sends or leaves for another conversation, is gone from the text area', async () => {
    await compose();
    composer.insertText('Sent');
    push('Send');
    composer.insertText('For Ben');
    composer.uid = 'cyd';
    await waitUntil(
      () => area.placeholder === 'Message Cyd',
      'the other conversation is not shown',
      5,
    );
    expect(area.value).to.equal('');
    expect(ana.drafts.$draft(toBen).get().text).to.equal('For Ben');
  });

  it('B63: the focus goes without a word where nothing has changed since', async () => {
    await compose();
    area.focus();
    await type('Hi');
    let told = 0;
    const stop = ana.drafts.$draft(toBen).listen(() => told++);
    area.blur();
    expect(told, 'another tab may be writing by now').to.equal(0);
    area.focus();
    area.setSelectionRange(1, 1);
    area.blur();
    stop();
    expect(ana.drafts.$draft(toBen).get()).to.include({ text: 'Hi', caret: 1 });
  });

  it('B51: the message is in the feed before the key is up', async () => {
    await compose();
    const { $feed } = ana.messages.feed(toBen);
    await until($feed, ({ ready }) => ready);
    area.focus();
    await type('at once');
    let seen: unknown;
    composer.addEventListener('chat-send', () => {
      queueMicrotask(() => (seen = texts(ana, toBen)));
    });
    await press('Enter');
    expect(seen).to.deep.equal(['at once']);
  });

  it('B52: a double click and a key held down send once', async () => {
    await compose();
    area.focus();
    await type('once');
    const send = byRole(composer, 'button', 'Send');
    send.click();
    send.click();
    await type('again');
    area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', repeat: true }));
    expect(area.value).to.equal('again');
    await press('Enter');
    const sent = await arrived(toBen, 2);
    expect(sent.map(({ text }) => text)).to.deep.equal(['once', 'again']);
  });

  it('B52: a double click leaves what comes back after it', async () => {
    await compose();
    ana.drafts.write(toBen, { text: 'Half a thought' });
    ana.drafts.reply(toBen, 'm1');
    ana.drafts.edit(toBen, await ana.messages.send(toBen, { text: 'Clay' }));
    ana.drafts.write(toBen, { text: 'Red clay' });
    await composer.updateComplete;
    const send = byRole(composer, 'button', 'Save changes');
    for (const detail of [1, 2])
      send.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, composed: true }));
    expect(ana.drafts.$draft(toBen).get().text).to.equal('Half a thought');
  });

  it('B56: without a connection it is sent later', async () => {
    await compose();
    const { $feed } = ana.messages.feed(toBen);
    await until($feed, ({ ready }) => ready);
    ana.line.cut();
    area.focus();
    await type('for later');
    await press('Enter');
    const { items } = await until($feed, (feed) => feed.items.length === 1);
    expect(items[0]?.state).to.equal('pending');
    ana.line.mend();
    expect((await arrived(toBen, 1))[0]?.text).to.equal('for later');
  });

  it('what could not even be given to the outbox is back where it was written', async () => {
    await compose();
    const lost = new ChatError('offline', 'What this needs could not be loaded.');
    const messages = { ...ana.messages, send: () => Promise.reject(lost) };
    composer.closest('chat-provider')!.client = { ...ana, messages };
    await composer.updateComplete;
    const errors: string[] = [];
    composer.addEventListener('chat-error', ({ detail }) => errors.push(detail.operation));
    area.focus();
    await type('not lost');
    await press('Enter');
    await waitUntil(() => errors.length > 0);
    expect(errors).to.deep.equal(['message.send']);
    await waitUntil(() => area.value === 'not lost', 'the text is gone');
  });

  it('chat-send can be prevented and leaves the text; chat-sent tells what the server took', async () => {
    await compose();
    area.focus();
    await type('held');
    const hold = (event: Event) => event.preventDefault();
    composer.addEventListener('chat-send', hold);
    await press('Enter');
    expect(area.value).to.equal('held');
    composer.removeEventListener('chat-send', hold);
    const sent = new Promise<ChatEventMap['chat-sent']>((resolve) => {
      document.addEventListener('chat-sent', (event) => resolve(event.detail), { once: true });
    });
    await press('Enter');
    const { target, message } = await sent;
    expect(target).to.deep.equal(toBen);
    expect(message.text).to.equal('held');
    expect(message.seq).to.be.greaterThan(0);
  });

  it('B60: tells how much is left from 90 % on, does not send more, and offers a file instead', async () => {
    await compose();
    composer.maxlength = 20;
    area.focus();
    await type('12345678901234567');
    expect(composer.shadowRoot?.textContent).not.to.contain('left');
    await type('8');
    await composer.updateComplete;
    expect(composer.shadowRoot?.textContent).to.contain('2 characters left');
    await type('901');
    await composer.updateComplete;
    expect(byRole(composer, 'status', '1 character too many')).to.exist;
    expect(byRole(composer, 'button', 'Send')).to.have.property('disabled', true);
    await press('Enter');
    expect(area.value).to.have.length(21);
    push('Send as a file');
    await settle();
    expect(area.value).to.equal('');
    await waitUntil(() => allByRole(composer, 'button', 'Remove message.txt').length === 1);
    await press('Enter');
    const [message] = await arrived(toBen, 1);
    expect(message?.attachments?.[0]).to.include({ name: 'message.txt', size: 21 });
  });

  it('B60: a text that is refused as a file stays where it was written', async () => {
    await compose();
    composer.maxlength = 5;
    composer.accept = 'image/*';
    area.focus();
    await type('Too long');
    await composer.updateComplete;
    push('Send as a file');
    const said = () => allByRole(composer, 'alert').map((alert) => alert.textContent);
    await waitUntil(() => said().join().includes('message.txt'), 'no word of it');
    await composer.updateComplete;
    expect(area.value).to.equal('Too long');
  });
});

describe('chat-composer: in the page', () => {
  it('B105 B78: takes the focus when a person has chosen a conversation, not by itself', async () => {
    const provider = await fixture(html`
      <chat-provider .client=${ana}
        ><button>Ben</button><chat-composer></chat-composer
      ></chat-provider>
    `);
    adopt(provider);
    const list = provider.querySelector('button')!;
    await settle();
    expect(document.activeElement).to.equal(document.body);
    list.addEventListener('click', () => {
      const detail = { target: toBen };
      list.dispatchEvent(
        new CustomEvent('chat-select', { detail, bubbles: true, composed: true, cancelable: true }),
      );
    });
    list.focus();
    await press('Enter');
    await waitUntil(() => composer.matches(':focus'));
    await waitUntil(() => area.placeholder === 'Message Ben');
  });

  it('moved in the DOM it keeps its text', async () => {
    await compose();
    area.focus();
    await type('stays');
    composer.parentElement!.before(composer);
    await settle();
    expect(area.value).to.equal('stays');
  });

  it('is accessible, also while people are suggested and a reply is written', async () => {
    await compose(kiln);
    await expect(composer).to.be.accessible();
    const { id } = await ana.messages.send(kiln, { text: 'Hello' });
    ana.drafts.reply(kiln, id);
    area.focus();
    await type('@');
    await waitUntil(() => rows().length === 4);
    composer.addFiles([new File(['x'], 'photo.png', { type: 'image/png' })]);
    await composer.updateComplete;
    await still();
    await expect(composer).to.be.accessible();
  });
});
