import { expect } from '@open-wc/testing';
import { ListHeights } from '../../../src/elements/list/heights.js';

const keys = (count: number) => Array.from({ length: count }, (_, i) => `k${i}`);

describe('list heights', () => {
  it('what was not measured is as high as what was', () => {
    const heights = new ListHeights();
    heights.keys = keys(100);
    expect(heights.total).to.equal(6800);
    expect(heights.measure('k0', 50)).to.equal(true);
    expect(heights.measure('k0', 50.2)).to.equal(false);
    expect(heights.total).to.equal(5000);
    expect(heights.start(10)).to.equal(500);
  });

  it('rows keep their height in whatever order they come', () => {
    const heights = new ListHeights();
    heights.keys = ['a', 'b', 'c'];
    for (const [key, height] of [
      ['a', 30],
      ['b', 60],
      ['c', 60],
    ] as const)
      heights.measure(key, height);
    expect([0, 1, 2, 3].map((index) => heights.start(index))).to.deep.equal([0, 30, 90, 150]);
    heights.keys = ['b', 'a', 'c'];
    expect([0, 1, 2, 3].map((index) => heights.start(index))).to.deep.equal([0, 60, 90, 150]);
  });

  it('a place is in a row, or at the nearest', () => {
    const heights = new ListHeights();
    heights.keys = keys(10);
    heights.measure('k0', 40);
    expect([-5, 0, 39, 40, 399, 4000].map((y) => heights.at(y))).to.deep.equal([0, 0, 0, 1, 9, 9]);
    heights.keys = [];
    expect(heights.at(100)).to.equal(0);
    expect(heights.total).to.equal(0);
  });
});
