import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../../src/lit/define.js';
import { Skeleton } from '../../src/lit/skeleton.js';
import { waitUntil } from '../support/wait.js';

class SkeletonProbe extends LitElement {
  @property({ type: Boolean }) coming = true;
  readonly #skeleton = new Skeleton(this);
  renders = 0;
  override render() {
    this.renders++;
    if (!this.coming) return html`here`;
    return this.#skeleton.isDue() ? html`shapes` : html`nothing`;
  }
}
define('skeleton-probe', SkeletonProbe);

const probe = () => fixture<SkeletonProbe>(html`<skeleton-probe></skeleton-probe>`);
const text = (element: SkeletonProbe) => element.renderRoot.textContent;

describe('Skeleton', () => {
  it('shows when what is loading keeps one waiting, and each time anew', async () => {
    const element = await probe();
    for (let time = 0; time < 2; time++) {
      expect(text(element)).to.equal('nothing');
      await waitUntil(() => text(element) === 'shapes', 'no shapes');
      element.coming = false;
      await element.updateComplete;
      expect(text(element)).to.equal('here');
      element.coming = true;
      await element.updateComplete;
    }
  });

  it('a quick answer is drawn once, and an element that left is not drawn again', async () => {
    const quick = document.createElement('skeleton-probe') as SkeletonProbe;
    document.body.append(quick);
    // No timer runs before it: nothing is waited for but what is due at once.
    await quick.updateComplete;
    quick.coming = false;
    await quick.updateComplete;
    const left = await probe();
    left.remove();
    await aTimeout(300);
    quick.remove();
    expect([quick.renders, left.renders]).to.deep.equal([2, 1]);
  });
});
