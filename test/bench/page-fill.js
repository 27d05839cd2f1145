import { conversation, me } from './data.js';
import { fillWorld } from './world.js';

globalThis.fill = async (count, world) => {
  const begun = performance.now();
  await fillWorld(world, conversation(count), me, count);
  return performance.now() - begun;
};
