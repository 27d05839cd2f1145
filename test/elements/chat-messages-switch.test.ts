import { expect } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import { frame, openFilled, rounded, view } from '../support/messages.js';
import { ana, ben, kiln, until, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

describe('chat-messages: from one conversation to another', () => {
  /** After the next frame is on the screen. */
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

  useWorld();

  it('never shows rows of another conversation (B27), and returns to the same place (B3)', async () => {
    await openFilled(80);
    await ana.messages.send({ uid: 'ben' }, { text: 'Between us' });
    await view.scrollBy(-700);
    await view.rest();
    const { id, offset } = view.top();
    view.list.guid = undefined;
    view.list.uid = 'ben';
    await view.list.updateComplete;
    expect(view.rows().every((row) => !row.textContent.includes('Line'))).to.be.true;
    await view.seen('Between us');
    view.list.uid = undefined;
    view.list.guid = 'kiln';
    await view.seen('Line 79 ');
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
  });

  it('never paints a row of the conversation one has just left, however quickly one goes on (B27)', async () => {
    await openFilled(80);
    await ana.messages.send({ uid: 'ben' }, { text: 'Between us' });
    await ana.messages.send({ uid: 'cyd' }, { text: 'Between the two of us' });
    const targets = [{ uid: 'ben' }, { uid: 'cyd' }, { guid: 'kiln' }];
    for (let i = 0; i < 12; i++) {
      const { uid, guid } = { uid: undefined, guid: undefined, ...targets[i % 3] };
      Object.assign(view.list, { uid, guid });
      // Every other one is left again within the same frame.
      if (i % 2 === 0) continue;
      await painted();
      const others = view.rows().filter(({ item }) => {
        const { receiverType, conversationId } = item!.message;
        return receiverType === 'group' ? !guid : !conversationId.includes(uid ?? 'nobody');
      });
      expect(others.map(({ textContent }) => textContent)).to.deep.equal([]);
    }
    await view.seen('Line 79 ');
  });

  it('leaves at once where messages do not cease to come (B27)', async () => {
    await openFilled(40);
    for (const more of [0, 1, 2, 3]) {
      view.list.guid = 'kiln';
      for (let i = 0; i < 20 + more; i++) {
        void ben.messages.send(kiln, { text: `Fresh ${i}` });
        await frame();
      }
      expect(view.rows().length).to.be.greaterThan(0);
      view.list.guid = 'nowhere';
      await painted();
      expect(view.rows().length).to.equal(0);
    }
  });

  it('returns to the pixel where one has left in the middle of scrolling (B3)', async () => {
    await openFilled(300);
    await ana.messages.send({ uid: 'ben' }, { text: 'Between us' });
    for (let i = 0; i < 6; i++) await view.scrollBy(-700);
    const { id, offset } = view.top();
    const go = async (to: { uid?: string; guid?: string }, text: string) => {
      view.list.guid = to.guid;
      view.list.uid = to.uid;
      await view.seen(text);
    };
    const { text } = view.rows().find(({ item }) => item?.id === id)!.item!.message;
    for (let i = 0; i < 2; i++) {
      await go({ uid: 'ben' }, 'Between us');
      await go({ guid: 'kiln' }, text!);
      expect(view.offset(id), `time ${i + 1}`).to.be.closeTo(offset, rounded);
    }
    await until(ana.messages.feed(kiln).$feed, ({ ready }) => ready);
  });

  it('counts as new what has come since, and nothing that was seen before one left (B20)', async () => {
    await openFilled(120);
    await ana.messages.send({ uid: 'ben' }, { text: 'Between us' });
    await view.scrollBy(-1500);
    await view.rest();
    view.list.guid = undefined;
    view.list.uid = 'ben';
    await view.seen('Between us');
    view.list.uid = undefined;
    view.list.guid = 'kiln';
    await view.seen('Line');
    const button = () => view.list.renderRoot.querySelector('[part="latest"]');
    await waitUntil(button, 'no way down');
    expect(button()!.textContent).not.to.contain('new');
    await ben.messages.send(kiln, { text: 'Fresh' });
    await waitUntil(() => button()!.textContent?.includes('1 new'), 'not counted');
  });

  it('returns to it from many others too, unless something new has come (B2, B3)', async () => {
    await openFilled(300);
    await ana.messages.send({ uid: 'ben' }, { text: 'Between us' });
    const { $feed } = ana.messages.feed(kiln);
    /** Looks at more of them than are kept. */
    async function wander(): Promise<void> {
      view.list.guid = undefined;
      view.list.uid = 'ben';
      await view.seen('Between us');
      const others = ['a', 'b', 'c', 'd', 'e', 'f'].map((search) =>
        ana.messages.feed(kiln, { filter: { search } }),
      );
      const stops = others.map((other) => other.$feed.listen(() => undefined));
      await Promise.all(others.map((other) => until(other.$feed, ({ ready }) => ready)));
      // A store that nobody looks at any more rests after a second.
      stops.forEach((stop) => stop());
      await waitUntil(() => $feed.value?.items.length === 0, 'kept');
      view.list.uid = undefined;
    }
    for (let i = 0; i < 4; i++) await view.scrollBy(-700);
    await view.rest();
    const { id, offset } = view.top();
    const { text } = view.rows().find(({ item }) => item?.id === id)!.item!.message;
    await wander();
    view.list.guid = 'kiln';
    await view.seen(text!);
    await view.rest();
    expect(view.offset(id)).to.be.closeTo(offset, rounded);
    await wander();
    await ben.messages.send(kiln, { text: 'Something new' });
    await until(ana.conversations.$conversation(kiln), (now) => now?.unread === 1);
    view.list.guid = 'kiln';
    await view.seen('Something new');
    await view.rest();
    expect($feed.get().unreadCount).to.equal(1);
  });
});
