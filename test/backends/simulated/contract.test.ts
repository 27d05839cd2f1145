import { expect } from '@open-wc/testing';
import type { OperationName } from '../../../src/protocol/operations.js';
import type { Changes, TableName } from '../../../src/protocol/records.js';
import { lines, operations, type Names } from './operations.js';
import { useWorld, type Person } from '../../support/simulated.js';

const kiln = { guid: 'kiln' } as const;

/** The tables whose ids a page lists. */
const listed: Partial<Record<OperationName, TableName>> = {
  'user.list': 'users',
  'user.blocked': 'users',
  'group.list': 'groups',
  'member.list': 'members',
  'member.banned': 'members',
  'conversation.list': 'conversations',
  'message.list': 'messages',
  'message.search': 'messages',
  'thread.list': 'messages',
  'reaction.list': 'users',
  'call.list': 'calls',
};

/** What the records in it name: `table/id`. */
function namedIn(changes: Changes): string[] {
  const users = (...uids: readonly (string | undefined)[]) =>
    uids.filter((uid) => uid !== undefined).map((uid) => `users/${uid}`);
  const of = (type: 'user' | 'group', id: string) =>
    type === 'user' ? `users/${id}` : `groups/${id}`;
  const messages = (...ids: readonly (string | undefined)[]) =>
    ids.filter((id) => id !== undefined).map((id) => `messages/${id}`);
  return [
    ...(changes.groups ?? []).flatMap(({ owner }) => users(owner)),
    ...(changes.members ?? []).flatMap(({ uid, bannedBy }) => users(uid, bannedBy)),
    ...(changes.conversations ?? []).flatMap((row) => [
      of(row.type, row.with),
      ...messages(row.lastMessageId, row.lastReadId, row.unreadFrom),
    ]),
    ...(changes.messages ?? []).flatMap((row) => [
      ...(row.receiverType === 'user' ? users(row.receiver) : []),
      ...users(row.sender, row.editedBy, row.deletedBy, row.pinnedBy, ...(row.mentions ?? [])),
      ...users(...(row.reactions ?? []).flatMap(({ uids }) => uids)),
      ...messages(row.quotedId, row.parentId),
    ]),
    ...(changes.calls ?? []).flatMap((row) => [
      ...users(row.initiator, ...row.participants),
      of(row.receiverType, row.receiver),
    ]),
    ...(changes.receipts ?? []).flatMap(({ uid }) => users(uid)),
  ];
}

function missing(changes: Changes): string[] {
  const there = new Set(
    Object.entries(changes).flatMap(([table, rows]) =>
      (rows as readonly { id: string }[]).map(({ id }) => `${table}/${id}`),
    ),
  );
  return [...new Set(namedIn(changes))].filter((name) => !there.has(name));
}

describe('the contract', () => {
  const { ana, ben } = useWorld({
    signedIn: ['ana', 'ben'],
    groups: { kiln: { ben: 'moderator', cleo: 'participant' } },
  });

  it('P1: identity belongs to the session, whatever the params say', async () => {
    const as = { actor: 'cleo', me: 'cleo', sender: 'cleo', by: 'cleo', owner: 'cleo' };
    const ask = (name: OperationName, params: object) =>
      ana.ask(name, { ...as, ...params }) as Promise<{ changes: Changes }>;
    const message = { ...as, id: 'm1', type: 'text', text: 'x' };
    await ben.drain();
    await ask('message.send', { target: kiln, message });
    await ask('reaction.add', { id: 'm1', reaction: '👍' });
    await ask('message.edit', { id: 'm1', text: 'y' });
    const { changes } = await ask('message.pin', { id: 'm1', pinned: true });
    expect(changes.messages![0]).to.deep.include({
      sender: 'ana',
      editedBy: 'ana',
      pinnedBy: 'ana',
    });
    expect(changes.messages![0]!.reactions![0]!.uids).to.deep.equal(['ana']);
    const deleted = await ask('message.delete', { id: 'm1' });
    expect(deleted.changes.messages![0]!.deletedBy).to.equal('ana');
    const call = await ask('call.start', {
      id: 'c1',
      target: kiln,
      type: 'audio',
      initiator: 'cleo',
    });
    expect(call.changes.calls![0]).to.deep.include({ initiator: 'ana', participants: ['ana'] });
    const made = await ask('group.create', { guid: 'mine', name: 'Mine', type: 'public' });
    expect(made.changes.groups![0]!.owner).to.equal('ana');
    await ask('member.ban', { guid: 'kiln', uid: 'cleo', bannedBy: 'cleo' });
    const banned = await ana.ask('member.banned', kiln);
    expect(banned.changes.members![0]!.bannedBy).to.equal('ana');
    await ben.drain();
    await ask('typing.set', { target: kiln, typing: true, uid: 'cleo' });
    await ask('transient.send', { target: kiln, data: {}, uid: 'cleo' });
    const who = (await ben.drain()).map((event) => 'uid' in event && event.uid);
    expect(who).to.deep.equal(['ana', 'ana']);
  });

  describe('R6: what an answer or event names travels with it', () => {
    for (const name of operations) {
      it(name, async () => {
        const text = (id: string, words: string, more = {}) => ({
          id,
          type: 'text',
          text: words,
          ...more,
        });
        const send = (from: Person, target: { guid: string } | { uid: string }, message: object) =>
          from.ask('message.send', { target, message } as never);
        for (const target of [kiln, { uid: 'ana' }]) {
          const at = 'guid' in target ? 'g' : 'd';
          const mine = 'guid' in target ? kiln : { uid: 'ben' };
          const form = { category: 'interactive', data: {} };
          await send(ben, target, text(`${at}1`, 'hello <@uid:cleo> <@uid:nobody>', form));
          await send(ana, mine, text(`${at}2`, 'answer', { quotedId: `${at}1` }));
          await send(ben, target, text(`${at}3`, 'reply', { parentId: `${at}1` }));
          await ana.ask('reaction.add', { id: `${at}1`, reaction: '👍' });
          await ana.ask('receipt.read', { target: mine, messageId: `${at}1` });
          await ana.ask('message.pin', { id: `${at}1`, pinned: true });
        }
        const file = { id: 'f1', name: 'f', mimeType: 'text/plain', data: new ArrayBuffer(1) };
        await ana.ask('file.upload', file);
        await ben.ask('call.start', { id: 'c1', target: { uid: 'ana' }, type: 'audio' });
        const other = { guid: 'kiln', uid: 'cleo', call: 'c1', file: 'chat-file:f1' };
        const places: Names[] = [
          { ...other, target: kiln, message: 'g1', own: 'g2' },
          { ...other, target: { uid: 'ben' }, message: 'd1', own: 'd2' },
        ];
        for (const [i, to] of places.entries()) {
          await ben.drain();
          const params = lines[name].asks(to);
          if (i > 0 && name === 'session.signOut') continue;
          const answer = await ana
            .ask(name, params as never)
            .catch((): { changes: Changes; ids?: readonly string[] } => ({ changes: {} }));
          const { changes, ids = [] } = answer as { changes: Changes; ids?: readonly string[] };
          const rows: readonly { id: string }[] = changes[listed[name] ?? 'users'] ?? [];
          const there = rows.map(({ id }) => id);
          expect(ids.filter((id) => !there.includes(id))).to.deep.equal([]);
          expect(missing(changes).filter((one) => one !== 'users/nobody')).to.deep.equal([]);
          for (const event of await ben.drain()) {
            if (event.type !== 'changed' || event.cause === 'presence') continue;
            expect(missing(event.changes), `event of ${event.cause}`).to.deep.equal([]);
          }
        }
      });
    }
  });
});
