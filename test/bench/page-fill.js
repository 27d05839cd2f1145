import { conversation, conversations, me, people } from './data.js';
import { fillMembers, fillRooms, fillWorld } from './world.js';

const fillings = {
  messages: (count, world) => fillWorld(world, conversation(count), people, me, count),
  members: (count, world) => fillMembers(world, count, me),
  rooms: (count, world) => fillRooms(world, conversations(count), me),
};

/** Milliseconds that it took. */
globalThis.fill = async (what, count, world) => {
  const begun = performance.now();
  await fillings[what](count, world);
  return performance.now() - begun;
};
