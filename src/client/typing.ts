import { atom, type WritableAtom } from 'nanostores';
import type { User } from '../protocol/records.js';
import type { Core } from './core.js';
import type { Also } from './stores/list-types.js';
import { differing } from './stores/memo.js';
import type { StandIns } from './stand-ins.js';
import { createStores } from './stores/stores.js';
import { keyOf } from './targets.js';
import type { ChatClient } from './types.js';
import { nobody, placeOf, type Typists } from './typists.js';

export interface Typing {
  readonly $typists: WritableAtom<Typists>;
  /** For lists that show it. */
  readonly also: Also;
  typists(conversation: string): readonly User[];
  readonly feature: ChatClient['typing'];
}

/** Who types; all about it comes with the acts. */
export function createTyping(core: Core, { late, act, store }: StandIns): Typing {
  const $typists = atom<Typists>(new Map());
  core.onSession(() => $typists.set(new Map()));

  // What could not be loaded tells nobody, and shows nobody.
  const run = (it: Parameters<typeof act<void>>[0]) => void act(it).catch(() => undefined);

  const $typing = createStores((key) => store(nobody, ({ typing }) => typing.$typing(key)));

  return {
    $typists,
    also: {
      $store: $typists,
      changed: (before, after) => differing(before as Typists, after as Typists),
    },
    typists: (conversation) => late.now?.typing.typists(conversation) ?? nobody,
    feature: {
      $typing: (target, parentId) => $typing(placeOf(keyOf(target), parentId)),
      touch: (...given) => run(({ typing }) => typing.touch(...given)),
      stop: (...given) => run(({ typing }) => typing.stop(...given)),
    },
  };
}
