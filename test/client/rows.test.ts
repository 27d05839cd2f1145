import { expect } from '@open-wc/testing';
import type { Backend } from '../../src/protocol/backend.js';
import type { Conversation } from '../../src/protocol/records.js';
import { openFeed } from '../support/feeds.js';
import { ana, ben, pause, signIn, until, useWorld, world } from '../support/world.js';

const count = 10_000;

/** A server whose one user has 10,000 conversations more, which say when a row is made of them. */
function withMany(backend: Backend, made: () => void): Backend {
  const conversations = Array.from({ length: count }, (_, i): Conversation => {
    const id = `group:g${i}`;
    return {
      id,
      rev: 1,
      type: 'group',
      with: `g${i}`,
      activeAt: count - i,
      unread: 0,
      unreadMentions: 0,
      readSeq: 0,
      get lastMessageId() {
        made();
        return undefined;
      },
    } as unknown as Conversation;
  });
  return {
    ...backend,
    async request(name, params, commandId) {
      const result = await backend.request(name, params, commandId);
      if (name !== 'conversation.list') return result;
      const page = result as {
        ids: readonly string[];
        changes: { conversations?: Conversation[] };
      };
      return {
        ...page,
        ids: [...page.ids, ...conversations.map(({ id }) => id)],
        changes: {
          ...page.changes,
          conversations: [...(page.changes.conversations ?? []), ...conversations],
        },
      } as never;
    },
  };
}

describe('rows', () => {
  useWorld();

  it('of 10,000 conversations are made anew only where something happened', async () => {
    let made = 0;
    const backend = withMany(world.host.backend(), () => made++);
    const ana = await world.client('ana', { backend });
    await signIn('ben');
    const { $list } = ana.conversations.list();
    await until($list, (list) => list.items.length >= count);
    await pause(200);
    const some = $list.get().items.find(({ id }) => id === 'group:g500');
    made = 0;
    await ben.messages.send({ uid: 'ana' }, { text: 'One' });
    await until($list, (list) => list.items[0]?.id === 'user:ana:ben');
    expect(made).to.be.below(50);
    made = 0;
    ben.typing.touch({ uid: 'ana' });
    await until($list, (list) => list.items[0]?.typing.length === 1);
    expect(made).to.be.below(50);
    made = 0;
    ana.drafts.write({ guid: 'g500' }, { text: 'half' });
    await until($list, (list) => list.items.some((item) => item.draft === 'half'));
    expect(made).to.be.below(50);
    expect($list.get().items.find(({ id }) => id === 'group:g500')).not.to.equal(some);
    made = 0;
    await ana.conversations.pin({ uid: 'ben' }, true);
    await until($list, (list) => list.items[0]?.conversation.pinnedAt !== undefined);
    expect(made).to.be.below(50);
  });

  it('of a feed stay as they are when its conversation moves, and follow delivery and reading', async () => {
    await signIn('ana', 'ben');
    const to = { uid: 'ben' };
    await Promise.all(['1', '2', '3'].map((text) => ana.messages.send(to, { text })));
    const { $feed } = ana.messages.feed(to);
    await until($feed, (feed) => feed.items[2]?.state === 'delivered');
    const before = $feed.get().items;
    await ben.messages.send({ uid: 'ana' }, { text: '4' });
    await until($feed, (feed) => feed.items.length === 4);
    expect(before.map((item, i) => item === $feed.get().items[i])).to.deep.equal([
      ...[true, true, true],
    ]);
    const theirs = await openFeed(ben, { uid: 'ana' });
    theirs.seen(before[1]!.id);
    await until($feed, (feed) => feed.items[1]?.state === 'read');
    expect($feed.get().items[2]?.state).to.equal('delivered');
  });
});
