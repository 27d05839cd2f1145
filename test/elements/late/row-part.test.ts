import { aTimeout, expect } from '@open-wc/testing';
import { createRowPart } from '../../../src/elements/late/row-part.js';
import { within } from '../../support/clock.js';

describe('what few rows need, on a slow line', () => {
  it('holds them up for a second, and has them drawn once more when it has come', async () => {
    let come!: (part: string) => void;
    const part = createRowPart(() => new Promise<string>((resolve) => (come = resolve)));
    const drawn: boolean[] = [];
    part.follow((again) => drawn.push(again));
    const serves = () => part.serves([1, 2], (row) => row === 2);
    const giveBack = within(1000);
    expect(serves()).to.equal(false);
    await aTimeout(1000);
    giveBack();
    expect(serves()).to.equal(true);
    expect(part.get()).to.equal(undefined);
    expect(drawn).to.deep.equal([false]);
    come('here');
    await part.load();
    expect(part.get()).to.equal('here');
    expect(drawn).to.deep.equal([false, true]);
  });

  it('holds them up for no less', async () => {
    const part = createRowPart(() => new Promise(() => undefined));
    const serves = () => part.serves([1], () => true);
    const giveBack = within(999);
    serves();
    await aTimeout(999);
    giveBack();
    expect(serves()).to.equal(false);
  });

  it('holds nobody up who does not need it', async () => {
    let asked = 0;
    const part = createRowPart(() => Promise.resolve(asked++));
    expect(part.serves([1, 2], () => false)).to.equal(true);
    expect(asked).to.equal(0);
    await aTimeout(1100);
    expect(
      part.serves([1], () => true),
      'the first that does waits',
    ).to.equal(false);
  });
});
