import { consume, ContextConsumer, ContextProvider } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { targetContext } from '../../src/lit/context.js';
import { define } from '../../src/lit/define.js';
import { emit } from '../../src/lit/events.js';
import { createScope } from '../../src/lit/scope.js';
import type { Target } from '../../src/protocol/ids.js';

class TargetProbe extends LitElement {
  @consume({ context: targetContext, subscribe: true }) target: Target | undefined;
}
define('target-probe', TargetProbe);

/** As the kit's own elements ask. */
class OwnProbe extends LitElement {
  #target = new ContextConsumer(this, { context: targetContext, subscribe: true });
  get target() {
    return this.#target.value;
  }
}
define('own-probe', OwnProbe);

const settle = () => new Promise((resolve) => setTimeout(resolve));

async function page() {
  const outer = await fixture<HTMLElement>(html`<main></main>`);
  const inner = document.createElement('section');
  outer.append(inner);
  const scopes = { outer: createScope(outer), inner: createScope(inner) };
  const probes = {
    outer: document.createElement('target-probe') as TargetProbe,
    inner: document.createElement('target-probe') as TargetProbe,
  };
  outer.append(probes.outer);
  inner.append(probes.inner);
  return { outer, inner, scopes, probes };
}

describe('scope', () => {
  it('chat-select shows the conversation in the nearest scope alone', async () => {
    const { inner, probes } = await page();
    emit(inner, 'chat-select', { target: { uid: 'ben' } });
    await settle();
    expect(probes.inner.target).to.deep.equal({ uid: 'ben' });
    expect(probes.outer.target).to.equal(undefined);
  });

  it('preventing chat-select anywhere keeps the conversation', async () => {
    const { outer, inner, probes } = await page();
    outer.addEventListener('chat-select', (event) => event.preventDefault());
    const went = emit(inner, 'chat-select', { target: { uid: 'ben' } });
    await settle();
    expect(went).to.equal(false);
    expect(probes.inner.target).to.equal(undefined);
  });

  it('an event of the page itself serves as well', async () => {
    const { outer, probes } = await page();
    outer.dispatchEvent(new CustomEvent('chat-select', { detail: { target: { guid: 'kiln' } } }));
    await settle();
    expect(probes.outer.target).to.deep.equal({ guid: 'kiln' });
  });

  it('one that comes between takes over those below it, moved out they follow the outer one again', async () => {
    const { outer, inner, scopes } = await page();
    const between = document.createElement('div');
    const probes = ['own-probe', 'target-probe'].map((tag) => document.createElement(tag));
    between.append(...probes);
    inner.append(between);
    const shown = () => probes.map((probe) => (probe as OwnProbe).target?.uid);
    scopes.inner.target.value = { uid: 'ben' };
    expect(shown()).to.deep.equal(['ben', 'ben']);
    const scope = createScope(between);
    expect(shown()).to.deep.equal([undefined, undefined]);
    scope.target.value = { uid: 'mia' };
    scopes.inner.target.value = { uid: 'zoe' };
    expect(shown()).to.deep.equal(['mia', 'mia']);
    outer.append(...probes);
    scopes.outer.target.value = { uid: 'eli' };
    scope.target.value = { uid: 'ana' };
    expect(shown()).to.deep.equal(['eli', 'eli']);
  });

  it('a page may provide with @lit/context', async () => {
    const outer = await fixture<HTMLElement>(html`<main><own-probe></own-probe></main>`);
    const probe = outer.querySelector<OwnProbe>('own-probe')!;
    const provider = new ContextProvider(outer, { context: targetContext });
    provider.setValue({ uid: 'ben' });
    probe.remove();
    provider.setValue({ uid: 'mia' });
    outer.append(probe);
    expect(probe.target).to.deep.equal({ uid: 'mia' });
    provider.setValue({ uid: 'zoe' });
    expect(probe.target).to.deep.equal({ uid: 'zoe' });
  });
});
