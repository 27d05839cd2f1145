import { expect } from '@open-wc/testing';
import { entriesOf } from '../../../src/elements/list/entries.js';
import { rowForKey } from '../../../src/elements/list/keys.js';
import { steady } from '../../../src/elements/list/order.js';

const items = (ids: string) => [...ids].map((id) => ({ id }));
const order = (shown: readonly { id: string }[]) => shown.map(({ id }) => id).join('');

describe('list order', () => {
  it('B104: what is known keeps its place while held', () => {
    expect(order(steady(['a', 'b', 'c'], items('cab')))).to.equal('abc');
  });

  it('what came in between waits, what came after the last one is there', () => {
    expect(order(steady(['a', 'b'], items('xbayz')))).to.equal('abyz');
  });

  it('what is gone is gone', () => {
    expect(order(steady(['a', 'b', 'c'], items('ca')))).to.equal('ac');
    expect(order(steady(['a'], []))).to.equal('');
  });

  it('a heading stands wherever the section changes, and counts for no place', () => {
    const entries = entriesOf(items('abc'), ({ id }) => (id === 'c' ? 'C' : 'A'));
    expect(entries.map((entry) => entry.heading ?? entry.place)).to.deep.equal(['A', 1, 2, 'C', 3]);
    expect(new Set(entries.map(({ key }) => key)).size).to.equal(5);
  });

  it('a heading keeps its key when its first row goes, also where its section comes twice', () => {
    const keys = (ids: string) =>
      entriesOf(items(ids), ({ id }) => (/[cd]/.test(id) ? 'C' : 'A')).flatMap((entry) =>
        entry.heading === undefined ? [] : entry.key,
      );
    expect(keys('bcde')).to.deep.equal(keys('abcdef'));
    expect(keys('bde')).to.deep.equal(keys('abcdef'));
    expect(new Set(keys('abcdef')).size).to.equal(3);
  });

  it('keys stay within the list', () => {
    expect(rowForKey('ArrowDown', 4, 5, 3)).to.equal(4);
    expect(rowForKey('PageDown', 0, 5, 3)).to.equal(3);
    expect(rowForKey('PageUp', 1, 5, 3)).to.equal(0);
    expect(rowForKey('End', 0, 0, 3)).to.equal(undefined);
    expect(rowForKey('a', 0, 5, 3)).to.equal(undefined);
  });
});
