import { createDemo, type Demo, type DemoOptions } from '../src/demo.js';
import { addLocale } from '../src/index.js';
import { ar } from '../src/locales/ar.js';

// The toolbar's languages; each follows `lang` of the page.
addLocale(ar);

/** What a story's loaders have made: `render: (_args, { loaded }) => … worldOf(loaded)`. */
export function worldOf(loaded: Record<string, unknown>): Demo {
  return loaded['world'] as Demo;
}

/** A loader: a world in memory, the same each time, at half past two; nobody says anything by themselves. */
export function withWorld(options: DemoOptions = {}, prepare?: (world: Demo) => unknown) {
  return async (): Promise<{ world: Demo }> => {
    beHalfPastTwo();
    const world = createDemo({ storage: 'memory', people: false, seed: 1, ...options });
    await world.ready;
    await prepare?.(world);
    return { world };
  };
}

/**
 * From now on it is half past two of today, so that times stay and "today" is true: for servers, clients and elements
 * alike, since what waits to be sent is told by the client's clock, and how long a call lasts by the page's.
 */
function beHalfPastTwo(): void {
  const start = performance.now();
  const begin = new Date().setHours(14, 30, 0, 0);
  Date.now = () => begin + Math.round(performance.now() - start);
}

/** Answers `<chat-provider uid="…">` below the element it listens on: `@chat-connect=${answer(world)}`. */
export function answer(world: Demo) {
  return ({ detail }: HTMLElementEventMap['chat-connect']): void => {
    const { backend, credentials } = world.device(detail.options.uid ?? world.uid);
    detail.provide(backend, credentials);
  };
}

/** Until what appears has appeared: halfway, its contrast is not what it will be. */
export async function settled(): Promise<void> {
  for (let still = 0; still < 3; still++) {
    await new Promise(requestAnimationFrame);
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
    if (ending.length > 0) still = 0;
    await Promise.allSettled(ending.map(({ finished }) => finished));
  }
}
