import { expect } from '@open-wc/testing';
import type { ChatError } from '../../../src/protocol/errors.js';
import { limits } from '../../../src/protocol/limits.js';
import type { Params } from '../../../src/protocol/operations.js';
import type { JsonObject } from '../../../src/protocol/records.js';
import { createWorld, useWorld, type Person } from '../../support/simulated.js';

const kiln = { guid: 'kiln' } as const;
const toBen = { uid: 'ben' } as const;

describe('the domain', () => {
  const { world, ana, ben, cleo } = useWorld({ signedIn: ['ana', 'ben', 'cleo'] });

  it('whoever is only named in what two people write learns nothing of it', async () => {
    await cleo.drain();
    const id = await ana.send('ben', 'about <@uid:cleo>');
    expect(await cleo.drain()).to.deep.equal([]);
    expect((await cleo.ask('conversation.list', {})).ids).to.deep.equal(['group:kiln']);
    expect(await cleo.refusal('message.get', { id })).to.equal(
      'not-found ERR_MESSAGE_ID_NOT_FOUND',
    );
    await world.management.request('user.create', { uid: 'user', name: 'Odd' });
    const odd = await world.person('user');
    await odd.drain();
    await ana.send('ben', 'still ours');
    expect(await odd.drain(), 'an id that is a word of ours').to.deep.equal([]);
  });

  it('unread: all, a person’s, a group’s, without the blocked', async () => {
    await ana.send('ben', 'one');
    await ana.send('ben', 'two');
    await cleo.send('ben', 'three');
    await ana.send('#kiln', 'four <@uid:ben>');
    const count = async (params: Params<'unread.count'>) => {
      const { users, groups } = await ben.ask('unread.count', params);
      return { ...users, ...groups };
    };
    expect(await count({})).to.deep.equal({ ana: 2, cleo: 1, kiln: 1 });
    expect(await count({ type: 'group' })).to.deep.equal({ kiln: 1 });
    expect(await count({ target: { uid: 'cleo' } })).to.deep.equal({ cleo: 1 });
    expect(await count({ target: kiln })).to.deep.equal({ kiln: 1 });
    await ben.ask('user.block', { uids: ['cleo'] });
    expect(await count({ hideBlocked: true, type: 'user' })).to.deep.equal({ ana: 2 });
    const page = await ben.ask('message.list', { target: { uid: 'ana' }, position: 'end' });
    await ben.ask('receipt.read', { target: { uid: 'ana' }, messageId: page.ids.at(-1)! });
    expect(await count({ type: 'user', hideBlocked: true })).to.deep.equal({});
    await ben.ask('message.unread', { id: page.ids[0]! });
    expect(await count({ target: { uid: 'ana' } })).to.deep.equal({ ana: 2 });
  });

  it('filters are ANDed: a kind of message is named by category and by type', async () => {
    const target = toBen;
    const send = (message: object) =>
      ana.ask('message.send', { target, message: { id: world.id(), ...message } as never });
    await send({ type: 'text', text: 'see https://example.org', tags: ['links'] });
    await send({ type: 'poll', category: 'custom', data: {}, conversationText: 'A poll' });
    const quotedId = await ana.send('ben', 'quoted');
    await send({ type: 'text', text: 'quoting', quotedId });
    world.clock.advance(1000);
    const since = world.clock.now();
    await ben.ask('reaction.add', { id: quotedId, reaction: '👍' });
    const found = async (filter: object) => {
      const page = await ben.ask('message.list', {
        target: { uid: 'ana' },
        position: 'end',
        ...filter,
      });
      return page.ids.map((id) => {
        const message = page.changes.messages!.find((row) => row.id === id)!;
        return message.text ?? message.type;
      });
    };
    expect(await found({ categories: ['custom'] })).to.deep.equal(['poll']);
    expect(await found({ categories: ['message'], types: ['poll'] })).to.deep.equal([]);
    expect(
      await found({ categories: ['custom', 'message'], types: ['poll', 'text'] }),
    ).to.have.length(4);
    expect(await found({ hasLinks: true, tags: ['links'] })).to.have.length(1);
    expect(await found({ hasLinks: true, tags: ['other'] })).to.deep.equal([]);
    expect(await found({ hideQuotes: true, types: ['text'] })).not.to.include('quoting');
    expect(await found({ updatedAfter: since })).to.deep.equal(['quoted']);
    expect(await found({ updatedAfter: since, hasReactions: true, unread: true })).to.deep.equal([
      'quoted',
    ]);
    expect(await found({ hasAttachments: true })).to.deep.equal([]);
    expect(await found({ search: 'a poll' })).to.deep.equal(['poll']);
  });

  describe('M9: settings decide what moves a row', () => {
    const cases = {
      updateOnCustomMessage: (person: Person, id: string) =>
        person.ask('message.send', {
          target: { uid: 'ben' },
          message: { id, category: 'custom', type: 'poll', data: {} },
        }),
      updateOnCallActivity: (person: Person, id: string) =>
        person.ask('call.start', { id, target: { uid: 'ben' }, type: 'audio' }),
      updateOnReplies: (person: Person, id: string, parentId: string) =>
        person.ask('message.send', {
          target: { uid: 'ben' },
          message: { id, type: 'text', text: 'reply', parentId },
        }),
    };
    for (const [name, act] of Object.entries(cases)) {
      for (const on of [true, false]) {
        it(`${name}: ${on}`, async () => {
          const own = await createWorld({ settings: { [name]: on } });
          const [one, two] = [await own.person('ana'), await own.person('ben')];
          const parentId = await one.send('ben', 'first');
          own.clock.advance(1000);
          await act(one, 'the-id', parentId);
          const { changes } = await two.ask('conversation.get', { target: { uid: 'ana' } });
          const row = changes.conversations![0]!;
          expect([row.lastMessageId, row.activeAt === own.clock.now(), row.unread]).to.deep.equal(
            on ? ['the-id', true, 2] : [parentId, false, 1],
          );
          await own.server.close();
        });
      }
    }
  });

  it('M9: a custom message says itself whether it moves the row', async () => {
    for (const updateOnCustomMessage of [true, false]) {
      const own = await createWorld({ settings: { updateOnCustomMessage } });
      const [one, two] = [await own.person('ana'), await own.person('ben')];
      const send = (id: string, updateConversation: boolean) =>
        one.ask('message.send', {
          target: { uid: 'ben' },
          message: { id, category: 'custom', type: 'poll', data: {}, updateConversation },
        });
      const row = async () => {
        const { changes } = await two.ask('conversation.get', { target: { uid: 'ana' } });
        return [changes.conversations![0]!.lastMessageId, changes.conversations![0]!.unread];
      };
      await send('first', true);
      expect(await row()).to.deep.equal(['first', 1]);
      await send('second', false);
      expect(await row()).to.deep.equal(['first', 1]);
      await own.server.close();
    }
  });

  describe('N4: refetch', () => {
    const told = (person: Person) => person.events.filter(({ type }) => type === 'refetch');

    it('whose rank changed is told, and nobody else', async () => {
      await ana.ask('member.scope', { guid: 'kiln', uid: 'ben', scope: 'moderator' });
      await world.settled();
      expect(told(ben)).to.deep.equal([{ type: 'refetch', conversationId: 'group:kiln' }]);
      expect([told(ana), told(cleo)]).to.deep.equal([[], []]);
      await ana.ask('group.transfer', { guid: 'kiln', uid: 'ben' });
      expect([told(ana).length, told(ben).length]).to.deep.equal([1, 2]);
    });

    it('after an import that nobody was told message by message', async () => {
      const line = (i: number) =>
        JSON.stringify({ at: '2004-11-15T12:00:00Z', kind: 'message', from: 'Ana', text: `${i}` });
      const lines = (count: number) => Array.from({ length: count }, (_, i) => line(i));
      await world.management.request('message.import', {
        guid: 'kiln',
        firstLine: 1,
        lines: lines(200),
      });
      expect(told(ben)).to.deep.equal([]);
      await world.management.request('message.import', {
        guid: 'kiln',
        firstLine: 201,
        lines: lines(201),
      });
      expect(told(ben)).to.deep.equal([{ type: 'refetch', conversationId: 'group:kiln' }]);
    });
  });

  it('M11: large groups do without receipts, unread counts and typing, and say so', async () => {
    const own = await createWorld({ settings: { receiptMembers: 3, typingMembers: 2 } });
    await own.group('kiln', 'public', { ben: 'participant', cleo: 'participant' });
    const [one, two] = [await own.person('ana'), await own.person('ben')];
    const group = async () => (await two.ask('group.get', { guid: 'kiln' })).changes.groups![0]!;
    const typing = async () => {
      await two.drain();
      await one.ask('typing.set', { target: kiln, typing: true });
      return (await two.drain()).some(({ type }) => type === 'typing');
    };
    const row = async () => {
      const { changes } = await two.ask('conversation.get', { target: kiln });
      return changes.conversations![0]!;
    };
    await one.send('#kiln', 'x');
    expect((await group()).without).to.equal(undefined);
    expect(await typing()).to.equal(true);
    expect((await row()).unread).to.equal(1);
    expect(await row()).to.have.property('othersReadSeq');
    await own.person('cleo');
    expect((await group()).without).to.deep.equal(['typing']);
    expect(await typing()).to.equal(false);
    const dan = await own.person('dan');
    await dan.ask('group.join', { guid: 'kiln' });
    expect((await group()).without).to.deep.equal(['receipts', 'unread', 'typing']);
    expect((await row()).unread).to.equal(0);
    expect(await row()).not.to.have.property('othersReadSeq');
    await own.server.close();
  });

  it('P8: nobody gives themselves a role, and naming the one they have changes nothing', async () => {
    const update = (role: string) =>
      ana.refusal('user.update', { statusMessage: role, role } as Params<'user.update'>);
    expect(await update('chief')).to.equal('forbidden ERR_PERMISSION_DENIED');
    expect(await update('default')).to.equal('ok');
    const { changes } = await ben.ask('user.get', { uid: 'ana' });
    expect(changes.users![0]).to.include({ role: 'default', statusMessage: 'default' });
  });

  it('P3: nobody blocks the app, whose record does not offer it', async () => {
    const { results } = await ana.ask('user.block', { uids: ['app_system', 'ben'] });
    expect(results['app_system']).to.deep.include({ ok: false, code: 'forbidden' });
    expect(results['ben']).to.deep.equal({ ok: true });
    const { changes } = await ana.ask('user.get', { uid: 'app_system' });
    expect(changes.users![0]!.can).not.to.include('block');
  });

  it('P4: of a private group an outsider learns only that its GUID is taken', async () => {
    await world.group('secret', 'private');
    const group = { name: 'Mine', type: 'public' } as const;
    const refused = async (guid: string) => {
      const failed = ben.ask('group.create', { guid, ...group });
      const { code, detail, message } = await failed.then(
        () => expect.fail('it was created'),
        (error: ChatError) => error,
      );
      return [code, detail, message.replace(guid, 'GUID')];
    };
    expect(await refused('secret')).to.deep.equal(await refused('kiln'));
    expect((await refused('secret'))[0]).to.equal('already-exists');
    expect(await ben.refusal('group.get', { guid: 'secret' })).to.equal(
      'not-found ERR_GUID_NOT_FOUND',
    );
  });

  it('who types may tell more than that, within what metadata may hold', async () => {
    await ben.drain();
    const type = (metadata: JsonObject) =>
      ana.refusal('typing.set', { target: toBen, typing: true, metadata });
    expect(await type({ in: 'voice' })).to.equal('ok');
    const [event] = await ben.drain();
    expect(event).to.deep.include({ type: 'typing', uid: 'ana', metadata: { in: 'voice' } });
    expect(await type({ all: 'x'.repeat(limits.metadataSize) })).to.match(/^too-large /);
    expect(await ben.drain()).to.deep.equal([]);
  });

  it('the same person named twice is added with the higher scope', async () => {
    await ana.ask('member.add', {
      guid: 'kiln',
      members: { DAN: 'participant', Dan: 'admin', dan: 'moderator' },
    });
    const { changes } = await ana.ask('member.list', { guid: 'kiln', search: 'dan' });
    expect(changes.members!.map(({ uid, scope }) => [uid, scope])).to.deep.equal([
      ['dan', 'admin'],
    ]);
  });
});
