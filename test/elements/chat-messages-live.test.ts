import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-messages/chat-messages.js';
import type { Message } from '../../src/protocol/records.js';
import {
  everyFrame,
  fill,
  frame,
  openFilled,
  openList,
  rounded,
  view,
} from '../support/messages.js';
import { ana, ben, kiln, signIn, until, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const isChromium = navigator.userAgent.includes('Chrome/');

describe('chat-messages: what comes while one reads', () => {
  const feed = () => ana.messages.feed(kiln).$feed.get();
  const texts = () => feed().items.map(({ message }) => message.text ?? '');
  const latest = () => view.list.renderRoot.querySelector<HTMLElement>('[part="latest"]');
  const say = (text: string) => ben.messages.send(kiln, { text });

  async function toStart() {
    await ana.messages.feed(kiln).show('start');
    await until(ana.messages.feed(kiln).$feed, ({ older }) => older === 'end');
    await view.list.show(feed().items[8]!.id);
    await view.rest();
  }

  useWorld();

  it('P5: `hide-blocked` hides whom one has blocked, and shows them again', async () => {
    await openFilled(3);
    await say('From Ben');
    await view.seen('From Ben');
    await ana.users.block('ben');
    view.list.setAttribute('hide-blocked', '');
    const rows = () => view.list.renderRoot.querySelectorAll('.rows > chat-message').length;
    const isThere = () =>
      [...view.list.renderRoot.querySelectorAll('chat-message')].some(
        ({ item }) => item?.message.text === 'From Ben',
      );
    await waitUntil(() => rows() > 0 && !isThere(), 'still there');
    view.list.removeAttribute('hide-blocked');
    const isVeiled = () =>
      view.rows().some(({ textContent }) => textContent.includes('somebody you have blocked'));
    await waitUntil(isVeiled, 'not shown again');
  });

  it('at the end, every frame shows the end (B4)', async () => {
    await openFilled(40);
    const places: number[] = [];
    const stop = everyFrame(() => places.push(view.toEnd()));
    for (let i = 0; i < 5; i++) await say(`Fresh ${i} ${'and so on '.repeat(i * 8)}`);
    await view.seen('Fresh 4');
    await frame(3);
    stop();
    // A frame's callbacks run before its layout: what came in between is followed in that same frame.
    expect(places.filter((left) => left > 0).length, places.join()).to.be.at.most(5);
    expect(view.toEnd()).to.equal(0);
  });

  /** A list at its end, and what makes its last message longer: so many words. */
  async function openGrowing(): Promise<(words: number) => Promise<void>> {
    await openFilled(40);
    const { id } = await say('So');
    const row = await view.seen('So');
    return async (words) => {
      const before = row.offsetHeight;
      await ben.messages.edit(id, 'word '.repeat(words));
      await waitUntil(() => row.offsetHeight > before, 'has not grown');
      await frame(3);
    };
  }

  it('follows a message that grows, until one turns the wheel; at the end again it goes on (B8)', async () => {
    const grow = await openGrowing();
    for (const words of [30, 50]) {
      await grow(words);
      expect(view.toEnd(), `${words} words`).to.equal(0);
    }
    const box = view.box.getBoundingClientRect();
    const [x, y] = [Math.round(box.x + 200), Math.round(box.y + 200)];
    await executeServerCommand('wheel', { x, y, deltaY: -60 });
    await waitUntil(() => view.toEnd() > 0, 'the wheel does nothing');
    await view.rest();
    // Half a turn is within what counts as the end once one rests: a whole one is not.
    await executeServerCommand('wheel', { x, y, deltaY: -120 });
    await waitUntil(() => view.toEnd() > 100, 'the wheel does nothing');
    await view.rest();
    const place = view.top();
    await grow(80);
    expect(view.offset(place.id)).to.be.closeTo(place.offset, rounded);
    view.box.scrollTop = view.box.scrollHeight;
    await waitUntil(() => view.toEnd() === 0, 'not at the end');
    await frame(3);
    await grow(110);
    expect(view.toEnd(), 'follows again').to.equal(0);
  });

  // The other engines' drivers have no fingers.
  if (isChromium)
    it('lets go of the end under a finger, and follows again when that has brought it back (B8)', async () => {
      const grow = await openGrowing();
      const box = view.box.getBoundingClientRect();
      const x = Math.round(box.x + 200);
      let y = Math.round(box.y + 200);
      const touch = (type: string) => executeServerCommand('finger', { type, x, y });
      const drag = async (by: number) => {
        for (let i = 0; i < 5; i++) {
          y += by / 5;
          await touch('touchMove');
        }
        await frame(2);
      };
      await grow(30);
      expect(view.toEnd()).to.equal(0);

      await touch('touchStart');
      await drag(150);
      expect(view.toEnd(), 'the finger does nothing').to.be.greaterThan(50);
      const held = view.top();
      await grow(60);
      expect(view.offset(held.id), 'under the finger').to.be.closeTo(held.offset, rounded);
      await touch('touchEnd');
      await view.rest();
      const left = view.top();
      await grow(90);
      expect(view.offset(left.id), 'after it').to.be.closeTo(left.offset, rounded);

      y = Math.round(box.y + 500);
      await touch('touchStart');
      while (view.toEnd() > 0 && y > box.y) await drag(-100);
      await touch('touchEnd');
      await view.rest();
      expect(view.toEnd(), 'not back at the end').to.equal(0);
      await grow(120);
      expect(view.toEnd(), 'follows again').to.equal(0);
    });

  it('lets go of the end when one scrolls up by a key (B8)', async () => {
    await openFilled(40);
    view.box.focus();
    await sendKeys({ press: 'PageUp' });
    await waitUntil(() => view.toEnd() > 100, 'the key does nothing');
    await view.rest();
    const { id, offset } = view.top();
    await say('Fresh');
    await waitUntil(() => latest()?.textContent?.includes('1 new'), 'not counted');
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
  });

  it('in mid-history counts what comes and does not append it; nothing moves (B5)', async () => {
    await openFilled(300);
    await toStart();
    const { id, offset } = view.top();
    const before = texts();
    await say('Fresh one');
    await say('Fresh two');
    await waitUntil(() => latest()?.textContent?.includes('2 new'), 'not counted');
    expect(
      texts().some((text) => text.startsWith('Fresh')),
      'appended',
    ).to.be.false;
    expect(texts().length).to.be.at.least(before.length);
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
  });

  it('counts all that came below, also what was let go again (B5)', async () => {
    await openFilled(60);
    await view.scrollBy(-2000);
    await Promise.all(Array.from({ length: 400 }, (_, i) => say(`Fresh ${i}`)));
    await until(ana.conversations.$conversation(kiln), (known) => known?.unread === 400);
    await until(ana.messages.feed(kiln).$feed, ({ newer }) => newer !== 'end');
    await view.rest();
    expect(latest()?.getAttribute('aria-label')).to.contain('first of 400 messages');
  });

  it('leads from mid-history to what one sends, and to the end it stands at (B6)', async () => {
    await openFilled(300);
    await toStart();
    await ana.messages.send(kiln, { text: 'My own words' });
    await waitUntil(() => feed().newer === 'end' && view.toEnd() === 0, 'not at the end');
    expect(texts().slice(-2)[0]).to.match(/^Line 299 /);
    const { bottom } = view.row('My own words').getBoundingClientRect();
    expect(bottom).to.be.at.most(view.box.getBoundingClientRect().bottom);
  });

  it('keeps selected text, and follows nothing while there is some (B24)', async () => {
    await openFilled(40);
    const first = view.row('Line 36 ').querySelector('[part="text"] p')!.firstChild!;
    const last = view.row('Line 38 ').querySelector('[part="text"] p')!.firstChild!;
    const nodes = [first, last].map((node) => (node.nodeType === 3 ? node : node.nextSibling!));
    const selection = getSelection()!;
    selection.setBaseAndExtent(nodes[0]!, 2, nodes[1]!, 4);
    expect(selection.type).to.equal('Range');
    const { id, offset } = view.top();
    await say('Fresh one');
    await say('Fresh two');
    await waitUntil(() => latest()?.textContent?.includes('2 new'), 'not counted');
    expect(view.offset(id), 'moved').to.be.closeTo(offset, rounded);
    expect(selection.type).to.equal('Range');
    selection.removeAllRanges();
    await say('Fresh three');
    await waitUntil(() => view.toEnd() === 0, 'does not follow again');
  });

  it('regroups without moving when something comes or goes in the middle (B31)', async () => {
    await fill(30);
    await signIn('ana', 'ben');
    const sent: Message[] = [];
    for (let i = 0; i < 45; i++) sent.push(await say(`Row ${i} ${'and so on '.repeat(i % 4)}`));
    await ana.conversations.markRead(kiln);
    await openList();
    await view.seen('Row 44');
    await view.scrollBy(-700);
    const hold = async (act: () => Promise<unknown>, done: () => unknown, what: string) => {
      const { id, offset } = view.top();
      await act();
      await waitUntil(done, what);
      await frame(4);
      expect(view.offset(id), what).to.be.closeTo(offset, rounded);
    };
    const at = sent.findIndex(({ id }) => id === view.top().id);
    const above = sent[at - 2]!.id;
    const rowOf = (id: string) => view.rows().find(({ item }) => item?.id === id);
    await hold(
      () => ben.messages.delete(above),
      () => rowOf(above)?.textContent.includes('Message deleted'),
      'deletion',
    );
    await hold(
      () => ben.messages.edit(sent[at - 1]!.id, 'longer '.repeat(60)),
      () => rowOf(sent[at - 1]!.id)?.textContent.includes('longer longer'),
      'edit',
    );
    // A thread in the middle of a group ends it there.
    await hold(
      () => ben.messages.send(kiln, { text: 'Aside', parentId: sent[at - 3]!.id }),
      () => rowOf(sent[at - 3]!.id)?.last,
      'thread',
    );
  });

  it('puts in the middle what comes late, and regroups without moving (B31)', async () => {
    await openFilled(60);
    await say('Said before');
    ana.line.deaf = true;
    const late = await say(`Said between ${'and so on '.repeat(20)}`);
    ana.line.deaf = false;
    for (let i = 0; i < 30; i++) await say(`Said after ${i}`);
    await view.seen('Said after 29');
    await view.scrollBy(-400);
    await view.rest();
    const { id, offset } = view.top();
    ana.line.say({ type: 'changed', changes: { messages: [late] }, cause: 'message.send' });
    await waitUntil(() => texts().includes(late.text!), 'not there');
    await frame(4);
    const at = texts().indexOf(late.text!);
    expect([texts()[at - 1], texts()[at + 1]]).to.deep.equal(['Said before', 'Said after 0']);
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
  });

  it('puts what one sends last, and leaves it there in the server’s order (B34)', async () => {
    await openFilled(40);
    const release = ana.line.hold('message.send');
    void ana.messages.send(kiln, { text: 'Mine' });
    const row = await view.seen('Mine');
    await say('Theirs, in between');
    await view.seen('Theirs');
    expect(view.rows().at(-1) === row, 'pending, and not last').to.be.true;
    const places: number[] = [];
    const stop = everyFrame(() => places.push(view.offset(row.item!.id)));
    release();
    await waitUntil(() => row.item?.state !== 'pending', 'still pending');
    await frame(4);
    stop();
    expect(view.rows().at(-1) === row, 'another row').to.be.true;
    expect(Math.max(...places) - Math.min(...places), 'jumped').to.be.at.most(1);
  });

  for (const where of ['at the end', 'in the middle'] as const) {
    it(`after a gap, fills in what it lacks and keeps its place: ${where} (B112)`, async () => {
      await openFilled(80);
      if (where === 'in the middle') await view.scrollBy(-1200);
      const place = view.top();
      ana.line.cut();
      for (let i = 0; i < 7; i++) await say(`Missed ${i}`);
      ana.line.mend();
      await waitUntil(() => texts().includes('Missed 6'), 'not filled');
      await frame(5);
      const missed = texts().filter((text) => text.startsWith('Missed'));
      expect(missed).to.deep.equal(Array.from({ length: 7 }, (_, i) => `Missed ${i}`));
      if (where === 'at the end') expect(view.toEnd()).to.equal(0);
      else expect(view.offset(place.id)).to.be.closeTo(place.offset, rounded);
    });
  }

  it('after a gap of more than a page says that there is more, and leads through all of it in order', async () => {
    await openFilled(80);
    await view.scrollBy(-600);
    const place = view.top();
    ana.line.cut();
    for (let i = 0; i < 150; i++) await say(`Missed ${i}`);
    ana.line.mend();
    await until(ana.messages.feed(kiln).$feed, ({ newer }) => newer !== 'end');
    await frame(5);
    expect(view.offset(place.id)).to.be.closeTo(place.offset, rounded);
    for (let i = 0; i < 80 && (feed().newer !== 'end' || view.toEnd() > 0); i++) {
      await view.scrollBy(900);
      await frame(3);
    }
    expect(feed().newer).to.equal('end');
    const missed = texts().filter((text) => text.startsWith('Missed'));
    expect(missed.at(-1)).to.equal('Missed 149');
    const numbers = missed.map((text) => Number(text.slice(7)));
    expect(
      numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1),
      'a hole',
    ).to.be.true;
  });

  it('counts replies on the message while the list stays where it is (B100)', async () => {
    await openFilled(60);
    await view.scrollBy(-700);
    const { id, offset } = view.top();
    const above = view.rows()[view.rows().findIndex(({ item }) => item?.id === id) - 2]!;
    await ben.messages.send(kiln, { text: 'Aside', parentId: above.item!.id });
    await waitUntil(() => above.textContent.includes('1 reply'), 'not counted');
    await frame(3);
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
    await ben.messages.send(kiln, { text: 'Aside', parentId: above.item!.id });
    await waitUntil(() => above.textContent.includes('2 replies'), 'not counted');
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
    const last = () => above.querySelector('.thread time')!.getAttribute('datetime')!;
    const before = last();
    const faces = () => above.querySelectorAll('.thread .avatar').length;
    expect(faces(), 'one who replied twice').to.equal(1);
    await ana.messages.send(kiln, { text: 'Mine', parentId: above.item!.id });
    await waitUntil(() => faces() === 2, 'no second face');
    expect(Date.parse(last()), 'the last time').to.be.greaterThan(Date.parse(before));
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
  });
});
