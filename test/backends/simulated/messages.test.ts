import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Conversation } from '../../../src/protocol/records.js';
import { createWorld, useWorld, type Person } from '../../support/simulated.js';

const toBen = { uid: 'ben' } as const;
const toAna = { uid: 'ana' } as const;
const kiln = { guid: 'kiln' } as const;

describe('messages', () => {
  const { world, ana, ben } = useWorld({ signedIn: ['ana', 'ben'] });

  const row = async (person: Person, target: { uid: string } | { guid: string }) =>
    (await person.ask('conversation.get', { target: target })).changes.conversations![0]!;
  const image = (more: object = {}) => ({
    url: 'https://example.org/a.png',
    name: 'a.png',
    mimeType: 'image/png',
    size: 10,
    ...more,
  });

  it('text is text: markup stays as it was written', async () => {
    const text = '<script>alert(1)</script> & <b>x</b>';
    const id = await ana.send('ben', text);
    expect((await ben.ask('message.get', { id })).changes.messages![0]!.text).to.equal(text);
  });

  it('threads have one level, count their replies, and do not move the row', async () => {
    const parentId = await ana.send('ben', 'thread');
    const reply = await ben.send('ana', 'reply', { parentId });
    expect(
      await ana.refusal('message.send', {
        target: toBen,
        message: { id: world.id(), type: 'text', text: 'a', parentId: reply },
      }),
    ).to.equal('invalid ERR_MESSAGE_THREAD_NESTING');
    expect(
      await ana.refusal('message.send', {
        target: kiln,
        message: { id: world.id(), type: 'text', text: 'a', parentId },
      }),
    ).to.equal('invalid ERR_WRONG_MESSAGE_THREAD');
    const thread = await ana.ask('message.list', { target: toBen, parentId, position: 'end' });
    expect(thread.ids).to.deep.equal([reply]);
    const parent = thread.changes.messages!.find(({ id }) => id === parentId)!;
    expect([parent.replyCount, parent.repliers]).to.deep.equal([1, ['ben']]);
    const main = await ana.ask('message.list', {
      target: toBen,
      position: 'end',
      hideReplies: true,
    });
    expect(main.ids).to.deep.equal([parentId]);
    expect(await row(ana, toBen)).to.deep.include({ lastMessageId: parentId, unread: 0 });
    await ben.ask('message.delete', { id: reply });
    expect(
      (await ana.ask('message.get', { id: parentId })).changes.messages![0]!.replyCount,
    ).to.equal(0);
  });

  it('mentions are counted, of one and of all', async () => {
    await ana.send('#kiln', 'hey <@uid:BEN>');
    await ana.send('#kiln', 'hey <@all:all>');
    await ana.send('#kiln', 'hey');
    expect(await row(ben, kiln)).to.deep.include({ unread: 3, unreadMentions: 2 });
    const page = await ben.ask('message.list', { target: kiln, position: 'end' });
    await ben.ask('receipt.read', { target: kiln, messageId: page.ids.at(-2)! });
    expect(await row(ben, kiln)).to.deep.include({ unread: 1, unreadMentions: 0 });
  });

  it('reactions: each emoji once a person, in order', async () => {
    const id = await ana.send('#kiln', 'x');
    for (const person of [ben, ana, ben]) await person.ask('reaction.add', { id, reaction: '🎉' });
    await ana.ask('reaction.add', { id, reaction: '👍' });
    const { changes } = await ana.ask('message.get', { id });
    expect(changes.messages![0]!.reactions).to.deep.equal([
      { reaction: '🎉', count: 2, mine: true, uids: ['ben', 'ana'] },
      { reaction: '👍', count: 1, mine: true, uids: ['ana'] },
    ]);
    await ana.ask('reaction.remove', { id, reaction: '👍' });
    const list = await ben.ask('reaction.list', { id, limit: 1 });
    expect(list.reactions.map(({ uid }) => uid)).to.deep.equal(['ben']);
    const next = await ben.ask('reaction.list', { id, limit: 1, after: list.after! });
    expect([next.reactions[0]!.uid, next.after]).to.deep.equal(['ana', null]);
    expect(await ana.refusal('reaction.list', { id, limit: 21 })).to.equal(
      'limit ERROR_SET_LIMIT_EXCEEDED',
    );
  });

  it('an edit of nothing changes nothing: it is not marked as edited', async () => {
    const id = await ana.send('#kiln', 'x');
    await ben.drain();
    await ana.ask('message.edit', { id });
    expect(await ben.drain()).to.deep.equal([]);
    expect((await ana.ask('message.get', { id })).changes.messages![0]!.editedAt).to.equal(
      undefined,
    );
  });

  it('who may edit and delete: the author, and moderators of the group', async () => {
    const cleo = await world.person('cleo');
    const id = await ana.send('#kiln', 'x');
    expect(await ben.refusal('message.edit', { id, text: 'y' })).to.equal(
      'forbidden ERR_MESSAGE_NOT_A_SENDER',
    );
    const { changes } = await cleo.ask('message.edit', { id, text: 'z' });
    expect(changes.messages!.find((m) => m.id === id)).to.deep.include({
      text: 'z',
      editedBy: 'cleo',
    });
    await cleo.ask('message.delete', { id });
    expect(await ana.refusal('message.edit', { id, text: 'y' })).to.equal(
      'not-found ERR_MESSAGE_ID_NOT_FOUND',
    );
    const page = await ana.ask('message.list', {
      target: kiln,
      position: { around: id },
      limit: 5,
    });
    expect(page.ids).to.include(id);
    const actionId = page.ids[0]!;
    expect(await ana.refusal('message.delete', { id: actionId })).to.equal(
      'forbidden ERR_MESSAGE_ACTION_NOT_ALLOWED',
    );
  });

  it('M2: in a group ticks wait for the last one, and times tell who read when', async () => {
    const cleo = await world.person('cleo');
    const id = await ana.send('#kiln', 'x');
    const marks = async () => (await row(ana, kiln)).othersReadSeq;
    const seq = (await ana.ask('message.get', { id })).changes.messages![0]!.seq;
    await ben.ask('receipt.read', { target: kiln, messageId: id });
    expect(await marks()).to.be.lessThan(seq);
    world.clock.advance(5000);
    await cleo.ask('receipt.read', { target: kiln, messageId: id });
    expect(await marks()).to.equal(seq);
    const { receipts } = await ana.ask('receipt.list', { messageId: id });
    const times = Object.fromEntries(receipts.map(({ uid, readAt }) => [uid, readAt]));
    expect(times['cleo']! - times['ben']!).to.equal(5000);
    // A member who comes later does not take the ticks back.
    const dan = await world.person('dan');
    await dan.ask('group.join', kiln);
    expect(await marks()).to.be.at.least(seq);
    expect(await ben.refusal('receipt.list', { messageId: id })).to.equal(
      'forbidden ERR_ACTION_NOT_ALLOWED',
    );
  });

  it('marking as unread moves the reader back, and nobody’s ticks', async () => {
    const ids = [
      await ben.send('ana', '1'),
      await ben.send('ana', '2'),
      await ben.send('ana', '3'),
    ];
    await ana.ask('receipt.read', { target: toBen, messageId: ids[2]! });
    const ticks = (await row(ben, toAna)).othersReadSeq;
    await ana.ask('message.unread', { id: ids[1]! });
    expect(await row(ana, toBen)).to.deep.include({ unread: 2, readSeq: 1, unreadFrom: ids[1]! });
    expect((await row(ben, toAna)).othersReadSeq).to.equal(ticks);
    await ana.ask('receipt.read', { target: toBen, messageId: ids[2]! });
    expect((await row(ana, toBen)).unreadFrom).to.equal(undefined);
  });

  it('saved messages are one’s own, over all conversations', async () => {
    const [one, two] = [await ana.send('ben', 'a'), await ana.send('#kiln', 'b')];
    await ben.drain();
    await ana.ask('message.save', { id: one, saved: true });
    world.clock.advance(1);
    await ana.ask('message.save', { id: two, saved: true });
    expect((await ana.ask('message.search', { saved: true })).ids).to.deep.equal([two, one]);
    expect((await ben.ask('message.search', { saved: true })).ids).to.deep.equal([]);
    expect(await ben.drain()).to.deep.equal([]);
    await ana.ask('message.save', { id: two, saved: false });
    expect((await ana.ask('message.search', { saved: true })).ids).to.deep.equal([one]);
  });

  it('search finds text in all of one’s conversations, newest first, page by page', async () => {
    const found: string[] = [];
    for (let i = 0; i < 7; i++) {
      world.clock.advance(10);
      found.unshift(
        await (i % 2 ? ana.send('ben', `needle ${i}`) : ana.send('#kiln', `NEEDLE ${i}`)),
      );
      await ana.send('cleo', 'hay');
    }
    await world.person('cleo').then((cleo) => cleo.send('dan', 'needle of others'));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof search>> = await search(after);
      seen.push(...page.ids);
      after = page.after;
    } while (after !== null);
    expect(seen).to.deep.equal(found);
    function search(cursor: string | null) {
      return ana.ask('message.search', {
        search: 'Needle',
        limit: 2,
        ...(cursor && { after: cursor }),
      });
    }
  });

  it('filters are ANDed', async () => {
    await ana.send('ben', 'plain');
    const link = await ana.send('ben', 'see https://example.org', { tags: ['x'] });
    const picture = await ana.send('ben', '', { type: 'image', attachments: [image()] });
    const poll = world.id();
    await ana.ask('message.send', {
      target: toBen,
      message: { id: poll, category: 'custom', type: 'poll', data: { q: 1 } },
    });
    const list = async (filter: object) =>
      (await ben.ask('message.list', { target: toAna, position: 'end', ...filter })).ids;
    expect(await list({ hasLinks: true })).to.deep.equal([link]);
    expect(await list({ tags: ['x'] })).to.deep.equal([link]);
    expect(await list({ types: ['poll'] })).to.deep.equal([poll]);
    expect(await list({ types: ['poll'], categories: ['message'] })).to.deep.equal([]);
    expect(await list({ attachmentTypes: ['image'] })).to.deep.equal([picture]);
    world.clock.advance(1000);
    await ana.ask('message.edit', { id: link, text: 'changed' });
    expect(await list({ updatedAfter: world.clock.now() })).to.deep.equal([link]);
    const late = await ana.send('ben', 'late');
    const updatedAfter = world.clock.now();
    expect(await list({ updatedAfter })).to.deep.equal([link, late]);
    expect(await list({ updatedAfter, updatesOnly: true })).to.deep.equal([link]);
    world.clock.advance(1000);
    const now = world.clock.now();
    const changed = () => list({ updatedAfter: now, updatesOnly: true });
    await ana.ask('message.save', { id: poll, saved: true });
    expect(await changed(), 'saved by somebody else').to.deep.equal([]);
    await ben.ask('message.save', { id: poll, saved: true });
    expect(await changed(), 'saved').to.deep.equal([poll]);
    world.clock.advance(1000);
    const later = world.clock.now();
    await ben.ask('message.save', { id: poll, saved: false });
    expect(await list({ updatedAfter: later }), 'saved no more').to.deep.equal([poll]);
    expect(
      await ben.refusal('message.list', { target: toAna, position: 'end', updatesOnly: true }),
    ).to.equal('invalid NOT_ENOUGH_PARAMETERS');
  });

  it('M2: without a message, receipts are for the whole conversation', async () => {
    const ids = [await ana.send('ben', 'one'), await ana.send('ben', 'two <@uid:ben>')];
    const row = async (person: Person, target: { uid: string }) =>
      (await person.ask('conversation.get', { target })).changes.conversations![0]!;
    await ben.ask('receipt.delivered', { target: toAna });
    const sent = await row(ana, toBen);
    expect([sent.deliveredSeq, sent.othersReadSeq]).to.deep.equal([2, 0]);
    expect((await row(ben, toAna)).unread).to.equal(2);
    await ben.ask('receipt.read', { target: toAna });
    expect((await row(ana, toBen)).othersReadSeq).to.equal(2);
    const { unread, unreadMentions, lastReadId } = await row(ben, toAna);
    expect([unread, unreadMentions, lastReadId]).to.deep.equal([0, 0, ids[1]]);
    for (const name of ['receipt.read', 'receipt.delivered'] as const) {
      expect(await ben.refusal(name, { target: { uid: 'cleo' } })).to.equal(
        'not-found ERR_CONVERSATION_NOT_ACCESSIBLE',
      );
    }
  });

  it('typing says in which thread', async () => {
    const parentId = await ana.send('ben', 'thread');
    await ben.drain();
    await ana.ask('typing.set', { target: toBen, typing: true, parentId });
    expect(await ben.drain()).to.deep.equal([
      { type: 'typing', conversationId: 'user:ana:ben', uid: 'ana', typing: true, parentId },
    ]);
    const elsewhere = await ana.send('cleo', 'elsewhere');
    for (const id of [elsewhere, 'nothing']) {
      const typing = { target: toBen, typing: true, parentId: id };
      expect(await ana.refusal('typing.set', typing)).to.match(/^not-found /);
    }
  });

  it('opens at a time, and around a message', async () => {
    const ids = [];
    for (let i = 0; i < 10; i++) {
      ids.push(await ana.send('ben', String(i)));
      world.clock.advance(1000);
    }
    const at = world.clock.now() - 5000;
    const list = (position: object, limit = 4) =>
      ana.ask('message.list', { target: toBen, position: position as { at: number }, limit });
    expect((await list({ at })).ids).to.deep.equal(ids.slice(3, 7));
    expect((await list({ around: ids[0]! })).ids).to.deep.equal(ids.slice(0, 2));
    const page = await list({ around: ids[9]! });
    expect([page.ids, page.after]).to.deep.equal([ids.slice(7), null]);
  });

  it('the page that opens a conversation brings along its row and whom it is with', async () => {
    await ana.ask('message.list', { target: { uid: 'cleo' }, position: 'end' }).then((page) => {
      expect(page.changes.users?.map(({ id }) => id)).to.deep.equal(['cleo']);
      expect(page.changes, 'it has not begun').to.not.have.property('conversations');
    });
    await ana.send('ben', 'one');
    await ana.send('ben', 'two');
    const list = (target: object, position: object | string, limit = 1) =>
      ana.ask('message.list', { target, position, limit } as never);
    const toTwo = await list(toBen, 'end');
    expect(toTwo.changes.conversations).to.deep.equal([await row(ana, toBen)]);
    const before = await list(toBen, { before: toTwo.before });
    expect(before.ids).to.have.length(1);
    expect(before.changes, 'it goes on').to.not.have.property('conversations');
    await ana.ask('message.send', {
      target: kiln,
      message: { id: world.id(), type: 'text', text: 'hello' },
    });
    const toMany = await list(kiln, 'end');
    expect(toMany.changes.groups?.map(({ id }) => id)).to.deep.equal(['kiln']);
    expect(toMany.changes.conversations).to.deep.equal([await row(ana, kiln)]);
    await ana.ask('conversation.delete', { target: toBen });
    expect((await list(toBen, 'end')).changes).to.not.have.property('conversations');
  });

  it('unread counts are exact, whatever is sent, read, deleted and marked', async () => {
    const step = fc.record({
      act: fc.constantFrom('send', 'own', 'read', 'delete', 'unread', 'mention', 'all', 'edit'),
      pick: fc.nat(30),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const own = await createWorld();
        await own.group('kiln', 'public', { ben: 'participant' });
        const [sender, reader] = [await own.person('ana'), await own.person('ben')];
        for (const { act, pick } of steps) {
          const { ids, changes } = await reader.ask('message.list', {
            target: kiln,
            position: 'end',
            limit: 100,
          });
          const id = ids[pick % ids.length]!;
          const message = changes.messages!.find((m) => m.id === id)!;
          if (act === 'send') await sender.send('#kiln', 'x');
          if (act === 'mention') await sender.send('#kiln', '<@uid:ben>');
          if (act === 'all') await sender.send('#kiln', '<@uid:ben> <@all:all>');
          if (act === 'edit') {
            await sender.refusal('message.edit', { id, text: pick % 2 ? '<@uid:ben>' : 'x' });
          }
          if (act === 'own') await reader.send('#kiln', 'x');
          if (act === 'read') await reader.ask('receipt.read', { target: kiln, messageId: id });
          if (act === 'unread') await reader.refusal('message.unread', { id });
          if (act === 'delete' && message.category === 'message' && !message.deletedAt) {
            await sender.ask('message.delete', { id });
          }
          await expectExact(reader);
        }
        await own.server.close();
      }),
      { numRuns: 20 },
    );
    async function expectExact(reader: Person): Promise<void> {
      const { changes } = await reader.ask('message.list', {
        target: kiln,
        position: 'end',
        limit: 100,
      });
      const { unread, unreadMentions, readSeq }: Conversation = await row(reader, kiln);
      const open = changes.messages!.filter(
        (m) =>
          m.category !== 'action' && !m.deletedAt && m.sender !== reader.uid && m.seq > readSeq,
      );
      expect(unread).to.equal(open.length);
      expect(unreadMentions).to.equal(
        open.filter((m) => m.mentions?.includes('ben') || m.mentionsAll).length,
      );
    }
  });

  it('typing and transient messages reach the others, and are not kept', async () => {
    const cleo = await world.person('cleo');
    for (const person of [ana, ben, cleo]) await person.drain();
    await ana.ask('typing.set', { target: kiln, typing: true });
    await ana.ask('transient.send', { target: toBen, data: { live: '❤️' } });
    const typing = { type: 'typing', conversationId: 'group:kiln', uid: 'ana', typing: true };
    expect(await cleo.drain()).to.deep.equal([typing]);
    expect(await ben.drain()).to.deep.equal([
      typing,
      { type: 'transient', conversationId: 'user:ana:ben', uid: 'ana', data: { live: '❤️' } },
    ]);
    expect(await ana.drain()).to.deep.equal([]);
  });

  it('files are kept and read by their address', async () => {
    const data = new Uint8Array([1, 2, 3]).buffer;
    const { url } = await ana.ask('file.upload', {
      id: world.id(),
      name: 'a.png',
      mimeType: 'image/png',
      data,
    });
    await ana.send('ben', '', { type: 'image', attachments: [image({ url })] });
    const file = await ben.ask('file.get', { url });
    expect([...new Uint8Array(file.data)]).to.deep.equal([1, 2, 3]);
    expect(await ben.refusal('file.get', { url: 'chat-file:nope' })).to.equal(
      'not-found ERR_EMPTY_MESSAGE_FILE',
    );
  });
});
