import { executeServerCommand } from '@web/test-runner-commands';

/** Firefox asks for no module a second time: there the page has to be loaded again. */
export const asksAgain = !navigator.userAgent.includes('Firefox');

/** These modules of `src`, or at these paths, cannot be had while the tests of a file run, or until they are released. */
export function withhold(...modules: readonly string[]): (module: string) => Promise<void> {
  const withheld = new Set(modules);
  const pathOf = (one: string) => (one.startsWith('/') ? one : `/src/${one}.ts`);
  const tell = () => executeServerCommand('withhold', [...withheld].map(pathOf));
  before(async () => {
    await tell();
    // The browser may have kept them from an earlier file.
    const fetched = modules.map((one) => fetch(pathOf(one), { cache: 'reload' }));
    await Promise.allSettled(fetched);
  });
  after(async () => {
    withheld.clear();
    await tell();
  });
  return async (module) => {
    withheld.delete(module);
    await tell();
  };
}
