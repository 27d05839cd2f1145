import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { registerMessageKind } from '../../src/elements/chat-message/message-kinds.js';
import '../../src/elements/chat-messages/chat-messages.js';
import { allByRole, byRole } from '../support/find.js';
import { everyFrame, fill, frame, openList, view } from '../support/messages.js';
import { ana, ben, kiln, pause, toAna, toBen, until, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

describe('chat-messages', () => {
  const press = (key: string) => sendKeys({ press: key });
  const push = (name: string | RegExp) => byRole(view.list, 'button', name).click();

  useWorld('ana', 'ben');

  it('puts the day between days, and names and faces once a group (B28, B30)', async () => {
    await fill(50, (i) => `Line ${i} `);
    await openList();
    await view.seen('Line 49 ');
    const names = view.rows().filter((row) => row.querySelector('.by:not(.visually-hidden)'));
    expect(names.at(-1)!.textContent).to.contain('Ben');
    expect(names.at(-2)!.textContent).to.contain('Cyd');
    const [group] = [view.rows().filter((row) => /Line (42|43|44) /.test(row.textContent))];
    expect(group.map((row) => row.querySelector('[part="avatar"]') !== null)).to.deep.equal([
      false,
      false,
      true,
    ]);
    const days = () => view.list.renderRoot.querySelectorAll('.rows > [part="day"]').length;
    // Rows out of view are drawn when one comes near them.
    await waitUntil(() => {
      view.box.scrollTop = 0;
      return days() > 0;
    }, 'no day above the first message');
    // Midnight may lie between the lines, and the group was made after all of them.
    expect(days()).to.be.within(1, 3);
  });

  it('in a box that grows with it, the first rows fill the window, and nothing grows after them', async () => {
    await fill(60);
    const drawn: { height: number; empty: number }[] = [];
    const stop = everyFrame(() => {
      const list = document.querySelector('chat-messages');
      const first = list?.renderRoot.querySelector('chat-message');
      if (!list || !first) return;
      const box = list.getBoundingClientRect();
      const empty = first.getBoundingClientRect().top - box.top;
      drawn.push({ height: Math.round(box.height), empty: Math.round(Math.max(0, empty)) });
    });
    await fixture(html`
      <chat-provider .client=${ana}>
        <div><chat-messages .guid=${kiln.guid}></chat-messages></div>
      </chat-provider>
    `);
    await waitUntil(() => drawn.length > 20, 'no rows');
    stop();
    const wrong = drawn.filter(({ height, empty }) => height !== innerHeight || empty > 0);
    expect(wrong).to.deep.equal([]);
  });

  it('says the place of each message among all where all are there', async () => {
    await fill(12);
    await openList();
    const row = await view.seen('Line 4 ');
    await waitUntil(() => row.ariaSetSize !== null && row.getAttribute('aria-setsize') !== null);
    const last = view.rows().at(-1)!;
    expect(last.getAttribute('aria-posinset')).to.equal(last.getAttribute('aria-setsize'));
    expect(Number(last.getAttribute('aria-posinset')) - 7).to.equal(
      Number(row.getAttribute('aria-posinset')),
    );
  });

  it('shows "/me waves" as something done: the name and the text', async () => {
    await ben.messages.send(toAna, { text: '/me waves to everyone' });
    await openList(toBen);
    const row = await view.seen('waves');
    const text = row.querySelector<HTMLElement>('[part="text"]')!;
    expect(text.textContent.trim()).to.match(/^Ben\s+waves to everyone/);
    expect(getComputedStyle(text).fontStyle).to.equal('italic');
    expect(text.querySelector('bdi')!.getClientRects()[0]!.top).to.be.closeTo(
      text.querySelector('p')!.getClientRects()[0]!.top,
      4,
    );
    expect(row.getAttribute('aria-label')).not.to.contain('/me');
  });

  it('shows no names or faces in a conversation of two', async () => {
    await ben.messages.send(toAna, { text: 'Only us' });
    await openList(toBen);
    const row = await view.seen('Only us');
    expect(row.querySelector('[part="avatar"]')).to.be.null;
    expect(row.querySelector('.by')!.classList.contains('visually-hidden')).to.be.true;
  });

  it('tells sending, sent, delivered and read by shape and by name (B45)', async () => {
    await openList(toBen);
    await waitUntil(() => view.box.textContent.includes('No messages yet'));
    const release = ana.line.hold('message.send');
    void ana.messages.send(toBen, { text: 'Tick' });
    const row = await view.seen('Tick');
    const state = () => row.querySelector('[part="state"]')!;
    const shapes = new Set<string>();
    const reach = async (name: string) => {
      await waitUntil(() => state().getAttribute('aria-label') === name, `not ${name}`);
      shapes.add(
        state()
          .querySelector('svg')!
          .innerHTML.replaceAll(/<!--.*?-->/g, ''),
      );
    };
    await reach('Sending');
    release();
    await reach('Delivered');
    const feed = ben.messages.feed(toAna);
    const { items } = await until(feed.$feed, ({ ready }) => ready);
    feed.seen(items.at(-1)!.id);
    await reach('Read');
    expect(shapes.size).to.equal(3);
    expect(view.row('Tick'), 'the same row all the way (B51)').to.equal(row);
  });

  it('shows no receipts where there are none (B46)', async () => {
    await world.host.manage().request('settings.update', { receiptMembers: 2 }, 'no-receipts');
    await openList();
    await ana.messages.send(kiln, { text: 'Mine' });
    const row = await view.seen('Mine');
    await waitUntil(() => row.item?.state === 'none', 'a state is shown');
    expect(row.querySelector('[part="state"]')).to.equal(null);
  });

  it('keeps a failed message with retry and discard (B55) and says so at once (B119)', async () => {
    await openList(toBen);
    await waitUntil(() => view.box.textContent.includes('No messages yet'));
    ana.line.refuse('message.send', 'forbidden');
    ana.messages.send(toBen, { text: 'Precious words' }).catch(() => undefined);
    const row = await view.seen('Precious words');
    await waitUntil(() => row.textContent.includes('Not sent. You may not do this.'));
    const announcer = view.list.renderRoot.querySelector('chat-announcer')!;
    await waitUntil(() => byRole(announcer, 'alert').textContent.includes('could not be sent'));
    byRole(row, 'button', 'Try again').click();
    await waitUntil(() => row.querySelector('[aria-label="Delivered"]'), 'not sent again');
    expect(row.textContent).not.to.contain('Not sent');
  });

  it('a failed edit of what was deleted meanwhile says so, and can only be discarded (B55)', async () => {
    const { id } = await ana.messages.send(kiln, { text: 'Before' });
    await openList();
    const row = await view.seen('Before');
    ana.line.refuse('message.edit', 'forbidden');
    await ana.messages.edit(id, 'After').catch(() => undefined);
    await waitUntil(() => allByRole(row, 'button', 'Try again').length > 0, 'no way out');
    await world.host.manage().request('message.delete', { id });
    await waitUntil(() => row.textContent.includes('the message has been deleted.'), 'no reason');
    expect(allByRole(row, 'button', 'Try again')).to.have.length(0);
    byRole(row, 'button', 'Discard').click();
    await waitUntil(() => !row.querySelector('[part="trouble"]'), 'still stuck');
    expect(row.textContent).to.contain('Message deleted');
  });

  it('shows what was not sent where the messages themselves are not to be had (B55)', async () => {
    const group = { guid: 'others', name: 'Others', type: 'public', owner: 'ben' } as const;
    await world.host.manage().request('group.create', group, 'make-others');
    await ana.messages.send({ guid: 'others' }, { text: 'Too late' }).catch(() => undefined);
    await openList({ guid: 'others' });
    const row = await view.seen('Too late');
    await waitUntil(() => allByRole(row, 'button', 'Discard').length > 0, 'no way out');
    const shown = () => view.list.renderRoot.textContent;
    await waitUntil(() => shown().includes('Earlier messages could not be loaded.'));
    const asked = () => ana.line.asked.filter(({ name }) => name === 'message.list').length;
    const before = asked();
    byRole(view.list.renderRoot, 'button', /^Try again$/).click();
    await waitUntil(() => asked() > before, 'not asked again');
    await ana.groups.join('others');
    await waitUntil(() => !shown().includes('could not be loaded'), 'not loaded');
    await waitUntil(() => shown().includes('Too late'), 'what was not sent is gone');
  });

  it('discards a failed message, and focus goes to the next row (B55, B120)', async () => {
    await ana.messages.send(toBen, { text: 'Stays' });
    await openList(toBen);
    await view.seen('Stays');
    ana.line.refuse('message.send', 'forbidden');
    ana.messages.send(toBen, { text: 'Goes' }).catch(() => undefined);
    const row = await view.seen('Goes');
    await waitUntil(() => row.textContent.includes('Discard'));
    byRole(row, 'button', 'Discard').focus();
    await press('Enter');
    await waitUntil(() => !view.rows().includes(row), 'still there');
    await frame(2);
    expect(view.list.shadowRoot!.activeElement).to.equal(view.row('Stays'));
  });

  it('says what waits for a connection, and lets it be cancelled (B54)', async () => {
    await ana.messages.send(toBen, { text: 'Before' });
    await openList(toBen);
    await view.seen('Before');
    ana.line.cut();
    ana.messages.send(toBen, { text: 'Patience' }).catch(() => undefined);
    const row = await view.seen('Patience');
    await waitUntil(() => row.textContent.includes('Will be sent when you are online'));
    byRole(row, 'button', 'Cancel').click();
    await waitUntil(() => !view.rows().includes(row), 'still there');
  });

  it('counts down until more may be sent, and sends it then (B59)', async () => {
    await ana.messages.send(toBen, { text: 'Before' });
    await openList(toBen);
    await view.seen('Before');
    ana.line.refuse('message.send', 'rate-limited', { retryAfter: 3000 });
    void ana.messages.send(toBen, { text: 'One too many' });
    const row = await view.seen('One too many');
    const said = new Set<string>();
    await waitUntil(() => {
      const seconds = /Too many messages.*goes out in (\d+) s/s.exec(row.textContent)?.[1];
      if (seconds) said.add(seconds);
      return row.querySelector('[aria-label="Delivered"]');
    }, 'never sent');
    expect(said.size, `counted ${[...said].join()}`).to.be.greaterThan(1);
    expect(row.textContent).not.to.contain('Too many');
  });

  it('shows a lost connection after 3 s and keeps its place (B112)', async () => {
    await fill(60);
    await openList();
    await view.seen('Line 59 ');
    await view.scrollBy(-700);
    const { id, offset } = view.top();
    ana.line.cut();
    await pause(500);
    expect(view.list.renderRoot.querySelector('.banner')).to.be.null;
    await waitUntil(() => view.list.renderRoot.querySelector('.banner'), 'no banner');
    expect(view.offset(id)).to.be.closeTo(offset, 0.6);
    ana.line.mend();
    await waitUntil(() => !view.list.renderRoot.querySelector('.banner'), 'still a banner');
    expect(view.offset(id)).to.be.closeTo(offset, 0.6);
  });

  it('says who types without moving anything (B76)', async () => {
    await fill(40);
    await openList();
    const row = await view.seen('Line 39 ');
    const place = row.getBoundingClientRect().top;
    ben.typing.touch(kiln);
    const typing = () => view.list.renderRoot.querySelector('[part="typing"]')?.textContent;
    await waitUntil(() => typing()?.includes('Ben is typing'));
    expect(row.getBoundingClientRect().top).to.be.closeTo(place, 0.6);
    ana.typing.touch(kiln);
    await pause(100);
    expect(typing()).not.to.contain('Ana');
  });

  it('greets in an empty conversation, and helps to begin', async () => {
    await openList(toBen);
    await waitUntil(() => view.box.textContent.includes('Say hello to Ben'));
    push('Say hello');
    expect(ana.drafts.$draft(toBen).get().text).to.contain('Hello');
    await expect(view.list).to.be.accessible();
  });

  it('shows what went wrong with a way out', async () => {
    ana.line.refuse('message.list', 'forbidden');
    await openList();
    await waitUntil(() => view.box.textContent.includes('could not be loaded'));
    push('Try again');
    await view.seen('Ana created the group');
  });

  it('draws unknown kinds by their preview, and known ones as they were taught (B96)', async () => {
    const data = { question: 'Lunch?' };
    const poll = { type: 'test-poll', data, conversationText: 'Poll: Lunch?' };
    await ben.messages.send(toAna, poll);
    await openList(toBen);
    await view.seen('Poll: Lunch?');
    registerMessageKind({
      category: 'custom',
      type: 'test-quiz',
      render: ({ message }) => `Quiz about ${JSON.stringify(message.data?.['about'])}`,
    });
    await ben.messages.send(toAna, { type: 'test-quiz', data: { about: 'clay' } });
    await view.seen('Quiz about "clay"');
  });

  it('folds what is very long; the whole is one press away (B92)', async () => {
    const text = Array.from({ length: 60 }, (_, i) => `verse ${i}`).join('\n');
    await ben.messages.send(toAna, { text });
    await openList(toBen);
    const row = await view.seen('verse 59');
    const folded = row.offsetHeight;
    byRole(row, 'button', 'Show more').click();
    await row.updateComplete;
    expect(row.offsetHeight).to.be.greaterThan(folded * 1.8);
    byRole(row, 'button', 'Show less').click();
    await row.updateComplete;
    expect(row.offsetHeight).to.equal(folded);
  });

  it('keeps wide code inside, with a way to copy it (B94)', async () => {
    await ben.messages.send(toAna, { text: `\`\`\`\n${'wide '.repeat(200)}\n\`\`\`` });
    await openList(toBen, 400, 320);
    const row = await view.seen('wide wide');
    expect(view.box.scrollWidth).to.be.at.most(view.box.clientWidth);
    const code = row.querySelector('pre')!;
    expect(code.scrollWidth).to.be.greaterThan(code.clientWidth);
    // Firefox would put a bar as high as a line under it.
    expect(getComputedStyle(code).scrollbarWidth).to.equal('thin');
    expect(byRole(row, 'button', 'Copy code')).to.exist;
  });

  it('shows a group to whom it is closed as soon as they join', async () => {
    const wheel = { guid: 'wheel' };
    await ben.groups.create({ ...wheel, name: 'Wheel', type: 'public' });
    await ben.messages.send(wheel, { text: 'Round and round' });
    await openList(wheel);
    await waitUntil(() => view.box.textContent.includes('not a member'), 'no reason');
    expect(allByRole(view.list, 'button', 'Try again')).to.have.length(0);
    await ana.groups.join('wheel');
    await view.seen('Round and round');
  });

  it('takes the direction of each message from its own text (B98)', async () => {
    await ben.messages.send(toAna, { text: 'شكرًا، وصلت الصور' });
    await openList(toBen);
    const row = await view.seen('شكرًا');
    expect(getComputedStyle(row.querySelector('[part="text"]')!).direction).to.equal('rtl');
    expect(getComputedStyle(row).direction).to.equal('ltr');
  });

  it('says calmly that no conversation is on show', async () => {
    await openList({ uid: '' });
    await view.list.updateComplete;
    expect(view.list.shadowRoot!.textContent).to.contain('Choose a conversation');
  });

  it('is accessible with messages of every kind', async () => {
    await fill(12);
    await ben.messages.send(kiln, { text: '**Hi** <@uid:ana> https://a.example `x`' });
    await ana.messages.send(kiln, { text: 'Mine' });
    await openList();
    await view.seen('Mine');
    await expect(view.list).to.be.accessible();
  });
});
