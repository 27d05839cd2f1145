import { expect } from '@open-wc/testing';
import { ChatError } from '../../src/protocol/errors.js';
import type { Message } from '../../src/protocol/records.js';
import { numbers } from '../support/feeds.js';
import { ana, toBen, useWorld } from '../support/world.js';

const texts = (messages: readonly Message[]) => messages.map((message) => message.text);

function mistake(make: () => unknown): ChatError | TypeError {
  try {
    make();
  } catch (error) {
    return error as ChatError;
  }
  throw new Error('No mistake was found.');
}

describe('a query', () => {
  useWorld('ana');

  describe('is validated when it is made, and never clamped (M5)', () => {
    const limits: readonly [string, () => unknown][] = [
      ['users', () => ana.users.query({ limit: 101 })],
      ['blocked', () => ana.users.queryBlocked({ limit: 101 })],
      ['groups', () => ana.groups.query({ limit: 0 })],
      ['members', () => ana.members.query('kiln', { limit: 101 })],
      ['banned', () => ana.members.queryBanned('kiln', { limit: 101 })],
      ['conversations', () => ana.conversations.query({ limit: 51 })],
      ['messages', () => ana.messages.query({ target: toBen, limit: 101 })],
      ['messages of all', () => ana.messages.query({ limit: 1.5 })],
      ['reactions', () => ana.messages.queryReactions('x', { limit: 21 })],
      ['threads', () => ana.messages.queryThreads({ limit: 1001 })],
      ['calls', () => ana.calls.query({ limit: 101 })],
    ];
    for (const [what, make] of limits) {
      it(`a page of ${what} too large`, () => {
        const error = mistake(make) as ChatError;
        expect(error).to.be.instanceOf(ChatError);
        expect(error.code).to.equal('limit');
        expect(error.detail).to.match(/SET_LIMIT/);
        expect(error.message).to.match(/Ask for \d+/);
      });
    }

    const words: readonly [string, () => unknown][] = [
      ['INVALID_STATUS_VALUE', () => ana.users.query({ status: 'away' as never })],
      ['INVALID_SORTBY', () => ana.users.query({ sortBy: 'age' as never })],
      ['INVALID_SEARCHIN', () => ana.users.query({ searchIn: ['role'] as never })],
      ['INVALID_DIRECTION_VALUE', () => ana.users.queryBlocked({ direction: 'x' as never })],
      ['INVALID_GROUP_TYPE', () => ana.groups.query({ types: ['open'] as never })],
      ['INVALID_SCOPE_VALUE', () => ana.members.query('kiln', { scopes: ['owner'] as never })],
      ['INVALID_CONVERSATION_TYPE', () => ana.conversations.query({ type: 'both' as never })],
      ['INVALID_CATEGORY', () => ana.messages.query({ categories: ['text'] as never })],
      ['INVALID_TAGS', () => ana.messages.query({ tags: 'one' as never })],
      ['INVALID_UPDATEDAFTER', () => ana.messages.query({ updatedAfter: 'today' as never })],
      ['INVALID_DIRECTION_VALUE', () => ana.calls.query({ direction: 'both' as never })],
      ['INVALID_RECEIVER_TYPE', () => ana.calls.query({ receiverType: 'app' as never })],
      ['INVALID_STATUS_VALUE', () => ana.calls.query({ status: 'lost' as never })],
      ['INVALID_SINCE', () => ana.calls.query({ since: 'today' as never })],
      ['INVALID_HASLINKS', () => ana.messages.query({ target: toBen, hasLinks: 1 as never })],
    ];
    for (const [detail, make] of words) {
      it(detail, () => expect(mistake(make)).to.include({ code: 'invalid', detail }));
    }

    it('a filter that there is none of', () => {
      const error = mistake(() => ana.groups.query({ friendsOnly: true } as never));
      expect(error).to.be.instanceOf(TypeError);
      expect(error.message).to.match(/no filter "friendsOnly".*joinedOnly/);
    });
  });

  it('pages to the end, and is empty there', async () => {
    const query = ana.members.query('kiln', { limit: 2 });
    const first = await query.next();
    expect(first).to.have.length(2);
    expect(query.done).to.be.false;
    const second = await query.next();
    expect(second).to.have.length(1);
    expect(query.done).to.be.true;
    expect(await query.next()).to.deep.equal([]);
    expect(new Set([...first, ...second].map(({ uid }) => uid)).size).to.equal(3);
  });

  it('lets a second call wait its turn', async () => {
    const query = ana.members.query('kiln', { limit: 1 });
    const pages = await Promise.all([query.next(), query.next(), query.next(), query.next()]);
    expect(pages.map((page) => page.length)).to.deep.equal([1, 1, 1, 0]);
    expect(new Set(pages.flat().map(({ uid }) => uid)).size).to.equal(3);
  });

  it('goes on after a page that failed', async () => {
    const query = ana.users.query({ limit: 1 });
    ana.line.refuse('user.list', 'forbidden');
    const failed = await query.next().catch((error: ChatError) => error.code);
    expect(failed).to.equal('forbidden');
    expect(await query.next()).to.have.length(1);
  });

  it('is walked by for await', async () => {
    const uids: string[] = [];
    for await (const user of ana.users.query({ limit: 1, sortBy: 'name' })) uids.push(user.id);
    expect(uids).to.deep.equal(['ben', 'cyd']);
  });

  describe('of messages', () => {
    let sent: Message[];
    beforeEach(async () => {
      sent = await Promise.all(numbers(1, 7).map((text) => ana.messages.send(toBen, { text })));
    });

    it('begins at the end and pages back, ascending inside a page (M4)', async () => {
      const query = ana.messages.query({ target: toBen, limit: 3 });
      expect(texts(await query.previous())).to.deep.equal(['5', '6', '7']);
      expect(texts(await query.previous())).to.deep.equal(['2', '3', '4']);
      expect(texts(await query.previous())).to.deep.equal(['1']);
      expect(await query.previous()).to.deep.equal([]);
    });

    it('needs a place to go on from', async () => {
      for (const query of [ana.messages.query({ target: toBen }), ana.messages.query()]) {
        const error = await query.next().catch((it: unknown) => it);
        expect(error).to.include({ code: 'invalid', detail: 'NOT_ENOUGH_PARAMETERS' });
      }
    });

    it('goes both ways from a message, which is not among them', async () => {
      const query = ana.messages.query({ target: toBen, from: { id: sent[3]!.id }, limit: 2 });
      const newer: (string | undefined)[] = [];
      for (let page = await query.next(); page.length > 0; page = await query.next())
        newer.push(...texts(page));
      expect(newer).to.deep.equal(['5', '6', '7']);
      const older: (string | undefined)[] = [];
      for (let page = await query.previous(); page.length > 0; page = await query.previous())
        older.unshift(...texts(page));
      expect(older).to.deep.equal(['1', '2', '3']);
    });

    it('finds what changed since a time', async () => {
      const updatedAfter = sent.at(-1)!.sentAt + 1;
      await ana.messages.edit(sent[1]!.id, 'two');
      const found: (string | undefined)[] = [];
      for await (const { text } of ana.messages.query({ target: toBen, updatedAfter }))
        found.push(text);
      expect(found).to.deep.equal(['two']);
    });

    it('is walked back by for await, newest first, and forward from a start', async () => {
      const walk = async (from?: 'start') => {
        const found: (string | undefined)[] = [];
        const query = ana.messages.query({ target: toBen, limit: 3, ...(from && { from }) });
        for await (const { text } of query) found.push(text);
        return found;
      };
      expect(await walk()).to.deep.equal(numbers(1, 7).reverse());
      expect(await walk('start')).to.deep.equal(numbers(1, 7));
    });

    it('of all conversations is walked newest first', async () => {
      await ana.messages.send({ guid: 'kiln' }, { text: 'in kiln 7' });
      const query = ana.messages.query({ search: '7', limit: 1 });
      expect(texts(await query.previous())).to.deep.equal(['in kiln 7']);
      expect(texts(await query.previous())).to.deep.equal(['7']);
    });
  });

  it('of reactions says who, and with what', async () => {
    const { id } = await ana.messages.send({ guid: 'kiln' }, { text: 'Hi' });
    await ana.messages.react(id, '👍', true);
    await ana.messages.react(id, '🎉', true);
    const all = await ana.messages.queryReactions(id).next();
    expect(all.map(({ reaction, uid }) => [reaction, uid])).to.deep.equal([
      ['👍', 'ana'],
      ['🎉', 'ana'],
    ]);
    const some = await ana.messages.queryReactions(id, { reaction: '🎉' }).next();
    expect(some.map(({ reaction }) => reaction)).to.deep.equal(['🎉']);
  });
});
