import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { atom, onMount, type WritableAtom } from 'nanostores';
import { define } from '../../src/lit/define.js';
import { StoreController } from '../../src/lit/store-controller.js';

class StoreProbe extends LitElement {
  @property({ attribute: false }) $store: WritableAtom<string> | undefined;
  readonly #shown = new StoreController(this, () => this.$store);
  renders = 0;
  override render() {
    this.renders++;
    return html`${this.#shown.value ?? 'none'}`;
  }
}
define('store-probe', StoreProbe);

const text = (element: StoreProbe) => element.renderRoot.textContent;

async function probe($store?: WritableAtom<string>) {
  return fixture<StoreProbe>(html`<store-probe .$store=${$store}></store-probe>`);
}

describe('StoreController', () => {
  it('shows the value and follows it, one render a change', async () => {
    const $store = atom('one');
    const element = await probe($store);
    expect(text(element)).to.equal('one');
    const before = element.renders;
    $store.set('two');
    await element.updateComplete;
    expect(text(element)).to.equal('two');
    expect(element.renders).to.equal(before + 1);
  });

  it('follows another store when the element asks for another, and lets go of the first', async () => {
    const $first = atom('first');
    const $second = atom('second');
    const element = await probe($first);
    element.$store = $second;
    await element.updateComplete;
    expect(text(element)).to.equal('second');
    expect($first.lc).to.equal(0);
    expect($second.lc).to.equal(1);
  });

  it('subscribing is what makes a store load, and removing the element releases it', async () => {
    const $store = atom('idle');
    let mounted = 0;
    onMount($store, () => {
      mounted++;
    });
    const element = await probe($store);
    expect(mounted).to.equal(1);
    element.remove();
    expect($store.lc).to.equal(0);
  });

  it('takes no store up again in what is rendered after the element has gone', async () => {
    const $store = atom('here');
    const element = await probe($store);
    element.requestUpdate();
    element.remove();
    await element.updateComplete;
    expect($store.lc).to.equal(0);
    const page = await fixture<HTMLElement>(html`<section></section>`);
    page.append(element);
    await element.updateComplete;
    expect(text(element)).to.equal('here');
    expect($store.lc).to.equal(1);
  });

  it('B115: moved in the DOM, it goes on', async () => {
    const $store = atom('here');
    const element = await probe($store);
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(element);
    await element.updateComplete;
    $store.set('there');
    await element.updateComplete;
    expect(text(element)).to.equal('there');
    expect($store.lc).to.equal(1);
  });

  it('without a store it shows nothing of one', async () => {
    expect(text(await probe())).to.equal('none');
  });
});
