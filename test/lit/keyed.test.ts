import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { keyed } from '../../src/lit/keyed.js';

describe('keyed', () => {
  const box = document.createElement('div');
  const show = (keys: string) => {
    const rows = keyed(
      [...keys],
      (key) => key,
      (key) => html`<i id=${key}>${key}</i>`,
    );
    render(html`<b></b>${rows}<u></u>`, box);
    return box.textContent.trim();
  };
  const comments = () => [...box.childNodes].filter(({ nodeType }) => nodeType === 8).length;

  it('rows keep their nodes in whatever order they come', () => {
    const letters = 'abcdefghij';
    let seed = 7;
    const next = (most: number) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % most;
    show(letters);
    for (let round = 0; round < 300; round++) {
      const before = new Map([...box.querySelectorAll('i')].map((node) => [node.id, node]));
      const keys = [...letters].filter(() => next(4) > 0);
      for (let i = next(4); i > 0 && keys.length > 0; i--) {
        const [moved = ''] = keys.splice(next(keys.length), 1);
        keys.splice(next(keys.length + 1), 0, moved);
      }
      expect(show(keys.join(''))).to.equal(keys.join(''));
      for (const node of box.querySelectorAll('i')) {
        const known = before.get(node.id);
        expect(known === undefined || known === node, node.id).to.equal(true);
      }
    }
  });

  it('nothing of a row that is gone stays', () => {
    show('ab');
    const before = comments();
    for (let i = 0; i < 26; i++) show(`${String.fromCharCode(99 + (i % 20))}x`);
    expect(show('ab')).to.equal('ab');
    expect(comments()).to.equal(before);
  });

  it('one that moves to the top leaves the others where they are', () => {
    show('abcde');
    const moved: string[] = [];
    const seen = new MutationObserver(() => undefined);
    seen.observe(box, { childList: true });
    show('dabce');
    for (const { addedNodes } of seen.takeRecords())
      for (const node of addedNodes) if (node instanceof HTMLElement) moved.push(node.id);
    expect(moved).to.deep.equal(['d']);
  });
});
