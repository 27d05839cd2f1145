import { expect } from '@open-wc/testing';
import type { Message } from '../../../src/protocol/records.js';
import { codeOf, useWorld, type Person } from '../../support/simulated.js';

const kiln = { guid: 'kiln' } as const;

describe('moderation', () => {
  const { world, ana, ben, cleo, manage } = useWorld({ signedIn: ['ana', 'ben', 'cleo'] });

  const moderate = (id: string, status: 'approved' | 'disapproved') =>
    manage('message.moderate', { id, status });
  const held = () => manage('settings.update', { moderation: true });

  async function get(person: Person, id: string): Promise<Message> {
    const { changes } = await person.ask('message.get', { id });
    return changes.messages!.find((message) => message.id === id)!;
  }
  const row = async (person: Person, target: { uid: string } | { guid: string } = kiln) =>
    (await person.ask('conversation.get', { target })).changes.conversations![0]!;
  const unread = async (person: Person) => (await row(person)).unread;
  const told = async (person: Person, id: string) =>
    (await person.drain())
      .flatMap((event) => (event.type === 'changed' ? (event.changes.messages ?? []) : []))
      .filter((message) => message.id === id);

  describe('M12: what waits is its author’s alone', () => {
    it('in no list, count, row, thread or event of the others, moderators included', async () => {
      const parentId = await ana.send('#kiln', 'thread');
      const before = await row(cleo);
      await held();
      for (const person of [ben, cleo]) await person.drain();
      const id = await ana.send('#kiln', 'one of a kind <@uid:ben>');
      const reply = await ana.send('#kiln', 'one of a kind', { parentId });
      for (const other of [ben, cleo]) {
        expect(await other.drain(), 'told nothing').to.deep.equal([]);
        expect(await other.refusal('message.get', { id })).to.equal(
          'not-found ERR_MESSAGE_ID_NOT_FOUND',
        );
        for (const name of ['reaction.add', 'message.flag', 'message.pin'] as const) {
          const more = { reaction: '👍', reason: 'spam', pinned: true };
          expect(await other.refusal(name, { id, ...more })).to.match(/^not-found /);
        }
        const lists = [
          await other.ask('message.list', { target: kiln, position: 'end' }),
          await other.ask('message.list', { target: kiln, position: 'end', parentId }),
          await other.ask('message.search', { search: 'one of a kind' }),
        ];
        for (const list of lists) {
          expect(list.ids.filter((one) => one === id || one === reply)).to.be.empty;
          expect(JSON.stringify(list)).not.to.include('one of a kind');
        }
      }
      const { lastMessageId, unread, unreadMentions } = await row(cleo);
      expect([lastMessageId, unread, unreadMentions]).to.deep.equal([
        ...[before.lastMessageId, before.unread, before.unreadMentions],
      ]);
      expect((await get(cleo, parentId)).replyCount ?? 0).to.equal(0);
      const mine = await get(ana, id);
      expect([mine.moderation, mine.can]).to.deep.equal(['pending', ['delete']]);
      expect(await ana.refusal('message.pin', { id, pinned: true })).to.equal(
        'forbidden ERR_ACTION_NOT_ALLOWED',
      );
      const quote = { id: world.id(), type: 'text', text: 'x', quotedId: id };
      expect(await ana.refusal('message.send', { target: kiln, message: quote })).to.equal(
        'forbidden ERR_ACTION_NOT_ALLOWED',
      );
    });

    it('between two, the other does not even learn that there is a conversation', async () => {
      await held();
      await ben.drain();
      await ana.send('ben', 'first');
      expect(await ben.drain()).to.deep.equal([]);
      expect((await ben.ask('conversation.list', {})).ids).to.deep.equal(['group:kiln']);
      expect(await ben.refusal('conversation.get', { target: { uid: 'ana' } })).to.equal(
        'not-found ERR_CONVERSATION_NOT_ACCESSIBLE',
      );
      expect((await ana.ask('conversation.list', {})).ids).to.include('user:ana:ben');
      expect((await ben.ask('message.list', { target: { uid: 'ana' }, position: 'end' })).ids).to.be
        .empty;
    });

    it('custom messages, files and what the app writes do not wait', async () => {
      await held();
      const file = { url: 'https://a.b/c', name: 'c', mimeType: 'text/plain', size: 1 };
      const free = [
        await ana.send('#kiln', '', { type: 'file', attachments: [file] }),
        await ana.send('#kiln', '', { type: 'poll', category: 'custom', data: {} }),
      ];
      for (const id of free) expect((await get(ben, id)).moderation).to.equal(undefined);
      const id = world.id();
      await manage('message.send', { target: kiln, message: { id, type: 'text', text: 'x' } });
      expect((await get(ben, id)).moderation).to.equal(undefined);
    });
  });

  describe('M12: what is approved', () => {
    it('comes as if it had been sent then, after what came meanwhile', async () => {
      const parentId = await ana.send('#kiln', 'thread');
      await ben.ask('receipt.read', { target: kiln, messageId: parentId });
      await held();
      const id = await ana.send('#kiln', 'late <@uid:ben>');
      const reply = await ana.send('#kiln', 'late reply', { parentId });
      expect((await manage('message.waiting', {})).ids).to.deep.equal([id, reply]);
      await manage('settings.update', { moderation: false });
      world.clock.advance(1000);
      const meanwhile = await cleo.send('#kiln', 'meanwhile');
      await ben.ask('receipt.read', { target: kiln, messageId: meanwhile });
      expect(await unread(ben)).to.equal(0);
      await ben.drain();
      world.clock.advance(1000);
      await moderate(id, 'approved');
      const [came] = await told(ben, id);
      expect(came).to.deep.include({ moderation: 'approved', sentAt: world.clock.now() });
      expect(came!.can).to.include('react');
      const { ids } = await ben.ask('message.list', { target: kiln, position: 'end' });
      expect(ids.slice(-2)).to.deep.equal([meanwhile, id]);
      const now = await row(ben);
      expect([now.unread, now.unreadMentions, now.lastMessageId]).to.deep.equal([1, 1, id]);
      expect(await unread(ana), 'M3').to.equal(1);
      await moderate(reply, 'approved');
      expect((await get(ben, parentId)).replyCount).to.equal(1);
      expect((await manage('message.waiting', {})).ids).to.deep.equal([]);
    });

    it('keeps its place where nothing came meanwhile, and gives birth to the conversation', async () => {
      await held();
      const id = await ana.send('ben', 'first');
      const { seq, sentAt } = await get(ana, id);
      const { changes } = await manage('message.waiting', {});
      expect(changes.messages!.map(({ text }) => text)).to.deep.equal(['first']);
      world.clock.advance(1000);
      await moderate(id, 'approved');
      expect(await get(ben, id)).to.deep.include({ seq, sentAt });
      expect((await row(ben, { uid: 'ana' })).unread).to.equal(1);
      expect((await row(ana, { uid: 'ben' })).unread).to.equal(0);
    });

    it('P5: not between people whom a block came between', async () => {
      await held();
      const id = await ana.send('ben', 'first');
      await ben.ask('user.block', { uids: ['ana'] });
      expect(await codeOf(moderate(id, 'approved'))).to.equal('blocked ERR_BLOCKED_RECEIVER');
    });
  });

  describe('M12: what is disapproved of', () => {
    it('while it waits: nobody but its author ever learns of it', async () => {
      await held();
      await ben.drain();
      const id = await ana.send('#kiln', 'rude');
      await moderate(id, 'disapproved');
      expect(await ben.drain()).to.deep.equal([]);
      expect((await get(ana, id)).moderation).to.equal('disapproved');
      await ana.ask('message.delete', { id });
      expect(await ben.drain(), 'nor of its end').to.deep.equal([]);
    });

    it('after it came: it goes, with its unread count, its pin and its place in the row', async () => {
      const first = await ana.send('#kiln', 'kind');
      const id = await ana.send('#kiln', 'rude <@uid:ben>');
      await cleo.ask('message.pin', { id, pinned: true });
      await ben.drain();
      await moderate(id, 'disapproved');
      const [gone] = await told(ben, id);
      expect(gone?.removedAt).to.equal(world.clock.now());
      expect(gone).not.to.have.any.keys('text', 'mentions', 'pinnedAt');
      const now = await row(ben);
      expect([now.unread, now.unreadMentions, now.lastMessageId]).to.deep.equal([1, 0, first]);
      expect((await ben.ask('message.list', { target: kiln, position: 'end', pinned: true })).ids)
        .to.be.empty;
      expect(await get(ana, id)).to.deep.include({ moderation: 'disapproved' });
      await moderate(id, 'approved');
      expect((await get(ben, id)).text).to.equal('rude <@uid:ben>');
      expect(await unread(ben)).to.equal(2);
    });

    it('only messages of people are moderated, and only by the app', async () => {
      const { ids } = await ana.ask('message.list', { target: kiln, position: 'start', limit: 1 });
      expect(await codeOf(moderate(ids[0]!, 'disapproved'))).to.equal(
        'forbidden ERR_MESSAGE_ACTION_NOT_ALLOWED',
      );
      expect(await codeOf(moderate('nothing', 'approved'))).to.match(/^not-found /);
      const id = await ana.send('#kiln', 'x');
      expect(await codeOf(moderate(id, 'pending' as never))).to.equal(
        'invalid INVALID_STATUS_VALUE',
      );
      const asked = cleo.refusal('message.moderate' as never, { id, status: 'approved' } as never);
      expect(await asked).to.equal('unsupported ERR_API_NOT_FOUND');
    });
  });

  describe('M12: an edit of what others have', () => {
    let id: string;
    beforeEach(async () => {
      id = await ana.send('#kiln', 'kind');
      await held();
      await moderate(id, 'approved');
      for (const person of [ana, ben]) await person.drain();
      world.clock.advance(1000);
      await ana.ask('message.edit', { id, text: 'rude <@uid:ben>' });
    });

    it('waits: its author sees it, the others see and are told nothing', async () => {
      expect(await ben.drain()).to.deep.equal([]);
      const theirs = await get(ben, id);
      expect([theirs.text, theirs.editedAt, theirs.moderation]).to.deep.equal([
        ...['kind', undefined, 'approved'],
      ]);
      expect((await row(ben)).unreadMentions).to.equal(0);
      expect((await told(ana, id))[0]).to.deep.include({ moderation: 'pending' });
      expect(await get(ana, id)).to.deep.include({ text: 'rude <@uid:ben>', mentions: ['ben'] });
      const { ids, changes } = await manage('message.waiting', {});
      expect([ids, changes.messages![0]!.text]).to.deep.equal([[id], 'rude <@uid:ben>']);
      await ben.ask('reaction.add', { id, reaction: '👍' });
      expect((await told(cleo, id))[0]!.text).to.equal('kind');
    });

    it('approved: everyone has it, in its place', async () => {
      const { seq } = await get(ben, id);
      await moderate(id, 'approved');
      const [came] = await told(ben, id);
      expect(came).to.deep.include({ text: 'rude <@uid:ben>', seq, editedBy: 'ana' });
      expect([came!.moderation, came!.editedAt]).to.deep.equal(['approved', world.clock.now()]);
      expect((await row(ben)).unreadMentions).to.equal(1);
      expect((await manage('message.waiting', {})).ids).to.deep.equal([]);
    });

    it('disapproved of: the others keep what was there; its author may write it anew', async () => {
      await moderate(id, 'disapproved');
      expect(await ben.drain()).to.deep.equal([]);
      expect((await get(ben, id)).text).to.equal('kind');
      expect(await get(ana, id)).to.deep.include({
        text: 'rude <@uid:ben>',
        moderation: 'disapproved',
      });
      expect((await manage('message.waiting', {})).ids).to.deep.equal([]);
      await ana.ask('message.edit', { id, text: 'kinder' });
      await moderate(id, 'approved');
      expect((await get(ben, id)).text).to.equal('kinder');
      await moderate(id, 'disapproved');
      expect(await ben.refusal('message.get', { id })).to.match(/^not-found /);
    });

    it('is taken back by an edit of nothing', async () => {
      await moderate(id, 'disapproved');
      await ana.ask('message.edit', { id });
      const mine = await get(ana, id);
      expect([mine.text, mine.moderation, mine.editedAt]).to.deep.equal([
        ...['kind', 'approved', undefined],
      ]);
      await ana.ask('message.edit', { id, text: 'ruder' });
      await ana.ask('message.edit', { id });
      expect((await manage('message.waiting', {})).ids).to.deep.equal([]);
    });

    it('does not wait where the text stays, or the app itself edits', async () => {
      const other = await ana.send('#kiln', 'kind');
      await moderate(other, 'approved');
      await ana.ask('message.edit', { id: other, text: 'kind', metadata: { a: 1 } });
      expect((await get(ben, other)).metadata).to.deep.equal({ a: 1 });
      await manage('message.edit', { id, text: 'polite' });
      for (const person of [ana, ben]) expect((await get(person, id)).text).to.equal('polite');
      expect((await manage('message.waiting', {})).ids).to.deep.equal([]);
    });
  });

  describe('R2: deleting for good', () => {
    it('leaves nothing, anywhere, for anybody', async () => {
      const url = 'chat-file:secret';
      await ana.ask('file.upload', {
        id: 'secret',
        name: 's',
        mimeType: 'text/plain',
        data: new ArrayBuffer(1),
      });
      const kept = await ana.send('#kiln', 'kept');
      const file = { url, name: 'secret.txt', mimeType: 'text/plain', size: 1 };
      const more = { type: 'file', attachments: [file] };
      const id = await ana.send('#kiln', 'secret', more);
      const reply = await ben.send('#kiln', 'answer', { parentId: id, quotedId: id });
      await ben.ask('message.save', { id, saved: true });
      await ben.drain();
      await manage('message.delete', { id, permanent: true });
      expect((await told(ben, id))[0]?.removedAt).to.equal(world.clock.now());
      for (const person of [ana, ben, cleo]) {
        expect(await person.refusal('message.get', { id })).to.match(/^not-found /);
        for (const list of [
          await person.ask('message.list', { target: kiln, position: 'end' }),
          await person.ask('message.search', { search: 'secret' }),
          await person.ask('message.search', { saved: true }),
          await person.ask('thread.list', { participated: false }),
        ]) {
          expect(list.ids).not.to.include(id);
          expect(JSON.stringify(list)).not.to.include('secret');
        }
        expect(await person.refusal('file.get', { url })).to.match(/^not-found /);
      }
      expect((await get(ben, reply)).quotedId).to.equal(id);
      expect((await row(cleo)).lastMessageId).to.equal(kept);
      expect(await codeOf(manage('message.delete', { id, permanent: true }))).to.match(
        /^not-found /,
      );
      const again = { id, type: 'text', text: 'x' };
      expect(await ana.refusal('message.send', { target: kiln, message: again }), 'R3').to.equal(
        'already-exists ERR_BAD_REQUEST',
      );
    });

    it('C1: also for a command that is repeated afterwards', async () => {
      const id = world.id();
      const message = { id, type: 'text', text: 'secret' };
      const send = () => ana.ask('message.send', { target: kiln, message }, 'sent');
      const react = () => ben.ask('reaction.add', { id, reaction: '👍' }, 'reacted');
      for (const repeat of [send, react])
        expect((await repeat()).changes.messages![0]!.text).to.equal('secret');
      await manage('message.delete', { id, permanent: true });
      for (const repeat of [send, react]) {
        const { changes } = await repeat();
        expect(JSON.stringify(changes)).not.to.include('secret');
        expect(changes.messages![0]).to.include({ id, removedAt: world.clock.now() });
      }
      const kept = await world.storage.read((reader) => reader.range('commands', 'key'));
      expect(kept).not.to.be.empty;
      expect(JSON.stringify(kept)).not.to.include('secret');
    });

    it('takes unread counts along, also of what was a tombstone', async () => {
      const [one, two] = [await ana.send('#kiln', 'one'), await ana.send('#kiln', 'two')];
      expect(await unread(ben)).to.equal(2);
      await manage('message.delete', { id: one, permanent: true });
      await manage('message.delete', { id: two });
      expect(await unread(ben)).to.equal(0);
      expect((await get(ben, two)).deletedBy).to.equal('app_system');
      await manage('message.delete', { id: two, permanent: true });
      expect(await unread(ben)).to.equal(0);
    });

    it('is not for sessions', async () => {
      const id = await ana.send('#kiln', 'x');
      await ana.ask('message.delete', { id, permanent: true } as never);
      expect((await get(ben, id)).deletedBy).to.equal('ana');
    });
  });
});
