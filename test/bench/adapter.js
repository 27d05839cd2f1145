// Our kit for a harness that measures chat kits side by side: real elements, real client, simulated backend on
// IndexedDB, filled before and opened cold. Nothing here that a page could not do.
import { openKit } from './kit.js';
import { fillWorld } from './world.js';

const world = 'bench';
const own = 'u0';
const people = new Map();

let filled = false;
let kit;
const me = () => people.get(own)?.name ?? 'Me';

export default {
  name: 'chat-elements',
  rowSelector: 'chat-message',
  caps: ['history in IndexedDB behind a simulated server in the same page'],
  async prepare(messages) {
    for (const { user } of messages) people.set(user.id, user);
    if (!filled) {
      filled = true;
      await fillWorld(world, messages, me());
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
      if (user.id === own) kit.send(text);
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
};
