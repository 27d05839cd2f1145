import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-call/chat-call.js';
import type { ChatCall } from '../../src/elements/chat-call/chat-call.js';
import { allByRole, below, byRole, textOf } from '../support/find.js';
import { inPane } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, toBen, until, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana', 'ben');

describe('chat-call: the line that stands for it', () => {
  let call: ChatCall;
  const shown = (name: string) =>
    waitUntil(() => allByRole(call, 'button', name).length > 0, `no button ${name}`);
  const says = (text: string) => waitUntil(() => textOf(call).includes(text), `not ${text}`);
  const part = (name: string) =>
    [...below(call.shadowRoot!)].find((one): one is HTMLElement => one.part.contains(name))!;

  async function inLine(width: number): Promise<string> {
    call = await inPane<ChatCall>(ana, html`<chat-call></chat-call>`, { width });
    const { id } = await ana.calls.start(toBen, 'audio');
    await until(ben.calls.$calls, (calls) => calls.length > 0);
    await ben.calls.accept(id);
    await shown('Minimise the call');
    call.focus();
    await sendKeys({ press: 'Escape' });
    await shown('Show the call');
    return id;
  }

  it('comes by Escape, leads back, and stays to say that it ended', async () => {
    const id = await inLine(640);
    await still();
    await expect(call).to.be.accessible();
    byRole(call, 'button', 'Show the call').click();
    await shown('Minimise the call');
    byRole(call, 'button', 'Minimise the call').click();
    await shown('Show the call');
    await ben.calls.end(id);
    await says('Call ended');
  });

  for (const width of [320, 480, 640])
    it(`in ${width} px, a long name gives way to the time and the buttons`, async () => {
      await inLine(width);
      const name = 'Benjamin Okafor-Fairweather of Whitfield-under-the-Hill, the Younger';
      await world.host.manage().request('user.update', { uid: 'ben', name }, 'rename');
      await says(name);
      await still();
      await expect(call).to.be.accessible();
      const time = part('time');
      expect(time.scrollWidth, 'time').to.be.at.most(time.clientWidth);
      const words = call.shadowRoot!.querySelector('bdi')!.getBoundingClientRect();
      expect(words.width, 'the name').to.be.at.least(100);
      const bar = part('bar');
      expect(bar.scrollWidth, 'the line').to.be.at.most(bar.clientWidth);
      for (const label of ['Show the call', 'End'])
        expect(byRole(call, 'button', label).offsetWidth).to.be.at.least(40);
    });
});
