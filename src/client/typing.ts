import { atom, computed, type WritableAtom } from 'nanostores';
import type { BackendEvent } from '../protocol/events.js';
import type { User } from '../protocol/records.js';
import type { Core } from './core.js';
import type { Also } from './list-types.js';
import { differing, keepItems } from './memo.js';
import type { People } from './people.js';
import type { StandIns } from './stand-ins.js';
import { createStores } from './stores.js';
import { conversationOf, keyOf, targetOfKey } from './targets.js';
import type { ChatClient } from './types.js';
import { placeOf, type Typists } from './typists.js';

export interface Typing {
  readonly $typists: WritableAtom<Typists>;
  /** For lists that show it. */
  readonly also: Also;
  typists(conversation: string): readonly User[];
  receive(event: Extract<BackendEvent, { type: 'typing' }>): void;
  readonly feature: ChatClient['typing'];
}

/** Who types; what makes it known comes with the acts. */
export function createTyping(core: Core, people: People, { act }: StandIns): Typing {
  const $typists = atom<Typists>(new Map());
  const former = new Map<string, readonly User[]>();
  const none: readonly User[] = [];

  core.onSession(() => {
    former.clear();
    $typists.set(new Map());
  });

  // What could not be loaded tells nobody, and shows nobody.
  const late = (run: Parameters<typeof act<void>>[0]) => void act(run).catch(() => undefined);

  function typists(conversation: string): readonly User[] {
    const uids = $typists.get().get(conversation);
    if (!uids) {
      former.delete(conversation);
      return none;
    }
    const users = keepItems(
      former.get(conversation),
      uids.flatMap((uid) => people.get(uid) ?? []),
    );
    former.set(conversation, users);
    return users;
  }

  const $typing = createStores<readonly User[]>((key) => {
    const [to = '', parentId] = key.split('|');
    const target = targetOfKey(to);
    return computed([$typists, core.$shown], () =>
      typists(placeOf(conversationOf(core.me(), target), parentId)),
    );
  });

  return {
    $typists,
    also: {
      $store: $typists,
      changed: (before, after) => differing(before as Typists, after as Typists),
    },
    typists,
    receive: (event) => late(({ typing }) => typing.receive(event)),
    feature: {
      $typing: (target, parentId) => $typing(placeOf(keyOf(target), parentId)),
      touch: (...given) => late(({ typing }) => typing.touch(...given)),
      stop: (...given) => late(({ typing }) => typing.stop(...given)),
    },
  };
}
