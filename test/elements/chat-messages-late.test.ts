import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { lateHandling } from '../../src/elements/chat-messages/late-handling.js';
import '../../src/elements/chat-messages/chat-messages.js';
import { fill, frame, lookAt, rounded, view } from '../support/messages.js';
import { ana, ben, kiln, signIn, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld();

describe('chat-messages before what handles it is loaded', () => {
  const { load, follow } = lateHandling;
  afterEach(async () => {
    Object.assign(lateHandling, { load, follow });
    await resetMouse();
  });

  /** A row in a list whose tools come when they are let. */
  async function early() {
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    Object.assign(lateHandling, {
      load: () => arrived.then(load),
      follow: (run: Parameters<typeof follow>[0]) => void arrived.then(() => follow(run)),
    });
    await fill(1);
    await signIn('ana');
    const provider = await fixture(html`
      <chat-provider .client=${ana}>
        <chat-messages guid="kiln" style="block-size: 400px"></chat-messages>
      </chat-provider>
    `);
    lookAt(provider.querySelector('chat-messages')!);
    return { row: await view.seen('Line 0 '), arrive };
  }

  it('a row that has the focus already shows what can be done with it (B82)', async () => {
    const { row, arrive } = await early();
    row.focus();
    await frame(2);
    expect(row.querySelector('.toolbar') === null, 'not loaded yet').to.be.true;
    arrive();
    await waitUntil(() => row.querySelector('.toolbar'), 'no toolbar');
  });

  it('so does one on which the pointer rests already (B82)', async () => {
    const { row, arrive } = await early();
    const { left, top } = row.querySelector('.bubble')!.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + 10), Math.round(top + 10)] });
    await frame(2);
    expect(row.querySelector('.toolbar') === null, 'not loaded yet').to.be.true;
    arrive();
    await waitUntil(() => row.querySelector('.toolbar'), 'no toolbar');
  });
});

describe('chat-messages where what handles it cannot be loaded', () => {
  const { load } = lateHandling;
  before(() => {
    Object.assign(lateHandling, { load: () => Promise.reject(new Error('no line')) });
  });
  after(() => {
    Object.assign(lateHandling, { load });
  });

  it('rows come for the way back, and what arrives moves nothing (B5, B15)', async () => {
    await fill(120);
    await signIn('ana', 'ben');
    const provider = await fixture(html`
      <chat-provider .client=${ana}>
        <chat-messages guid="kiln" style="block-size: 600px"></chat-messages>
      </chat-provider>
    `);
    lookAt(provider.querySelector('chat-messages')!);
    await view.seen('Line 119 ');
    await waitUntil(() => view.box.scrollHeight > 2 * view.box.clientHeight, 'only the first rows');
    await view.rest();
    const first = view.rows()[0]!.item!.id;
    for (let i = 0; i < 6; i++) {
      view.box.scrollTop -= 300;
      await frame(3);
    }
    const { id, offset } = view.top();
    await waitUntil(() => view.rows()[0]!.item!.id !== first, 'no rows before the first');
    await ben.messages.send(kiln, { text: 'And one more' });
    await frame(4);
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
    expect(view.toEnd()).to.be.greaterThan(1000);
  });
});
