import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-call/chat-call.js';
import type { ChatCall } from '../../src/elements/chat-call/chat-call.js';
import { sceneOf } from '../../src/elements/chat-call/scene.js';
import '../../src/elements/chat-header/chat-header.js';
import type { ChatHeader } from '../../src/elements/chat-header/chat-header.js';
import '../../src/elements/chat-messenger/chat-messenger.js';
import type { ChatMessenger } from '../../src/elements/chat-messenger/chat-messenger.js';
import type { Call } from '../../src/protocol/records.js';
import { allByRole, below, byRole, textOf } from '../support/find.js';
import { focused, inPane } from '../support/pane.js';
import { still } from '../support/still.js';
import {
  ana,
  ben,
  cyd,
  kiln,
  signIn,
  toBen,
  until,
  useWorld,
  world,
  type TestClient,
} from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana', 'ben');

const has = (root: Element, name: string | RegExp) => allByRole(root, 'button', name).length > 0;
const shown = (root: Element, name: string | RegExp) =>
  waitUntil(() => has(root, name), `no button ${String(name)}`);
const says = (root: Element, text: string | RegExp) =>
  waitUntil(() => textOf(root).match(text), `${textOf(root)} does not say ${String(text)}`);
const callOf = (client: TestClient) => until(client.calls.$calls, (calls) => calls.length > 0);

describe('chat-call', () => {
  const inCall = (client: TestClient) =>
    inPane<ChatCall>(client, html`<chat-call><p slot="media" hidden></p></chat-call>`);
  const plain = (client: TestClient) => inPane<ChatCall>(client, html`<chat-call></chat-call>`);

  it('rings: says who and how, and takes part when accepted', async () => {
    const call = await plain(ben);
    await ana.calls.start(toBen, 'video');
    await shown(call, 'Accept');
    await says(call, 'Incoming video call');
    expect(textOf(call)).to.match(/Incoming video call from Ana\. Press F6 to answer/);
    await still();
    await expect(call).to.be.accessible();
    setTimeout(() => byRole(call, 'button', 'Accept').click());
    const { detail } = await oneEvent<HTMLElementEventMap['chat-call-joined']>(
      call,
      'chat-call-joined',
    );
    expect(detail.call.type).to.equal('video');
    await shown(call, 'End');
    await waitUntil(() => allByRole(call, 'timer').length > 0, 'no duration');
    expect(textOf(byRole(call, 'timer'))).to.match(/^0:\d\d$/);
    await still();
    await expect(call).to.be.accessible();
    setTimeout(() => byRole(call, 'button', 'End').click());
    await oneEvent(call, 'chat-call-left');
    await waitUntil(() => !has(call, /./), 'still there');
    expect((await ana.calls.get(detail.call.id)).status).to.equal('ended');
  });

  it('a page may answer, decline and hang up itself', async () => {
    const call = await plain(ben);
    await ana.calls.start(toBen, 'audio');
    await shown(call, 'Accept');
    for (const [event, button] of [
      ['chat-answer', 'Accept'],
      ['chat-decline', 'Decline'],
    ] as const) {
      call.addEventListener(event, (fired) => fired.preventDefault(), { once: true });
      byRole(call, 'button', button).click();
    }
    await new Promise(requestAnimationFrame);
    expect(ben.calls.$calls.get()[0]?.status).to.equal('initiated');
    byRole(call, 'button', 'Decline').click();
    await waitUntil(() => !has(call, 'Decline'), 'still rings');
  });

  it('takes no focus from who writes; F6 leads there and back, Escape silences without declining', async () => {
    const call = await plain(ben);
    const field = document.createElement('input');
    call.after(field);
    field.focus();
    await ana.calls.start(toBen, 'audio');
    await shown(call, 'Accept');
    expect(focused() === field, 'focus was taken').to.equal(true);
    await sendKeys({ press: 'F6' });
    expect(focused()?.textContent).to.equal('Ana');
    await sendKeys({ press: 'Escape' });
    expect(focused() === field, 'focus is not back').to.equal(true);
    expect(has(call, 'Accept')).to.equal(true);
    await sendKeys({ press: 'F6' });
    await sendKeys({ press: 'Tab' });
    expect(focused()?.textContent.trim()).to.equal('Decline');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !has(call, 'Decline'), 'still rings');
    expect(focused() === field, 'focus is not back at the end').to.equal(true);
  });

  it('hides neither itself nor the page: it has a ground where colours are forced, and is modal only where it is (B122)', async () => {
    const call = await plain(ben);
    const box = () => call.renderRoot.querySelector('dialog')!;
    const ground = () => getComputedStyle(box()).backgroundColor;
    await ana.calls.start(toBen, 'audio');
    await shown(call, 'Accept');
    for (const name of ['Accept', 'End']) {
      await shown(call, name);
      // Where colours are forced, what is transparent stays so, and gradients go.
      expect(ground(), name).not.to.match(/transparent|[,/] ?0\)$/);
      expect(box().ariaModal, name).to.equal('false');
      byRole(call, 'button', name).click();
    }
  });

  it('can be answered while a dialog is open', async () => {
    const call = await plain(ben);
    const dialog = document.createElement('dialog');
    dialog.append(document.createElement('button'));
    call.after(dialog);
    dialog.showModal();
    await ana.calls.start(toBen, 'audio');
    await shown(call, 'Accept');
    await sendKeys({ press: 'Tab' });
    expect(focused()?.textContent.trim()).to.equal('Decline');
    dialog.close();
  });

  it('what the other takes back stops ringing', async () => {
    const call = await plain(ben);
    const { id } = await ana.calls.start(toBen, 'audio');
    await shown(call, 'Accept');
    await ana.calls.end(id);
    await waitUntil(() => !has(call, /./), 'still rings');
    await says(call, 'Missed voice call');
  });

  it('rings aloud where it is asked to, until it is silenced', async () => {
    let [begun, ended] = [0, 0];
    const Real = globalThis.AudioContext;
    globalThis.AudioContext = class extends Real {
      constructor() {
        super();
        begun++;
      }
      override close(): Promise<void> {
        ended++;
        return super.close();
      }
    };
    try {
      const call = await inPane<ChatCall>(ben, html`<chat-call audible></chat-call>`);
      // Until somebody has touched the page, browsers keep it silent.
      await sendKeys({ press: 'Shift' });
      await sendKeys({ press: 'a' });
      await ana.calls.start(toBen, 'audio');
      await waitUntil(() => begun === 1, 'silent');
      call.focus();
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => ended === 1, 'rings on');
      byRole(call, 'button', 'Accept').click();
      await shown(call, 'End');
      expect(begun).to.equal(1);
    } finally {
      globalThis.AudioContext = Real;
    }
  });

  it('answered on another device, it rings no more here, and can be brought here', async () => {
    const tablet = await world.client('ben');
    const call = await plain(tablet);
    await ana.calls.start(toBen, 'audio');
    await shown(call, 'Accept');
    const [ringing] = await callOf(ben);
    await ben.calls.accept(ringing!.id);
    await waitUntil(() => !has(call, 'Accept'), 'still rings');
    await shown(call, 'Return');
    await still();
    await expect(call).to.be.accessible();
    setTimeout(() => byRole(call, 'button', 'Return').click());
    await oneEvent(call, 'chat-call-joined');
    await shown(call, 'Minimise the call');
  });

  it('after a reload the call is there to return to', async () => {
    const { id } = await ana.calls.start(toBen, 'audio');
    await callOf(ben);
    await ben.calls.accept(id);
    const again = await world.client('ana');
    const call = await plain(again);
    await shown(call, 'Return');
    byRole(call, 'button', 'End').click();
    await waitUntil(() => !has(call, /./), 'still there');
  });

  it('calls: says what became of it, and the ways on', async () => {
    const call = await plain(ana);
    await ana.calls.start(toBen, 'audio');
    await shown(call, 'Cancel');
    await says(call, 'Calling…');
    const [first] = await callOf(ben);
    await ben.calls.reject(first!.id);
    await says(call, 'Declined');
    await still();
    await expect(call).to.be.accessible();
    byRole(call, 'button', 'Call again').click();
    await shown(call, 'Cancel');
    await until(ben.calls.$calls, ([now]) => now !== undefined && now.id !== first!.id);
    byRole(call, 'button', 'Cancel').click();
    await waitUntil(() => !has(call, /./), 'still there');
    await until(ben.calls.$calls, (calls) => calls.length === 0);
  });

  it('who is in another call is busy; a message can be written instead', async () => {
    await signIn('cyd');
    await cyd.calls.start(toBen, 'audio');
    const call = await plain(ana);
    ana.calls.start(toBen, 'audio').catch(() => undefined);
    await says(call, 'In another call');
    setTimeout(() => byRole(call, 'button', 'Message').click());
    const { detail } = await oneEvent<HTMLElementEventMap['chat-select']>(call, 'chat-select');
    expect(detail.target).to.deep.equal(toBen);
    await waitUntil(() => !has(call, /./), 'still there');
  });

  it('B112: without a connection it says so at once', async () => {
    const call = await plain(ana);
    ana.disconnect();
    ana.calls.start(toBen, 'audio').catch(() => undefined);
    await says(call, 'The call did not get through');
    await says(call, 'There is no connection');
    byRole(call, 'button', 'Close').click();
    await waitUntil(() => !has(call, /./), 'still there');
  });

  it('shows the pictures that the page brings', async () => {
    const call = await inCall(ana);
    const { id } = await ana.calls.start(toBen, 'video');
    await callOf(ben);
    await ben.calls.accept(id);
    await shown(call, 'End');
    await waitUntil(() => call.shadowRoot?.querySelector('.box')?.matches('.pictured'));
  });

  it('one of a page shows the calls of a client', async () => {
    const pane = await inPane(ben, html`<div><chat-call></chat-call><chat-call></chat-call></div>`);
    await ana.calls.start(toBen, 'audio');
    await shown(pane, 'Accept');
    expect(allByRole(pane, 'button', 'Accept')).to.have.length(1);
  });

  it('what one has taken back on another device is shown no more', () => {
    const call: Call = {
      ...({
        id: 'c',
        rev: 1,
        type: 'audio',
        conversationId: 'user:ana|ben',
        initiator: 'ana',
      } as const),
      ...({
        receiverType: 'user',
        receiver: 'ben',
        status: 'cancelled',
        participants: ['ana'],
      } as const),
      initiatedAt: 0,
    };
    const own = { id: 'c', target: toBen, type: 'audio', call } as const;
    expect(sceneOf(own, [], 'ana', undefined)).to.equal(undefined);
    const left = { ...own, call: { ...call, status: 'ongoing' as const, participants: ['ben'] } };
    expect(sceneOf(left, [], 'ana', undefined)?.kind).to.equal('connecting');
    expect(sceneOf(left, [], 'ana', 'c')?.outcome).to.equal('ended');
  });
});

describe('calls from chat-header', () => {
  it('calls a person, and not twice', async () => {
    const header = await inPane<ChatHeader>(ana, html`<chat-header uid="ben"></chat-header>`, {
      width: 640,
    });
    await shown(header, 'Video call');
    await still();
    await expect(header).to.be.accessible();
    byRole(header, 'button', 'Video call').click();
    const [ringing] = await callOf(ben);
    expect(ringing?.type).to.equal('video');
    await shown(header, 'Cancel');
    await waitUntil(
      () => byRole(header, 'button', 'Voice call').getAttribute('aria-disabled') === 'true',
    );
    byRole(header, 'button', 'Cancel').click();
    await waitUntil(() => !byRole(header, 'button', 'Voice call').hasAttribute('aria-disabled'));
  });

  it('a page may call in its own way', async () => {
    const header = await inPane<ChatHeader>(ana, html`<chat-header uid="ben"></chat-header>`);
    await shown(header, 'Voice call');
    header.addEventListener('chat-call', (event) => event.preventDefault());
    setTimeout(() => byRole(header, 'button', 'Voice call').click());
    const { detail } = await oneEvent<HTMLElementEventMap['chat-call']>(header, 'chat-call');
    expect(detail).to.deep.equal({ target: toBen, type: 'audio' });
    expect(ana.calls.$own.get()).to.equal(undefined);
  });

  it('what has no room is in the menu', async () => {
    const header = await inPane<ChatHeader>(ana, html`<chat-header uid="ben"></chat-header>`, {
      width: 320,
    });
    await until(ana.users.$user('ben'), (user) => user?.can.includes('call') ?? false);
    await waitUntil(() => has(header, 'More') && !has(header, 'Voice call'));
    byRole(header, 'button', 'More').click();
    await waitUntil(() => allByRole(header, 'menuitem', 'Video call').length > 0);
    byRole(header, 'menuitem', 'Voice call').click();
    await callOf(ben);
  });

  it('P5, P6: gone with a block, with membership, and where a role takes calls away', async () => {
    const header = await inPane<ChatHeader>(ana, html`<chat-header uid="ben"></chat-header>`);
    await shown(header, 'Voice call');
    await ben.users.block('ana');
    await waitUntil(() => !has(header, 'Voice call'), 'still there');
    const group = await inPane<ChatHeader>(ben, html`<chat-header guid="kiln"></chat-header>`);
    await shown(group, 'Voice call');
    await ana.members.kick('kiln', 'ben');
    await waitUntil(() => !has(group, 'Voice call'), 'still there');
  });

  it('a group rings nobody: it is joined from its header', async () => {
    const [mine, theirs] = [
      await inPane<ChatHeader>(ana, html`<chat-header guid="kiln"></chat-header>`),
      await inPane<ChatHeader>(ben, html`<chat-header guid="kiln"></chat-header>`),
    ];
    await shown(mine, 'Voice call');
    byRole(mine, 'button', 'Voice call').click();
    await says(mine, 'Waiting for others to join');
    await shown(theirs, 'Join');
    expect(has(theirs, 'Accept')).to.equal(false);
    expect(has(mine, 'Join')).to.equal(false);
    await says(theirs, /Voice call in progress · 1 person/);
    await still();
    await expect(theirs).to.be.accessible();
    byRole(theirs, 'button', 'Join').click();
    await says(theirs, '2 people');
    expect(ana.calls.$active.get()?.participants).to.deep.equal(['ana', 'ben']);
    await ana.calls.end(ana.calls.$active.get()!.id);
    await says(theirs, 'Call ended');
  });

  it('K1: to call a group that has a call is to join it', async () => {
    const { id } = await ana.calls.start(kiln, 'video');
    const header = await inPane<ChatHeader>(ben, html`<chat-header guid="kiln"></chat-header>`);
    await shown(header, 'Join');
    byRole(header, 'button', 'Voice call').click();
    const call = await until(ben.calls.$active, (active) => active !== undefined);
    expect([call!.id, call!.participants]).to.deep.equal([id, ['ana', 'ben']]);
  });
});

describe('calls in chat-messenger', () => {
  it('the first call brings what shows it, once', async () => {
    const messenger = await inPane<ChatMessenger>(
      ben,
      html`<chat-messenger uid="ana"></chat-messenger>`,
      { width: 900, height: 600 },
    );
    await shown(messenger, 'Voice call');
    const { id } = await ana.calls.start(toBen, 'audio');
    await shown(messenger, 'Accept');
    expect(
      [...below(messenger.shadowRoot!)].filter((it) => it.localName === 'chat-call'),
    ).to.have.length(1);
    expect(allByRole(messenger, 'button', 'Accept')).to.have.length(1);
    await ana.calls.end(id);
    await waitUntil(() => !has(messenger, 'Accept'), 'still rings');
  });

  it('joins a group call from it', async () => {
    await ana.calls.start(kiln, 'video');
    const messenger = await inPane<ChatMessenger>(
      ben,
      html`<chat-messenger guid="kiln"></chat-messenger>`,
      { width: 900, height: 600 },
    );
    await shown(messenger, 'Join');
    byRole(messenger, 'button', 'Join').click();
    await until(ana.calls.$active, (call) => call?.participants.includes('ben') ?? false);
    await shown(messenger, 'End');
  });
});
