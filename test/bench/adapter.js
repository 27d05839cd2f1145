// Our kit for a harness that measures chat kits side by side: real elements, real client, simulated backend on
// IndexedDB, filled before and opened cold. Nothing here that a page could not do.
import { openKit, openRooms } from './kit.js';
import { fillRooms, fillWorld } from './world.js';

const world = 'bench';
const own = 'u0';
const people = new Map();

let filled = false;
let kit;
let rooms;
const me = () => people.get(own)?.name ?? 'Me';

export default {
  name: 'chat-elements',
  rowSelector: 'chat-message',
  caps: ['history in IndexedDB behind a simulated server in the same page'],
  async prepare(messages) {
    for (const { user } of messages) people.set(user.id, user);
    if (!filled) {
      filled = true;
      await fillWorld(world, messages, [...people.values()], me());
      // What filling leaves behind is no part of what is measured.
      globalThis.gc?.();
    } else if (messages.some(({ user }) => user.id !== own)) {
      await kit.connect(new Set(messages.map(({ user }) => user.name)));
    }
    return messages;
  },
  mount(root) {
    kit = openKit(root, world, me());
  },
  append(messages) {
    for (const { user, text } of messages) {
      // Among those of others, one's own come from another device.
      if (user.id === own && !kit.knows(user.name)) kit.send(text);
      else kit.say(user.name, text);
    }
  },
  toTop: (at) => kit.toTop(at),
  prepend: () => kit.deliver(),
  hasRow: () => kit.delivered() > 0,
  toEnd: () => kit.toEnd(),
  scroller: () => kit.scroller(),
  rows: () => kit.rows(),
  lastRow: () => kit.lastRow(),
  anyRow: () => kit.rows()[0] ?? null,
  async prepareRooms(all) {
    await fillRooms(world, all, 'Me');
    globalThis.gc?.();
    return all;
  },
  mountRooms(root) {
    root.style.inlineSize = '360px';
    rooms = openRooms(root, world, 'Me');
  },
  roomJump: (id) => rooms.say(id, 'new message'),
  firstRoom: () => rooms.firstRow(),
  roomCount: () => rooms.rows().length,
};
