import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import '../../../src/elements/chat-group-members/chat-group-members.js';
import '../../../src/elements/chat-users/chat-users.js';
import type { ChatGroupMembers } from '../../../src/elements/chat-group-members/chat-group-members.js';
import type { ChatUsers } from '../../../src/elements/chat-users/chat-users.js';
import { textOf } from '../../support/find.js';
import { everyFrame, frame } from '../../support/messages.js';
import { focused, inPane, rowSaying, rowsOf, rowWith } from '../../support/pane.js';
import { ana, signIn, shareWorld, world } from '../../support/world.js';
import { waitUntil } from '../../support/wait.js';

/** As many as come in at once; `npm run bench` looks at 100,000. */
const people = 20_000;
const press = (key: string) => sendKeys({ press: key });

describe(`lists of ${people.toLocaleString('en')}`, () => {
  shareWorld(async () => {
    const { request } = world.host.manage();
    const line = (i: number) =>
      JSON.stringify({
        at: new Date(1_600_000_000_000 + i).toISOString(),
        kind: 'message',
        from: `${'ABCDEFGHIJ'[i % 10]}da ${i}`,
        text: 'hello',
      });
    const lines = Array.from({ length: people }, (_, i) => line(i));
    await request('message.import', { guid: 'kiln', firstLine: 1, lines }, 'everybody');
  });
  beforeEach(() => signIn('ana'));

  it('members: a few rows, worked by keys, searched by typing, which lead to one of them', async () => {
    const list = await inPane<ChatGroupMembers>(
      ana,
      html`<chat-group-members guid="kiln"></chat-group-members>`,
    );
    await waitUntil(() => rowsOf(list).length > 5, 'no rows');
    const few = () => expect(rowsOf(list).length).to.be.lessThan(40);
    const place = () => Number(focused()?.closest('[part~=row]')?.getAttribute('aria-posinset'));
    few();
    list.focus();
    await press('PageDown');
    await waitUntil(() => place() > 3, 'not a page down');
    for (let before = place(); before <= 120; before = place()) {
      await press('End');
      await waitUntil(() => place() > before, `stays at ${before}`);
    }
    few();
    await press('Home');
    await waitUntil(() => place() === 1, 'not at the first');
    await sendKeys({ type: 'da 17777' });
    await waitUntil(() => rowsOf(list).length === 1, 'not found');
    expect(textOf(rowsOf(list)[0])).to.contain('Hda 17777');
    await press('Escape');
    await waitUntil(() => rowsOf(list).length > 5, 'not back');
  });

  it('users: under their letters, chosen by Enter', async () => {
    const list = await inPane<ChatUsers>(ana, html`<chat-users></chat-users>`);
    await rowSaying(list, 'Ada 0');
    const sections = () => [...list.renderRoot.querySelectorAll('[part~=section]')].map(textOf);
    expect(sections()).to.deep.equal(['A']);
    list.focus();
    await sendKeys({ type: 'da 1234' });
    await waitUntil(() => sections().join('').startsWith('ABCDEF'), 'not found');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    await waitUntil(() => list.renderRoot.querySelector('[part~=selected]'), 'not chosen');
    expect(rowWith(list, 'Bda 12341')?.part.contains('selected')).to.equal(true);
    await press('End');
    await waitUntil(() => textOf(focused()).includes('Jda 12349'), 'not at the end');
    expect(sections().at(-1)).to.equal('J');
  });

  it('users: a screen of rows is waited for, the rest comes by itself, also into a view of more', async () => {
    const height = 1500;
    await setViewport({ width: 800, height });
    const list = await inPane<ChatUsers>(ana, html`<chat-users></chat-users>`, { height });
    const filled = () => (rowsOf(list).at(-1)?.getBoundingClientRect().bottom ?? 0) > height;
    await waitUntil(filled, 'an empty end');
    const asked = ana.line.asked.filter(({ name }) => name === 'user.list');
    const limits = asked.map(({ params }) => (params as { limit?: number }).limit);
    expect(limits[0]).to.equal(15);
    expect(new Set(limits.slice(1))).to.deep.equal(new Set([30]));
    await setViewport({ width: 800, height: 600 });
  });

  it('users: in every frame that is painted, rows and letters stand below each other, whatever their height', async () => {
    const list = await inPane<ChatUsers>(ana, html`<chat-users></chat-users>`);
    const scroller = () => list.renderRoot.querySelector('[part~=scroller]')!;
    const wrong: string[] = [];
    let frames = 0;
    const look = () => {
      const rows = [...list.renderRoot.querySelectorAll('[data-index]')]
        .map((row) => row.getBoundingClientRect())
        .sort((a, b) => a.top - b.top);
      if (rows.length > 0) frames++;
      rows.forEach(({ top, height }, i) => {
        const bottom = rows[i - 1]?.bottom ?? top;
        if (Math.abs(top - bottom) > 1)
          wrong.push(`frame ${frames}: row ${i}, ${height} high, is ${top - bottom} off`);
      });
    };
    // Sizes are told last before a frame is painted, and to this observer after the list's own.
    const told = new ResizeObserver(look);
    const probe = list.parentElement!.appendChild(document.createElement('div'));
    probe.textContent = 'Seen every other frame';
    told.observe(probe);
    const stop = everyFrame(() => probe.toggleAttribute('hidden'));
    await rowSaying(list, 'Ada 0');
    const field = list.renderRoot.querySelector('input')!;
    field.focus();
    await sendKeys({ type: 'da 1234' });
    await rowSaying(list, 'Cda 12342');
    for (let i = 0; i < 12; i++) {
      scroller().scrollBy(0, 120);
      await frame(2);
    }
    stop();
    told.disconnect();
    expect(frames).to.be.greaterThan(12);
    expect(wrong).to.deep.equal([]);
  });
});
