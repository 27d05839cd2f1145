import { consume } from '@lit/context';
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

  it('detached, it no longer follows', async () => {
    const { outer, scopes, probes } = await page();
    scopes.outer.detach();
    emit(outer, 'chat-select', { target: { uid: 'ben' } });
    await settle();
    expect(probes.outer.target).to.equal(undefined);
  });
});
