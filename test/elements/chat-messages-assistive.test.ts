import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-messages/chat-messages.js';
import { below } from '../support/find.js';
import { fill, frame, openList, view } from '../support/messages.js';
import { ana, ben, cyd, kiln, pause, signIn, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

describe('chat-messages: keys, speech, attention', () => {
  const press = (key: string) => sendKeys({ press: key });
  const focused = () => view.list.shadowRoot!.activeElement;
  const spoken = (role: string) =>
    view.list.renderRoot
      .querySelector('chat-announcer')!
      .shadowRoot!.querySelector(`[role="${role}"]`)!.textContent;
  const said = () => spoken('status');
  const urgent = () => spoken('alert');

  useWorld('ana', 'ben');

  it('is one tab stop; arrows, Home and End move, Enter goes inside, Escape comes out (B116)', async () => {
    await fill(40, (i) => `Line ${i} https://a.example/${i}`);
    await openList();
    const last = await view.seen('Line 39 ');
    const stops = () =>
      [...view.list.renderRoot.querySelectorAll<HTMLElement>('*')].filter(
        (one) => one.tabIndex === 0 && one.closest('[part="message"]'),
      );
    expect(stops()).to.deep.equal([last]);
    last.focus();
    await press('ArrowUp');
    expect(focused()).to.equal(view.row('Line 38 '));
    await press('ArrowDown');
    expect(focused()).to.equal(last);
    await press('Enter');
    expect(last.contains(focused())).to.be.true;
    expect(focused()).not.to.equal(last);
    const inside = focused();
    await press('Tab');
    expect(focused()).not.to.equal(inside);
    expect(last.contains(focused()), 'Tab stays inside').to.be.true;
    await press('Escape');
    expect(focused()).to.equal(last);
    await press('Home');
    // Of the newest thirty the first waits for the one before it, unless older ones are there already.
    await waitUntil(
      () => focused()?.textContent.includes('Line 11 ') || isFirst(),
      'not at the first',
    );
    await press('End');
    await waitUntil(() => focused() === view.row('Line 39 '), 'not at the last');
  });
  const isFirst = () => {
    const { items } = ana.messages.feed(kiln).$feed.get();
    return view.rows().some((row) => row === focused() && row.item!.id === items[0]!.id);
  };

  it('shows what has the focus in one’s own messages, too (B116)', async () => {
    await ana.messages.send(kiln, { text: 'See https://a.example/ and <@uid:ben>' });
    await openList();
    const row = await view.seen('See ');
    await waitUntil(() => row.querySelector('.mention'), 'no mention');
    row.focus();
    await press('Enter');
    const { backgroundColor } = getComputedStyle(row.querySelector('.bubble')!);
    for (const part of ['a', '.mention']) {
      expect(focused()).to.equal(row.querySelector(part));
      expect(getComputedStyle(focused()!).outlineStyle).to.equal('solid');
      expect(getComputedStyle(focused()!).outlineColor).not.to.equal(backgroundColor);
      await press('Tab');
    }
  });

  it('says the day and what is new by name (B28, B35)', async () => {
    await ben.messages.send(kiln, { text: 'Morning' });
    await openList();
    await view.seen('Morning');
    const named = [...view.list.renderRoot.querySelectorAll('.rows > [role="separator"]')];
    expect(named.map((one) => one.getAttribute('aria-label'))).to.deep.equal(['Today', 'New']);
  });

  it('is one tab stop though something in it can be scrolled, which Enter and Tab reach (B116)', async () => {
    const wide = 'wide '.repeat(200);
    const text = `\`\`\`\n${wide}\n\`\`\`\n\n| a | b |\n|---|---|\n| ${wide.slice(0, 120)} | ${wide} |`;
    await ana.messages.send(kiln, { text });
    await openList(kiln, 400, 320);
    const row = await view.seen('wide wide');
    await waitUntil(() => row.querySelector('pre') && row.querySelector('table'), 'no code');
    // Without it, Firefox leads out of the page, which then has no focus for the tests that follow.
    const after = document.createElement('button');
    view.list.after(after);
    row.focus();
    await press('Tab');
    expect(document.activeElement === after, 'still in the message').to.be.true;
    row.focus();
    await press('Enter');
    expect(focused()).to.equal(row.querySelector('pre'));
    const table = row.querySelector('.table')!;
    for (let i = 0; i < 6 && focused() !== table; i++) await press('Tab');
    expect(focused()).to.equal(table);
    await press('ArrowRight');
    await waitUntil(() => table.scrollLeft > 0, 'not scrolled', 5);
  });

  it('keeps the focus when the row is scrolled away, and when it is edited (B120)', async () => {
    await fill(200);
    await openList();
    const last = await view.seen('Line 199 ');
    last.focus();
    for (let i = 0; i < 12; i++) await view.scrollBy(-800);
    expect(view.rows()).not.to.include(last);
    expect(focused() === view.box, 'lost').to.be.true;
  });

  it('gives the focus back to a row that comes back (B120)', async () => {
    await fill(200);
    await openList();
    const last = await view.seen('Line 199 ');
    const { id } = last.item!;
    const isThere = () => view.rows().some(({ item }) => item?.id === id);
    last.focus();
    while (isThere()) await view.scrollBy(-800);
    expect(focused() === view.box, 'lost').to.be.true;
    while (!isThere()) await view.scrollBy(800);
    await waitUntil(() => focused() === view.row('Line 199 '), 'not given back');
    expect(view.list.matches(':focus-within')).to.be.true;
  });

  it('says sender, text, time, state and reactions of each message, in this order (B117)', async () => {
    const first = await ben.messages.send(kiln, { text: '**First** thing' });
    await ben.messages.send(kiln, { text: 'Second' });
    await ana.messages.react(first.id, '🎉', true);
    await openList();
    const second = await view.seen('Second');
    expect(second.getAttribute('aria-label'), 'grouped').to.match(/^Ben, Second, \d/);
    const label = view.row('First').getAttribute('aria-label')!;
    expect(label).to.match(/^Ben, First thing, \d+:\d\d.*, 🎉 1$/);
    expect(view.row('First').getAttribute('role')).to.equal('article');
    await ana.messages.send(kiln, { text: 'Own' });
    const own = await view.seen('Own');
    await waitUntil(() => /^You, Own, .*, Sent$/.test(own.getAttribute('aria-label')!));
  });

  it('says of a message that it is pinned, saved and edited, where that is to be seen (B117)', async () => {
    const { id } = await ana.messages.send(kiln, { text: 'Kiln rules' });
    await ana.messages.edit(id, 'Kiln rules!');
    await openList();
    const row = await view.seen('Kiln rules!');
    for (const [act, label] of [
      [() => ana.messages.save(id, true), /^You, Kiln rules!, .*, Saved, edited, Sent$/],
      [() => ana.messages.pin(id, true), /, Pinned, Saved, edited, /],
    ] as const) {
      await act();
      await waitUntil(() => label.test(row.ariaLabel ?? ''), `${row.ariaLabel}`);
    }
  });

  it('says of a reply to whom and to what it is, and that the original is gone (B117, B86)', async () => {
    const asked = await ben.messages.send(kiln, { text: 'Is it **hot**?' });
    const told = await ana.messages.send(kiln, { text: 'Very', quotedId: asked.id });
    await ben.messages.send(kiln, { text: 'Thanks', quotedId: told.id });
    await openList();
    const own = await view.seen('Very');
    const saying = (label: RegExp) =>
      waitUntil(() => label.test(own.ariaLabel ?? ''), `${own.ariaLabel}`);
    await saying(/^You, in reply to Ben: Is it hot\?, Very, \d/);
    const label = (await view.seen('Thanks')).ariaLabel;
    expect(label).to.match(/^Ben, in reply to you: Very, Thanks, \d/);
    await ben.messages.delete(asked.id);
    await saying(/^You, The original message is gone, Very, \d/);
  });

  it('says of a picture what it is, and of one’s own what became of it before its reactions (B117)', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>';
    const file = new File([svg], 'bowl.svg', { type: 'image/svg+xml' });
    const { id } = await ana.messages.send(kiln, {
      text: 'Just out of the kiln',
      files: [{ id: 'f', file, alt: 'A bowl' }],
    });
    await openList();
    const row = await view.seen('Just out');
    await ben.messages.react(id, '🎉', true);
    await waitUntil(() => row.ariaLabel?.includes('🎉'), 'no reaction');
    const label =
      /^You, Just out of the kiln, [^,]*Photo[^,]*, \d+:\d\d[^,]*, (Sent|Delivered), 🎉 1$/;
    expect(row.ariaLabel).to.match(label);
  });

  it('reads what arrives once, and many in one (B118)', async () => {
    await fill(10);
    await openList();
    await view.seen('Line 9 ');
    await pause(1500);
    expect(said(), 'not what was there').to.equal('');
    await ben.messages.send(kiln, { text: 'Hello there' });
    await waitUntil(() => said() !== '', 'silent');
    expect(said()).to.equal('Ben: Hello there');
    await signIn('cyd');
    await ben.messages.send(kiln, { text: 'One' });
    await cyd.messages.send(kiln, { text: 'Two' });
    await ana.messages.send(kiln, { text: 'Own words are known' });
    await waitUntil(() => said().includes('2 new'), 'not counted');
    expect(said()).to.equal('2 new messages from Ben and Cyd');
  });

  it('says nothing of older ones, of what was missed and of one’s own that was sent (B118, B119)', async () => {
    await fill(150);
    await openList();
    await view.seen('Line 149 ');
    const texts = () =>
      ana.messages
        .feed(kiln)
        .$feed.get()
        .items.map(({ message }) => message.text);
    const heard = new Set<string | null>();
    const listen = setInterval(() => heard.add(said()).add(urgent()), 20);
    const { length } = texts();
    for (let i = 0; i < 20 && texts().length === length; i++) await view.scrollBy(-600);
    ana.line.cut();
    await ben.messages.send(kiln, { text: 'Missed' });
    ana.line.mend();
    await waitUntil(() => texts().includes('Missed'), 'the gap stays');
    await ana.messages.send(kiln, { text: 'Own' });
    await view.seen('Own');
    await pause(2500);
    clearInterval(listen);
    expect([...heard]).to.deep.equal(['']);
  });

  it('says that one’s own was sent to whoever asks for it (B119)', async () => {
    await openList();
    view.list.announcements = 'all';
    await view.seen('Ana created the group');
    await ana.messages.send(kiln, { text: 'Own' });
    await waitUntil(() => said() === 'Sent', 'silent');
    await ben.messages.send(kiln, { text: 'Hello there' });
    await waitUntil(() => said() === 'Ben: Hello there', 'not what came');
    expect(urgent()).to.equal('');
  });

  it('says no more than how many came, where that is wanted (B118)', async () => {
    await openList();
    view.list.announcements = 'count';
    await view.seen('Ana created the group');
    await ben.messages.send(kiln, { text: 'Hello there' });
    await waitUntil(() => said() === '1 new message from Ben', 'not counted');
  });

  it('says nothing when it is told to be silent (B118)', async () => {
    await openList();
    view.list.announcements = 'off';
    await view.seen('Ana created the group');
    await ben.messages.send(kiln, { text: 'Hello there' });
    await view.seen('Hello there');
    await pause(2200);
    expect(said()).to.equal('');
  });

  it('leads to earlier messages by a button, with the true place of each where all are there (B121)', async () => {
    await fill(70);
    await openList();
    await view.seen('Line 69 ');
    const more = () =>
      [...view.list.renderRoot.querySelectorAll<HTMLButtonElement>('.edge button')][0];
    for (let i = 0; i < 60 && ana.messages.feed(kiln).$feed.get().older !== 'end'; i++) {
      // As who reads without scrolling: the button comes into being where the rows end.
      if (more()) more()!.click();
      else view.rows()[0]!.scrollIntoView();
      await frame(4);
    }
    await waitUntil(() => view.rows()[0]?.getAttribute('aria-setsize'), 'no size');
    const size = ana.messages.feed(kiln).$feed.get().items.length;
    const places = view.rows().map((row) => Number(row.getAttribute('aria-posinset')));
    expect(view.rows().every((row) => Number(row.getAttribute('aria-setsize')) === size)).to.be
      .true;
    expect(places.every((place, i) => i === 0 || place === places[i - 1]! + 1)).to.be.true;
  });

  it('takes the unread line away on Escape (B35)', async () => {
    await fill(20);
    await ben.messages.send(kiln, { text: 'Unread' });
    await openList();
    const row = await view.seen('Unread');
    const line = () => view.list.renderRoot.querySelector('[part="unread"]');
    expect(line()).to.exist;
    row.focus();
    await press('Escape');
    await waitUntil(() => !line(), 'still there');
  });

  it('keeps one’s own words out of the count of new ones (B40), and shows 99+ (B44)', async () => {
    await fill(60);
    await openList();
    await view.seen('Line 59 ');
    await view.scrollBy(-1200);
    await fillMore(120);
    const button = () => view.list.renderRoot.querySelector('[part="latest"]');
    await waitUntil(() => button()?.textContent?.includes('99+ new'), 'no 99+');
    expect(button()!.getAttribute('aria-label')).to.match(/^99\+ new, .* 1[12]\d messages/);
  });
  async function fillMore(count: number) {
    for (let i = 0; i < count; i++) await ben.messages.send(kiln, { text: `More ${i}` });
  }

  it('listens no more once it has gone, even where something was still to be drawn (B115)', async () => {
    const listening = new Set<unknown>();
    const client: typeof ana = {
      ...ana,
      on(name, run) {
        const stop = ana.on(name, run);
        listening.add(run);
        return () => {
          listening.delete(run);
          stop();
        };
      },
    };
    await ana.messages.send(kiln, { text: 'Hello' });
    await openList();
    Object.assign(view.list.parentElement!.parentElement!, { client });
    await waitUntil(() => listening.size > 0, 'not listening');
    view.list.requestUpdate();
    view.list.remove();
    await view.list.updateComplete;
    expect(listening.size).to.equal(0);
  });

  it('keeps its place when it is moved in the page (B115)', async () => {
    await fill(80);
    await openList();
    await view.seen('Line 79 ');
    await view.scrollBy(-700);
    await view.rest();
    const { id, offset } = view.top();
    const parent = view.list.parentElement!;
    const other = document.createElement('div');
    other.style.blockSize = '600px';
    parent.parentElement!.append(other);
    other.append(view.list);
    await frame(4);
    expect(view.offset(id)).to.be.closeTo(offset, 1);
  });

  it('keeps its place when it is moved in the page, also with an unread line (B115)', async () => {
    await fill(20);
    for (let i = 0; i < 40; i++) await ben.messages.send(kiln, { text: `Unread ${i}` });
    await openList();
    await view.seen('Unread 0');
    await view.rest();
    await view.scrollBy(-300);
    await view.rest();
    const { id, offset } = view.top();
    const other = document.createElement('div');
    other.style.blockSize = '600px';
    view.list.parentElement!.after(other);
    other.append(view.list);
    await frame(4);
    expect(view.list.renderRoot.querySelector('[part="unread"]')).to.exist;
    expect(view.offset(id)).to.be.closeTo(offset, 1);
  });

  it('fits into 320 px, with the text twice as large (B122)', async () => {
    await fill(20);
    await ana.messages.send(kiln, { text: 'Own' });
    document.documentElement.style.fontSize = '200%';
    try {
      await openList(kiln, 500, 320);
      await view.seen('Line 19 ');
      expect(view.box.scrollWidth).to.be.at.most(view.box.clientWidth);
      for (const row of view.rows()) {
        expect(row.getBoundingClientRect().right).to.be.at.most(
          view.box.getBoundingClientRect().right + 1,
        );
      }
      await waitUntil(() => view.row('Own').querySelector('[part=icon]'), 'no tick');
      const icons = [...below(view.list.renderRoot)].filter((one) => one.part.contains('icon'));
      for (const icon of icons) {
        const { fontSize, blockSize } = getComputedStyle(icon);
        expect(parseFloat(blockSize), 'an icon').to.be.least(parseFloat(fontSize) * 0.9 - 0.1);
      }
    } finally {
      document.documentElement.style.fontSize = '';
    }
  });
});
