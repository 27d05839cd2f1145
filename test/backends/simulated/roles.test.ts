import { expect } from '@open-wc/testing';
import { limits } from '../../../src/protocol/limits.js';
import type { Permissions } from '../../../src/protocol/management.js';
import type { OperationName } from '../../../src/protocol/operations.js';
import { useWorld, type Person } from '../../support/simulated.js';

describe('roles and friends', () => {
  const { world, ana, ben, manage, refusal } = useWorld({ signedIn: ['ana', 'ben'] });

  describe('roles', () => {
    it('are made, changed and deleted, 25 in all; the default one stays', async () => {
      const made = await manage('role.create', { role: 'Guest', name: 'Guest' });
      expect(made).to.deep.include({ role: 'guest', listUsers: 'all', restricted: [] });
      expect(await refusal('role.create', { role: 'guest' })).to.equal(
        'already-exists ERR_BAD_REQUEST',
      );
      await manage('user.update', { uid: 'ben', role: 'guest' });
      for (let i = (await manage('role.list', {})).roles.length; i < limits.roles; i++) {
        await manage('role.create', { role: `r${i}` });
      }
      expect(await refusal('role.create', { role: 'more' })).to.equal(
        'limit ERR_PLAN_QUOTA_RESTRICTION',
      );
      expect(await refusal('role.delete', { role: 'default' })).to.equal(
        'forbidden ERR_ROLE_DELETE_DENIED',
      );
      await manage('role.delete', { role: 'guest' });
      expect((await ana.ask('user.get', { uid: 'ben' })).changes.users![0]!.role).to.equal(
        'default',
      );
      expect(await refusal('role.update', { role: 'guest', listUsers: 'all' })).to.equal(
        'not-found ERR_ROLE_NOT_FOUND',
      );
    });

    it('P8: what a role restricts is refused, and the session says so beforehand', async () => {
      await manage('role.create', { role: 'guest', restricted: ['message.send', 'group.join'] });
      await manage('user.update', { uid: 'dan', role: 'guest' });
      const dan = await world.person('dan');
      expect(dan.session.restricted).to.deep.equal(['message.send', 'group.join']);
      expect(ana.session.restricted).to.equal(undefined);
      const message = { id: world.id(), type: 'text', text: 'x' };
      const denied = 'forbidden ERR_PERMISSION_DENIED';
      expect(await dan.refusal('message.send', { target: { uid: 'ana' }, message })).to.equal(
        denied,
      );
      expect(await dan.refusal('group.join', { guid: 'kiln' })).to.equal(denied);
      expect(await dan.refusal('user.list', {})).to.equal('ok');
      await manage('role.update', { role: 'guest', restricted: ['user.list'] });
      expect(await dan.refusal('group.join', { guid: 'kiln' })).to.equal('ok');
      expect(await dan.refusal('user.list', {})).to.equal(denied);
      for (const name of ['session.signOut', 'message.sent'])
        expect(
          await refusal('role.update', { role: 'guest', restricted: [name as 'message.send'] }),
          'everyone may leave, and what is no operation would restrict nothing',
        ).to.equal('invalid ERR_BAD_REQUEST');
      expect(await dan.refusal('session.signOut', {})).to.equal('ok');
    });

    it('P8: `can` of every record leaves out what the role restricts, newer than before (R1)', async () => {
      const id = await ana.send('#kiln', 'hello');
      const look = async () => {
        const { changes } = await ben.ask('message.get', { id });
        const group = (await ben.ask('group.get', { guid: 'kiln' })).changes.groups![0]!;
        const user = (await ben.ask('user.get', { uid: 'ana' })).changes.users![0]!;
        return { message: changes.messages![0]!, group, user };
      };
      const before = await look();
      expect(before.group.can).to.deep.equal(['send', 'call', 'leave']);
      await manage('role.create', {
        role: 'guest',
        restricted: ['message.send', 'reaction.add', 'call.start'],
      });
      await manage('user.update', { uid: 'ben', role: 'guest' });
      const after = await look();
      expect(after.group.can).to.deep.equal(['leave']);
      expect(after.user.can).to.deep.equal(['block']);
      expect(after.message.can).to.include.members(['save', 'flag']);
      expect(after.message.can.filter((one) => one === 'react' || one === 'reply')).to.be.empty;
      for (const table of ['message', 'group', 'user'] as const)
        expect(after[table].rev, table).to.be.greaterThan(before[table].rev);
      await manage('user.update', { uid: 'cleo', role: 'guest' });
      await manage('role.update', { role: 'guest', restricted: ['member.kick'] });
      const cleo = await world.person('cleo');
      const members = (await cleo.ask('member.list', { guid: 'kiln' })).changes.members!;
      expect(members.find(({ uid }) => uid === 'ben')!.can).to.deep.equal(['ban', 'scope']);
    });

    it('N4: an open session learns a changed role at once, and nobody else is bothered', async () => {
      await manage('role.create', { role: 'guest' });
      for (const person of [ana, ben]) await person.drain();
      const refetches = async (person: Person) =>
        (await person.drain()).filter(({ type }) => type === 'refetch').length;
      const told = async () => [await refetches(ana), await refetches(ben)];
      await manage('user.update', { uid: 'ben', role: 'guest' });
      expect(await told()).to.deep.equal([0, 1]);
      await manage('role.update', { role: 'guest', restricted: ['message.send'] });
      expect(await told()).to.deep.equal([0, 1]);
      expect((await ben.ask('session.get', {})).restricted).to.deep.equal(['message.send']);
      await manage('role.delete', { role: 'guest' });
      expect(await told()).to.deep.equal([0, 1]);
      expect((await ben.ask('session.get', {})).restricted).to.deep.equal([]);
      await manage('user.update', { uid: 'ben', name: 'Benno' });
      expect(await told()).to.deep.equal([0, 0]);
    });

    it('P8: friends only: others are neither listed nor written to, and `can` says so', async () => {
      await manage('role.create', {
        role: 'shy',
        listUsers: 'friendsOnly',
        sendMessagesTo: 'friendsOnly',
      });
      const look = async (uid: string) => (await ben.ask('user.get', { uid })).changes.users![0]!;
      const before = await look('ana');
      expect(before.can).to.deep.equal(['message', 'call', 'block']);
      await manage('user.update', { uid: 'ben', role: 'shy' });
      await manage('friend.add', { uid: 'ben', uids: ['cleo'] });
      expect((await ben.ask('user.list', {})).ids).to.deep.equal(['cleo']);
      expect((await ben.ask('presence.count', {})).online, 'of those who are listed').to.equal(1);
      expect((await look('cleo')).can).to.deep.equal(['message', 'call', 'block']);
      const after = await look('ana');
      expect(after.can).to.deep.equal(['block']);
      expect(after.rev, 'R1').to.be.greaterThan(before.rev);
      const text = (uid: string) => ({
        target: { uid },
        message: { id: world.id(), type: 'text', text: 'x' },
      });
      expect(await ben.refusal('message.send', text('ana'))).to.equal(
        'forbidden ERR_PERMISSION_DENIED',
      );
      expect(
        await ben.refusal('call.start', { id: 'c', target: { uid: 'ana' }, type: 'audio' }),
      ).to.equal('forbidden ERR_PERMISSION_DENIED');
      expect(await ben.refusal('message.send', text('cleo'))).to.equal('ok');
      expect(await ana.refusal('message.send', text('ben')), 'others may').to.equal('ok');
      await ben.ask('message.send', {
        ...text('x'),
        target: { guid: 'kiln' },
      });
    });
  });

  describe('permissions', () => {
    const denied = 'forbidden ERR_PERMISSION_DENIED';
    const participants = { guid: 'kiln', scope: 'participant' } as const;

    it('of a role: listed, set and reset, one with what it restricts', async () => {
      const role = 'default';
      const { permissions } = await manage('permission.list', { role });
      expect(permissions['message.send']).to.equal('allow');
      expect(permissions).not.to.have.any.keys('session.signOut', 'session.get');
      await manage('permission.set', {
        role,
        permissions: { 'message.send': 'deny', 'call.start': 'deny' },
      });
      expect((await manage('role.get', { role })).restricted).to.have.members([
        ...['message.send', 'call.start'],
      ]);
      expect((await ben.ask('session.get', {})).restricted).to.include('call.start');
      const left = await manage('permission.reset', { role, permission: 'message.send' });
      expect([left.permissions['message.send'], left.permissions['call.start']]).to.deep.equal([
        ...['allow', 'deny'],
      ]);
      for (const permissions of [{ nothing: 'deny' }, { 'session.signOut': 'deny' }])
        expect(await refusal('permission.set', { role, permissions } as never)).to.equal(
          'invalid ERR_BAD_REQUEST',
        );
      expect(await refusal('permission.list', { role: 'none' })).to.equal(
        'not-found ERR_ROLE_NOT_FOUND',
      );
    });

    it('P8: of a scope in one group: refused there and nowhere else, and never to the owner', async () => {
      await world.group('den', 'public', { ben: 'participant' });
      const id = await ben.send('#kiln', 'x');
      const able = Object.keys((await manage('permission.list', participants)).permissions);
      const permissions: Permissions = Object.fromEntries(
        able.map((name) => [name, 'deny'] as const),
      );
      await manage('permission.set', { ...participants, permissions });
      await manage('permission.set', { guid: 'kiln', scope: 'admin', permissions });
      const asks = (guid: string): [Person, OperationName, object][] => [
        [ben, 'message.send', { target: { guid }, message: { id: world.id(), ...text } }],
        [ben, 'typing.set', { target: { guid }, typing: true }],
        [ben, 'transient.send', { target: { guid }, data: {} }],
        [ben, 'member.list', { guid }],
      ];
      const text = { type: 'text', text: 'x' };
      const inKiln: [Person, OperationName, object][] = [
        ...asks('KILN'),
        [ben, 'message.edit', { id, text: 'y' }],
        [ben, 'reaction.add', { id, reaction: '👍' }],
        [ben, 'call.start', { id: 'c1', target: { guid: 'kiln' }, type: 'audio' }],
        [ben, 'message.delete', { id }],
      ];
      for (const [person, name, params] of inKiln)
        expect(await person.refusal(name, params), name).to.equal(denied);
      for (const [person, name, params] of asks('den'))
        expect(await person.refusal(name, params), name).to.equal('ok');
      expect(await ana.refusal('reaction.add', { id, reaction: '👍' }), 'owner').to.equal('ok');
      const cleo = await world.person('cleo');
      expect(await cleo.refusal('reaction.add', { id, reaction: '👍' }), 'others').to.equal('ok');
      expect(
        await refusal('user.act', {
          uid: 'ben',
          operation: 'message.delete',
          params: { id },
        }),
      ).to.equal(denied);
      expect(await ben.refusal('group.leave', { guid: 'kiln' }), 'may leave').to.equal('ok');
    });

    it('P8, N4: `can` follows live, newer than before (R1), and only theirs', async () => {
      const id = await ben.send('#kiln', 'x');
      const look = async (person: Person) => {
        const message = (await person.ask('message.get', { id })).changes.messages![0]!;
        const group = (await person.ask('group.get', { guid: 'kiln' })).changes.groups![0]!;
        return { message, group };
      };
      const before = await look(ben);
      for (const person of [ana, ben]) await person.drain();
      const permissions = { 'message.send': 'deny', 'message.edit': 'deny' } as const;
      await manage('permission.set', { ...participants, permissions });
      const told = (await ben.drain()).filter(({ type }) => type === 'refetch');
      expect(told).to.deep.equal([{ type: 'refetch', conversationId: 'group:kiln' }]);
      expect((await ana.drain()).filter(({ type }) => type === 'refetch')).to.be.empty;
      const after = await look(ben);
      expect(after.group.can).to.deep.equal(['call', 'leave']);
      expect(after.message.can).to.include('delete').and.not.include('edit');
      expect(after.message.rev).to.be.greaterThan(before.message.rev);
      expect(after.group.rev).to.be.greaterThan(before.group.rev);
      expect((await look(ana)).group.can).to.include('send');
      await manage('permission.reset', { ...participants, permission: 'message.send' });
      const again = await look(ben);
      expect(again.group.can).to.deep.equal(['send', 'call', 'leave']);
      expect(again.message.rev).to.be.greaterThan(after.message.rev);
      await manage('permission.set', {
        guid: 'kiln',
        scope: 'moderator',
        permissions: { 'member.kick': 'deny' },
      });
      const cleo = await world.person('cleo');
      const { changes } = await cleo.ask('member.list', { guid: 'kiln' });
      expect(changes.members!.find(({ uid }) => uid === 'ben')!.can).to.deep.equal([
        ...['ban', 'scope'],
      ]);
    });

    it('of a scope: only what is done in a group, and of groups that are there', async () => {
      expect(
        await refusal('permission.set', { ...participants, permissions: { 'user.list': 'deny' } }),
      ).to.equal('invalid ERR_BAD_REQUEST');
      expect(await refusal('permission.list', { guid: 'none', scope: 'participant' })).to.equal(
        'not-found ERR_GUID_NOT_FOUND',
      );
      expect(await refusal('permission.list', { guid: 'kiln', scope: 'owner' as never })).to.equal(
        'invalid INVALID_SCOPE_VALUE',
      );
    });
  });

  describe('friends', () => {
    it('both ways, 25 a call, each with a result', async () => {
      const { results } = await manage('friend.add', {
        uid: 'ana',
        uids: ['ben', 'ana', 'nobody', 'app_system'],
      });
      expect(Object.values(results).map(({ code }) => code ?? 'ok')).to.deep.equal([
        ...['ok', 'invalid', 'not-found', 'not-found'],
      ]);
      expect((await manage('friend.list', { uid: 'ben' })).ids).to.deep.equal(['ana']);
      const again = await manage('friend.add', { uid: 'ben', uids: ['ana'] });
      expect(again.results['ana']!.code).to.equal('conflict');
      const many = (count: number) => Array.from({ length: count }, (_, i) => `u${i}`);
      expect(await refusal('friend.add', { uid: 'ana', uids: many(25) })).to.equal('ok');
      expect(await refusal('friend.add', { uid: 'ana', uids: many(26) })).to.equal(
        'limit ERROR_UIDS_EXCEEDED',
      );
      await manage('friend.remove', { uid: 'ana', uids: ['ben'] });
      expect((await manage('friend.list', { uid: 'ben' })).ids).to.deep.equal([]);
      const gone = await manage('friend.remove', { uid: 'ana', uids: ['ben'] });
      expect(gone.results['ben']!.code).to.equal('not-found');
    });

    it('at most 1,000', async () => {
      await world.storage.write((t) => {
        for (let i = 0; i < limits.friendsPerUser - 1; i++) {
          t.put('relations', { uid: 'ana', other: `f${i}`, friendAt: 1, rev: 1 });
        }
        return Promise.resolve();
      });
      const { results } = await manage('friend.add', { uid: 'ana', uids: ['ben', 'cleo'] });
      expect(results['ben']!.ok).to.equal(true);
      expect(results['cleo']!.code).to.equal('limit');
      expect((await manage('friend.list', { uid: 'cleo' })).ids, 'neither way').to.deep.equal([]);
    });
  });
});
