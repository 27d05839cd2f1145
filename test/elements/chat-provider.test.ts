import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { consume } from '@lit/context';
import { LitElement } from 'lit';
import { createDemo, type Demo } from '../../src/demo.js';
import type { ChatClient } from '../../src/client/types.js';
import { clientContext, targetContext } from '../../src/lit/context.js';
import { define } from '../../src/lit/define.js';
import type { Target } from '../../src/protocol/ids.js';
import type { ChatProvider } from '../../src/elements/chat-provider/chat-provider.js';
import '../../src/elements/chat-provider/chat-provider.js';
import { waitUntil } from '../support/wait.js';

class ClientProbe extends LitElement {
  @consume({ context: clientContext, subscribe: true }) client: ChatClient | undefined;
}
define('client-probe', ClientProbe);

class TargetProbe extends LitElement {
  @consume({ context: targetContext, subscribe: true }) target: Target | undefined;
}
define('target-probe', TargetProbe);

let demo: Demo;
const answer = (event: HTMLElementEventMap['chat-connect']) => {
  const { backend, credentials } = demo.device(event.detail.options.uid ?? 'ana');
  event.detail.provide(backend, credentials);
};

async function page(uid: string) {
  const provider = await fixture<ChatProvider>(
    html`<chat-provider uid=${uid}><client-probe></client-probe></chat-provider>`,
    { parentNode: parent() },
  );
  return { provider, probe: provider.firstElementChild as ClientProbe };
}
function parent(): HTMLElement {
  const box = document.createElement('div');
  box.addEventListener('chat-connect', answer);
  document.body.append(box);
  return box;
}
const phase = (probe: ClientProbe) => probe.client?.$status.get().phase;

describe('chat-provider', () => {
  before(() => {
    demo = createDemo({ storage: 'memory', people: false });
  });
  after(() => demo.close());

  it('asks the page for a backend and signs in', async () => {
    const { probe } = await page('ben');
    await waitUntil(() => phase(probe) === 'signedIn', 'signed in');
    expect(probe.client?.$me.get()?.id).to.equal('ben');
  });

  it('two providers are two people who reach each other', async () => {
    const [ben, lena] = await Promise.all([page('ben'), page('lena')]);
    await waitUntil(() => phase(ben.probe) === 'signedIn' && phase(lena.probe) === 'signedIn');
    const feed = lena.probe.client?.messages.feed({ uid: 'ben' });
    const stop = feed?.$feed.subscribe(() => undefined);
    await ben.probe.client?.messages.send({ uid: 'lena' }, { text: 'Hello from next door' });
    await waitUntil(() => feed?.$feed.get().items.at(-1)?.message.text === 'Hello from next door');
    stop?.();
  });

  it('a client of one’s own is used, and given back untouched', async () => {
    const provider = await fixture<ChatProvider>(
      html`<chat-provider .client=${demo.client}><client-probe></client-probe></chat-provider>`,
    );
    const probe = provider.firstElementChild as ClientProbe;
    expect(probe.client).to.equal(demo.client);
    provider.remove();
    await aTimeout(0);
    expect(demo.client.$status.get().phase).to.not.equal('signedOut');
  });

  it('a client, or an attribute, that is taken away is gone', async () => {
    const { provider, probe } = await page('ben');
    const asked: object[] = [];
    const isGone = () => probe.client === undefined;
    provider.addEventListener('chat-connect', ({ detail }) => asked.push(detail.options));
    provider.removeAttribute('uid');
    await provider.updateComplete;
    expect(isGone(), 'without attribute').to.equal(true);
    provider.client = demo.client;
    await provider.updateComplete;
    expect(probe.client === demo.client).to.equal(true);
    provider.client = undefined;
    await provider.updateComplete;
    expect(isGone(), 'without client').to.equal(true);
    expect(asked).to.deep.equal([]);
    provider.uid = 'lena';
    await provider.updateComplete;
    expect(asked).to.deep.equal([{ uid: 'lena' }]);
  });

  it('B115: moved in the DOM, one with a client of its own keeps the conversation on show', async () => {
    const provider = await fixture<ChatProvider>(
      html`<chat-provider .client=${demo.client}><target-probe></target-probe></chat-provider>`,
    );
    const probe = provider.firstElementChild as TargetProbe;
    const detail = { target: { uid: 'ben' } };
    probe.dispatchEvent(new CustomEvent('chat-select', { detail, bubbles: true }));
    await waitUntil(() => probe.target?.uid === 'ben', 'not on show');
    parent().append(provider);
    await provider.updateComplete;
    expect(probe.target?.uid).to.equal('ben');
  });

  it('B115: moved in the DOM it keeps its session; removed, it ends it', async () => {
    const { provider, probe } = await page('kwame');
    await waitUntil(() => phase(probe) === 'signedIn');
    const client = probe.client;
    parent().append(provider);
    await aTimeout(0);
    expect(probe.client).to.equal(client);
    expect(phase(probe)).to.equal('signedIn');
    provider.remove();
    await aTimeout(0);
    expect(client?.$status.get()).to.not.deep.include({ phase: 'signedIn', connection: 'online' });
  });

  it('signs nobody in once it is removed, whoever it is told of', async () => {
    const { provider, probe } = await page('kwame');
    await waitUntil(() => phase(probe) === 'signedIn');
    let asked = 0;
    provider.addEventListener('chat-connect', () => asked++);
    provider.uid = 'lena';
    provider.remove();
    await provider.updateComplete;
    await aTimeout(0);
    expect(asked).to.equal(0);
    parent().append(provider);
    await waitUntil(() => phase(probe) === 'signedIn', 'not signed in again');
    expect(probe.client?.$me.get()?.id).to.equal('lena');
  });

  it('says once that an Auth Key is for development only', async () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => said.push(text);
    try {
      for (const uid of ['ana', 'ben'])
        await fixture(html`<chat-provider uid=${uid} auth-key="a"></chat-provider>`, {
          parentNode: parent(),
        });
    } finally {
      console.warn = warn;
    }
    const ofKey = said.filter((text) => text.includes('Auth Key'));
    expect(ofKey.length).to.equal(1);
    expect(ofKey[0]).to.match(/development only.*auth-key/);
  });

  it('someone unknown cannot sign in, and the page hears why', async () => {
    const box = parent();
    const failed = oneEvent(box, 'chat-error');
    await fixture(html`<chat-provider uid="nobody-here"></chat-provider>`, { parentNode: box });
    const { detail } = (await failed) as HTMLElementEventMap['chat-error'];
    expect(detail.operation).to.equal('signIn');
    expect(detail.error.code).to.equal('not-found');
  });

  it('goes on trying where the weather took the first try, and says so once', async () => {
    const told: string[] = [];
    const box = parent();
    box.addEventListener('chat-error', ({ detail }) => told.push(detail.error.code));
    demo.weather.set({ offline: true });
    const provider = await fixture<ChatProvider>(
      html`<chat-provider uid="lena"><client-probe></client-probe></chat-provider>`,
      { parentNode: box },
    );
    const probe = provider.firstElementChild as ClientProbe;
    await waitUntil(() => told.length > 0, 'failed');
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => phase(probe) === 'signedOut', 'failed again');
    demo.weather.set({ offline: false });
    await waitUntil(() => phase(probe) === 'signedIn', 'signed in');
    expect(told).to.deep.equal(['offline']);
  });
});
