import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-calls/chat-calls.js';
import type { ChatCalls } from '../../src/elements/chat-calls/chat-calls.js';
import '../../src/elements/chat-messenger/chat-messenger.js';
import { allByRole, byRole, nameOf, textOf } from '../support/find.js';
import { focused, inPane, rowSaying, rowsOf, rowWith } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, cyd, signIn, until, useWorld, type TestClient } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana', 'ben');

const log = (client: TestClient) => inPane<ChatCalls>(client, html`<chat-calls></chat-calls>`);
const ring = async (type: 'audio' | 'video' = 'audio') => {
  const { id } = await ana.calls.start({ uid: 'ben' }, type);
  await until(ben.calls.$calls, (now) => now.some((call) => call.id === id));
  return id;
};
const free = () => until(ana.calls.$active, (active) => active === undefined);

describe('chat-calls', () => {
  it('lists calls newest first, as each has seen them, and keeps up', async () => {
    const list = await log(ben);
    await waitUntil(() => /No calls yet/.test(textOf(list.shadowRoot?.querySelector('.state'))));
    await ana.calls.end(await ring());
    await rowSaying(list, 'Missed voice call');
    const id = await ring('video');
    await ben.calls.accept(id);
    await rowSaying(list, 'Video call in progress');
    await ana.calls.end(id);
    await rowSaying(list, /Video call · 0:0\d/);
    expect(rowsOf(list).map((row) => /Missed/.test(textOf(row)))).to.deep.equal([false, true]);
    expect(textOf(rowsOf(list)[0])).to.match(/Ana.*Incoming: /);
    await still();
    await expect(list).to.be.accessible();
    const mine = await log(ana);
    await rowSaying(mine, /Ben.*Outgoing: Voice call cancelled/);
  });

  it('shows the missed ones alone', async () => {
    await ana.calls.end(await ring());
    await free();
    await ben.calls.reject(await ring());
    const list = await log(ben);
    await rowSaying(list, 'declined');
    byRole(list, 'button', 'Missed').click();
    await waitUntil(() => rowsOf(list).length === 1 && rowWith(list, 'Missed voice call'));
    await signIn('cyd');
    const empty = await log(cyd);
    byRole(empty, 'button', 'Missed').click();
    await waitUntil(() => allByRole(empty, 'button', 'Show all calls').length > 0, 'no way back');
  });

  it('leads to the conversation, and by keys to the next call', async () => {
    await ana.calls.end(await ring());
    await free();
    const list = await log(ben);
    await rowSaying(list, 'Missed');
    list.focus();
    setTimeout(() => void sendKeys({ press: 'Enter' }));
    const { detail } = await oneEvent<HTMLElementEventMap['chat-select']>(list, 'chat-select');
    expect(detail.target).to.deep.equal({ uid: 'ana' });
    await sendKeys({ press: 'ArrowRight' });
    expect(nameOf(focused()!)).to.equal('Call Ana (voice)');
    await sendKeys({ press: 'Enter' });
    await until(ana.calls.$calls, ([call]) => call?.initiator === 'ben');
  });

  it('what calls keeps the focus while one is in a call (B120)', async () => {
    await ana.calls.end(await ring());
    await free();
    const list = await log(ana);
    await rowSaying(list, 'Ben');
    const again = () => allByRole(list, 'button', /^Call Ben/).at(-1)!;
    again().focus();
    await ring();
    await waitUntil(() => again().ariaDisabled === 'true', 'can be pressed');
    await still();
    expect(focused() === again(), `lost to ${focused()?.localName}`).to.equal(true);
    again().click();
    await still();
    expect(ana.calls.$calls.get()).to.have.length(1);
  });

  it('P5: offers no call to who is blocked', async () => {
    await ana.calls.end(await ring());
    const list = await log(ben);
    await rowSaying(list, 'Missed');
    await waitUntil(() => allByRole(list, 'button', /^Call Ana/).length > 0, 'no button');
    await ben.users.block('ana');
    await waitUntil(() => allByRole(list, 'button', /^Call Ana/).length === 0, 'still offered');
  });

  it('B112: says when it could not be loaded, and tries again', async () => {
    ana.line.refuse('call.list', 'forbidden');
    const list = await log(ana);
    await waitUntil(() => allByRole(list, 'button', 'Try again').length > 0, 'no way on');
    byRole(list, 'button', 'Try again').click();
    await waitUntil(() => /No calls yet/.test(textOf(list.shadowRoot?.querySelector('.state'))));
  });

  it('is reached from the messenger, and left by Escape', async () => {
    await ana.calls.end(await ring());
    const messenger = await inPane(ben, html`<chat-messenger></chat-messenger>`, { height: 600 });
    await waitUntil(() => allByRole(messenger, 'button', 'Calls').length > 0, 'no way there');
    byRole(messenger, 'button', 'Calls').click();
    await waitUntil(() => focused()?.getAttribute('aria-label') === 'Back', 'focus did not follow');
    const list = messenger.shadowRoot!.querySelector('chat-calls')!;
    await rowSaying(list, 'Missed');
    await still();
    await expect(messenger).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !messenger.shadowRoot?.querySelector('chat-calls'), 'still there');
    expect(focused()?.getAttribute('aria-label')).to.equal('Calls');
  });
});
