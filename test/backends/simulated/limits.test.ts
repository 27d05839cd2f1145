import { expect } from '@open-wc/testing';
import { limits } from '../../../src/protocol/limits.js';
import { pageLimits, type PagedOperation } from '../../../src/protocol/page-limits.js';
import type { Writer } from '../../../src/backends/simulated/storage/storage.js';
import { lines } from './operations.js';
import { codeOf, createWorld, type Person, type World } from '../../support/simulated.js';

const kiln = { guid: 'kiln' } as const;

interface Limit {
  /** Asks for so much; resolves with how it ended. */
  ask(count: number, world: World, ana: Person): Promise<string>;
  /** What one more ends with; `ok` where it works otherwise instead of being refused. */
  readonly past: string;
  /** Where the limit is reached by what is kept, this many are there before. */
  fill?(count: number, world: World, ana: Person): Promise<unknown>;
}

const many = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const send = (world: World, ana: Person, message: object) =>
  ana.refusal('message.send', {
    target: kiln,
    message: { id: world.id(), type: 'text', text: 'x', ...message },
  });
/** JSON that takes exactly so many bytes. */
const json = (size: number) => ({ a: 'x'.repeat(size - '{"a":""}'.length) });
const file = { url: 'https://a.b/c', name: 'c', mimeType: 'image/png', size: 1 };
const update = (ana: Person, changes: object) =>
  ana.refusal('group.update', { guid: 'kiln', ...changes });
const manage = (world: World, name: string, params: object) =>
  codeOf(world.management.request(name as 'user.list', params));
const create = (world: World, uid: string) => manage(world, 'user.create', { uid, name: 'N' });
const writeRows = (world: World, write: (to: Writer) => void) =>
  world.storage.write((to) => {
    write(to);
    return Promise.resolve();
  });

/** Every limit: a new one without a line does not pass the type check. */
const table: { readonly [L in keyof typeof limits]: Limit } = {
  idLength: { ask: (n, world) => create(world, 'u'.repeat(n)), past: 'invalid INVALID_UID' },
  nameLength: {
    ask: (n, _, ana) => update(ana, { name: 'n'.repeat(n) }),
    past: 'too-long ERROR_NAME_EXCEEDED',
  },
  descriptionLength: {
    ask: (n, _, ana) => update(ana, { description: 'd'.repeat(n) }),
    past: 'too-long ERROR_DESCRIPTION_EXCEEDED',
  },
  passwordLength: {
    ask: (n, world, ana) =>
      ana.refusal('group.create', {
        guid: world.id(),
        name: 'N',
        type: 'password',
        password: 'p'.repeat(n),
      }),
    past: 'too-long ERROR_PASSWORD_EXCEEDED',
  },
  urlLength: {
    ask: (n, _, ana) => ana.refusal('user.update', { link: 'https://a.b/'.padEnd(n, 'x') }),
    past: 'too-long ERROR_LINK_EXCEEDED',
  },
  metadataSize: {
    ask: (n, _, ana) => ana.refusal('user.update', { metadata: json(n) }),
    past: 'too-large ERR_INVALID_METADATA',
  },
  messageDataSize: {
    ask: (n, world, ana) => send(world, ana, { category: 'custom', type: 'x', data: json(n) }),
    past: 'too-large ERR_INVALID_CUSTOM_DATA',
  },
  messageSize: {
    async ask(n, world, ana) {
      const base = { type: 'text', text: 'y', metadata: json(9000) };
      const fixed = { id: 't000000', category: 'message', ...base, attachments: [file] };
      const room = n - JSON.stringify(fixed).length;
      // A text cannot fill it alone: an address of a file does.
      const url = file.url + 'x'.repeat(room);
      return send(world, ana, { ...base, attachments: [{ ...file, url }] });
    },
    past: 'too-large ERR_INVALID_MESSAGE_DATA',
  },
  textLength: {
    ask: (n, world, ana) => send(world, ana, { text: 'x'.repeat(n) }),
    past: 'too-long ERROR_MESSAGE_TEXT_EXCEEDED',
  },
  uploadSize: {
    ask: (n, world, ana) =>
      send(world, ana, {
        type: 'image',
        attachments: [file, { ...file, size: n - file.size }],
      }),
    past: 'too-large ERR_FILE_SIZE_EXCEEDED',
  },
  attachments: {
    ask: (n, world, ana) => send(world, ana, { type: 'image', attachments: many(n, () => file) }),
    past: 'limit ERR_FILE_COUNT_EXCEEDED',
  },
  tags: {
    ask: (n, world, ana) => send(world, ana, { tags: many(n, (i) => `t${i}`) }),
    past: 'limit ERROR_TAGS_EXCEEDED',
  },
  tagLength: {
    ask: (n, world, ana) => send(world, ana, { tags: ['t'.repeat(n)] }),
    past: 'too-long ERROR_TAG_EXCEEDED',
  },
  mentions: {
    ask: (n, world, ana) => send(world, ana, { text: many(n, (i) => `<@uid:u${i}>`).join(' ') }),
    past: 'limit ERROR_MENTIONS_EXCEEDED',
  },
  batch: {
    ask: (n, _, ana) => ana.refusal('user.block', { uids: many(n, (i) => `u${i}`) }),
    past: 'limit ERROR_UIDS_EXCEEDED',
  },
  groupsPerUser: {
    fill: (n, world) =>
      writeRows(world, (to) => {
        for (let i = 0; i < n; i++) {
          to.put('members', {
            guid: `x${i}`,
            uid: 'dan',
            nameKey: 'dan',
            scope: 'participant',
            rev: 1,
            standing: 'member',
            joinedAt: 1,
            joinedSeq: 0,
            joinedCounted: 0,
          });
        }
      }),
    ask: async (_, world) => (await world.person('dan')).refusal('group.join', kiln),
    past: 'limit ERR_PLAN_QUOTA_RESTRICTION',
  },
  membersPerGroup: {
    fill: (n, world) =>
      world.storage.write(async (t) => {
        t.put('groups', { ...(await t.get('groups', 'kiln'))!, membersCount: n });
      }),
    ask: async (_, world) => (await world.person('dan')).refusal('group.join', kiln),
    past: 'limit ERR_NO_VACANCY',
  },
  friendsPerUser: {
    fill: (n, world) =>
      writeRows(world, (to) => {
        for (let i = 0; i < n; i++)
          to.put('relations', { uid: 'ana', other: `f${i}`, friendAt: 1, rev: 1 });
      }),
    async ask(_, world) {
      const { results } = await world.management.request('friend.add', {
        uid: 'ana',
        uids: ['ben'],
      });
      return results['ben']!.code ?? 'ok';
    },
    past: 'limit',
  },
  tokensPerUser: {
    // Not refused: the oldest makes room.
    async fill(n, world) {
      for (let i = 0; i < n; i++)
        await world.management.request('token.create', { uid: 'dan', force: true });
    },
    async ask(_, world) {
      const of = () => world.management.request('token.list', { uid: 'dan' });
      const [oldest] = (await of()).tokens;
      await world.management.request('token.create', { uid: 'dan', force: true });
      const { tokens } = await of();
      expect(tokens.length).to.be.at.most(limits.tokensPerUser);
      return tokens.some(({ token }) => token === oldest!.token) ? 'ok' : 'the oldest is retired';
    },
    past: 'the oldest is retired',
  },
  roles: {
    async fill(n, world) {
      const { roles } = await world.management.request('role.list', {});
      for (let i = roles.length; i < n; i++)
        await world.management.request('role.create', { role: `r${i}` });
    },
    ask: (_, world) => manage(world, 'role.create', { role: 'more' }),
    past: 'limit ERR_PLAN_QUOTA_RESTRICTION',
  },
  keys: {
    async fill(n, world) {
      const { keys } = await world.management.request('key.list', {});
      for (let i = keys.length; i < n; i++)
        await world.management.request('key.create', { name: 'k', kind: 'auth' });
    },
    ask: (_, world) => manage(world, 'key.create', { name: 'more', kind: 'auth' }),
    past: 'limit ERR_PLAN_QUOTA_RESTRICTION',
  },
  pinnedMessages: {
    async fill(n, _, ana) {
      for (let i = 0; i < n; i++)
        await ana.ask('message.pin', { id: await ana.send('#kiln', `${i}`), pinned: true });
    },
    async ask(_, world, ana) {
      // The app's pins are limited apart.
      const id = await ana.send('#kiln', 'x');
      await world.management.request('message.pin', {
        id: await ana.send('#kiln', 'y'),
        pinned: true,
      });
      return ana.refusal('message.pin', { id, pinned: true });
    },
    past: 'limit ERR_PINNED_MESSAGES_LIMIT_EXCEEDED',
  },
  savedMessages: {
    async fill(n, _, ana) {
      for (let i = 0; i < n; i++)
        await ana.ask('message.save', { id: await ana.send('#kiln', `${i}`), saved: true });
    },
    ask: async (_, world, ana) =>
      ana.refusal('message.save', { id: await ana.send('#kiln', 'x'), saved: true }),
    past: 'limit ERR_SAVED_MESSAGES_LIMIT_EXCEEDED',
  },
  pinnedConversations: {
    async fill(n, world, ana) {
      for (let i = 0; i < n; i++) {
        await world.group(`g${i}`);
        await ana.ask('conversation.pin', { target: { guid: `g${i}` }, pinned: true });
      }
    },
    ask: (_, world, ana) => ana.refusal('conversation.pin', { target: kiln, pinned: true }),
    past: 'limit ERR_PINNED_CONVERSATIONS_LIMIT_EXCEEDED',
  },
  systemPinnedConversations: {
    async fill(n, world) {
      for (let i = 0; i < n; i++) {
        await world.group(`g${i}`);
        const target = { guid: `g${i}` };
        await world.management.request('conversation.pin', { target, pinned: true });
      }
    },
    ask: (_, world) => manage(world, 'conversation.pin', { target: kiln, pinned: true }),
    past: 'limit ERR_SYSTEM_PINNED_CONVERSATIONS_LIMIT_EXCEEDED',
  },
  receiptMembers: {
    // Not refused: the group does without (M11).
    ask: (n, world, ana) => without(n, 'membersCount', world, ana),
    past: 'receipts,unread',
  },
  typingMembers: {
    async ask(n, world, ana) {
      const typingMembers = n - limits.typingMembers === 0 ? 2 : 1;
      await world.management.request('settings.update', { typingMembers });
      await world.person('ben');
      return (await ana.ask('group.get', kiln)).changes.groups![0]!.without?.join() ?? 'ok';
    },
    past: 'typing',
  },
  flagRemarkLength: {
    async ask(n, world, ana) {
      const ben = await world.person('ben');
      const id = await ben.send('#kiln', 'x');
      return ana.refusal('message.flag', { id, reason: 'spam', remark: 'r'.repeat(n) });
    },
    past: 'too-long ERROR_REMARK_EXCEEDED',
  },
  flagReasons: {
    fill: async (n, world) => {
      const ana = await world.person('ana');
      const { reasons } = await ana.ask('flag.reasons', {});
      for (let i = reasons.length; i < n; i++)
        await world.management.request('reason.create', { id: `r${i}`, name: 'R' });
    },
    ask: (_, world) => manage(world, 'reason.create', { id: 'more', name: 'More' }),
    past: 'limit ERR_PLAN_QUOTA_RESTRICTION',
  },
  interactionElements: {
    ask: (n, world, ana) =>
      send(world, ana, {
        category: 'interactive',
        type: 'form',
        data: {},
        interactionGoal: { type: 'allOf', elementIds: many(n, (i) => `e${i}`) },
      }),
    past: 'invalid ERR_INVALID_MESSAGE_DATA',
  },
  callParticipants: {
    async fill(n, world, ana) {
      await ana.ask('call.start', { id: 'full', target: kiln, type: 'audio' });
      await world.storage.write(async (t) => {
        const call = (await t.get('calls', 'full'))!;
        t.put('calls', { ...call, participants: many(n, (i) => `u${i}`) });
      });
    },
    ask: async (_, world) => (await world.person('ben')).refusal('call.accept', { id: 'full' }),
    past: 'limit ERR_NO_VACANCY',
  },
  callTimeout: {
    // Not refused: it ends by itself.
    async ask(n, world, ana) {
      const id = world.id();
      await ana.ask('call.start', { id, target: { uid: 'ben' }, type: 'audio' });
      world.clock.advance(n - 1);
      await world.settled();
      const { status } = (await ana.ask('call.get', { id })).changes.calls![0]!;
      if (status === 'initiated') await ana.ask('call.end', { id, status: 'cancelled' });
      return status === 'initiated' ? 'ok' : status;
    },
    past: 'unanswered',
  },
};

async function without(count: number, field: 'membersCount', world: World, ana: Person) {
  await world.storage.write(async (t) => {
    t.put('groups', { ...(await t.get('groups', 'kiln'))!, [field]: count });
  });
  return (await ana.ask('group.get', kiln)).changes.groups![0]!.without?.join() ?? 'ok';
}

describe('M5: every limit at its edge and one past it', () => {
  for (const name of Object.keys(table) as (keyof typeof limits)[]) {
    const most = limits[name];
    it(`${name}: ${most} works, one more does not`, async () => {
      const { ask, fill, past } = table[name];
      for (const [count, expected] of [
        [most, 'ok'],
        [most + 1, past],
      ] as const) {
        const world = await createWorld();
        await world.group('kiln', 'public', { ben: 'participant', cleo: 'moderator' });
        const ana = await world.person('ana');
        // What is asked for is itself one of them.
        await fill?.(count - 1, world, ana);
        expect(await ask(count, world, ana), `${count}`).to.equal(expected);
        await world.server.close();
      }
    });
  }

  describe('pages: the most works, one more is refused and never clamped', () => {
    /** Of management alone. */
    const managed = ['flag.list', 'message.waiting', 'message.pinned'] as const;
    for (const name of Object.keys(pageLimits) as PagedOperation[]) {
      it(`${name}: ${pageLimits[name][1]}`, async () => {
        const world = await createWorld();
        await world.group('kiln', 'public', { ben: 'participant' });
        const ana = await world.person('ana');
        const id = await ana.send('#kiln', 'x');
        const ask = (limit: number) => {
          if (managed.includes(name as (typeof managed)[number]))
            return manage(world, name, { limit });
          const operation = name as Exclude<PagedOperation, (typeof managed)[number]>;
          const to = { guid: 'kiln', uid: 'ben', message: id, own: id, call: 'c', file: 'f' };
          const params = lines[operation].asks({ ...to, target: kiln });
          return ana.refusal(operation, { ...params, limit });
        };
        const [usual, most] = pageLimits[name];
        for (const limit of [1, usual, most]) expect(await ask(limit)).to.equal('ok');
        for (const limit of [0, most + 1, 1.5, -1])
          expect(await ask(limit), `${limit}`).to.match(/^limit (ERROR|INVALID)_SET_LIMIT/);
        await world.server.close();
      });
    }
  });
});
