import { expect } from '@open-wc/testing';
import { isAccepted, takeFiles } from '../../src/elements/chat-composer/files.js';
import { cleanText, isAddress } from '../../src/elements/chat-composer-input/clean-text.js';
import { follow, fromWire, toWire } from '../../src/elements/chat-composer-input/mentions.js';
import { matchPeople, triggerAt } from '../../src/elements/chat-composer-input/trigger.js';

const plain = (text: string) => ({ text, mentions: [] });
const trigger = (text: string) => triggerAt(plain(text), text.length);

describe('the text of a composer', () => {
  it('B50: joiners of emoji and scripts stay, what is merely invisible goes', () => {
    expect(cleanText('\u200b\n\n a\ufeff \n')).to.equal(' a');
    expect(cleanText('👩\u200d🚀 می\u200cخواهم')).to.equal('👩\u200d🚀 می\u200cخواهم');
    for (const blank of ['', ' \n\t', '\u200b', '\u200d', '\u00a0', '\u2800']) {
      expect(cleanText(blank), JSON.stringify(blank)).to.equal('');
    }
  });

  it('B64: only a whole web address is one', () => {
    expect(isAddress(' https://example.org/a?b=c ')).to.be.true;
    for (const other of ['example.org', 'https://a b', 'javascript:alert(1)', 'see https://a.b']) {
      expect(isAddress(other), other).to.be.false;
    }
  });

  it('B68: the trigger stands at a word’s start; names may have spaces', () => {
    expect(trigger('@')).to.include({ kind: 'mention', query: '' });
    expect(trigger('(@Ben O')).to.include({ kind: 'mention', query: 'Ben O', start: 1 });
    for (const none of ['mail@example', 'a @', '@ x', '@a\nb', '`@a', '```\n@a', 'x:smile', ':s']) {
      if (none === 'a @') expect(trigger(none)?.query).to.equal('');
      else expect(trigger(none), none).to.equal(undefined);
    }
  });

  it('B68: names that begin so come first, then words, then UIDs; eight at most', () => {
    const people = [
      { uid: 'x1', name: 'Zoë Ben' },
      { uid: 'benny', name: 'Omar' },
      { uid: 'x2', name: 'Bénédicte' },
      { uid: 'x3', name: 'Ruben' },
    ];
    expect(matchPeople(people, 'BEN').map(({ uid }) => uid)).to.deep.equal([
      'x2',
      'x1',
      'benny',
      'x3',
    ]);
    const many = Array.from({ length: 20 }, (_, i) => ({ uid: `u${i}`, name: `Same ${i}` }));
    expect(matchPeople(many, 'same')).to.have.length(8);
  });

  it('B69: what is sent comes back the same, under the names of today', () => {
    const wire = 'Hi <@uid:ben>, <@all:all> and <@uid:Cyd>!';
    const names = new Map([
      ['ben', 'Ben Okafor'],
      ['cyd', 'Cyd'],
    ]);
    const shown = fromWire(wire, (uid) => names.get(uid) ?? uid);
    expect(shown.text).to.equal('Hi @Ben Okafor, @all and @Cyd!');
    expect(toWire(shown)).to.equal(wire);
    expect(toWire(fromWire('<b>&lt;@uid:x', String))).to.equal('<b>&lt;@uid:x');
  });

  it('B69: mentions move along with the text around them', () => {
    const before = fromWire('Hi <@uid:ben> and <@uid:ben>.', () => 'Ben');
    const after = follow(before, 'Oh! Hi dear @Ben, and you, @Ben.', new Map());
    expect(toWire(after)).to.equal('Oh! Hi dear @Ben, and you, <@uid:ben>.');
    const typed = follow(before, 'Hi @Ben and @Ben. Bye', new Map());
    expect(toWire(typed)).to.equal('Hi <@uid:ben> and <@uid:ben>. Bye');
    const broken = follow(before, 'Hi @Bn and @Ben.', new Map());
    expect(toWire(broken)).to.equal('Hi @Bn and <@uid:ben>.');
    const back = follow(broken, 'Hi @Ben and @Ben.', new Map([['@Ben', '<@uid:ben>']]));
    expect(toWire(back)).to.equal('Hi <@uid:ben> and <@uid:ben>.');
  });

  it('B67: files are taken as far as type, size and count allow', () => {
    expect(isAccepted({ name: 'A.ZIP', type: '' }, '.zip, image/*')).to.be.true;
    expect(isAccepted({ name: 'a.txt', type: 'text/plain' }, '.zip, image/*')).to.be.false;
    expect(isAccepted({ name: 'a', type: '' }, '')).to.be.true;
    const { files, problems } = takeFiles(
      [],
      [new File([], 'folder'), new File(['x'], 'a.txt')],
      '',
    );
    expect(files.map(({ file }) => file.name)).to.deep.equal(['a.txt']);
    expect(problems).to.deep.equal([{ name: 'folder', reason: 'empty' }]);
  });
});
