import { expect } from '@open-wc/testing';
import { copyOf } from '../../../src/backends/simulated/copy.js';

describe('what crosses to the simulated server', () => {
  it('is copied as structuredClone copies it', async () => {
    const file = new File(['text'], 'a.txt');
    const value = { text: 'a', none: undefined, list: [1, null, { at: new Date(0) }], file };
    const copy = copyOf(value);
    expect(copy.file).to.be.instanceOf(File);
    expect(await copy.file.text()).to.equal('text');
    expect({ ...copy, file }).to.deep.equal(value);
    expect(copy.list === value.list || copy.list[2] === value.list[2]).to.equal(false);
  });

  it('is refused where structuredClone refuses it', () => {
    expect(() => copyOf({ run: () => undefined })).to.throw(DOMException);
    expect(() => copyOf([Symbol('a')])).to.throw(DOMException);
  });

  it('cannot give anything another prototype', () => {
    const copy = copyOf(JSON.parse('{"__proto__": {"rank": "owner"}, "a": 1}') as object);
    expect('rank' in copy).to.equal(false);
    expect(copy).to.deep.equal({ a: 1 });
  });
});
