import { createSimulatedHost } from 'chat-elements/demo';

/** The group that is measured. */
export const guid = 'bench';
/** So many of the newest messages carry pictures and reactions; a log that is imported has none. */
const rich = 500;
const linesAtOnce = 10_000;
/** People that one command may create. */
const atOnce = 25;

/** Management names those it imports by their nick, as the simulated backend's nicks.ts says. */
export function uidOf(name) {
  return `nick-${name.replace(/[^a-z0-9-]/g, (one) => (/[A-Z]/.test(one) ? `_${one.toLowerCase()}` : `_${one.codePointAt(0)}_`))}`;
}

/**
 * Fills the IndexedDB of a world through management, and closes it: whoever opens it afterwards opens it cold.
 * @param messages oldest first: `{ id, user: { id, name }, text, time, image, reactions }`
 * @param me the name of whoever will look at it, and has read it all
 * @param total how many they are, where `messages` is made on the way
 */
export async function fillWorld(name, messages, me, total = messages.length) {
  let now = Date.UTC(2025, 0, 1);
  const host = createSimulatedHost({
    name,
    seeded: false,
    people: false,
    environment: { now: () => now },
  });
  const { request } = host.manage();
  let count = 0;
  const ask = (operation, params) => request(operation, params, `fill-${count++}`);
  const backends = new Map();
  /** Signed in, and never connected: nobody is told anything. */
  async function act(uid, operation, params) {
    let backend = backends.get(uid);
    if (!backend) {
      backends.set(uid, (backend = host.backend()));
      await backend.signIn({ uid, authKey: host.app.authKey });
    }
    const command = operation.endsWith('.list') ? undefined : `act-${count++}`;
    return backend.request(operation, params, command);
  }

  /** Whoever has said something is a member. */
  const known = new Set([me]);
  let lines = [];
  let first = 1;
  async function write() {
    if (lines.length === 0) return;
    await ask('message.import', { guid, firstLine: first, lines });
    first += lines.length;
    lines = [];
  }

  await ask('user.create', { uid: 'keeper', name: 'Keeper' });
  await ask('group.create', { guid, name: 'Benchmark', type: 'public', owner: 'keeper' });
  const names = new Map([['me', me]]);
  lines.push(line(now, me, 'Hello'));
  const plainUntil = total - rich;
  let i = 0;
  for (const message of messages) {
    const { id, user, text, time, image, reactions } = message;
    names.set(user.id, user.name);
    const special = i++ >= plainUntil && (image || reactions) && known.has(user.name);
    known.add(user.name);
    now = time;
    if (!special) {
      lines.push(line(time, user.name, text));
      if (lines.length >= linesAtOnce) await write();
      continue;
    }
    await write();
    await act(uidOf(user.name), 'message.send', {
      target: { guid },
      message: { id: `bench-${id}`, text, ...contentOf(image) },
    });
    for (const { emoji, users } of reactions ?? []) {
      for (const uid of users) {
        const who = names.get(uid);
        if (who === undefined || !known.has(who)) continue;
        await act(uidOf(who), 'reaction.add', { id: `bench-${id}`, reaction: emoji });
      }
    }
  }
  await write();
  now += 1000;
  const { changes } = await act(uidOf(me), 'message.list', { target: { guid }, position: 'end' });
  const last = changes.messages?.reduce((a, b) => (a.seq > b.seq ? a : b));
  if (last) await act(uidOf(me), 'receipt.read', { target: { guid }, messageId: last.id });
  await host.close();
}

/** A world with one group of so many members. */
export async function fillMembers(name, count, me) {
  const now = () => Date.UTC(2025, 0, 1);
  const host = createSimulatedHost({ name, seeded: false, people: false, environment: { now } });
  const { request } = host.manage();
  await request('user.create', { uid: 'keeper', name: 'Keeper' }, 'keeper');
  const group = { guid, name: 'Benchmark', type: 'public', owner: 'keeper' };
  await request('group.create', group, 'group');
  // Whoever has said something is a member.
  const names = [me, ...Array.from({ length: count - 2 }, (_, i) => `Person ${i}`)];
  for (let from = 0; from < names.length; from += linesAtOnce) {
    const lines = names.slice(from, from + linesAtOnce).map((one) => line(now(), one, 'Hello'));
    const params = { guid, firstLine: from + 1, lines };
    await request('message.import', params, `fill-${from}`);
  }
  await host.close();
}

/**
 * A world of conversations, one with each of these people.
 * @param rooms the one that moved last first: `{ id, name, unread, last: { text, time } }`; a room of many people is a person here
 * @param me the name of whoever looks at the list
 */
export async function fillRooms(name, rooms, me) {
  let now = Date.UTC(2025, 0, 1);
  const host = createSimulatedHost({
    name,
    seeded: false,
    people: false,
    environment: { now: () => now },
  });
  const { request } = host.manage();
  let count = 0;
  const ask = (operation, params) => request(operation, params, `fill-${count++}`);
  const act = (uid, operation, params) => ask('user.act', { uid, operation, params });
  await ask('user.create', { uid: uidOf(me), name: me });
  const people = rooms.map(({ id, name }) => ({ uid: id, name }));
  for (let from = 0; from < people.length; from += atOnce) {
    await ask('user.createAll', { users: people.slice(from, from + atOnce) });
  }
  for (const { id, unread, last } of rooms.toReversed()) {
    now = last.time;
    const message = { id: `bench-${id}`, type: 'text', text: last.text };
    await act(id, 'message.send', { target: { uid: uidOf(me) }, message });
    if (!unread) {
      await act(uidOf(me), 'receipt.read', { target: { uid: id }, messageId: message.id });
    }
  }
  await host.close();
}

function contentOf(image) {
  if (!image) return { type: 'text' };
  const { url, w: width, h: height } = image;
  const mimeType = url.startsWith('data:image/svg') ? 'image/svg+xml' : 'image/png';
  const picture = { url, name: 'picture', mimeType, size: url.length };
  return { type: 'image', attachments: [{ ...picture, width, height }] };
}

function line(time, from, text) {
  return JSON.stringify({ at: new Date(time).toISOString(), kind: 'message', from, text });
}
