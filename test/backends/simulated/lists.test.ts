import { expect } from '@open-wc/testing';
import type { Params } from '../../../src/protocol/operations.js';
import type { GroupType } from '../../../src/protocol/records.js';
import { createMemoryStorage } from '../../../src/backends/simulated/storage/memory.js';
import type { Reader } from '../../../src/backends/simulated/storage/storage.js';
import { createWorld, useWorld } from '../../support/simulated.js';

describe('lists', () => {
  const { world, ana } = useWorld({ signedIn: ['ana'], groups: {} });

  describe('people: every filter, all of them together', () => {
    beforeEach(async () => {
      const { management } = world;
      await management.request('role.create', { role: 'guide' });
      await management.request('user.update', { uid: 'ben', role: 'guide', tags: ['north'] });
      await management.request('user.update', { uid: 'cleo', role: 'guide', tags: ['South'] });
      await management.request('user.update', { uid: 'dan', name: 'Ben Dover' });
      await management.request('user.create', { uid: 'eve', name: 'Eve' });
      await management.request('user.deactivate', { uid: 'eve' });
      await management.request('friend.add', { uid: 'ana', uids: ['cleo', 'dan'] });
      await world.person('dan');
    });

    for (const [params, expected] of [
      [{}, ['dan', 'ben', 'cleo']],
      [{ sortBy: 'name' }, ['ben', 'dan', 'cleo']],
      [{ sortBy: 'name', order: 'desc' }, ['cleo', 'dan', 'ben']],
      [{ sortBy: 'status', order: 'desc' }, ['cleo', 'ben', 'dan']],
      [{ search: ' BEN ' }, ['dan', 'ben']],
      [{ search: 'ben', searchIn: ['uid'] }, ['ben']],
      [{ search: 'dan', searchIn: ['name'] }, []],
      [{ search: 'eve' }, []],
      [{ roles: ['guide'] }, ['ben', 'cleo']],
      [{ roles: ['guide', 'default'] }, ['dan', 'ben', 'cleo']],
      [{ tags: ['north', 'south'] }, ['ben', 'cleo']],
      [{ uids: ['ben', 'dan', 'ana', 'nobody'] }, ['dan', 'ben']],
      [{ status: 'online' }, ['dan']],
      [{ status: 'offline' }, ['ben', 'cleo']],
      [{ friendsOnly: true }, ['dan', 'cleo']],
      [{ friendsOnly: true, roles: ['guide'], status: 'offline', search: 'c' }, ['cleo']],
      [{ friendsOnly: true, status: 'online', roles: ['guide'] }, []],
    ] as readonly [Params<'user.list'>, readonly string[]][]) {
      it(`${JSON.stringify(params)}: ${expected.join(', ') || 'nobody'}`, async () => {
        const page = await ana.ask('user.list', params);
        expect([page.ids, page.total]).to.deep.equal([expected, expected.length]);
      });
    }

    it('without those one is apart from, either way', async () => {
      await ana.ask('user.block', { uids: ['ben'] });
      await world.management.request('block.add', { uid: 'dan', uids: ['ana'] });
      expect((await ana.ask('user.list', { hideBlocked: true })).ids).to.deep.equal(['cleo']);
      expect((await ana.ask('user.list', { status: 'online' })).ids).to.deep.equal([]);
      expect((await ana.ask('user.list', {})).ids, 'P10: nor first').to.deep.equal([
        ...['ben', 'dan', 'cleo'],
      ]);
    });

    it('what is no filter is refused', async () => {
      for (const [params, code] of [
        [{ sortBy: 'age' }, 'invalid INVALID_SORTBY'],
        [{ order: 'up' }, 'invalid INVALID_SORTBYORDER'],
        [{ status: 'busy' }, 'invalid INVALID_STATUS_VALUE'],
        [{ searchIn: ['email'] }, 'invalid INVALID_SEARCHIN'],
        [{ search: 7 }, 'invalid INVALID_SEARCH_KEYWORD'],
        [{ limit: 101 }, 'limit ERROR_SET_LIMIT_EXCEEDED'],
        [{ limit: 0 }, 'limit ERROR_SET_LIMIT_EXCEEDED'],
      ] as const) {
        expect(await ana.refusal('user.list', params as never)).to.equal(code);
      }
      expect(await ana.refusal('user.list', { limit: 100 })).to.equal('ok');
    });
  });

  describe('groups: every type, every way to see it and every way in', () => {
    const hidden = 'not-found ERR_GUID_NOT_FOUND';
    const outside = 'not-a-member ERR_GROUP_NOT_JOINED';
    const banned = 'banned ERR_BANNED_GROUPMEMBER';
    const table: Record<GroupType, Record<'stranger' | 'kicked' | 'banned', readonly string[]>> = {
      // Listed, looked at, read, joined without and with the password, added by the owner.
      public: {
        stranger: ['listed', 'ok', outside, 'ok', 'conflict ERR_ALREADY_JOINED', 'conflict'],
        kicked: ['listed', 'ok', outside, 'ok', 'conflict ERR_ALREADY_JOINED', 'conflict'],
        banned: ['listed', 'ok', banned, banned, banned, 'banned'],
      },
      password: {
        stranger: [
          ...['listed', 'ok', outside],
          ...['wrong-password ERR_EMPTY_GROUP_PASS', 'ok', 'conflict'],
        ],
        kicked: [
          ...['listed', 'ok', outside],
          ...['wrong-password ERR_EMPTY_GROUP_PASS', 'ok', 'conflict'],
        ],
        banned: ['listed', 'ok', banned, banned, banned, 'banned'],
      },
      private: {
        stranger: ['unlisted', hidden, hidden, hidden, hidden, 'ok'],
        kicked: ['unlisted', hidden, hidden, hidden, hidden, 'ok'],
        banned: ['unlisted', hidden, hidden, hidden, hidden, 'banned'],
      },
    };
    for (const [type, rows] of Object.entries(table)) {
      for (const [who, expected] of Object.entries(rows)) {
        it(`P4: ${who} and a ${type} group`, async () => {
          await world.group('den', type as GroupType, { ben: 'participant' });
          const uid = who === 'stranger' ? 'cleo' : 'ben';
          const person = await world.person(uid);
          if (who === 'kicked') await ana.ask('member.kick', { guid: 'den', uid });
          if (who === 'banned') await ana.ask('member.ban', { guid: 'den', uid });
          const { ids } = await person.ask('group.list', {});
          const target = { guid: 'den' };
          const found = [
            ids.includes('den') ? 'listed' : 'unlisted',
            await person.refusal('group.get', target),
            await person.refusal('message.list', { target, position: 'end' }),
            await person.refusal('group.join', target),
            await person.refusal('group.join', { ...target, password: 'sesame' }),
          ];
          const members = { [uid]: 'participant' } as const;
          const { results } = await ana.ask('member.add', { guid: 'den', members });
          found.push(results[uid]!.code ?? 'ok');
          expect(found).to.deep.equal(expected);
        });
      }
    }
  });

  it('members by scope and status, the banned by scope', async () => {
    await world.group('kiln', 'public', { ben: 'moderator', cleo: 'participant', dan: 'admin' });
    const ids = async (params: object) =>
      (await ana.ask('member.list', { guid: 'kiln', ...params })).ids;
    expect(await ids({ scopes: ['moderator', 'participant'] })).to.deep.equal([
      ...['kiln:ben', 'kiln:cleo'],
    ]);
    expect(await ids({ status: 'online' })).to.deep.equal(['kiln:ana']);
    expect(await ids({ status: 'offline', scopes: ['admin'], search: 'd' })).to.deep.equal([
      'kiln:dan',
    ]);
    for (const uid of ['ben', 'cleo']) await ana.ask('member.ban', { guid: 'kiln', uid });
    const banned = await ana.ask('member.banned', { guid: 'kiln', scopes: ['moderator'] });
    expect(banned.ids).to.deep.equal(['kiln:ben']);
  });

  it('M10: pages of conversations, pinned ones first, then groups and people by time, meet each once', async () => {
    const { management, clock } = world;
    for (let i = 0; i < 70; i++) {
      clock.advance(1000);
      const uid = `p${i}`;
      await management.request('user.create', { uid, name: uid }, `u${i}`);
      const message = { id: `m${i}`, type: 'text', text: 'hello' } as const;
      const params = { target: { uid: 'ana' }, message };
      await management.request('user.act', { uid, operation: 'message.send', params }, `s${i}`);
      if (i % 10 !== 5) continue;
      const guid = `g${i}`;
      const members = { ana: 'participant' } as const;
      await management.request('group.create', { guid, name: guid, type: 'public', members });
      const said = { target: { guid }, message: { ...message, id: `g${i}` } };
      await management.request('message.send', said);
    }
    await ana.ask('conversation.pin', { target: { uid: 'p3' }, pinned: true });
    await ana.ask('conversation.pin', { target: { guid: 'g15' }, pinned: true });
    await ana.ask('conversation.delete', { target: { uid: 'p60' } });
    await ana.ask('user.block', { uids: ['p61'] });
    const met: string[] = [];
    let after: string | null | undefined;
    do {
      const asked = { limit: 9, ...(after && { after }) };
      const page = await ana.ask('conversation.list', asked);
      met.push(...page.ids.map((id) => id.replace(/^user:ana:|^group:/, '')));
      ({ after } = page);
    } while (after);
    const expected = Array.from({ length: 70 }, (_, i) => [
      `p${i}`,
      ...(i % 10 === 5 ? [`g${i}`] : []),
    ])
      .flat()
      .reverse()
      .filter((id) => !['p3', 'g15', 'p60', 'p61'].includes(id));
    expect(met.slice(0, 2).sort()).to.deep.equal(['g15', 'p3']);
    expect(met.slice(2).filter((id) => /^[pg]\d/.test(id))).to.have.members(expected);
    expect(met.filter((id) => /^p\d/.test(id)).slice(1)).to.deep.equal(
      expected.filter((id) => id.startsWith('p')),
    );
    expect(new Set(met).size).to.equal(met.length);
  });

  it('of many groups, a page of conversations looks at few more than it shows', async () => {
    const looked = new Set<string>();
    const inner = createMemoryStorage();
    const watched = (reader: Reader): Reader => ({
      ...reader,
      held(table, ...key) {
        if (table === 'groups') looked.add(String(key[0]));
        return reader.held(table, ...key);
      },
    });
    const many = await createWorld({
      storage: { ...inner, read: (work) => inner.read((reader) => work(watched(reader))) },
    });
    for (let i = 0; i < 100; i++) await many.group(`group-${i}`);
    const person = await many.person('ana');
    looked.clear();
    const { ids } = await person.ask('conversation.list', { limit: 5 });
    expect(ids.length).to.equal(5);
    expect(looked.size).to.be.below(50);
    await many.server.close();
  });

  it('conversations by tags: one’s own, a person’s, a group’s; and what is muted', async () => {
    await world.group('kiln', 'public', { ben: 'participant' });
    await ana.ask('group.update', { guid: 'kiln', tags: ['craft'] });
    await world.management.request('user.update', { uid: 'ben', tags: ['vip'] });
    await ana.send('ben', 'x');
    await ana.send('cleo', 'x');
    await ana.ask('conversation.tag', { target: { uid: 'cleo' }, tags: ['archived'] });
    const ids = async (params: Params<'conversation.list'>) =>
      [...(await ana.ask('conversation.list', params)).ids].sort();
    expect(await ids({ tags: ['archived'] })).to.deep.equal(['user:ana:cleo']);
    expect(await ids({ userTags: ['vip'], type: 'user' })).to.deep.equal(['user:ana:ben']);
    expect(await ids({ groupTags: ['craft'], type: 'group' })).to.deep.equal(['group:kiln']);
    expect(await ids({ groupTags: ['other'], type: 'group' })).to.deep.equal([]);
    const until = world.clock.now() + 1000;
    await ana.ask('conversation.mute', { target: { uid: 'ben' }, until });
    expect(await ids({ muted: true })).to.deep.equal(['user:ana:ben']);
    expect(await ids({ muted: false, type: 'user' })).to.deep.equal(['user:ana:cleo']);
    world.clock.advance(1000);
    expect(await ids({ muted: true }), 'over').to.deep.equal([]);
    const ben = await world.person('ben');
    expect((await ben.ask('conversation.list', { tags: ['archived'] })).ids).to.deep.equal([]);
    expect(await ana.refusal('conversation.get', { target: { uid: 'dan' } }), 'M1').to.equal(
      'not-found ERR_CONVERSATION_NOT_ACCESSIBLE',
    );
    expect(await ana.refusal('conversation.get', { target: { uid: 'ana' } })).to.equal(
      'invalid ERR_CONVERSATION_NOT_ACCESSIBLE',
    );
  });
});
