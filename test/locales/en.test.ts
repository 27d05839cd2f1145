import { expect } from '@open-wc/testing';
import { counted, plural } from '../../src/locales/en.js';

describe('English', () => {
  it('writes counts as the browser does', () => {
    for (const count of [0, 1, 12, 999, 1000, 12_345, 222_106, 1_000_000]) {
      expect(counted(count)).to.equal(count.toLocaleString('en'));
    }
  });

  it('has a form for one, and one for every other count', () => {
    expect(plural(1, 'reply', 'replies')).to.equal('1 reply');
    expect(plural(0, 'reply', 'replies')).to.equal('0 replies');
    expect(plural(1200, 'reply', 'replies')).to.equal('1,200 replies');
  });
});
