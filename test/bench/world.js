import { createSimulatedHost } from 'chat-elements/demo';

/** The group that is measured. */
export const guid = 'bench';
/** So many of the newest messages carry pictures and reactions; a log that is imported has none. */
const rich = 500;
const linesAtOnce = 10_000;
const actsAtOnce = 10_000;
/** People that one command may create. */
const atOnce = 25;

/** Management names those it imports by their nick, as the simulated backend's nicks.ts says. */
export function uidOf(name) {
  return `nick-${name.replace(/[^a-z0-9-]/g, (one) => (/[A-Z]/.test(one) ? `_${one.toLowerCase()}` : `_${one.codePointAt(0)}_`))}`;
}

/** A world that is filled by management; whoever opens it afterwards opens it cold. */
function openWorld(name) {
  const now = () => Date.UTC(2025, 0, 1);
  const host = createSimulatedHost({ name, seeded: false, people: false, environment: { now } });
  const { request } = host.manage();
  let count = 0;
  const ask = (operation, params) => request(operation, params, `fill-${count++}`);
  return {
    ask,
    async createPeople(users) {
      for (let from = 0; from < users.length; from += atOnce)
        await ask('user.createAll', { users: users.slice(from, from + atOnce) });
    },
    close: () => host.close(),
  };
}

/**
 * Fills the IndexedDB of a world through management, and closes it.
 * @param messages oldest first: `{ id, user: { id, name }, text, time, image, reactions }`
 * @param people whoever writes in it: `{ id, name }`, at most 24
 * @param me the name of whoever will look at it, and has read it all
 * @param total how many they are, where `messages` is made on the way
 */
export async function fillWorld(name, messages, people, me, total = messages.length) {
  const { ask, createPeople, close } = openWorld(name);
  const uids = new Map(people.map((user) => [user.id, uidOf(user.name)]));
  const names = new Set([me, ...people.map((user) => user.name)]);
  const accounts = [...names].map((one) => ({ uid: uidOf(one), name: one }));
  await createPeople([{ uid: 'keeper', name: 'Keeper' }, ...accounts]);
  const members = Object.fromEntries(accounts.map(({ uid }) => [uid, 'participant']));
  const group = { guid, name: 'Benchmark', type: 'public', owner: 'keeper', members };
  await ask('group.create', group);

  let lines = [];
  let first = 1;
  async function write() {
    if (lines.length === 0) return;
    await ask('message.import', { guid, firstLine: first, lines });
    first += lines.length;
    lines = [];
  }
  const acts = [];
  const plainUntil = total - rich;
  let i = 0;
  let last;
  let end;
  for (const { id, user, text, time: at, image, reactions } of messages) {
    if (i++ < plainUntil) {
      lines.push(line(at, user.name, text));
      if (lines.length >= linesAtOnce) await write();
      continue;
    }
    last = `bench-${id}`;
    end = at;
    const message = { id: last, text, ...contentOf(image) };
    const params = { target: { guid }, message };
    acts.push({ uid: uids.get(user.id), operation: 'message.send', params, at });
    for (const { emoji, users } of reactions ?? []) {
      for (const one of users) {
        const params = { id: last, reaction: emoji };
        acts.push({ uid: uids.get(one), operation: 'reaction.add', params, at });
      }
    }
  }
  await write();
  if (last) {
    const params = { target: { guid }, messageId: last };
    acts.push({ uid: uidOf(me), operation: 'receipt.read', params, at: end });
  }
  await ask('user.acts', { acts });
  await close();
}

/** A world with one group of so many members. */
export async function fillMembers(name, count, me) {
  const { ask, createPeople, close } = openWorld(name);
  await createPeople([{ uid: 'keeper', name: 'Keeper' }]);
  await ask('group.create', { guid, name: 'Benchmark', type: 'public', owner: 'keeper' });
  // Whoever has said something is a member.
  const names = [me, ...Array.from({ length: count - 2 }, (_, i) => `Person ${i}`)];
  for (let from = 0; from < names.length; from += linesAtOnce) {
    const lines = names
      .slice(from, from + linesAtOnce)
      .map((one) => line(Date.UTC(2025, 0, 1), one, 'Hello'));
    await ask('message.import', { guid, firstLine: from + 1, lines });
  }
  await close();
}

/**
 * A world of conversations, one with each of these people.
 * @param rooms the one that moved last first: `{ id, name, unread, last: { text, time } }`; a room of many people is a person here
 * @param me the name of whoever looks at the list
 */
export async function fillRooms(name, rooms, me) {
  const { ask, createPeople, close } = openWorld(name);
  const own = uidOf(me);
  await createPeople([
    { uid: own, name: me },
    ...rooms.map(({ id, name: called }) => ({ uid: id, name: called })),
  ]);
  const acts = rooms.toReversed().flatMap(({ id, unread, last: { text, time: at } }) => {
    const message = { id: `bench-${id}`, type: 'text', text };
    const sent = { target: { uid: own }, message };
    const read = { target: { uid: id }, messageId: message.id };
    return [
      { uid: id, operation: 'message.send', params: sent, at },
      ...(unread ? [] : [{ uid: own, operation: 'receipt.read', params: read, at }]),
    ];
  });
  for (let from = 0; from < acts.length; from += actsAtOnce)
    await ask('user.acts', { acts: acts.slice(from, from + actsAtOnce) });
  await close();
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
