import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-messages/chat-messages.js';
import { lateHandling } from '../../src/elements/chat-messages/late-handling.js';
import '../../src/elements/chat-search/chat-search.js';
import type { ChatSearch } from '../../src/elements/chat-search/chat-search.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { fill } from '../support/messages.js';
import { inPane } from '../support/pane.js';
import { still } from '../support/still.js';
import { waitUntil } from '../support/wait.js';
import { ana, useWorld } from '../support/world.js';

useWorld('ana');

describe('chat-search: what is said', () => {
  it('says once how many a search has found, though more of them come as one reads on (B102)', async () => {
    await fill(120);
    const list = await inPane<ChatSearch>(ana, html`<chat-search guid="kiln"></chat-search>`);
    const region = () => allByRole(list, 'status').find((one) => /result/.test(textOf(one)));
    byRole(list, 'textbox', /^Search/).focus();
    await sendKeys({ type: 'Line' });
    await waitUntil(region, 'nothing said');
    const said: string[] = [textOf(region())];
    const watch = new MutationObserver(() => said.push(textOf(region())));
    watch.observe(region()!, { childList: true, characterData: true, subtree: true });
    const last = () => {
      const rows = list.shadowRoot!.querySelectorAll('[role=listitem]');
      return Number([...rows].at(-1)?.ariaPosInSet);
    };
    await sendKeys({ press: 'ArrowDown' });
    for (let i = 0; i < 20 && last() < 100; i++) {
      await sendKeys({ press: 'End' });
      await still();
    }
    expect(last(), 'rows').to.be.at.least(100);
    await still();
    watch.disconnect();
    expect(said).to.have.length(1);
    byRole(list, 'textbox', /^Search/).focus();
    await sendKeys({ type: ' 11' });
    await waitUntil(() => /^1\d results$/.test(textOf(region() ?? list)), textOf(region() ?? list));
  });

  it('goes from hit to hit by one key, and says each, while the messages show it (B102)', async () => {
    await fill(60);
    const box = await inPane<HTMLElement>(
      ana,
      html`<div style="display: grid; grid-template-columns: 1fr 1fr; block-size: 500px">
        <chat-messages guid="kiln"></chat-messages>
        <chat-search guid="kiln" search="Line 1"></chat-search>
      </div>`,
      { width: 760 },
    );
    const list = box.querySelector('chat-search')!;
    const messages = box.querySelector('chat-messages')!;
    await lateHandling.load();
    const found = () => messages.shadowRoot!.querySelector('.found')?.textContent ?? '';
    await waitUntil(() => list.shadowRoot!.querySelector('[role=listitem] button'), 'no rows');
    list.shadowRoot!.querySelector<HTMLElement>('[role=listitem] button')!.click();
    await waitUntil(() => found().includes('Line 19 '), 'not shown');
    const next = byRole(list, 'button', 'Next result');
    next.focus();
    for (const line of [18, 17]) {
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => found().includes(`Line ${line} `), `Line ${line} is not shown`);
      await still();
      expect(list.shadowRoot!.activeElement?.ariaLabel).to.equal('Next result');
      const said = allByRole(list, 'status').map(textOf).join('|');
      expect(said).to.match(new RegExp(`${20 - line} of 1\\d: Line ${line}`));
    }
  });
});
