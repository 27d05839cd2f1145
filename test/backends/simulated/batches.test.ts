import { expect } from '@open-wc/testing';
import { limits } from '../../../src/protocol/limits.js';
import { useWorld, type Person } from '../../support/simulated.js';

const codes = (results: Readonly<Record<string, { ok: boolean; code?: string }>>) =>
  Object.fromEntries(Object.entries(results).map(([uid, { code }]) => [uid, code ?? 'ok']));

describe('several people at once', () => {
  const { world, ana, ben } = useWorld({ signedIn: ['ana', 'ben'], groups: {} });

  const standing = async (guid: string) => {
    const rows = await world.storage.read((t) => t.range('members', 'key', { prefix: [guid] }));
    return Object.fromEntries(rows.map((row) => [row.uid, `${row.standing} ${row.scope}`]));
  };

  it('a group is made with members and with those who are kept out, a result each', async () => {
    const { results, changes } = await ana.ask('group.create', {
      guid: 'kiln',
      name: 'Kiln',
      type: 'public',
      members: { ben: 'moderator', cleo: 'participant', nobody: 'admin' },
      banned: ['CLEO', 'dan', 'ana', 'nobody2'],
    });
    expect(codes(results)).to.deep.equal({
      ben: 'ok',
      cleo: 'ok',
      dan: 'ok',
      nobody: 'not-found',
      nobody2: 'not-found',
      ana: 'forbidden',
    });
    expect(changes.groups![0]!.membersCount).to.equal(2);
    expect(await standing('kiln')).to.deep.equal({
      ana: 'member admin',
      ben: 'member moderator',
      cleo: 'banned participant',
      dan: 'banned participant',
    });
    const dan = await world.person('dan');
    expect(await dan.refusal('group.join', { guid: 'kiln' })).to.equal(
      'banned ERR_BANNED_GROUPMEMBER',
    );
    expect((await ana.ask('member.banned', { guid: 'kiln' })).ids).to.deep.equal([
      ...['kiln:cleo', 'kiln:dan'],
    ]);
  });

  it('management makes one in the same way, for any owner', async () => {
    const { guid, results } = await world.management.request('group.create', {
      guid: 'Kiln',
      name: 'Kiln',
      type: 'private',
      owner: 'ana',
      members: { ben: 'admin' },
      banned: ['cleo', 'ana'],
    });
    expect([guid, codes(results)]).to.deep.equal([
      'kiln',
      { ben: 'ok', cleo: 'ok', ana: 'forbidden' },
    ]);
    const added = await world.management.request('member.add', { guid, banned: ['ben'] });
    expect(codes(added.results)).to.deep.equal({ ben: 'ok' });
    expect(await ben.refusal('group.get', { guid })).to.equal('not-found ERR_GUID_NOT_FOUND');
  });

  it('P2, P3: banning along with adding asks for the same rank as banning', async () => {
    await world.group('kiln', 'public', { ben: 'admin', cleo: 'moderator' });
    const add = (person: Person, banned: string[]) =>
      person.ask('member.add', { guid: 'kiln', banned });
    expect(codes((await add(ben, ['ana', 'ben', 'cleo', 'dan'])).results)).to.deep.equal({
      ana: 'forbidden',
      ben: 'forbidden',
      cleo: 'ok',
      dan: 'ok',
    });
    expect(codes((await add(ben, ['dan'])).results), 'twice').to.deep.equal({ dan: 'forbidden' });
    await ana.ask('member.scope', { guid: 'kiln', uid: 'ben', scope: 'moderator' });
    expect(await ben.refusal('member.add', { guid: 'kiln', banned: ['dan'] })).to.equal(
      'forbidden ERR_GROUP_NO_CLEARANCE',
    );
  });

  it('M5: 25 in all, and at least one', async () => {
    await world.group('kiln');
    const of = (count: number) => ({
      members: Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`m${i}`, 'admin' as const])),
      banned: Array.from({ length: count - 5 }, (_, i) => `b${i}`),
    });
    const add = (count: number) => ana.refusal('member.add', { guid: 'kiln', ...of(count) });
    expect(await add(limits.batch)).to.equal('ok');
    expect(await add(limits.batch + 1)).to.equal('limit ERROR_UIDS_EXCEEDED');
    expect(await ana.refusal('member.add', { guid: 'kiln' })).to.equal('invalid EMPTY_USERS_LIST');
    const create = (count: number) =>
      ana.refusal('group.create', { guid: 'g', name: 'G', type: 'public', ...of(count) });
    expect(await create(limits.batch + 1)).to.equal('limit ERROR_UIDS_EXCEEDED');
    expect(await create(limits.batch)).to.equal('ok');
  });
});
