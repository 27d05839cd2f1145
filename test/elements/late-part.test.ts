import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { createLate } from '../../src/client/late.js';
import { LatePart } from '../../src/elements/late/late-part.js';
import { define } from '../../src/lit/define.js';
import { waitUntil } from '../support/wait.js';

class Part {
  readonly loads: number;
  constructor(given: { loads: number }) {
    this.loads = given.loads;
  }
}

const given = { loads: 0 };
/** Each of these times it cannot be had. */
let failures = 0;
const late = createLate(() => {
  given.loads++;
  return failures-- > 0 ? Promise.reject(new Error('no network')) : Promise.resolve(Part);
});

class LateProbe extends LitElement {
  renders = 0;
  readonly its: LatePart<typeof given, Part> = new LatePart<typeof given, Part>(this, late, given);
  override render() {
    this.renders++;
    return html`<button>Press</button>${this.its.now ? 'there' : 'not yet'}`;
  }
}
define('late-probe', LateProbe);

/** As a page that is in front would send it. */
const focusin = () => new FocusEvent('focusin', { bubbles: true, composed: true });

describe('LatePart', () => {
  it('is asked for again where it could not be had, by the pointer and by the focus', async () => {
    failures = 2;
    const element = await fixture<LateProbe>(html`<late-probe></late-probe>`);
    await waitUntil(() => element.its.failed, 'not tried');
    expect(given.loads).to.equal(1);
    element.dispatchEvent(new PointerEvent('pointerenter'));
    await waitUntil(() => given.loads === 2, 'not tried again by the pointer');
    // Until it is known that it could not be had, nobody asks again.
    await aTimeout(0);
    element.renderRoot.querySelector('button')!.dispatchEvent(focusin());
    await waitUntil(() => element.its.now, 'not tried again by the focus');
    expect(element.its.now?.loads).to.equal(3);
    await element.updateComplete;
    expect(element.renderRoot.textContent).to.contain('there');
    expect(element.renders).to.be.at.most(3);
  });
});
