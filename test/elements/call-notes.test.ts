import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-call/chat-call.js';
import '../../src/elements/chat-conversations/chat-conversations.js';
import '../../src/elements/chat-messages/chat-messages.js';
import { lateHandling } from '../../src/elements/chat-messages/late-handling.js';
import type { ChatMessages } from '../../src/elements/chat-messages/chat-messages.js';
import { callDuration } from '../../src/elements/words/call-duration.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { focused, inPane, rowSaying } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, until, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana', 'ben');

const calls = (list: ChatMessages) =>
  [...list.shadowRoot!.querySelectorAll('.note.call')].map((note) =>
    note.textContent.replaceAll(/\s+/g, ' '),
  );
const ring = async (target: { uid: string } | { guid: string } = { uid: 'ben' }) => {
  const { id } = await ana.calls.start(target, 'audio');
  await until(ben.calls.$calls, (now) => now.some((call) => call.id === id));
  return id;
};
const over = () => until(ana.calls.$active, (active) => active === undefined);

describe('calls among messages', () => {
  it('say how it went, to each as they see it, and lead back', async () => {
    const [mine, theirs] = [
      await inPane<ChatMessages>(ana, html`<chat-messages uid="ben"></chat-messages>`),
      await inPane<ChatMessages>(ben, html`<chat-messages uid="ana"></chat-messages>`),
    ];
    await ana.calls.end(await ring());
    await waitUntil(() => /Missed voice call/.test(calls(theirs).join()));
    await waitUntil(() => /Voice call cancelled/.test(calls(mine).join()));
    await ben.calls.reject(await ring());
    await over();
    await waitUntil(() => /Voice call declined.*Call back/.test(calls(theirs)[1] ?? ''));
    const id = await ring();
    await ben.calls.accept(id);
    await waitUntil(() => /Voice call in progress/.test(calls(mine)[2] ?? ''));
    expect(calls(mine)[2]).not.to.match(/again/);
    await ben.calls.end(id);
    await waitUntil(() => /Voice call · 0:0\d .*Call again/.test(calls(mine)[2] ?? ''));
    await still();
    await expect(theirs).to.be.accessible();

    const [first] = theirs.shadowRoot!.querySelectorAll<HTMLElement>('chat-message');
    expect(first?.getAttribute('aria-label')).to.match(/^Missed voice call, /);
    await lateHandling.load();
    first?.focus();
    await sendKeys({ press: 'Enter' });
    expect(focused()?.textContent.trim()).to.equal('Call back');
    await sendKeys({ press: 'Enter' });
    await until(ana.calls.$calls, ([call]) => call?.initiator === 'ben');
  });

  it('of a group is joined while it lasts', async () => {
    const list = await inPane<ChatMessages>(ben, html`<chat-messages guid="kiln"></chat-messages>`);
    const id = await ring({ guid: 'kiln' });
    await waitUntil(() => allByRole(list, 'button', 'Join').length > 0, 'no Join');
    byRole(list, 'button', 'Join').click();
    await until(ben.calls.$own, (own) => own?.call?.participants.includes('ben') === true);
    const joins = () => allByRole(list, 'button', 'Join').length;
    await waitUntil(() => joins() === 0, 'offered to who is in it');
    await ben.calls.end(id);
    await waitUntil(() => joins() > 0, 'no way back in');
    await ana.calls.end(id);
    await waitUntil(() => allByRole(list, 'button', 'Join').length === 0, 'can still be joined');
  });

  it('the conversation row says so in one line', async () => {
    const list = await inPane(ben, html`<chat-conversations></chat-conversations>`);
    await ana.calls.end(await ring());
    expect(textOf(await rowSaying(list, 'Missed'))).to.match(/📞 Missed voice call/);
  });

  it('durations grow by hours', () => {
    expect(callDuration(65_000)).to.equal('1:05');
    expect(callDuration(3_723_000)).to.equal('1:02:03');
    expect(callDuration(-5)).to.equal('0:00');
  });
});
