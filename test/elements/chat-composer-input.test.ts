import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import {
  composer,
  area,
  compose,
  type,
  press,
  chord,
  push,
  arrived,
  undo,
  redo,
  rows,
  paste,
} from '../support/composer.js';
import { allByRole } from '../support/find.js';
import { ana, kiln, pause, until, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana');

describe('chat-composer: writing', () => {
  it('B61: grows to 8 lines, then scrolls inside, and shrinks', async () => {
    await compose();
    area.focus();
    const one = area.clientHeight;
    const line = Number.parseFloat(getComputedStyle(area).lineHeight);
    const isHigh = (lines: number) => () => Math.abs(area.clientHeight - one - lines * line) <= 1;
    composer.insertText('\n'.repeat(3));
    await waitUntil(isHigh(3), 'not four lines');
    composer.insertText('\n'.repeat(30));
    await waitUntil(isHigh(7), 'not eight lines');
    expect(area.scrollHeight).to.be.greaterThan(area.clientHeight);
    await chord('Control', 'a');
    await press('Backspace');
    await waitUntil(() => area.clientHeight === one, 'not one line');
    composer.parentElement!.style.blockSize = '200px';
    composer.insertText('\n'.repeat(30));
    await waitUntil(() => area.offsetHeight <= 81, 'more than 40 % of the pane');
  });

  it('B61: is one line high while it is empty, however long a name it shows', async () => {
    await compose(kiln);
    await waitUntil(() => area.placeholder === 'Message Kiln');
    const one = area.offsetHeight;
    const name = 'Kiln and Makers of the northern harbour district '.repeat(2).trim();
    await ana.groups.update({ guid: 'kiln', name });
    await waitUntil(() => area.placeholder.endsWith('district'));
    for (const dir of ['ltr', 'rtl']) {
      composer.parentElement!.dir = dir;
      await waitUntil(() => area.offsetHeight === one, `higher, ${dir}`);
      area.focus();
      composer.insertText('Hi');
      await waitUntil(() => area.offsetHeight === one, `higher with text, ${dir}`);
      await chord('Control', 'a');
      await press('Backspace');
      // The end fades, and not the beginning.
      const fade = new RegExp(`to ${dir === 'ltr' ? 'right' : 'left'}`);
      await waitUntil(() => fade.test(getComputedStyle(area).maskImage), `fades wrongly, ${dir}`);
      // As far as it has room, and not to the end of a word; Firefox asks the field.
      expect(getComputedStyle(area).wordBreak).to.equal('break-all');
    }
    composer.insertText('Hi');
    expect(getComputedStyle(area).wordBreak, 'of what one writes').to.equal('normal');
    composer.insertText('So on\n'.repeat(30));
    await waitUntil(() => area.offsetHeight > one, 'not high');
    area.scrollTop = area.scrollHeight;
    await press('Enter');
    await waitUntil(() => area.offsetHeight === one, 'stays high');
    expect(area.scrollTop, 'its line is cut').to.equal(0);
  });

  it('B62: undo takes back what was inserted, and nothing else', async () => {
    await compose(kiln);
    area.focus();
    await type('Hi ');
    composer.insertText('🎉');
    expect(area.value).to.equal('Hi 🎉');
    await undo();
    expect(area.value).to.equal('Hi ');
    await type('@be');
    await waitUntil(() => rows().length === 1);
    await press('Enter');
    expect(area.value).to.equal('Hi @Ben ');
    await undo();
    expect(area.value).to.equal('Hi @be');
    await press('Escape');
    await redo();
    expect(area.value).to.equal('Hi @Ben ');
    await press('Enter');
    expect((await arrived(kiln, 1)).at(-1)?.text).to.equal('Hi <@uid:ben>');
  });

  it('B63: each conversation has its own draft, and it comes back silently', async () => {
    await compose();
    area.focus();
    await type('for Ben');
    composer.uid = 'cyd';
    await waitUntil(() => area.placeholder === 'Message Cyd');
    expect(area.value).to.equal('');
    await type('for Cyd');
    composer.uid = 'ben';
    await waitUntil(() => area.value === 'for Ben');
    expect(area.selectionStart).to.equal(7);
    composer.uid = 'cyd';
    await waitUntil(() => area.value === 'for Cyd');
  });

  it('B64: an address pasted over words links them, a picture is attached, the invisible left out', async () => {
    await compose();
    area.focus();
    await type('see the docs');
    area.setSelectionRange(8, 12);
    paste({ 'text/plain': 'https://example.org/a_b' });
    expect(area.value).to.equal('see the [docs](https://example.org/a_b)');
    await undo();
    expect(area.value).to.equal('see the docs');
    area.setSelectionRange(12, 12);
    paste({ 'text/plain': ' \u200bx' });
    expect(area.value).to.equal('see the docs x');
    paste({}, [new File(['x'], 'photo.png', { type: 'image/png' })]);
    await waitUntil(() => allByRole(composer, 'button', 'Remove photo.png').length === 1);
  });

  it('Ctrl+B and Ctrl+I put Markdown around the selection, and take it away', async () => {
    await compose();
    area.focus();
    await type('so fine');
    area.setSelectionRange(3, 7);
    await chord('Control', 'b');
    expect(area.value).to.equal('so **fine**');
    await chord('Control', 'b');
    expect(area.value).to.equal('so fine');
    await chord('Control', 'i');
    expect(area.value).to.equal('so _fine_');
    await undo();
    expect(area.value).to.equal('so fine');
  });

  it('B75: tells the other that one types, not while editing, and stops when the text is gone', async () => {
    await compose();
    const theirs = await world.client('ben');
    const $typing = theirs.typing.$typing({ uid: 'ana' });
    const typists = () => until($typing, (users) => users.length === 1);
    await until($typing, (users) => users.length === 0);
    const none = () => until($typing, (users) => users.length === 0);
    area.focus();
    await type('h');
    expect((await typists())[0]?.id).to.equal('ana');
    await press('Backspace');
    await none();
  });
});

describe('chat-composer: mentions and emoji', () => {
  it('B68: people are suggested at a word’s start, without case and accents; keys wrap and choose', async () => {
    await world.host.manage().request('user.create', { uid: 'elodie', name: 'Élodie Brun' }, 'c1');
    await world.host.manage().request('user.create', { uid: 'elmar', name: 'Elmar' }, 'c2');
    await compose(kiln);
    await ana.members.add('kiln', { elodie: 'participant', elmar: 'participant' });
    area.focus();
    await type('me@el');
    expect(rows()).to.deep.equal([]);
    await type(' @EL');
    await waitUntil(() => rows().length === 2);
    expect(rows()).to.include.members(['Élodie Brun elodie', 'Elmar elmar']);
    const chosen = () =>
      composer.shadowRoot!.activeElement!.shadowRoot!.querySelector('[aria-selected=true]');
    const first = chosen()?.id;
    expect(area.getAttribute('aria-activedescendant')).to.equal(first);
    await press('ArrowUp');
    expect(chosen()?.id).not.to.equal(first);
    await press('ArrowDown');
    expect(chosen()?.id).to.equal(first);
    await type('o');
    await waitUntil(() => rows().length === 1);
    await press('Tab');
    expect(area.value).to.equal('me@el @Élodie Brun ');
    expect(area.matches(':focus')).to.be.true;
    expect(rows()).to.deep.equal([]);
    await press('Enter');
    const last = (await arrived(kiln, 1)).at(-1);
    expect(last?.text).to.equal('me@el <@uid:elodie>');
    expect(last?.mentions).to.deep.equal(['elodie']);
  });

  it('B68: the row that stands out is the one that is chosen, also when there are fewer', async () => {
    await compose(kiln);
    area.focus();
    await type('@');
    await waitUntil(() => rows().length === 4);
    await press('ArrowUp');
    await ana.members.kick('kiln', 'cyd');
    await waitUntil(() => rows().length === 3, 'still suggested');
    await press('Enter');
    expect(area.value).to.equal('@all ');
  });

  it('B68: where there is little room above, all of them can still be seen and chosen', async () => {
    await setViewport({ width: 800, height: 200 });
    try {
      await compose(kiln);
      composer.parentElement!.style.blockSize = '190px';
      area.focus();
      await type('@');
      const input = composer.shadowRoot!.querySelector('chat-composer-input')!;
      const box = () => input.shadowRoot!.querySelector('.suggestions:popover-open');
      await waitUntil(() => rows().length === 4 && box(), 'nobody is suggested');
      const room = () => box()!.getBoundingClientRect();
      const above = () => room().top >= 0 && room().bottom < area.getBoundingClientRect().top;
      await waitUntil(above, 'not all of it is in view');
      for (const key of ['ArrowUp', 'ArrowDown']) {
        await press(key);
        await waitUntil(() => {
          const chosen = box()!.querySelector('[aria-selected=true]')!.getBoundingClientRect();
          return chosen.top >= room().top && chosen.bottom <= room().bottom;
        }, `the one that ${key} leads to is out of view`);
      }
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });

  it('B68: Escape closes without clearing and stays closed; a space on no match closes', async () => {
    await compose(kiln);
    area.focus();
    await type('@');
    await waitUntil(() => rows().length === 4);
    expect(rows().at(-1)).to.equal('@ all Everyone in this group');
    await press('Escape');
    expect(rows()).to.deep.equal([]);
    await type('b');
    expect(area.value).to.equal('@b');
    expect(rows()).to.deep.equal([]);
    await type(' @b');
    await waitUntil(() => rows().length === 1);
    await type(' ');
    await composer.updateComplete;
    await type('x');
    expect(rows()).to.deep.equal([]);
  });

  it('B68: everyone can be mentioned in a group, the two of them in a conversation of two', async () => {
    await compose(kiln);
    area.focus();
    await type('@al');
    await waitUntil(() => rows().length === 1);
    await press('Enter');
    await press('Enter');
    expect((await arrived(kiln, 1)).at(-1)).to.include({ text: '<@all:all>', mentionsAll: true });
    composer.guid = undefined;
    composer.uid = 'ben';
    await waitUntil(() => area.placeholder === 'Message Ben');
    await type('@');
    await waitUntil(() => rows().length === 2);
    expect(rows()).to.deep.equal(['Ben ben', 'Ana ana']);
  });

  it('B69: a mention goes as one, and is text again once it was changed', async () => {
    await compose(kiln);
    area.focus();
    await type('@be');
    await waitUntil(() => rows().length === 1);
    await press('Enter');
    await press('Backspace');
    await press('Backspace');
    expect(area.value).to.equal('');
    await type('@be');
    await waitUntil(() => rows().length === 1);
    await press('Enter');
    area.setSelectionRange(2, 2);
    await type('x');
    await press('Escape');
    await press('Enter');
    expect((await arrived(kiln, 1)).at(-1)?.text).to.equal('@Bxen');
  });

  it('B70: two letters after a colon suggest emoji, but not within code', async () => {
    await compose();
    area.focus();
    await type('`x :sm');
    await pause(100);
    expect(rows()).to.deep.equal([]);
    await type('`');
    await type(' :s');
    expect(rows()).to.deep.equal([]);
    await type('mile');
    await waitUntil(() => rows().length > 1, 'no emoji');
    expect(rows()[0]).to.contain(':smile');
    await press('Enter');
    expect(area.value).to.match(/^`x :sm` \p{Extended_Pictographic}$/u);
  });

  it('B70: the emoji button opens the picker, what is chosen stands at the caret, the focus is back', async () => {
    await compose();
    area.focus();
    await type('ab');
    area.setSelectionRange(1, 1);
    push('Emoji');
    await waitUntil(() => allByRole(composer, 'button', 'grinning face').length === 1, 'no emoji');
    push('grinning face');
    await waitUntil(() => area.value === 'a😀b');
    await waitUntil(() => area.matches(':focus'));
    expect(area.selectionStart).to.equal(3);
  });
});
