import { expect } from '@open-wc/testing';
import { limits } from '../../../src/protocol/limits.js';
import { createWorld, type Person, type World } from './world.js';

const kiln = { guid: 'kiln' } as const;

describe('limits', () => {
  let world: World;
  let ana: Person;
  beforeEach(async () => {
    world = await createWorld();
    await world.group('kiln', 'public', { ben: 'participant', cleo: 'moderator' });
    ana = await world.person('ana');
  });
  afterEach(() => world.server.close());

  describe('M5: limits at their edge and one past it', () => {
    it('mentions, tags, attachments', async () => {
      const send = (message: object) =>
        ana.refusal('message.send', {
          target: kiln,
          message: { id: world.id(), type: 'text', text: 'x', ...message },
        });
      const many = <T>(count: number, make: (i: number) => T) =>
        Array.from({ length: count }, (_, i) => make(i));
      const named = (count: number) => ({ text: many(count, (i) => `<@uid:u${i}>`).join(' ') });
      expect(await send(named(limits.mentions))).to.equal('ok');
      expect(await send(named(limits.mentions + 1))).to.equal('limit ERROR_MENTIONS_EXCEEDED');
      const tags = (count: number) => ({ tags: many(count, (i) => `t${i}`) });
      expect(await send(tags(limits.tags))).to.equal('ok');
      expect(await send(tags(limits.tags + 1))).to.equal('limit ERROR_TAGS_EXCEEDED');
      const file = { url: 'https://a.b/c', name: 'c', mimeType: 'image/png', size: 1 };
      const files = (count: number) => ({ type: 'image', attachments: many(count, () => file) });
      expect(await send(files(limits.attachments))).to.equal('ok');
      expect(await send(files(limits.attachments + 1))).to.equal('limit ERR_FILE_COUNT_EXCEEDED');
      const text = (length: number) => ({ text: 'x'.repeat(length) });
      expect(await send(text(limits.textLength))).to.equal('ok');
      expect(await send(text(limits.textLength + 1))).to.equal('too-long ERROR_TEXT_EXCEEDED');
    });

    it('pinned and saved messages, pinned conversations', async () => {
      const ids: string[] = [];
      for (let i = 0; i <= limits.pinnedMessages; i++) ids.push(await ana.send('ben', `${i}`));
      const last = ids.pop()!;
      for (const id of ids) {
        await ana.ask('message.pin', { id, pinned: true });
        await ana.ask('message.save', { id, saved: true });
      }
      expect(await ana.refusal('message.pin', { id: last, pinned: true })).to.equal(
        'limit ERR_PINNED_MESSAGES_LIMIT_EXCEEDED',
      );
      expect(await ana.refusal('message.save', { id: last, saved: true })).to.equal(
        'limit ERR_SAVED_MESSAGES_LIMIT_EXCEEDED',
      );
      const appPins = { id: world.id(), type: 'text', text: 'from the app' };
      await ana.ask('message.send', { target: kiln, message: appPins });
      for (let i = 0; i < limits.pinnedMessages; i++)
        await ana.ask('message.pin', { id: await ana.send('#kiln', `${i}`), pinned: true });
      await world.management.request('message.pin', { id: appPins.id, pinned: true });
      const { ids: pins } = await ana.ask('message.list', {
        ...{ target: kiln, position: 'end', pinned: true, limit: 100 },
      });
      expect(pins, 'the app’s pins are limited apart').to.have.length(100);
      expect((await ana.ask('message.search', { saved: true, limit: 100 })).ids).to.have.length(
        limits.savedMessages,
      );
      for (let i = 0; i <= limits.pinnedConversations; i++) {
        await world.group(`g${i}`);
        expect(
          await ana.refusal('conversation.pin', { target: { guid: `g${i}` }, pinned: true }),
        ).to.equal(
          i < limits.pinnedConversations ? 'ok' : 'limit ERR_PINNED_CONVERSATIONS_LIMIT_EXCEEDED',
        );
      }
    });

    it('members of a group and groups of a person', async () => {
      const dan = await world.person('dan');
      const full = async (membersCount: number) => {
        await world.storage.write(async (t) => {
          t.put('groups', { ...(await t.get('groups', 'kiln'))!, membersCount });
        });
        return dan.refusal('group.join', { guid: 'kiln' });
      };
      expect(await full(limits.membersPerGroup)).to.equal('limit ERR_NO_VACANCY');
      expect(await full(limits.membersPerGroup - 1)).to.equal('ok');
      await dan.ask('group.leave', { guid: 'kiln' });
      await world.storage.write((t) => {
        for (let i = 0; i < limits.groupsPerUser; i++) {
          t.put('members', {
            ...{ guid: `x${i}`, uid: 'dan', nameKey: 'dan', scope: 'participant', rev: 1 },
            ...{ standing: 'member', joinedAt: 1, joinedSeq: 0, joinedCounted: 0 },
          });
        }
        return Promise.resolve();
      });
      expect(await dan.refusal('group.join', { guid: 'kiln' })).to.equal(
        'limit ERR_PLAN_QUOTA_RESTRICTION',
      );
      await world.storage.write((t) => Promise.resolve(t.delete('members', 'x0', 'dan')));
      expect(await dan.refusal('group.join', { guid: 'kiln' })).to.equal('ok');
    });
  });
});
