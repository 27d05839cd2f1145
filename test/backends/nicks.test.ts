import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { uidOfNick } from '../../src/backends/simulated/nicks.js';
import { normalizeId } from '../../src/protocol/record-ids.js';

describe('uidOfNick', () => {
  it('is readable', () => {
    expect(uidOfNick('ubotu')).to.equal('nick-ubotu');
    expect(uidOfNick('Matt|')).to.equal('nick-_matt_124_');
    expect(uidOfNick('a_b')).to.equal('nick-a__b');
  });

  it('keeps apart what differs in case, punctuation or escapes', () => {
    const nicks = [
      'bob',
      'Bob',
      'bOB',
      '_bob',
      '__bob',
      'b_ob',
      '|bob',
      '[bob]',
      '124_',
      '|',
      '_124_',
      '',
    ];
    expect(new Set(nicks.map(uidOfNick)).size).to.equal(nicks.length);
  });

  it('gives a valid UID of at most 100 characters for any text, and one of its own (R5)', () => {
    // Of any code point but half a surrogate. `unit: 'binary'` says the same, and takes seconds to begin.
    const point = fc.oneof(
      fc.integer({ min: 0, max: 0x7f }),
      fc.integer({ min: 0, max: 0xd7ff }),
      fc.integer({ min: 0xe000, max: 0x10ffff }),
    );
    const text = fc
      .array(point, { maxLength: 150 })
      .map((points) => String.fromCodePoint(...points));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(normalizeId('UID', uidOfNick(a))).to.equal(uidOfNick(a));
        expect(uidOfNick(a) === uidOfNick(b)).to.equal(a === b);
      }),
    );
  });

  it('keeps long nicks apart by their end', () => {
    const long = 'x'.repeat(300);
    expect(uidOfNick(`${long}a`)).to.have.length(100);
    expect(uidOfNick(`${long}a`)).not.to.equal(uidOfNick(`${long}b`));
  });
});
