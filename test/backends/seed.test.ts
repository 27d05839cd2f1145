import { expect } from '@open-wc/testing';
import { cast } from '../../src/backends/simulated/people/cast.js';
import { groups } from '../../src/backends/simulated/people/groups.js';
import { createSimulatedHost, type SimulatedHost } from '../../src/backends/simulated/simulated.js';
import type { Backend } from '../../src/protocol/backend.js';
import type { Target } from '../../src/protocol/ids.js';
import type { Result } from '../../src/protocol/operations.js';
import { limits } from '../../src/protocol/limits.js';
import { mentionsIn } from '../../src/protocol/ids.js';
import type { Conversation, Message } from '../../src/protocol/records.js';

const now = new Date(2026, 2, 14, 14, 40).getTime();

function openWorld(at = now): SimulatedHost {
  return createSimulatedHost({
    storage: 'memory',
    seed: 5,
    people: false,
    environment: { now: () => at },
  });
}

async function as(host: SimulatedHost, uid: string): Promise<Backend> {
  const backend = host.backend();
  await backend.signIn({ uid, authKey: host.app.authKey });
  return backend;
}

async function history(backend: Backend, target: Target): Promise<Message[]> {
  const found: Message[] = [];
  let position: { before: string } | 'end' = 'end';
  for (;;) {
    const page: Result<'message.list'> = await backend.request('message.list', {
      target,
      position,
      limit: 100,
    });
    const records = new Map(page.changes.messages?.map((message) => [message.id, message]));
    found.unshift(...page.ids.flatMap((id) => records.get(id) ?? []));
    if (page.before === null) return found;
    position = { before: page.before };
  }
}

async function conversations(backend: Backend): Promise<Conversation[]> {
  const { ids, changes } = await backend.request('conversation.list', { limit: 50 });
  const records = new Map(changes.conversations?.map((record) => [record.id, record]));
  return ids.flatMap((id) => records.get(id) ?? []);
}

describe('the seeded world', () => {
  let host: SimulatedHost;
  let ana: Backend;
  let kiln: Message[];
  before(async () => {
    host = openWorld();
    ana = await as(host, 'ana');
    kiln = await history(ana, { guid: 'kiln' });
  });
  after(() => host.close());

  it('has 12 people with faces and 6 groups of all types', async () => {
    const { ids, changes } = await ana.request('user.list', { limit: 100 });
    expect(ids.length).to.be.within(11, 12);
    const faces = changes.users?.flatMap(({ avatar }) => avatar ?? []) ?? [];
    expect(new Set(faces).size).to.equal(faces.length);
    expect(faces.length).to.be.at.least(10);
    for (const face of faces) expect(face.length).to.be.below(limits.urlLength);
    expect(groups).to.have.length(6);
    expect(new Set(groups.map(({ type }) => type)).size).to.equal(3);
    expect(cast).to.have.length(12);
  });

  it('gives ana every kind of standing', async () => {
    const { changes } = await ana.request('group.list', { limit: 100 });
    const byId = new Map(changes.groups?.map((group) => [group.id, group]));
    expect(byId.get('kiln')).to.include({ owner: 'ana', scope: 'admin', membersCount: 12 });
    expect(byId.get('hikes')).to.include({ scope: 'moderator' });
    expect(byId.get('rota')).to.include({ scope: 'participant', type: 'private' });
    expect(byId.get('darkroom')).to.include({ scope: null, type: 'password' });
    expect(byId.get('cinema')).to.include({ scope: null, type: 'public' });
    expect(byId.has('board')).to.be.false;
    await ana.request('group.join', { guid: 'darkroom', password: 'fixer' }, 'join-1');
    await ana.request('group.leave', { guid: 'darkroom' }, 'leave-1');
  });

  it('has a main group whose history has pages, and smaller ones', async () => {
    expect(kiln.length).to.be.at.least(250);
    const ben = await as(host, 'ben');
    const omar = await as(host, 'omar');
    const lena = await as(host, 'lena');
    for (const [backend, guid, least] of [
      [ana, 'hikes', 35],
      [ana, 'rota', 25],
      [ben, 'board', 15],
      [omar, 'darkroom', 20],
      [lena, 'cinema', 20],
    ] as const) {
      expect((await history(backend, { guid })).length, guid).to.be.at.least(least);
    }
  });

  it('is told in order, in the past, up to today', () => {
    let last = 0;
    for (const { sentAt } of kiln) {
      expect(sentAt).to.be.at.least(last);
      last = sentAt;
    }
    expect(last).to.be.below(now);
    expect(last).to.be.above(now - 3_600_000);
  });

  it('shows every feature of a message', async () => {
    const all = [
      ...kiln,
      ...(await history(ana, { guid: 'rota' })),
      ...(await history(ana, { uid: 'sofia-k' })),
      ...(await history(ana, { uid: 'omar' })),
    ];
    const has = (name: string, check: (message: Message) => unknown) =>
      expect(all.some(check), name).to.be.true;
    has('code', ({ text }) => text?.includes('```'));
    has('table', ({ text }) => text?.includes('|---|'));
    has('link', ({ text }) => text?.includes('https://'));
    has('long text', ({ text }) => (text?.length ?? 0) > 1000);
    has('emoji only', ({ text }) => text === '🔥🔥🔥');
    has('mention of ana', ({ mentions }) => mentions?.includes('ana'));
    has('thread', ({ replyCount }) => (replyCount ?? 0) > 2);
    has('quote', ({ quotedId }) => quotedId);
    has('reactions', ({ reactions }) => (reactions?.length ?? 0) > 1);
    has('edited', ({ editedAt }) => editedAt);
    has('deleted', ({ deletedAt }) => deletedAt);
    has('pinned', ({ pinnedAt }) => pinnedAt);
    has('action', ({ category }) => category === 'action');
    has('arabic', ({ text }) => /\p{Script=Arabic}/u.test(text ?? ''));
    has('japanese', ({ text }) => /\p{Script=Hiragana}/u.test(text ?? ''));
    for (const type of ['image', 'audio', 'file']) has(type, (message) => message.type === type);
  });

  it('has no broken references', async () => {
    const uids = new Set(cast.map(({ uid }) => uid));
    const ids = new Set(kiln.map(({ id }) => id));
    for (const message of kiln) {
      expect(uids.has(message.sender)).to.be.true;
      for (const uid of mentionsIn(message.text ?? '').uids) expect(uids.has(uid)).to.be.true;
      if (message.quotedId !== undefined) expect(ids.has(message.quotedId)).to.be.true;
      for (const { url, size, width, height } of message.attachments ?? []) {
        const { data } = await ana.request('file.get', { url });
        expect(data.byteLength).to.equal(size);
        if (message.type === 'image') expect((width ?? 0) * (height ?? 0)).to.be.above(0);
      }
      expect(message.text ?? '').not.to.contain('´');
    }
  });

  it('leaves ana something to read', async () => {
    const rows = new Map((await conversations(ana)).map((row) => [row.id, row]));
    expect(rows.get('user:ana:omar')).to.include({ unread: 12 });
    expect(rows.get('user:ana:lena')).to.include({ unread: 1 });
    expect(rows.get('user:ana:yu')).to.include({ unread: 0 });
    expect(rows.get('group:kiln')?.unread).to.be.within(4, 8);
    expect(rows.get('group:kiln')?.unreadMentions).to.be.at.least(1);
    expect(rows.get('group:hikes')?.pinnedAt).to.be.a('number');
    expect(rows.get('group:rota')?.mutedUntil).to.be.above(now);
  });

  it('leaves nobody something new in a thread of a chat that they have read', async () => {
    const board = await history(await as(host, 'ben'), { guid: 'board' });
    const read = [...board, ...(await history(await as(host, 'yu'), { guid: 'kiln' }))];
    const told = read.filter(({ threadSubscribed, replyCount }) => threadSubscribed && replyCount);
    expect(told).not.to.be.empty;
    expect(told.filter(({ unreadReplies }) => unreadReplies)).to.be.empty;
  });

  it('is the same for the same seed and clock', async () => {
    const other = openWorld();
    const again = await history(await as(other, 'ana'), { guid: 'kiln' });
    const plain = (messages: Message[]) =>
      messages.map(({ id, seq, text, sentAt }) => ({ id, seq, text, sentAt }));
    expect(plain(again)).to.deep.equal(plain(kiln));
    await other.close();
  });
});
