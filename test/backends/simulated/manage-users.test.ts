import { expect } from '@open-wc/testing';
import { limits } from '../../../src/protocol/limits.js';
import type { BatchResult } from '../../../src/protocol/operations.js';
import { app, codeOf, useWorld } from '../../support/simulated.js';

describe('management of users', () => {
  const { world, ana, ben, manage, refusal } = useWorld({ signedIn: ['ana', 'ben'] });

  it('are changed, and everyone who is here is told', async () => {
    await ben.drain();
    await manage('user.update', {
      uid: 'ana',
      name: 'Anaïs',
      tags: ['vip'],
      link: 'https://a.b',
    });
    const [event] = await ben.drain();
    const user = event?.type === 'changed' ? event.changes.users![0]! : undefined;
    expect([user?.name, user?.tags]).to.deep.equal(['Anaïs', ['vip']]);
    expect((await ben.ask('member.list', { guid: 'kiln', search: 'anaï' })).ids).to.deep.equal([
      'kiln:ana',
    ]);
    expect(await refusal('user.update', { uid: 'nobody', name: 'x' })).to.equal(
      'not-found ERR_UID_NOT_FOUND',
    );
    expect(await refusal('user.update', { uid: 'ana', role: 'nothing' })).to.equal(
      'not-found ERR_ROLE_NOT_FOUND',
    );
  });

  it('R5: a UID is 1 to 100 letters, digits, _ and -, kept lower-case', async () => {
    const create = (uid: string) => refusal('user.create', { uid, name: 'N' });
    expect(await create('Z'.repeat(limits.idLength))).to.equal('ok');
    expect(await create('z'.repeat(limits.idLength))).to.equal(
      'already-exists ERR_UID_ALREADY_EXISTS',
    );
    for (const uid of ['', 'a b', 'a.b', 'é', 'z'.repeat(limits.idLength + 1)]) {
      expect(await create(uid), uid).to.equal('invalid INVALID_UID');
    }
    const long = (length: number) =>
      refusal('user.update', { uid: 'ana', name: 'n'.repeat(length) });
    expect(await long(limits.nameLength)).to.equal('ok');
    expect(await long(limits.nameLength + 1)).to.equal('too-long ERROR_NAME_EXCEEDED');
  });

  it('deleting is for good: out of groups, friends and sessions; what was written stays', async () => {
    const id = await ana.send('#kiln', 'still here');
    await manage('friend.add', { uid: 'ana', uids: ['ben'] });
    await manage('user.delete', { uid: 'ana' });
    expect(ana.events.at(-1)).to.deep.include({ type: 'ended' });
    const { changes } = await ben.ask('group.get', { guid: 'kiln' });
    expect([changes.groups![0]!.owner, changes.groups![0]!.membersCount]).to.deep.equal([
      'cleo',
      2,
    ]);
    expect((await ben.ask('user.list', { friendsOnly: true })).ids).to.deep.equal([]);
    expect((await ben.ask('message.get', { id })).changes.messages![0]!.text).to.equal(
      'still here',
    );
    expect(await refusal('user.reactivate', { uid: 'ana' })).to.equal(
      'not-found ERR_UID_NOT_FOUND',
    );
    expect(await refusal('user.create', { uid: 'ana', name: 'Ana' })).to.equal(
      'already-exists ERR_UID_ALREADY_EXISTS',
    );
  });

  it('a token comes with a new one where it is asked for', async () => {
    const { token } = await manage('user.create', { uid: 'eli', name: 'Eli', withToken: true });
    expect((await world.person('eli', { token: token! })).session.me.name).to.equal('Eli');
    expect(await manage('user.create', { uid: 'fay', name: 'Fay' })).to.deep.equal({
      uid: 'fay',
    });
  });

  it('those who are deactivated are listed for the app alone', async () => {
    await manage('user.deactivate', { uid: 'cleo' });
    await manage('user.delete', { uid: 'dan' });
    expect((await manage('user.list', { deactivated: true })).ids).to.deep.equal(['cleo']);
    expect((await manage('user.list', {})).ids).to.deep.equal(['ana', 'ben']);
    expect((await ben.ask('user.list', { deactivated: true } as object)).ids).to.deep.equal([
      'ana',
    ]);
  });

  it('many are created at once, a result each', async () => {
    const users = [
      { uid: 'Eve', name: 'Eve', tags: ['vip'] },
      { uid: 'ana', name: 'Ana' },
      { uid: 'fay', name: '' },
    ];
    const { results } = await manage('user.createAll', { users });
    expect(Object.entries(results).map(([uid, { code }]) => [uid, code])).to.deep.equal([
      ['eve', undefined],
      ['ana', 'already-exists'],
      ['fay', 'invalid'],
    ]);
    expect((await ben.ask('user.get', { uid: 'eve' })).changes.users![0]!.tags).to.deep.equal([
      'vip',
    ]);
    const many = Array.from({ length: limits.batch + 1 }, (_, i) => ({
      uid: `u${i}`,
      name: 'U',
    }));
    expect(await refusal('user.createAll', { users: many })).to.equal('limit ERROR_UIDS_EXCEEDED');
  });

  it('many are deactivated and reactivated at once, a result each', async () => {
    const uids = ['ana', 'Cleo', 'nobody', 'app_system'];
    const codes = ({ results }: BatchResult) => Object.values(results).map(({ code }) => code);
    const gone = [undefined, undefined, 'not-found', 'not-found'];
    expect(codes(await manage('user.deactivateAll', { uids }))).to.deep.equal(gone);
    expect(ana.events.at(-1)).to.deep.include({ type: 'ended' });
    const signIn = () => world.server.open().signIn({ uid: 'cleo', authKey: app.authKey });
    expect(await codeOf(signIn())).to.equal('deactivated ERR_UID_NOT_FOUND');
    expect((await ben.ask('user.list', {})).ids).to.deep.equal(['dan']);
    expect(codes(await manage('user.reactivateAll', { uids: uids.slice(0, 3) }))).to.deep.equal(
      gone.slice(0, 3),
    );
    expect(await codeOf(signIn())).to.equal('ok');
    const many = Array.from({ length: limits.batch + 1 }, (_, i) => `u${i}`);
    expect(await refusal('user.deactivateAll', { uids: many })).to.equal(
      'limit ERROR_UIDS_EXCEEDED',
    );
  });

  it('the app itself is nobody’s account, and in no list', async () => {
    expect((await manage('user.list', {})).ids).to.deep.equal(['ana', 'ben', 'cleo', 'dan']);
    expect(await refusal('token.create', { uid: 'app_system' })).to.equal(
      'not-found ERR_UID_NOT_FOUND',
    );
    const signIn = { uid: 'app_system', authKey: app.authKey };
    expect(await codeOf(world.server.open().signIn(signIn))).to.equal(
      'not-found ERR_UID_NOT_FOUND',
    );
    expect(await refusal('user.create', { uid: 'App_System', name: 'x' })).to.equal(
      'already-exists ERR_UID_ALREADY_EXISTS',
    );
  });
});
