import { expect } from '@open-wc/testing';
import type { GroupActionData, Scope } from '../../../src/protocol/records.js';
import { codeOf, createWorld, type Person } from '../../support/simulated.js';

type Rank = 'owner' | Scope;
type Act = 'kick' | 'ban' | 'unban' | 'transfer' | 'toAdmin' | 'toModerator' | 'toParticipant';
const ranks: readonly Rank[] = ['owner', 'admin', 'moderator', 'participant'];

/** 1.7 of the domain, written out: who may do what to whom. */
const allowed: Record<Rank, Record<Exclude<Rank, 'owner'>, readonly Act[]>> = {
  owner: {
    admin: ['kick', 'ban', 'unban', 'transfer', 'toModerator', 'toParticipant'],
    moderator: ['kick', 'ban', 'unban', 'transfer', 'toAdmin', 'toParticipant'],
    participant: ['kick', 'ban', 'unban', 'transfer', 'toAdmin', 'toModerator'],
  },
  admin: {
    admin: ['kick', 'ban', 'unban', 'toModerator', 'toParticipant'],
    moderator: ['kick', 'ban', 'unban', 'toAdmin', 'toParticipant'],
    participant: ['kick', 'ban', 'unban', 'toAdmin', 'toModerator'],
  },
  moderator: {
    admin: [],
    moderator: ['toParticipant'],
    participant: ['kick', 'ban', 'unban', 'toModerator'],
  },
  participant: { admin: [], moderator: [], participant: [] },
};
const acts: readonly Act[] = [
  ...(['kick', 'ban', 'unban', 'transfer', 'toAdmin', 'toModerator', 'toParticipant'] as const),
];

function perform(actor: Person, act: Act, uid: string): Promise<string> {
  const at = { guid: 'kiln', uid };
  if (act === 'transfer') return actor.refusal('group.transfer', at);
  if (act === 'kick') return actor.refusal('member.kick', at);
  if (act === 'ban') return actor.refusal('member.ban', at);
  if (act === 'unban') return actor.refusal('member.unban', at);
  return actor.refusal('member.scope', { ...at, scope: act.slice(2).toLowerCase() as Scope });
}

describe('groups', () => {
  describe('P2, P3: the privilege matrix', () => {
    for (const rank of ranks) {
      for (const target of ranks) {
        it(`${rank} on ${target}`, async () => {
          for (const act of acts) {
            const people = ['ana', 'actor', 'target'];
            const world = await createWorld({ people });
            const [actor, on] = [
              rank === 'owner' ? 'ana' : 'actor',
              target === 'owner' ? 'ana' : 'target',
            ];
            const members = Object.fromEntries([
              ...(rank === 'owner' ? [] : [['actor', rank]]),
              ...(target === 'owner' ? [] : [['target', target]]),
            ]) as Record<string, Scope>;
            await world.group('kiln', 'public', members);
            const ana = await world.person('ana');
            const person = actor === 'ana' ? ana : await world.person(actor);
            if (act === 'unban' && on !== 'ana') await perform(ana, 'ban', on);
            const found = await perform(person, act, on);
            const may = target !== 'owner' && allowed[rank][target].includes(act);
            expect(found === 'ok', `${rank} ${act} ${target}: ${found}`).to.equal(may);
            await world.server.close();
          }
        });
      }
    }

    it('nobody acts on themselves', async () => {
      const world = await createWorld();
      await world.group('kiln', 'public', { ben: 'admin' });
      const ben = await world.person('ben');
      for (const act of ['kick', 'ban', 'toParticipant'] as const) {
        expect(await perform(ben, act, 'ben')).to.equal('forbidden ERR_GROUP_NO_SELF_ACTION');
      }
    });
  });

  describe('ways in', () => {
    it('public: anyone joins, once', async () => {
      const world = await createWorld();
      await world.group('kiln');
      const ben = await world.person('ben');
      const { changes } = await ben.ask('group.join', { guid: 'KILN' });
      expect(changes.groups![0]).to.deep.include({ scope: 'participant', membersCount: 2 });
      expect(changes.conversations![0]).to.deep.include({ with: 'kiln', unread: 0 });
      expect(await ben.refusal('group.join', { guid: 'kiln' })).to.equal(
        'conflict ERR_ALREADY_JOINED',
      );
    });

    it('password: the right one, and only that', async () => {
      const world = await createWorld();
      await world.group('safe', 'password');
      const ben = await world.person('ben');
      const join = (password?: string) =>
        ben.refusal('group.join', { guid: 'safe', ...(password !== undefined && { password }) });
      expect(await join()).to.equal('wrong-password ERR_EMPTY_GROUP_PASS');
      expect(await join('open')).to.equal('wrong-password ERR_WRONG_GROUP_PASS');
      expect(await join('sesame')).to.equal('ok');
      const kept = await world.storage.read((t) => t.get('groups', 'safe'));
      expect(JSON.stringify(kept)).not.to.include('sesame');
    });

    it('password: changed by those who may update, never empty, and only where there is one', async () => {
      const world = await createWorld();
      await world.group('kiln');
      await world.group('safe', 'password', { ben: 'participant' });
      const ana = await world.person('ana');
      const [ben, dan] = [await world.person('ben'), await world.person('dan')];
      const update = (person: Person, password: string, guid = 'safe') =>
        person.refusal('group.update', { guid, password });
      expect(await update(ben, 'open')).to.equal('forbidden ERR_GROUP_NO_CLEARANCE');
      expect(await update(ana, '')).to.equal('invalid PASSWORD_IS_COMPULSORY');
      expect(await update(ana, 'open', 'kiln')).to.equal('invalid INVALID_PASSWORD');
      expect(await update(ana, 'open')).to.equal('ok');
      const join = (password: string) => dan.refusal('group.join', { guid: 'safe', password });
      expect(await join('sesame')).to.equal('wrong-password ERR_WRONG_GROUP_PASS');
      expect(await join('open')).to.equal('ok');
      await world.management.request('group.update', { guid: 'safe', password: 'app' });
      const kept = await world.storage.read((t) => t.get('groups', 'safe'));
      expect(JSON.stringify(kept)).not.to.match(/"(open|app)"/);
    });

    it('the type is fixed for ever, for the app, too', async () => {
      const world = await createWorld();
      await world.group('kiln');
      const ana = await world.person('ana');
      const update = (type: string) => ({ guid: 'kiln', name: 'Other', type }) as never;
      expect(await ana.refusal('group.update', update('private'))).to.equal(
        'invalid INVALID_GROUP_TYPE',
      );
      expect(await codeOf(world.management.request('group.update', update('password')))).to.equal(
        'invalid INVALID_GROUP_TYPE',
      );
      expect(await ana.refusal('group.update', update('public'))).to.equal('ok');
    });

    it('private: only added', async () => {
      const world = await createWorld();
      await world.group('den', 'private', { cleo: 'participant' });
      const [ana, ben, cleo] = [
        await world.person('ana'),
        await world.person('ben'),
        await world.person('cleo'),
      ];
      expect(await ben.refusal('group.join', { guid: 'den' })).to.equal(
        'not-found ERR_GUID_NOT_FOUND',
      );
      expect(await cleo.refusal('group.join', { guid: 'den' })).to.equal(
        'forbidden ERR_GROUP_JOIN_NOT_ALLOWED',
      );
      await ben.drain();
      const { results } = await ana.ask('member.add', {
        guid: 'den',
        members: { ben: 'moderator', nobody: 'participant', cleo: 'admin', 'b d': 'admin' },
      });
      expect(results).to.deep.include({ ben: { ok: true } });
      expect([results['nobody']?.code, results['cleo']?.code, results['b d']?.code]).to.deep.equal([
        ...['not-found', 'conflict', 'invalid'],
      ]);
      const [event] = await ben.drain();
      const groups = event?.type === 'changed' ? event.changes.groups : [];
      expect(groups?.[0]).to.deep.include({ id: 'den', scope: 'moderator' });
    });

    it('a ban keeps out until it is lifted, and lifting does not add', async () => {
      const world = await createWorld();
      await world.group('kiln', 'public', { ben: 'moderator' });
      const [ana, ben] = [await world.person('ana'), await world.person('ben')];
      await ana.ask('member.ban', { guid: 'kiln', uid: 'ben' });
      expect(await ben.refusal('group.join', { guid: 'kiln' })).to.equal(
        'banned ERR_BANNED_GROUPMEMBER',
      );
      expect(
        await ben.refusal('message.list', { target: { guid: 'kiln' }, position: 'end' }),
      ).to.equal('banned ERR_BANNED_GROUPMEMBER');
      const banned = await ana.ask('member.banned', { guid: 'kiln' });
      expect(banned.changes.members![0]).to.deep.include({
        uid: 'ben',
        scope: 'moderator',
        can: ['unban'],
      });
      expect(await ana.refusal('member.ban', { guid: 'kiln', uid: 'ben' })).to.equal(
        'conflict ERR_ALREADY_BANNED',
      );
      await ana.ask('member.unban', { guid: 'kiln', uid: 'ben' });
      expect(await ana.refusal('member.unban', { guid: 'kiln', uid: 'ben' })).to.equal(
        'not-found ERR_NOT_A_MEMBER',
      );
      const group = (await ben.ask('group.get', { guid: 'kiln' })).changes.groups![0]!;
      expect([group.scope, group.membersCount, group.can]).to.deep.equal([null, 1, ['join']]);
      expect(await ben.refusal('group.join', { guid: 'kiln' })).to.equal('ok');
    });

    it('25 are added in one call, 26 are refused', async () => {
      const people = ['ana', ...Array.from({ length: 26 }, (_, i) => `p${i}`)];
      const world = await createWorld({ people });
      await world.group('kiln');
      const ana = await world.person('ana');
      const members = (count: number) =>
        Object.fromEntries(people.slice(1, count + 1).map((uid) => [uid, 'participant' as const]));
      expect(await ana.refusal('member.add', { guid: 'kiln', members: members(26) })).to.equal(
        'limit ERROR_UIDS_EXCEEDED',
      );
      expect(await ana.refusal('member.add', { guid: 'kiln', members: members(25) })).to.equal(
        'ok',
      );
    });
  });

  it('each act writes its action message', async () => {
    const world = await createWorld();
    await world.group('kiln', 'public', { ben: 'participant' });
    const [ana, cleo] = [await world.person('ana'), await world.person('cleo')];
    await cleo.ask('group.join', { guid: 'kiln' });
    await ana.ask('member.scope', { guid: 'kiln', uid: 'ben', scope: 'admin' });
    await ana.ask('member.kick', { guid: 'kiln', uid: 'ben' });
    await ana.ask('member.ban', { guid: 'kiln', uid: 'cleo' });
    await ana.ask('member.unban', { guid: 'kiln', uid: 'cleo' });
    await ana.ask('group.update', { guid: 'kiln' });
    await ana.ask('group.update', { guid: 'kiln', description: 'New' });
    await ana.ask('member.add', { guid: 'kiln', members: { cleo: 'participant' } });
    await ana.ask('group.transfer', { guid: 'kiln', uid: 'cleo' });
    await ana.ask('group.leave', { guid: 'kiln' });
    const rows = await world.storage.read((t) =>
      t.range('messages', 'order', { prefix: ['group:kiln'] }),
    );
    expect(
      rows.map(({ data }) => {
        const { action, on } = data as unknown as GroupActionData;
        return on === undefined ? action : `${action} ${on}`;
      }),
    ).to.deep.equal([
      ...['created', 'joined', 'scopeChanged ben', 'kicked ben', 'banned cleo', 'unbanned cleo'],
      ...['updated', 'added cleo', 'ownershipTransferred cleo', 'left'],
    ]);
  });

  it('settings decide whether an act moves the conversation', async () => {
    for (const updateOnGroupActions of [true, false]) {
      const world = await createWorld({ settings: { updateOnGroupActions } });
      await world.group('kiln', 'public', { ben: 'participant' });
      const ana = await world.person('ana');
      const before = world.clock.now();
      world.clock.advance(1000);
      await ana.ask('group.update', { guid: 'kiln' });
      await ana.ask('group.update', { guid: 'kiln', description: 'New' });
      const { changes } = await ana.ask('conversation.get', { target: { guid: 'kiln' } });
      expect(changes.conversations![0]!.activeAt > before).to.equal(updateOnGroupActions);
      expect(changes.conversations![0]!.unread).to.equal(0);
    }
  });

  it('deleting a group takes it from everyone', async () => {
    const world = await createWorld();
    await world.group('den', 'private', { ben: 'participant' });
    const [ana, ben, cleo] = [
      await world.person('ana'),
      await world.person('ben'),
      await world.person('cleo'),
    ];
    for (const person of [ben, cleo]) await person.drain();
    await ana.ask('group.delete', { guid: 'den' });
    const [event] = await ben.drain();
    expect(event?.type === 'changed' && event.changes.groups![0]!.removedAt).to.be.a('number');
    expect(event?.type === 'changed' && event.changes.conversations![0]!.removedAt).to.be.a(
      'number',
    );
    expect(await cleo.drain()).to.deep.equal([]);
    expect(await ana.refusal('group.get', { guid: 'den' })).to.equal(
      'not-found ERR_GUID_NOT_FOUND',
    );
    expect((await ben.ask('conversation.list', {})).ids).to.deep.equal([]);
  });
});
