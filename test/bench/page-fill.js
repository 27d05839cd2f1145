import { conversation, me } from './data.js';
import { fillWorld } from './world.js';

globalThis.fill = async (count) => {
  const begun = performance.now();
  await fillWorld(`bench-${count}`, [...conversation(count)], me);
  return performance.now() - begun;
};
