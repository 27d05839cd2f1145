import { expect } from '@open-wc/testing';
import type { Message } from '../../src/protocol/records.js';
import { openFeed, textsOf } from '../support/feeds.js';
import {
  ana,
  ben,
  freshSpace,
  pause,
  toAna,
  toBen,
  until,
  useWorld,
  world,
  type TestClient,
} from '../support/world.js';

describe('threads', () => {
  let parent: Message;
  useWorld('ana', 'ben');
  beforeEach(async () => {
    parent = await ana.messages.send(toBen, { text: 'Parent' });
  });

  const thread = (client: TestClient) =>
    openFeed(client, client === ben ? toAna : toBen, { parentId: parent.id });

  it('show a reply at once in the thread and not in the conversation, and count it on its parent', async () => {
    const main = await openFeed(ana, toBen);
    const replies = await thread(ana);
    const sent = ana.messages.send(toBen, { text: 'Reply', parentId: parent.id });
    expect(textsOf(replies.$feed.get())).to.deep.equal(['Reply']);
    expect(replies.$feed.get().items[0]?.state).to.equal('pending');
    expect(main.$feed.get().items[0]?.message.replyCount).to.equal(1);
    await sent;
    expect(textsOf(replies.$feed.get())).to.deep.equal(['Reply']);
    expect(textsOf(main.$feed.get())).to.deep.equal(['Parent']);
    expect(main.$feed.get().items[0]?.message.replyCount).to.equal(1);
  });

  it('follow the replies of others, with the count of the parent, in both directions', async () => {
    const main = await openFeed(ana, toBen);
    const replies = await thread(ana);
    const first = await ben.messages.send(toAna, { text: 'One', parentId: parent.id });
    await ben.messages.send(toAna, { text: 'Two', parentId: parent.id });
    await ben.messages.send(toAna, { text: 'Beside' });
    await until(main.$feed, (feed) => feed.items[0]?.message.replyCount === 2);
    await until(main.$feed, (feed) => feed.items.length === 2);
    expect(textsOf(replies.$feed.get())).to.deep.equal(['One', 'Two']);
    await ben.messages.delete(first.id);
    await until(main.$feed, (feed) => feed.items[0]?.message.replyCount === 1);
    expect(textsOf(main.$feed.get())).to.deep.equal(['Parent', 'Beside']);
  });

  it('take the count back when a reply is refused, and keep its words (C5, C6)', async () => {
    const main = await openFeed(ana, toBen);
    const replies = await thread(ana);
    ana.line.refuse('message.send', 'forbidden');
    await ana.messages.send(toBen, { text: 'No', parentId: parent.id }).catch(() => undefined);
    expect(main.$feed.get().items[0]?.message.replyCount ?? 0).to.equal(0);
    expect(replies.$feed.get().items[0]?.state).to.equal('failed');
  });

  it('are read by being seen: a receipt says everything up to there (M2)', async () => {
    const written = await thread(ben);
    const { id } = await ben.messages.send(toAna, { text: 'One', parentId: parent.id });
    const replies = await thread(ana);
    await until(replies.$feed, (feed) => feed.items.length === 1);
    await until(written.$feed, (feed) => feed.items[0]?.state === 'delivered');
    await pause(400);
    expect(written.$feed.get().items[0]?.state).to.equal('delivered');
    replies.seen(id);
    await until(written.$feed, (feed) => feed.items[0]?.state === 'read');
  });

  it('are counted as unread until they are seen there, not beside (M7)', async () => {
    const main = await openFeed(ana, toBen);
    const count = () => main.$feed.get().items[0]?.message.unreadReplies ?? 0;
    await ben.messages.send(toAna, { text: 'One', parentId: parent.id });
    const { id } = await ben.messages.send(toAna, { text: 'Two', parentId: parent.id });
    await until(main.$feed, () => count() === 2);
    main.seen(parent.id);
    await until(ana.conversations.$conversation(toBen), (now) => now?.lastReadId === parent.id);
    expect(count()).to.equal(2);
    const replies = await thread(ana);
    await until(replies.$feed, (feed) => feed.items.length === 2);
    replies.seen(id);
    await until(main.$feed, () => count() === 0);
    const asked = ana.line.asked.filter(({ name }) => name === 'thread.read');
    expect(asked.map(({ params }) => params)).to.deep.equal([{ id }]);
  });

  it('leave the unread line of the conversation where it is when a reply is written (B35)', async () => {
    await ana.messages.send(toBen, { text: 'News' });
    const main = ben.messages.feed(toAna);
    const { unreadFrom } = await until(main.$feed, (feed) => feed.ready);
    expect(unreadFrom).to.equal(parent.id);
    await ben.messages.send(toAna, { text: 'Aside', parentId: parent.id });
    expect(main.$feed.get().unreadFrom).to.equal(unreadFrom);
  });

  it('have a draft each, kept over a reload beside that of the conversation (B63)', async () => {
    const space = freshSpace();
    const before = await world.client('ana', { appId: space });
    before.drafts.write(toBen, { text: 'main' });
    before.drafts.write(toBen, { text: 'thread' }, parent.id);
    expect(before.drafts.$draft(toBen).get().text).to.equal('main');
    expect(before.drafts.$draft(toBen, parent.id).get().text).to.equal('thread');
    await pause(350);
    before.close();
    const after = await world.client('ana', { appId: space });
    const $draft = after.drafts.$draft(toBen, parent.id);
    await until($draft, (draft) => draft.text === 'thread');
    after.drafts.reply(toBen, parent.id, parent.id);
    expect($draft.get().replyTo).to.equal(parent.id);
    after.drafts.clear(toBen, parent.id);
    expect($draft.get()).to.deep.equal({ text: '', files: [] });
    expect(after.drafts.$draft(toBen).get().text).to.equal('main');
  });
});
