import { atom } from 'nanostores';
import type { Core } from './core.js';
import type { StandIns } from './stand-ins.js';
import { createStores } from './stores/stores.js';
import type { ChatClient } from './types.js';

/** What the browser fetches by itself needs no more than its address. */
export function createFiles(core: Core, { late, store }: StandIns): ChatClient['files'] {
  const $url = createStores<string | undefined>((url) => {
    const direct = late.now?.previews.get(url) ?? (/^(https?|data|blob):/i.test(url) && url);
    if (direct) return atom(direct);
    return store<string | undefined>(
      undefined,
      ({ $file }) => $file(url),
      (error) => void core.report(error, 'file.get'),
    );
  });
  return { $url: ({ url }) => $url(url) };
}
