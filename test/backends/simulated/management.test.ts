import { expect } from '@open-wc/testing';
import { ChatError } from '../../../src/protocol/errors.js';
import { limits } from '../../../src/protocol/limits.js';
import { useWorld } from '../../support/simulated.js';

describe('management', () => {
  const { world, ana, ben, manage, refusal } = useWorld({ signedIn: ['ana', 'ben'] });

  it('tokens: the newest, a fresh one by force; listed; deleted one or all', async () => {
    const { token } = await manage('token.create', { uid: 'dan' });
    expect((await manage('token.create', { uid: 'dan' })).token).to.equal(token);
    world.clock.advance(1);
    const fresh = await manage('token.create', { uid: 'dan', force: true });
    expect(fresh.token).not.to.equal(token);
    const { tokens } = await manage('token.list', { uid: 'dan' });
    expect(tokens.map((row) => row.token)).to.deep.equal([token, fresh.token]);
    await manage('token.delete', { uid: 'dan' });
    expect((await manage('token.list', { uid: 'dan' })).tokens).to.deep.equal([]);
    expect(await refusal('token.delete', { uid: 'dan', token })).to.equal(
      'not-found ERR_AUTH_TOKEN_NOT_FOUND',
    );
  });

  it('blocks on behalf, both directions listed', async () => {
    await manage('block.add', { uid: 'ana', uids: ['ben'] });
    expect(
      await ben.refusal('message.send', {
        target: { uid: 'ana' },
        message: { id: world.id(), type: 'text', text: 'x' },
      }),
    ).to.equal('blocked ERR_BLOCKED_SENDER');
    const list = (uid: string, direction: 'blockedByMe' | 'hasBlockedMe') =>
      manage('block.list', { uid, direction }).then(({ ids }) => ids);
    expect(await list('ana', 'blockedByMe')).to.deep.equal(['ben']);
    expect(await list('ben', 'hasBlockedMe')).to.deep.equal(['ana']);
    await manage('block.remove', { uid: 'ana', uids: ['ben'] });
    expect(await list('ben', 'hasBlockedMe')).to.deep.equal([]);
  });

  describe('groups', () => {
    it('the app may do whatever an owner may, in any group, and it is said who did it', async () => {
      await world.group('den', 'private', { ben: 'participant' });
      expect((await manage('group.list', {})).ids).to.deep.equal(['den', 'kiln']);
      await manage('member.scope', { guid: 'den', uid: 'ben', scope: 'admin' });
      await manage('member.add', { guid: 'den', members: { dan: 'participant' } });
      await manage('member.ban', { guid: 'den', uid: 'dan' });
      expect((await manage('member.banned', { guid: 'den' })).ids).to.deep.equal(['den:dan']);
      await manage('member.unban', { guid: 'den', uid: 'dan' });
      await manage('group.update', { guid: 'den', name: 'Den' });
      await manage('group.transfer', { guid: 'den', uid: 'ben' });
      await manage('member.kick', { guid: 'den', uid: 'ana' });
      expect((await manage('member.list', { guid: 'den' })).ids).to.deep.equal(['den:ben']);
      const id = world.id();
      await manage('message.send', {
        target: { guid: 'den' },
        message: { id, type: 'text', text: 'Welcome' },
      });
      const { changes } = await ben.ask('message.list', {
        target: { guid: 'den' },
        position: 'end',
      });
      expect(changes.messages!.find((message) => message.id === id)!.sender).to.equal('app_system');
      expect(changes.users!.map((user) => user.id)).to.include('app_system');
      expect(await refusal('member.kick', { guid: 'den', uid: 'ben' }), 'P3').to.equal(
        'forbidden ERR_GROUP_NO_CLEARANCE',
      );
      await manage('group.delete', { guid: 'den' });
      expect(await ben.refusal('group.get', { guid: 'den' })).to.equal(
        'not-found ERR_GUID_NOT_FOUND',
      );
    });

    it('one that is made without an owner is the app’s', async () => {
      await manage('group.create', { guid: 'news', name: 'News', type: 'public' });
      const { changes } = await ben.ask('group.get', { guid: 'news' });
      expect(changes.groups![0]!.owner).to.equal('app_system');
    });
  });

  it('messages: listed, edited, pinned and deleted by the app', async () => {
    const id = await ben.send('#kiln', 'rude');
    const page = await manage('message.list', { target: { guid: 'kiln' }, position: 'end' });
    expect(page.ids).to.include(id);
    expect((await manage('message.search', { search: 'rude' })).ids).to.deep.equal([id]);
    const own = await ben.send('ana', 'rude, too');
    expect((await manage('message.search', {})).ids, 'what two people say').not.to.include(own);
    await manage('message.edit', { id, text: 'polite' });
    await manage('message.pin', { id, pinned: true });
    const { changes } = await ana.ask('message.get', { id });
    expect(changes.messages![0]).to.deep.include({
      text: 'polite',
      editedBy: 'app_system',
      pinnedBy: 'app_system',
    });
    await manage('message.delete', { id });
    expect((await ana.ask('message.get', { id })).changes.messages![0]!.deletedBy).to.equal(
      'app_system',
    );
  });

  describe('one message to many', () => {
    const message = { type: 'text', text: 'Closed on Monday' };

    it('a result and an id each; who cannot be reached does not stop the others', async () => {
      const { users, groups } = await manage('message.sendAll', {
        uids: ['ana', 'Ben', 'ben', 'nobody'],
        guids: ['kiln', 'nowhere'],
        message,
      });
      expect(Object.keys(users)).to.deep.equal(['ana', 'ben', 'nobody']);
      expect([users['nobody']!.code, groups['nowhere']!.code]).to.deep.equal([
        ...['not-found', 'not-found'],
      ]);
      for (const id of [users['ben']!.id!, groups['kiln']!.id!]) {
        const { changes } = await ben.ask('message.get', { id });
        expect(changes.messages![0]).to.deep.include({ ...message, sender: 'app_system' });
      }
      expect((await ben.ask('conversation.list', {})).ids).to.include.members([
        ...['user:app_system:ben', 'group:kiln'],
      ]);
    });

    it('by somebody, whose rights decide', async () => {
      await manage('block.add', { uid: 'dan', uids: ['ben'] });
      const { users, groups } = await manage('message.sendAll', {
        uids: ['ana', 'ben'],
        guids: ['kiln'],
        sender: 'dan',
        message,
      });
      expect(users['ben']!.code).to.equal('blocked');
      expect(groups['kiln']!.code).to.equal('not-a-member');
      const { changes } = await ana.ask('message.get', { id: users['ana']!.id! });
      expect(changes.messages![0]!.sender).to.equal('dan');
      await manage('role.update', { role: 'default', restricted: ['message.send'] });
      const denied = await manage('message.sendAll', { uids: ['ana'], sender: 'dan', message });
      expect(denied.users['ana']!.code).to.equal('forbidden');
      expect(await refusal('message.sendAll', { uids: ['ana'], message })).to.equal('ok');
    });

    it('to somebody, and to at most 25', async () => {
      const uids = Array.from({ length: limits.batch }, (_, i) => `u${i}`);
      expect(await refusal('message.sendAll', { message })).to.equal('invalid EMPTY_USERS_LIST');
      expect(await refusal('message.sendAll', { uids, message })).to.equal('ok');
      expect(await refusal('message.sendAll', { uids, guids: ['kiln'], message })).to.equal(
        'limit ERROR_UIDS_EXCEEDED',
      );
    });
  });

  it('what the app has pinned: messages of all groups, newest pin first', async () => {
    await world.group('den', 'private');
    const [first, own] = [await ana.send('#den', 'one'), await ana.send('#kiln', 'two')];
    const last = await ben.send('#kiln', 'three');
    for (const id of [first, last]) {
      world.clock.advance(1);
      await manage('message.pin', { id, pinned: true });
    }
    await ana.ask('message.pin', { id: own, pinned: true });
    const page = await manage('message.pinned', { limit: 1 });
    expect([page.ids, page.total]).to.deep.equal([[last], 2]);
    expect(page.changes.messages![0]!.text).to.equal('three');
    expect((await manage('message.pinned', { after: page.after! })).ids).to.deep.equal([first]);
  });

  it('what the app has pinned: conversations, named all at once', async () => {
    await ana.send('ben', 'one');
    const pins = async () => (await manage('conversation.pins', {})).ids;
    await manage('conversation.pin', { target: { guid: 'kiln' }, pinned: true });
    expect(await pins()).to.deep.equal(['group:kiln']);
    const ids = ['user:ana:ben', 'group:kiln'];
    expect((await manage('conversation.setPins', { ids })).ids).to.deep.equal(ids);
    const mine = async () => (await ben.ask('conversation.list', { pinnedBy: ['system'] })).ids;
    expect(await mine()).to.have.members(ids);
    expect(await refusal('conversation.setPins', { ids: ['group:none'] })).to.equal(
      'not-found ERR_CONVERSATION_NOT_ACCESSIBLE',
    );
    await manage('group.delete', { guid: 'kiln' });
    expect(await pins(), 'what is gone makes room').to.deep.equal(['user:ana:ben']);
    await manage('conversation.setPins', { ids: [] });
    expect([await pins(), await mine()]).to.deep.equal([[], []]);
  });

  it('on behalf: any operation as a user, whose rights decide', async () => {
    const id = world.id();
    await manage('user.act', {
      uid: 'ben',
      operation: 'message.send',
      params: { target: { guid: 'kiln' }, message: { id, type: 'text', text: 'as ben' } },
    });
    const { changes } = await ana.ask('message.get', { id });
    expect(changes.messages![0]).to.deep.include({ sender: 'ben', text: 'as ben' });
    await manage('user.act', {
      uid: 'dan',
      operation: 'group.join',
      params: { guid: 'kiln' },
    });
    expect(
      await refusal('user.act', {
        uid: 'ben',
        operation: 'member.kick',
        params: { guid: 'kiln', uid: 'cleo' },
      }),
    ).to.equal('forbidden ERR_GROUP_NO_MODERATOR_SCOPE');
    expect(
      await refusal('user.act', { uid: 'nobody', operation: 'user.list', params: {} }),
    ).to.equal('not-found ERR_UID_NOT_FOUND');
    expect(
      await refusal('user.act', { uid: 'ben', operation: 'key.list' as never, params: {} }),
    ).to.equal('unsupported ERR_API_NOT_FOUND');
  });

  it('several acts, each at its own time, all of them or none', async () => {
    const [first, second] = [world.id(), world.id()];
    const at = Date.UTC(2020, 1, 3);
    const say = (uid: string, id: string, when?: number) => ({
      uid,
      operation: 'message.send' as const,
      params: { target: { guid: 'kiln' }, message: { id, type: 'text', text: id } },
      ...(when !== undefined && { at: when }),
    });
    const react = (uid: string) => ({
      uid,
      operation: 'reaction.add' as const,
      params: { id: first, reaction: '👍' },
    });
    const why = await manage('user.acts', {
      acts: [say('ben', first, at), react('ana'), react('nobody')],
    }).catch(ChatError.from);
    expect(why).to.include({ code: 'not-found', detail: 'ERR_UID_NOT_FOUND' });
    expect((why as ChatError).message).to.match(/^acts\[2\]: .* None of the acts was done\.$/);
    expect(await ana.refusal('message.get', { id: first })).to.equal(
      'not-found ERR_MESSAGE_ID_NOT_FOUND',
    );

    await manage('user.acts', { acts: [say('ben', first, at), react('ana'), say('ana', second)] });
    const { changes } = await ana.ask('message.get', { id: first });
    const [message] = changes.messages!;
    expect(message).to.deep.include({ sender: 'ben', sentAt: at });
    expect(message!.reactions).to.have.length(1);
    const { changes: later } = await ana.ask('message.get', { id: second });
    expect(later.messages![0]!.sentAt).to.equal(world.clock.now());

    const only = (act: object) => refusal('user.acts', { acts: [act as never] });
    expect(await only({ uid: 'ana', operation: 'user.list', params: {} })).to.equal(
      'unsupported ERR_API_NOT_FOUND',
    );
    expect(await only({ ...say('ana', world.id()), at: 'then' })).to.equal(
      'invalid MISSING_PARAMETERS',
    );
    expect(await refusal('user.acts', { acts: 7 as never })).to.equal('invalid MISSING_PARAMETERS');
  });

  it('M10: what the app pins stands above one’s own pins, for everyone, 5 in all', async () => {
    for (let i = 0; i < 7; i++) {
      world.clock.advance(1);
      await manage('group.create', {
        guid: `g${i}`,
        name: `g${i}`,
        type: 'public',
        owner: 'ana',
        members: { ben: 'participant' },
      });
    }
    await ben.ask('conversation.pin', { target: { guid: 'g1' }, pinned: true });
    await manage('conversation.pin', { target: { guid: 'g0' }, pinned: true });
    const { ids, changes } = await ben.ask('conversation.list', {});
    expect(ids.slice(0, 3)).to.deep.equal(['group:g0', 'group:g1', 'group:g6']);
    const first = changes.conversations!.find((row) => row.id === 'group:g0')!;
    expect(first.pinnedBy).to.equal('system');
    expect(
      await ben.refusal('conversation.pin', { target: { guid: 'g0' }, pinned: false }),
    ).to.equal('forbidden ERR_SYSTEM_PINNED_CONVERSATION');
    for (const guid of ['g2', 'g3', 'g4', 'g5']) {
      await manage('conversation.pin', { target: { guid }, pinned: true });
    }
    expect(await refusal('conversation.pin', { target: { guid: 'g6' }, pinned: true })).to.equal(
      'limit ERR_SYSTEM_PINNED_CONVERSATIONS_LIMIT_EXCEEDED',
    );
    const pinned = async (by: 'me' | 'system') =>
      (await ben.ask('conversation.list', { pinnedBy: [by] })).ids.length;
    expect([await pinned('system'), await pinned('me')]).to.deep.equal([5, 1]);
    await manage('conversation.pin', { target: { guid: 'g0' }, pinned: false });
    expect(await refusal('conversation.pin', { target: { guid: 'g6' }, pinned: true })).to.equal(
      'ok',
    );
    expect(
      await refusal('conversation.pin', { target: { uid: 'ana' }, uid: 'ben', pinned: true }),
    ).to.equal('not-found ERR_CONVERSATION_NOT_ACCESSIBLE');
  });

  it('reasons, and the messages that were reported for them', async () => {
    const id = await ben.send('#kiln', 'buy now');
    const { reasons } = await ana.ask('flag.reasons', {});
    expect(reasons.map((reason) => reason.id)).to.include.members(['spam', 'harassment']);
    const offTopic = { id: 'off-topic', name: 'Off topic', description: 'Not about pots' };
    await manage('reason.create', offTopic);
    const now = (await ana.ask('flag.reasons', {})).reasons;
    expect(now.find(({ id }) => id === 'off-topic')).to.deep.equal(offTopic);
    expect(await ana.refusal('message.flag', { id, reason: 'nonsense' })).to.equal(
      'invalid INVALID_REASON_ID',
    );
    const remark = 'r'.repeat(limits.flagRemarkLength);
    await ana.ask('message.flag', { id, reason: 'off-topic', remark });
    expect(
      await ana.refusal('message.flag', { id, reason: 'off-topic', remark: `${remark}r` }),
    ).to.equal('too-long ERROR_REMARK_EXCEEDED');
    const { flags, changes } = await manage('flag.list', {});
    expect(flags).to.deep.equal([
      { messageId: id, uid: 'ana', reason: 'off-topic', remark, at: world.clock.now() },
    ]);
    expect(changes.messages!.map((message) => message.id)).to.include(id);
    await manage('reason.delete', { id: 'off-topic' });
    expect(await ana.refusal('message.flag', { id, reason: 'off-topic' })).to.equal(
      'invalid INVALID_REASON_ID',
    );
  });

  it('calls’ records: listed by everyone for themselves, by the app for all', async () => {
    await ana.ask('call.start', { id: 'call-1', target: { uid: 'ben' }, type: 'video' });
    expect((await ben.ask('call.list', {})).ids).to.deep.equal(['call-1']);
    const cleo = await world.person('cleo');
    expect((await cleo.ask('call.list', {})).ids).to.deep.equal([]);
    expect(await cleo.refusal('call.get', { id: 'call-1' })).to.equal(
      'not-found ERR_CALL_SESSION_NOT_FOUND',
    );
    await manage('call.end', { id: 'call-1', status: 'cancelled' });
    const list = await manage('call.list', { status: 'cancelled', type: 'video' });
    expect(list.ids).to.deep.equal(['call-1']);
    expect((await manage('call.list', { type: 'audio' })).ids).to.deep.equal([]);
  });

  it('C1: a repeat is answered with the stored result', async () => {
    const create = () =>
      world.management.request('key.create', { name: 'k', kind: 'auth' }, 'same');
    expect(await create()).to.deep.equal(await create());
  });
});
